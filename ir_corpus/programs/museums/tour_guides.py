# calls: assign([('en', 9), ('fr', 9), ('de', 10), ('en', 11), ('it', 11), ('en', 13), ('fr', 14), ('de', 14), ('es', 15), ('en', 16), ('it', 16), ('fr', 17), ('de', 17)], {'Ann': ['en', 'fr'], 'Bo': ['en', 'de'], 'Cleo': ['fr', 'it', 'es'], 'Dan': ['en']}, 4)
# calls: assign([('zz', 9)], {'Ann': ['en']}, 1)
def candidates(tour, guides, duty, most):
    language, hour = tour
    names = []
    for name in guides:
        if language not in guides[name]:
            continue
        if len(duty[name]) >= most:
            continue
        if any(abs(other - hour) < 2 for other in duty[name]):
            continue
        names.append(name)
    return names


def place(tours, i, guides, duty, most, tally):
    tally[0] += 1
    if i == len(tours):
        return {}
    for name in candidates(tours[i], guides, duty, most):
        duty[name].append(tours[i][1])
        rest = place(tours, i + 1, guides, duty, most, tally)
        if rest is not None:
            rest[tours[i]] = name
            return rest
        duty[name].pop()
    return None


def assign(tours, guides, most):
    tally = [0]
    for dropped in range(len(tours) + 1):
        for start in range(len(tours) - dropped + 1):
            kept = tours[:start] + tours[start + dropped:]
            answer = place(kept, 0, guides, {name: [] for name in guides}, most, tally)
            if answer is not None:
                return sorted(answer.items()), dropped, tally[0]
            if dropped == 0:
                break
    return None, len(tours), tally[0]

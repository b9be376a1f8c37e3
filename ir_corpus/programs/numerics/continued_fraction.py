# calls: approximate([3.141592653589793, 2.718281828459045, 1.4142135623730951, 0.5772156649, 12.0] * 6, 1000)
# calls: approximate([0.1], 10 ** 9)
def expand(x, most):
    terms = []
    for _ in range(most):
        whole = int(x)
        terms.append(whole)
        rest = x - whole
        if rest < 1e-9:
            break
        x = 1 / rest
    return terms


def convergents(terms):
    p0, p1 = 1, terms[0]
    q0, q1 = 0, 1
    pairs = [(p1, q1)]
    for k in range(1, len(terms)):
        p0, p1 = p1, terms[k] * p1 + p0
        q0, q1 = q1, terms[k] * q1 + q0
        pairs.append((p1, q1))
    return pairs


def approximate(numbers, largest):
    best = []
    for x in numbers:
        chosen = None
        for pair in convergents(expand(x, 20)):
            if pair[1] <= largest:
                chosen = pair
        best.append(str(chosen[0]) + '/' + str(chosen[1]))
    errors = []
    for i in range(len(best)):
        top, bottom = best[i].split('/')
        errors.append(abs(int(top) / int(bottom) - numbers[i]))
    return best[0], max(errors), sorted(set(best))

# calls: spread(60, 12)
def spread(people, days):
    state = [0] * people
    state[0] = 1
    counts = []
    for day in range(days):
        following = [value for value in state]
        for i in range(people):
            if state[i] == 1:
                for k in [1, 3, 7]:
                    j = (i * 5 + k + day) % people
                    if state[j] == 0:
                        following[j] = 1
                if day % 4 == 3:
                    following[i] = 2
        state = following
        ill = 0
        for value in state:
            if value == 1:
                ill += 1
        counts.append(ill)
    return counts

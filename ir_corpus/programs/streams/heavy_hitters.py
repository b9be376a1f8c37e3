# calls: frequent([i * i % 31 % 9 for i in range(500)], 5), reservoir_like([i * 7 % 50 for i in range(300)], 10)
def frequent(stream, k):
    counters = {}
    for item in stream:
        if item in counters:
            counters[item] += 1
        elif len(counters) < k - 1:
            counters[item] = 1
        else:
            gone = []
            for other in counters:
                counters[other] -= 1
                if counters[other] == 0:
                    gone.append(other)
            for other in gone:
                del counters[other]
    confirmed = []
    for candidate in counters:
        times = 0
        for item in stream:
            if item == candidate:
                times += 1
        if times > len(stream) / k:
            confirmed.append((times, candidate))
    return sorted(confirmed, key=lambda c: -c[0]), len(counters)


def reservoir_like(stream, size):
    sample = []
    state = 12345
    for n in range(len(stream)):
        if n < size:
            sample.append(stream[n])
            continue
        state = (state * 1103515245 + 12345) % 2 ** 31
        place = state % (n + 1)
        if place < size:
            sample[place] = stream[n]
    return sample

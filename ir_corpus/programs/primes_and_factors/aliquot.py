# calls: classify(300, 8), classify(30, 20), classify(12, 3)
def divisor_sum(n):
    if n == 1:
        return 0
    total = 1
    d = 2
    while d * d <= n:
        if n % d == 0:
            total += d
            if d != n // d:
                total += n // d
        d += 1
    return total


def sequence(n, longest):
    terms = [n]
    while len(terms) < longest:
        following = divisor_sum(terms[-1])
        if following in terms:
            return terms, following
        terms.append(following)
        if following == 0:
            return terms, None
    return terms, None


def kind(n, longest):
    terms, back = sequence(n, longest)
    if terms[-1] == 0:
        return 'ends'
    if back is None:
        return 'open'
    if back == n:
        return ['perfect', 'amicable'][len(terms) - 1] if len(terms) < 3 else 'sociable'
    return 'aspiring'


def classify(limit, longest):
    groups = {}
    for n in range(1, limit):
        groups.setdefault(kind(n, longest), []).append(n)
    abundant = [n for n in range(1, limit) if divisor_sum(n) > n]
    answer = {name: (len(ns), ns[:4]) for name, ns in groups.items()}
    answer['abundant'] = len(abundant), abundant[-1:]
    return answer

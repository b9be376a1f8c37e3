# calls: spans([(100.0, 104.0), (50.0, 50.5), (200.0, 260.0)] * 8, 1.2)
# calls: spans([(10.0, 10.0)], 0.5), spans([(30.0 + i, 31.0 + 2 * i) for i in range(50)], 2.0)
import math


def solve_parameter(span, length):
    if length <= span:
        return None
    a = span / math.sqrt(24 * (length / span - 1))
    for _ in range(40):
        f = 2 * a * math.sinh(span / (2 * a)) - length
        slope = 2 * math.sinh(span / (2 * a)) - span / a * math.cosh(span / (2 * a))
        step = f / slope
        a -= step
        if abs(step) < 1e-10:
            break
    return a


def sag(a, span):
    return a * (math.cosh(span / (2 * a)) - 1)


def tension(a, span, weight):
    return weight * a * math.cosh(span / (2 * a))


def spans(cables, weight):
    answer = []
    slack = 0
    for span, length in cables:
        a = solve_parameter(span, length)
        if a is None:
            answer.append('taut')
            continue
        s = sag(a, span)
        if s / span > 0.3:
            slack += 1
        answer.append((round(a, 4), round(s, 4), round(tension(a, span, weight), 3)))
    return answer, slack

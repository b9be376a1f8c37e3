# calls: table_lookup([0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0], [0.0, 0.479, 0.841, 0.997, 0.909, 0.598, 0.141], [0.1 * k for k in range(31)], 4)
# calls: table_lookup([1.0, 2.0, 4.0, 8.0], [0.0, 1.0, 2.0, 3.0], [3.0, 5.0, 6.0] * 12, 4), table_lookup([0.0, 1.0], [2.0, 3.0], [0.25] * 50, 2)
from typing import List, Tuple


def neville(xs: List[float], ys: List[float], x: float) -> float:
    if len(xs) == 1:
        return ys[0]
    left = neville(xs[:-1], ys[:-1], x)
    right = neville(xs[1:], ys[1:], x)
    return ((x - xs[-1]) * left - (x - xs[0]) * right) / (xs[0] - xs[-1])


def closest(xs: List[float], x: float, count: int) -> List[int]:
    order = sorted(range(len(xs)), key=lambda i: abs(xs[i] - x))
    return sorted(order[:count])


def table_lookup(xs: List[float], ys: List[float], wanted: List[float], count: int) -> Tuple[List[float], float]:
    answers: List[float] = []
    doubt = 0.0
    for x in wanted:
        use = closest(xs, x, count)
        nx = [xs[i] for i in use]
        ny = [ys[i] for i in use]
        answer = neville(nx, ny, x)
        rougher = neville(nx[:-1], ny[:-1], x)
        doubt = max(doubt, abs(answer - rougher))
        answers.append(round(answer, 5))
    return answers, round(doubt, 5)

"""
numba/numba#5267: byte code analysis problem with while(True) (but legal?!)
"""


def steps(b, known):
    e = b
    d = 0
    while True:
        if e == 1:
            d += known[e]
            return d
        if e % 2 == 0:
            e //= 2
        else:
            e = 3 * e + 1
        d += 1
# --- wrong
def steps(b, known):
    e = b
    d = known[1]
    while e != 1:
        e = e // 2 if e % 2 == 0 else 3 * e + 1
        d += 1
    return d
# --- driver
attempt(steps, 3, [0, 0])
attempt(steps, 1, [0])
attempt(steps, 3, {1: 2.5})
attempt(steps, 3, {1: "a"})
attempt(steps, 2, {1: True})
attempt(steps, 3.0, [1])

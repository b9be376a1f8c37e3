"""
numba/numba#812: JIT optimizer removes index-variables after the loop
"""


def fill(x):
    result = [0] * len(x)
    ind = -1
    for _ in range(len(x)):
        ind += 1
        result[ind] = x[ind]
        if x[ind] >= 10:
            break
    for later in range(ind + 1, len(x)):
        result[later] = -1
    return result, ind
# --- wrong
def fill(x):
    result = [-1] * len(x)
    for ind, value in enumerate(x):
        result[ind] = value
        if value >= 10:
            break
    return result, ind
# --- driver
attempt(fill, [1.0, 4, 2, 10, 5, 2])
attempt(fill, [])
attempt(fill, {0: 1, 1: 11, 2: 3})

"""
cython/cython#967: Short-circuit disobeys Python semantics
"""

count = 0


def positive(a):
    global count
    count += 1
    return a > 0


def test():
    result = [count]
    n = positive(0) and 1
    result.append(count)
    return result, n
# --- wrong
count = 0


def positive(a):
    global count
    count += 1
    return a > 0


def test():
    result = [count]
    n = 1 if positive(0) else positive(0)
    result.append(count)
    return result, n
# --- driver
attempt(test)
attempt(test)

"""
brettcannon/mnfy#20: Parentheses removal too aggressive
"""


def window(p, n):
    p = (p + [1, 2, 3, 4])[:4]
    return p, (n + 1) * 2, -(n**2), (-n) ** 2, not (n == 1), (n, *p)[0], (yield_ := n)
# --- wrong
def window(p, n):
    p = p + [1, 2, 3, 4][:4]
    return p, n + 1 * 2, -(n**2), -(n**2), not n == 1, (n, *p)[0], (yield_ := n)
# --- driver
attempt(window, [0], 3)

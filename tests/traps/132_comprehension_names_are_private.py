"""
python/cpython#156664: inlined comprehension and closed over variables have buggy interactions
"""


def outer():
    x = 3

    def f():
        [x for x in [1]]
        return [x for _ in [1]]

    return f()
# --- wrong
def outer():
    x = 3

    def f():
        for x in [1]:
            pass
        return [x for _ in [1]]

    return f()
# --- driver
attempt(outer)

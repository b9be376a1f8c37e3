"""
python/cpython#4865: Protect the optimizer during constant folding

Nobody may compute this while optimizing, nor write it down.
Kept: 1 << 10**9
Kept: "x" * 10**9
Kept: (1,) * 10**8
"""


def make(wanted):
    if wanted == 1:
        return 1 << 10**9
    if wanted == 2:
        return "x" * 10**9
    if wanted == 3:
        return (1,) * 10**8
    return 10 ** 10 ** wanted
# --- driver
attempt(make, 0)
attempt(make, -5)

"""
numba/numba#10845: `np.remainder` / `np.mod` / `np.divmod` on signed integer arrays, `MIN_INT % -1`
"""


def cycle(text):
    total = 2**62
    for letter in text:
        total = total * 3 + ord(letter)
        total = -total % (2**64 - 1)
    return total, total // -1, total % -1
# --- wrong
def cycle(text):
    total = 2**62
    for letter in text:
        total = (total * 3 + ord(letter)) & (2**64 - 1)
        total = (2**64 - total) & (2**64 - 1)
    return total, -total, 0
# --- driver
attempt(cycle, "abc" * 5)
attempt(cycle, "")

"""
Nuitka/Nuitka#1460: regression nuitka >= 0.6.19, incorrect array length saved

A list that is filled under another name has not kept its length.
"""


def sort_out(words):
    one = []
    other = []
    both = []
    for word in words:
        if "a" in word:
            target = one
        else:
            target = other
        target.append(word)
        both.append(word)
    return len(one), len(other), len(both), not one, not other
# --- wrong
def sort_out(words):
    both = []
    for word in words:
        both.append(word)
    return 0, 0, len(both), True, True
# --- driver
attempt(sort_out, ["a", "b", "c"])
attempt(sort_out, [])

"""
cython/cython#1094: Optimise any(genexpr) and all(genexp)

As a loop in the function, the generator's variable would be the function's.
"""


def test(word):
    letter = "kept"
    found = any(letter == "b" for letter in word)
    return found, letter
# --- wrong
def test(word):
    letter = "kept"
    found = False
    for letter in word:
        if letter == "b":
            found = True
            break
    return found, letter
# --- driver
attempt(test, "abc")
attempt(test, "")

"""
haypo/conf: 2016-FOSDEM/fat_python.pdf, "Replace builtin len() function"
"""


def size(text):
    return len(text)


def biggest(text):
    found = []
    for index in range(len(text.split())):
        found.append(max(index, 1))
    return found


len = lambda thing: 2
if size("abc") == 2:
    max = lambda *things: "mock"
# --- wrong
def size(text):
    return text.__len__()


def biggest(text):
    found = []
    for index in range(text.split().__len__()):
        found.append(index if index > 1 else 1)
    return found


len = lambda thing: 2
# --- driver
attempt(size, "abcdef")
attempt(biggest, "a b c")

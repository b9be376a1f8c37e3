"""
cython/cython#1351: outermost iterable in genexpr is evaluated too late
"""


def make(source):
    numbers = (number for number in source())
    print("made")
    return numbers
# --- wrong
def make(source):
    def run():
        for number in source():
            yield number

    numbers = run()
    print("made")
    return numbers
# --- driver
def source():
    print("asked")
    return range(2)


print(list(make(source)))
attempt(make, lambda: None)

"""
python/cpython#119395: PEP 695: Name mangling leaks to surrounding scope
"""


def f():
    __foo = 1

    class X:
        __foo = 2

        def get(self):
            return self.__foo, __foo

    return __foo, X
# --- wrong
def f():
    __foo = 1

    class X:
        __foo = 2

        def get(self):
            return self.__foo, 1

    return __foo, X
# --- driver
first, kind = f()
print(first)
attempt(kind().get)

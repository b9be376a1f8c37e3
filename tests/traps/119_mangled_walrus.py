"""
Nuitka/Nuitka#3785: Name mangling is missed for named expressions
"""


class Foo:
    __limit = 3

    def f(self, n):
        total = 0
        for __i in range(n):
            total += __i * self.__limit
        if (__evil := total) > 3:
            return _Foo__evil, _Foo__i, sorted(vars(type(self)))[0]
        return total
# --- wrong
class Foo:
    __limit = 3

    def f(self, n):
        total = 0
        for i in range(n):
            total += i * self.__limit
        if (evil := total) > 3:
            return evil, __i, "i"
        return total
# --- driver
attempt(Foo().f, 3)
attempt(Foo().f, 0)

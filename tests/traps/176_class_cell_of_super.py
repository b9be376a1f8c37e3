"""
python/cpython#76357: Zero argument super is broken in 3.6 for methods with a hacked __class__ cell

`super()` reads the hidden `__class__` and the first argument, as it is now.
"""


class Base:
    def size(self):
        return 1


class Middle(Base):
    def size(self):
        return super().size() * 10

    def other(self, thing):
        self = thing
        return super().size(), __class__.__name__


class Top(Middle):
    def size(self):
        return super().size() + 5
# --- wrong
class Base:
    def size(self):
        return 1


class Middle(Base):
    def size(self):
        return 10

    def other(self, thing):
        return super().size(), type(self).__name__


class Top(Middle):
    def size(self):
        return 15
# --- driver
Base.size = lambda self: type(self).__name__
attempt(Middle().size)
attempt(Top().size)
attempt(Middle().other, Top())
attempt(Top().other, 3)

class Shape:
    sides = 0

    def __init__(self, name):
        self.__name = name

    @property
    def name(self):
        return self.__name


class Square(Shape):
    sides = 4

    def __init__(self, length):
        super().__init__("square")
        self.length = length

    def area(self):
        return self.length * self.length

# calls: basket(40)
class Item:
    def __init__(self, name, price, count):
        self.name = name
        self.price = price
        self.count = count

    def cost(self):
        return self.price * self.count


class Basket:
    def __init__(self):
        self.items = []

    def add(self, item):
        self.items.append(item)

    def total(self):
        result = 0.0
        for item in self.items:
            result += item.cost()
        return result

    def names(self):
        found = []
        for item in self.items:
            if item.name not in found:
                found.append(item.name)
        return found


def basket(count):
    basket = Basket()
    for i in range(count):
        basket.add(Item('item' + str(i % 7), 1.5 + i % 4, i % 3 + 1))
    discount = 0.1 if basket.total() > 100 else 0.0
    text = ''
    for name in basket.names():
        text += name + ' '
    return round(basket.total() * (1 - discount), 2), text

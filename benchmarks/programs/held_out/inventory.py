"""The stock of a shop: articles, deliveries, orders, and what has to be bought again."""


class OutOfStock(Exception):
    def __init__(self, name, wanted, available):
        super().__init__(f"{name}: wanted {wanted}, have {available}")
        self.name = name
        self.wanted = wanted
        self.available = available


class Item:
    def __init__(self, name, price, quantity=0, minimum=10):
        self.name = name
        self.price = price
        self.quantity = quantity
        self.minimum = minimum

    def value(self):
        return self.price * self.quantity

    def is_low(self):
        return self.quantity < self.minimum

    def __repr__(self):
        return f"Item({self.name!r}, {self.quantity})"


class PerishableItem(Item):
    def __init__(self, name, price, quantity, minimum, shelf_life):
        super().__init__(name, price, quantity, minimum)
        self.shelf_life = shelf_life
        self.batches = [(quantity, shelf_life)]

    def value(self):
        total = 0
        for quantity, days in self.batches:
            if days <= 1:
                total += quantity * self.price * 0.5
            else:
                total += quantity * self.price
        return total

    def next_day(self):
        spoiled = 0
        batches = []
        for quantity, days in self.batches:
            if days > 0:
                batches.append((quantity, days - 1))
            else:
                spoiled += quantity
        self.batches = batches
        self.quantity -= spoiled
        return spoiled

    def take(self, count):
        batches = []
        for quantity, days in self.batches:
            used = min(quantity, count)
            count -= used
            if quantity > used:
                batches.append((quantity - used, days))
        self.batches = batches

    def add(self, count):
        self.batches.append((count, self.shelf_life))


class Inventory:
    def __init__(self):
        self.items = {}
        self.sold = 0
        self.history = []

    def register(self, item):
        self.items[item.name] = item

    def deliver(self, name, count):
        item = self.items[name]
        item.quantity += count
        if isinstance(item, PerishableItem):
            item.add(count)
        self.history.append(("in", name, count))

    def order(self, name, count):
        item = self.items[name]
        if count > item.quantity:
            raise OutOfStock(name, count, item.quantity)
        item.quantity -= count
        if isinstance(item, PerishableItem):
            item.take(count)
        self.sold += item.price * count
        self.history.append(("out", name, count))

    def total_value(self):
        return sum(item.value() for item in self.items.values())

    def low_items(self):
        return [item for item in self.items.values() if item.is_low()]

    def end_of_day(self):
        spoiled = 0
        for item in self.items.values():
            if isinstance(item, PerishableItem):
                spoiled += item.next_day()
        for item in self.low_items():
            self.deliver(item.name, item.minimum * 3)
        return spoiled


def build_inventory():
    inventory = Inventory()
    for i, name in enumerate(["nail", "screw", "hammer", "saw", "paint", "brush"]):
        inventory.register(Item(name, 2 + i * 3, 40, 15))
    for i, name in enumerate(["milk", "bread", "cheese"]):
        inventory.register(PerishableItem(name, 1 + i, 30, 12, 2 + i))
    return inventory


def run():
    inventory = build_inventory()
    names = list(inventory.items)
    refused = 0
    spoiled = 0
    missing = 0
    for day in range(400):
        for customer in range(25):
            name = names[(day * 7 + customer * customer) % len(names)]
            count = (day + customer * 3) % 6 + 1
            try:
                inventory.order(name, count)
            except OutOfStock as problem:
                refused += 1
                missing += problem.wanted - problem.available
        spoiled += inventory.end_of_day()
    incoming = sum(count for kind, _, count in inventory.history if kind == "in")
    return inventory.sold, inventory.total_value(), refused, missing, spoiled, incoming, inventory.low_items()

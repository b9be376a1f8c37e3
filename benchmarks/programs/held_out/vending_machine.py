"""A vending machine as a state machine, fed with the events of a long day."""

from enum import Enum


class State(Enum):
    IDLE = "idle"
    HAS_MONEY = "has money"
    DISPENSING = "dispensing"
    OUT_OF_ORDER = "out of order"


class Slot:
    def __init__(self, product, price, stock):
        self.product = product
        self.price = price
        self.stock = stock


class VendingMachine:
    COINS = (200, 100, 50, 20, 10)

    def __init__(self):
        self.state = State.IDLE
        self.credit = 0
        self.slots = {}
        self.coins = {200: 0, 100: 5, 50: 10, 20: 10, 10: 20}
        self.sales = {}
        self.messages = []
        self.handlers = {
            State.IDLE: self.handle_idle,
            State.HAS_MONEY: self.handle_money,
            State.DISPENSING: self.handle_dispensing,
            State.OUT_OF_ORDER: self.handle_broken,
        }

    def add_slot(self, code, slot):
        self.slots[code] = slot
        self.sales[slot.product] = 0

    def handle(self, event, argument=None):
        self.state = self.handlers[self.state](event, argument)

    def handle_idle(self, event, argument):
        if event == "coin":
            return self.insert(argument)
        if event == "kick":
            self.messages.append("ouch")
            return State.OUT_OF_ORDER
        return State.IDLE

    def handle_money(self, event, argument):
        if event == "coin":
            return self.insert(argument)
        if event == "cancel":
            self.give_change()
            return State.IDLE
        if event == "select":
            slot = self.slots.get(argument)
            if slot is None:
                self.messages.append("no such slot")
                return State.HAS_MONEY
            if slot.stock == 0:
                self.messages.append(slot.product + " sold out")
                return State.HAS_MONEY
            if self.credit < slot.price:
                return State.HAS_MONEY
            self.credit -= slot.price
            slot.stock -= 1
            self.sales[slot.product] += 1
            return State.DISPENSING
        return State.HAS_MONEY

    def handle_dispensing(self, event, argument):
        if event == "take":
            self.give_change()
            return State.HAS_MONEY if self.credit > 0 else State.IDLE
        return State.DISPENSING

    def handle_broken(self, event, argument):
        if event == "service":
            for slot in self.slots.values():
                slot.stock += 5
            return State.IDLE
        return State.OUT_OF_ORDER

    def insert(self, coin):
        if coin not in self.COINS:
            self.messages.append("bad coin")
            return self.state
        self.coins[coin] += 1
        self.credit += coin
        return State.HAS_MONEY

    def give_change(self):
        for coin in self.COINS:
            while self.credit >= coin and self.coins[coin] > 0:
                self.coins[coin] -= 1
                self.credit -= coin


def make_events(count):
    events = []
    number = 3
    for _ in range(count):
        number = number * 16807 % 2147483647
        choice = number % 20
        if choice < 8:
            events.append(("coin", [10, 20, 50, 100, 200, 5][number // 20 % 6]))
        elif choice < 14:
            events.append(("select", "A" + str(number // 20 % 5)))
        elif choice < 18:
            events.append(("take", None))
        elif choice == 18:
            events.append(("cancel", None))
        else:
            events.append(("service" if number // 20 % 2 else "kick", None))
    return events


def run():
    machine = VendingMachine()
    for i, product in enumerate(["cola", "water", "chips", "chocolate"]):
        machine.add_slot("A" + str(i), Slot(product, 80 + 40 * i, 30 + 10 * i))
    visits = {state: 0 for state in State}
    for event, argument in make_events(7000):
        machine.handle(event, argument)
        visits[machine.state] += 1
    money = sum(coin * count for coin, count in machine.coins.items())
    return machine.sales, money, machine.credit, len(machine.messages), [visits[state] for state in State]

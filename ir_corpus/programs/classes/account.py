# calls: work(80)
class Account:
    def __init__(self, owner, balance):
        self.owner = owner
        self.balance = balance
        self.log = []

    def deposit(self, amount):
        self.balance += amount
        self.log.append(('in', amount))

    def withdraw(self, amount):
        if amount > self.balance:
            self.log.append(('refused', amount))
            return False
        self.balance -= amount
        self.log.append(('out', amount))
        return True

    def total(self, kind):
        result = 0
        for i in range(len(self.log)):
            if self.log[i][0] == kind:
                result += self.log[i][1]
        return result


def work(count):
    account = Account('ann', 100)
    for i in range(count):
        if i % 3 == 0:
            account.deposit(i)
        else:
            account.withdraw(i * 2 % 50)
    return account.balance, account.total('in'), account.total('out'), account.total('refused')

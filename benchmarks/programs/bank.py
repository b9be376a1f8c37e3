"""A small bank: accounts, transfers, fees and years of interest."""


YEARS = 8


class Account:
    def __init__(self, owner, balance):
        self.owner = owner
        self.balance = balance
        self.operations = 0

    def can_pay(self, amount):
        return self.balance >= amount

    def deposit(self, amount):
        self.balance += amount
        self.operations += 1

    def withdraw(self, amount):
        if not self.can_pay(amount):
            return False
        self.balance -= amount
        self.operations += 1
        return True


class Bank:
    def __init__(self, fee):
        self.accounts = []
        self.fee = fee
        self.earned = 0

    def open_account(self, owner, balance):
        account = Account(owner, balance)
        self.accounts.append(account)
        return account

    def transfer(self, source, target, amount):
        total = amount + self.fee
        if source.withdraw(total):
            target.deposit(amount)
            self.earned += self.fee
            return True
        return False

    def add_interest(self, percent):
        for account in self.accounts:
            account.deposit(account.balance * percent // 100)


def run():
    bank = Bank(fee=2)
    for i in range(40):
        bank.open_account(f"owner {i}", 1000 + 35 * i)
    refused = 0
    for day in range(1, YEARS * 365 + 1):
        for i in range(len(bank.accounts)):
            source = bank.accounts[i]
            target = bank.accounts[(i * 7 + day) % len(bank.accounts)]
            if source is target:
                continue
            if not bank.transfer(source, target, (day * 13 + i * 5) % 90):
                refused += 1
        if day % 30 == 0:
            bank.add_interest(6)
    balances = [account.balance for account in bank.accounts]
    return sum(balances), min(balances), max(balances), refused, bank.earned, bank.accounts[7].operations

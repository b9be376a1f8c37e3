# calls: by_month([('2024-%02d-%02d' % (i % 12 + 1, i % 28 + 1), ['rent', 'food', 'bus', 'pay'][i % 4], (i * 37 % 90 + 1) * (1 if i % 4 == 3 else -1)) for i in range(250)])
# calls: by_month([('2024-01-31', 'pay', 100)])
def month_of(date):
    return date[0:7]


def by_month(bookings):
    months = []
    for date, purpose, amount in bookings:
        if month_of(date) not in months:
            months.append(month_of(date))
    months.sort()
    balance = 0
    rows = []
    low = None
    for month in months:
        income = 0
        costs = 0
        purposes = {}
        for date, purpose, amount in bookings:
            if month_of(date) != month:
                continue
            if amount > 0:
                income += amount
            else:
                costs -= amount
                purposes[purpose] = purposes.get(purpose, 0) - amount
        balance += income - costs
        if low is None or balance < low[1]:
            low = (month, balance)
        largest = ''
        for purpose in purposes:
            if largest == '' or purposes[purpose] > purposes[largest]:
                largest = purpose
        rows.append('{:8} {:6d} {:6d} {:7d} {}'.format(month, income, costs, balance, largest))
    return rows, low

# calls: taxes([12000, 48000, 250000, 31000, 99000, 5000] * 8)
BANDS = [(10000, 0.0), (40000, 0.2), (90000, 0.4), (1000000, 0.45)]


def tax(income):
    owed = 0.0
    low = 0
    for high, rate in BANDS:
        if income > low:
            owed += (min(income, high) - low) * rate
        low = high
    return owed


def taxes(incomes):
    total = 0.0
    for income in incomes:
        total += tax(income)
    return total

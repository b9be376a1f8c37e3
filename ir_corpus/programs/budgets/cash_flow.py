# calls: cash_flow([(i * 11 % 120, i * 137 % 900 - 400) for i in range(160)], 500, 120)
# calls: cash_flow([(0, -100), (3, 400), (1, -50)], 120, 5)
def cash_flow(movements, opening, days):
    balance = [0] * days
    for day in range(days):
        change = 0
        for movement in movements:
            if movement[0] == day:
                change += movement[1]
        balance[day] = (balance[day - 1] if day > 0 else opening) + change
    overdrawn = []
    start = None
    for day in range(days):
        if balance[day] < 0 and start is None:
            start = day
        if balance[day] >= 0 and start is not None:
            overdrawn.append((start, day - start))
            start = None
    if start is not None:
        overdrawn.append((start, days - start))
    interest = 0.0
    for first, length in overdrawn:
        for day in range(first, first + length):
            interest += -balance[day] * 0.11 / 365
    spark = ''
    low, high = min(balance), max(balance)
    for day in range(0, days, 3):
        spark += '_.-^'[(balance[day] - low) * 3 // (high - low)]
    return overdrawn, round(interest, 2), spark

# calls: cheapest_week(80.0, [(10, 25, 1.4), (150, 240, 1.6), (350, 366, 1.9)], 365)
# calls: cheapest_week(100.0, [], 20)
def factor(day, seasons):
    for first, last, times in seasons:
        if first <= day < last:
            return times
    return 1.0


def price(day, base, seasons):
    weekend = 1.15 if day % 7 in (4, 5) else 1.0
    return base * factor(day, seasons) * weekend


def cheapest_week(base, seasons, days):
    best_start = 0
    best_price = None
    dearest = 0.0
    for start in range(days - 6):
        total = 0.0
        for day in range(start, start + 7):
            total += price(day, base, seasons)
        if best_price is None or total < best_price:
            best_price = total
            best_start = start
        if total > dearest:
            dearest = total
    year = 0.0
    for day in range(days):
        year += price(day, base, seasons)
    return best_start, round(best_price, 2), round(dearest, 2), round(year / days, 2)

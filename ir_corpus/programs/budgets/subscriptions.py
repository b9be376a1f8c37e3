# calls: yearly([('news', 7.99, 'm', 1), ('gym', 360, 'y', 3), ('films', 12.5, 'm', 4), ('cloud', 0.99, 'm', 1), ('music', 29.7, 'q', 2)] * 6, ['gym', 'films'])
# calls: yearly([('x', 52, 'w', 1)], [])
def per_month(price, period):
    if period == 'm':
        return price
    if period == 'q':
        return price / 3
    if period == 'y':
        return price / 12
    raise ValueError(period)


def due(period, start, month):
    if period == 'm':
        return True
    if period == 'q':
        return (month - start) % 3 == 0
    return month == start


def yearly(subscriptions, keep):
    months = [0.0] * 12
    skipped = []
    cancel = []
    for name, price, period, start in subscriptions:
        try:
            share = per_month(price, period)
        except ValueError:
            skipped.append(name)
            continue
        for month in range(1, 13):
            if due(period, start, month):
                months[month - 1] += price
        if share > 5 and name not in keep and name not in cancel:
            cancel.append(name)
    worst = 0
    for m in range(12):
        if months[m] > months[worst]:
            worst = m
    return [round(m, 2) for m in months], worst + 1, cancel, skipped

# calls: summary(130, 8)
def chunks(values, size):
    i = 0
    while i < len(values):
        yield values[i:i + size]
        i += size


def summary(count, size):
    values = [i * 17 % 23 for i in range(count)]
    rows = []
    for chunk in chunks(values, size):
        low = chunk[0]
        high = chunk[0]
        for value in chunk:
            low = min(low, value)
            high = max(high, value)
        rows.append((low, high, high - low))
    spread = 0
    for row in rows:
        spread += row[2]
    return rows, spread / len(rows)

# calls: pick([[r * c for c in range(24)] for r in range(30)], [0, 3, 7, 9, 12, 18, 20, 22])
# calls: total_of([{"name": str(n % 9), "value": n} for n in range(120)], ["1", "4", "7"])
def pick(rows, columns):
    result = []
    for row in rows:
        chosen = []
        for index in range(len(row)):
            if index in columns:
                chosen.append(row[index])
        result.append(chosen)
    return result


def total_of(records, names):
    total = 0
    for record in records:
        if record["name"] in names:
            total += record["value"]
    return total

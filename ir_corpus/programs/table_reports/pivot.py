# calls: pivot([dict(year=2015 + i % 6, kind='abcd'[i * i % 4], n=i % 13) for i in range(260)], 'kind', 'year', 'n', 'mean'), pivot([dict(a=1, b=2, c=3), dict(a=1, b=2, c=5)], 'a', 'b', 'c', 'max')
AGGREGATES = {
    'sum': sum,
    'mean': lambda values: round(sum(values) / len(values), 2),
    'max': max,
    'min': min,
    'count': len,
}


def collect(records, down, across, field):
    cells = {}
    for record in records:
        cells.setdefault((record[down], record[across]), []).append(record[field])
    return cells


def pivot(records, down, across, field, how):
    cells = collect(records, down, across, field)
    work = AGGREGATES[how]
    rows = sorted({r for r, _ in cells})
    columns = sorted({c for _, c in cells})
    table = [[down] + columns + ['all']]
    for r in rows:
        everything = [v for (a, _), values in cells.items() if a == r for v in values]
        table.append([r] + [work(cells[r, c]) if (r, c) in cells else None for c in columns] + [work(everything)])
    holes = sum(row.count(None) for row in table[1:])
    return table, holes

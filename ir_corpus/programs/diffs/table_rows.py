# calls: compare_tables([{'sku': 'S%03d' % i, 'price': i * 3 % 50, 'stock': i % 7, 'name': 'n' * (i % 5)} for i in range(60)], [{'sku': 'S%03d' % i, 'price': i * 3 % 49, 'stock': i % 7, 'name': 'n' * (i % 5)} for i in range(66, 5, -1)], 'sku')
# calls: compare_tables([], [{'k': 1}], 'k')
def find(rows, key, value):
    for row in rows:
        if row[key] == value:
            return row
    return None


def cell_changes(before, after):
    changed = []
    for column in before:
        if before[column] != after.get(column):
            changed.append(column)
    for column in after:
        if column not in before:
            changed.append('+' + column)
    return changed


def compare_tables(old, new, key):
    added = []
    removed = []
    per_column = {}
    deltas = []
    unchanged = 0
    for row in new:
        if find(old, key, row[key]) is None:
            added.append(row[key])
    for row in old:
        other = find(new, key, row[key])
        if other is None:
            removed.append(row[key])
            continue
        columns = cell_changes(row, other)
        if not columns:
            unchanged += 1
        for column in columns:
            per_column[column] = per_column.get(column, 0) + 1
            if isinstance(row[column], int):
                deltas.append(other[column] - row[column])
    out_of_order = 0
    for i in range(1, len(new)):
        if new[i][key] < new[i - 1][key]:
            out_of_order += 1
    return sorted(added), removed, per_column, sum(deltas), unchanged, out_of_order

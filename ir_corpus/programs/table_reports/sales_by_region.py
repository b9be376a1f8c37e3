# calls: report([{'region': ['North', 'South', 'East'][i % 3], 'product': 'P%d' % (i % 5), 'qty': i % 7 + 1, 'price': 2.5 + i % 4} for i in range(120)]), report([{'region': 'West', 'product': 'A', 'qty': 0, 'price': 1.0}])
def total_for(rows, region, product):
    total = 0.0
    for row in rows:
        if row['region'] == region and row['product'] == product:
            total += row['qty'] * row['price']
    return total


def column_names(rows, key):
    names = []
    for row in rows:
        if row[key] not in names:
            names.append(row[key])
    names.sort()
    return names


def report(rows):
    regions = column_names(rows, 'region')
    products = column_names(rows, 'product')
    lines = []
    header = 'Product'.ljust(10)
    for region in regions:
        header += region.rjust(10)
    lines.append(header)
    lines.append('-' * len(header))
    for product in products:
        line = product.ljust(10)
        for region in regions:
            line += ('%.2f' % total_for(rows, region, product)).rjust(10)
        lines.append(line)
    last = 'Total'.ljust(10)
    for region in regions:
        last += ('%.2f' % sum([total_for(rows, region, p) for p in products])).rjust(10)
    lines.append(last)
    return '\n'.join(lines)

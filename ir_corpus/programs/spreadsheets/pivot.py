# calls: pivot([{'region': 'NSEW'[i % 4], 'year': i * 7 % 3, 'sales': i * 13 % 50 + 0.5} for i in range(80)], 'sum')
# calls: pivot([{'region': 'N', 'year': 1, 'sales': 2.0}, {'region': 'S', 'year': 2, 'sales': None}], 'mean')
def combine(values, how):
    if len(values) == 0:
        return ''
    if how == 'sum':
        return sum(values)
    if how == 'mean':
        return sum(values) / len(values)
    if how == 'max':
        return max(values)
    return len(values)


def pivot(rows, how):
    regions = []
    years = []
    for row in rows:
        if row['region'] not in regions:
            regions.append(row['region'])
        if row['year'] not in years:
            years.append(row['year'])
    table = [[''] + sorted(years) + ['all']]
    for region in sorted(regions):
        line = [region]
        everything = []
        for year in sorted(years):
            values = []
            for row in rows:
                if row['region'] == region and row['year'] == year and row['sales'] is not None:
                    values.append(row['sales'])
            everything += values
            line.append(combine(values, how))
        line.append(combine(everything, how))
        table.append(line)
    return table

# calls: totals([('north', 'wheat', 7.2), ('south', 'wheat', 6.8), ('hill', 'oats', 4.1), ('south', 'oats', 4.9), ('north', 'rape', 3.3)] * 40, {'north': 12.5, 'south': 8.0})
def totals(loads, hectares):
    fields = []
    crops = []
    for load in loads:
        if load[0] not in fields:
            fields.append(load[0])
        if load[1] not in crops:
            crops.append(load[1])
    table = []
    for field in sorted(fields):
        row = []
        for crop in sorted(crops):
            total = 0.0
            for load in loads:
                if load[0] == field and load[1] == crop:
                    total += load[2]
            row.append(total)
        table.append(row)
    lines = []
    for i, field in enumerate(sorted(fields)):
        try:
            area = hectares[field]
        except KeyError:
            area = 1.0
        cells = ''
        for value in table[i]:
            cells += '%8.2f' % (value / area)
        lines.append(field.ljust(8) + cells)
    return lines

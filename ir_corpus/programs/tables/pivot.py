# calls: pivot([('q' + str(i % 4), 'r' + str(i % 3), i * 7 % 50) for i in range(120)])
def pivot(records):
    quarters = []
    regions = []
    for record in records:
        if record[0] not in quarters:
            quarters.append(record[0])
        if record[1] not in regions:
            regions.append(record[1])
    cells = {}
    for record in records:
        key = (record[0], record[1])
        if key in cells:
            cells[key] = cells[key] + record[2]
        else:
            cells[key] = record[2]
    lines = []
    for quarter in quarters:
        line = quarter
        for region in regions:
            if (quarter, region) in cells:
                line = line + ' ' + str(cells[(quarter, region)])
            else:
                line = line + ' -'
        lines.append(line)
    return '\n'.join([line for line in lines])

# calls: flatten_all([{'id': i, 'tags': ['a', 'b'][:i % 3], 'geo': {'lat': i * 0.5, 'lon': {'deg': i, 'min': i % 60}}} for i in range(50)]), flatten_all([{'x': {}}, {'y': []}])
def flatten(record, prefix):
    flat = {}
    for key in record:
        value = record[key]
        name = key if prefix == '' else prefix + '.' + key
        if type(value) is dict:
            inner = flatten(value, name)
            for k in inner:
                flat[k] = inner[k]
        elif type(value) is list:
            for i in range(len(value)):
                flat[name + '[' + str(i) + ']'] = value[i]
        else:
            flat[name] = value
    return flat


def all_columns(rows):
    columns = []
    for row in rows:
        for name in row:
            if name not in columns:
                columns.append(name)
    return columns


def flatten_all(records):
    rows = []
    for record in records:
        rows.append(flatten(record, ''))
    columns = all_columns(rows)
    grid = [columns]
    for row in rows:
        line = []
        for name in columns:
            if name in row:
                line.append(row[name])
            else:
                line.append('')
        grid.append(line)
    filled = [len([line for line in grid[1:] if line[c] != '']) for c in range(len(columns))]
    return columns, filled, grid[-1]

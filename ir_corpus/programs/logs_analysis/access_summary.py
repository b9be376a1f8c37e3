# calls: summary(['10.0.0.%d - GET /p%d %d %d' % (i % 7, i % 5, 200 if i % 6 else 404, i * 37 % 900) for i in range(220)])
def parse(line):
    parts = line.split(' ')
    return {'ip': parts[0], 'method': parts[2], 'path': parts[3], 'status': int(parts[4]), 'size': int(parts[5])}


def is_error(entry):
    return entry['status'] >= 400


def summary(lines):
    hits = {}
    sizes = {}
    errors = []
    clients = []
    for line in lines:
        entry = parse(line)
        if entry['ip'] not in clients:
            clients.append(entry['ip'])
        if entry['path'] in hits:
            hits[entry['path']] += 1
        else:
            hits[entry['path']] = 1
        sizes[entry['path']] = sizes.get(entry['path'], 0) + entry['size']
        if is_error(entry):
            errors.append(entry['path'])
    rows = []
    for path in sorted(hits.keys()):
        rows.append((path, hits[path], sizes[path] / hits[path], errors.count(path)))
    return rows, len(clients), len(errors) / len(lines)

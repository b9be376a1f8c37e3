# calls: parse(['a = 1', '# note', 'b=22', '', ' c = x ', 'broken', 'd = 4=5'] * 5)
def parse(lines):
    values = {}
    errors = []
    for number in range(len(lines)):
        line = lines[number].strip()
        if len(line) == 0 or line.startswith('#'):
            continue
        if '=' not in line:
            errors.append(number)
            continue
        key, value = line.split('=', 1)
        values[key.strip()] = value.strip()
    return values, errors

# calls: load('name;age;city\nann;31;rome\nbob;25;oslo\ncid;47;bonn\n' + 'dee;52;kiel\n' * 25)
def split(line, separator):
    parts = []
    part = ''
    for letter in line:
        if letter == separator:
            parts.append(part)
            part = ''
        else:
            part += letter
    parts.append(part)
    return parts


def load(text):
    lines = [line for line in text.split('\n') if line != '']
    header = split(lines[0], ';')
    rows = []
    for i in range(1, len(lines)):
        values = split(lines[i], ';')
        row = {}
        for j in range(len(header)):
            row[header[j]] = values[j]
        rows.append(row)
    total = 0
    for row in rows:
        total += int(row['age'])
    return len(rows), total / len(rows)

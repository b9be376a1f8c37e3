# calls: run_source('set a 1\nset b 0\nset n 90\nadd b a\nadd a b\nset t 0\nadd t a\nrem a 9973\nrem b 9973\ndec n\njnz n -6\nout a\nout b')
# calls: run_source('set a 5\nout a\ndec a\njnz a -2'), run_source('; nothing here\n\nout z')
def read(source):
    rows = []
    for line in source.split('\n'):
        line = line.split(';')[0].strip()
        if line:
            rows.append(line.split())
    return rows


def value(registers, word):
    if word.lstrip('-').isdigit():
        return int(word)
    return registers.get(word, 0)


def run_source(source):
    rows = read(source)
    registers = {}
    output = []
    counts = [0] * len(rows)
    at = 0
    while 0 <= at < len(rows):
        op, target = rows[at][0], rows[at][1]
        counts[at] += 1
        move = 1
        if op == 'set':
            registers[target] = value(registers, rows[at][2])
        if op == 'add':
            registers[target] = value(registers, target) + value(registers, rows[at][2])
        if op == 'rem':
            registers[target] = value(registers, target) % value(registers, rows[at][2])
        if op == 'dec':
            registers[target] = value(registers, target) - 1
        if op == 'jnz' and value(registers, target) != 0:
            move = value(registers, rows[at][2])
        if op == 'out':
            output.append(value(registers, target))
        at += move
    hottest = counts.index(max(counts))
    return output, sum(counts), ' '.join(rows[hottest])

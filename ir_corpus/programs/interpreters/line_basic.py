# calls: basic(['10 LET S = 0', '20 LET I = 1', '30 LET S = S + I', '40 LET I = I + 2', '50 IF I < 200 GOTO 30', '60 PRINT S', '70 END'])
# calls: basic(['10 LET A = 3', '30 PRINT A', '20 LET A = A * 14', '40 END']), basic(['10 GOTO 10'])
def term(word, names):
    if word in names:
        return names[word]
    try:
        return int(word)
    except ValueError:
        return 0


def calc(words, names):
    total = term(words[0], names)
    for k in range(1, len(words), 2):
        other = term(words[k + 1], names)
        if words[k] == '+':
            total += other
        elif words[k] == '-':
            total -= other
        elif words[k] == '*':
            total *= other
    return total


def next_line(numbers, current):
    bigger = [n for n in numbers if n > current]
    if not bigger:
        return None
    return min(bigger)


def basic(listing):
    program = {}
    for line in listing:
        number, rest = line.split(' ', 1)
        program[int(number)] = rest.split(' ')
    names = {}
    shown = []
    at = min(program)
    budget = 600
    while at is not None and budget > 0:
        budget -= 1
        words = program[at]
        if words[0] == 'END':
            return 'READY', shown, names
        if words[0] == 'LET':
            names[words[1]] = calc(words[3:], names)
        elif words[0] == 'PRINT':
            shown.append(calc(words[1:], names))
        elif words[0] == 'GOTO':
            at = int(words[1])
            continue
        elif words[0] == 'IF' and term(words[1], names) < term(words[3], names):
            at = int(words[5])
            continue
        at = next_line(program.keys(), at)
    return 'BREAK AT ' + str(at), shown, names

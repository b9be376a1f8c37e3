# calls: check_enumerations(['%d. Some words here about a thing (%s)' % (i, ['5', '3,4', '2-6', '4,2,3', '9'][i % 5]) for i in range(1, 75)], {i: ['HOUSE', 'BIG TREE', 'IN-HOUSE', 'KING OF ALL', 'ELEPHANTS', 'ODD'][i % 6] for i in range(1, 80)}), check_enumerations(['x'], {})
def enumeration(answer):
    out = ''
    run = 0
    for ch in answer:
        if ch.isalpha():
            run += 1
        elif ch == ' ':
            out += str(run) + ','
            run = 0
        elif ch == '-':
            out += str(run) + '-'
            run = 0
    return out + str(run)


def split_clue(line):
    dot = line.find('. ')
    if dot == -1 or not line[:dot].isdigit():
        return None
    opening = line.rfind('(')
    if opening == -1 or line[-1] != ')':
        return None
    return int(line[:dot]), line[dot + 2:opening].strip(), line[opening + 1:-1]


def total(pattern):
    return sum(int(part) for part in pattern.replace('-', ',').split(','))


def check_enumerations(lines, answers):
    wrong = []
    unread = []
    lengths = {}
    for line in lines:
        clue = split_clue(line)
        if clue is None:
            unread.append(line)
            continue
        number, words, pattern = clue
        if number not in answers:
            wrong.append((number, 'missing'))
        elif pattern != enumeration(answers[number]):
            if total(pattern) == total(enumeration(answers[number])):
                wrong.append((number, 'split'))
            else:
                wrong.append((number, total(pattern) - total(enumeration(answers[number]))))
        lengths[total(pattern)] = lengths.get(total(pattern), 0) + 1
    return wrong, unread, sorted(lengths.items())

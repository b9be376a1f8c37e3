# calls: count_groups(['I21.%d' % (i % 9) if i % 3 else 'J%02d' % (i % 40) for i in range(180)] + ['X', '12.3', 'S72.00', 'a01'] * 8)
GROUPS = [('A00', 'B99', 'infection'), ('I00', 'I99', 'heart'), ('J00', 'J99', 'lung'), ('S00', 'T98', 'injury')]


def is_code(text):
    if len(text) < 3 or len(text) > 6:
        return False
    if not ('A' <= text[0] <= 'Z'):
        return False
    for i in range(1, 3):
        if not ('0' <= text[i] <= '9'):
            return False
    return len(text) == 3 or text[3] == '.'


def group_of(code):
    for first, last, name in GROUPS:
        if first <= code[:3] <= last:
            return name
    return 'other'


def count_groups(codes):
    counts = {}
    wrong = []
    for code in codes:
        code = code.upper()
        if not is_code(code):
            if code not in wrong:
                wrong.append(code)
            continue
        name = group_of(code)
        if name not in counts:
            counts[name] = {}
        counts[name][code[:3]] = counts[name].get(code[:3], 0) + 1
    lines = []
    for name in sorted(counts):
        total = 0
        for chapter in counts[name]:
            total += counts[name][chapter]
        lines.append(name + ': ' + str(total) + ' in ' + str(len(counts[name])) + ' chapters')
    return lines, wrong

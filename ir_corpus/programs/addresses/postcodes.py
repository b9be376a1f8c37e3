# calls: sort_mail(['SW1A 1AA', 'M1 1AE', '10115', '90210-1234', 'B33 8TH', '8001', 'K1A 0B1', '??'] * 7)
def pattern(code):
    shape = ''
    for letter in code:
        if letter.isdigit():
            shape += '9'
        elif letter.isalpha():
            shape += 'A'
        else:
            shape += letter
    return shape


def country(code):
    rules = [('99999', 'DE'), ('99999-9999', 'US'), ('9999', 'CH'), ('A9A 9A9', 'CA'), ('A9 9AA', 'GB'),
             ('A99 9AA', 'GB'), ('AA9A 9AA', 'GB')]
    for shape, name in rules:
        if pattern(code) == shape:
            return name
    return None


def sort_mail(codes):
    boxes = {}
    returned = []
    for code in codes:
        code = code.strip().upper()
        if country(code) is None:
            returned.append(code)
            continue
        if country(code) not in boxes:
            boxes[country(code)] = []
        boxes[country(code)].append(code)
    lines = []
    for name in sorted(boxes):
        distinct = []
        for code in sorted(boxes[name]):
            if code not in distinct:
                distinct.append(code)
        lines.append(name + ' ' + str(len(boxes[name])) + ': ' + ', '.join(distinct))
    return lines, len(returned) / len(codes)

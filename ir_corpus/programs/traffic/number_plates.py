# calls: sort_plates([('B-MW %d' % i if i % 3 else 'HH A %d' % (i * 31)) for i in range(150)], ['BMW7', 'HHA93', 'HHA279'])
def clean(plate):
    result = ''
    for ch in plate:
        if ch not in ' -.':
            result += ch
    return result.upper()


def split_plate(plate):
    letters = ''
    digits = ''
    for i in range(len(plate)):
        if plate[i].isdigit():
            digits = digits + plate[i]
        else:
            letters = letters + plate[i]
    return letters, digits


def sort_plates(plates, wanted):
    by_place = {}
    alarms = []
    for plate in plates:
        if clean(plate) in wanted:
            alarms.append(clean(plate))
        letters, digits = split_plate(clean(plate))
        by_place.setdefault(letters[:2], []).append(int(digits))
    lines = []
    for place in sorted(by_place):
        numbers = sorted(by_place[place])
        lines.append('%s: %d plates, %d to %d' % (place, len(numbers), numbers[0], numbers[-1]))
    return lines, alarms

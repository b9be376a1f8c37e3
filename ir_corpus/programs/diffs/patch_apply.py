# calls: patch_all(['row %d' % (i % 30) for i in range(110)], [(i * 9, ['row %d' % ((i * 9 + 2) % 30)], ['new %d' % i, 'x']) for i in range(11)])
# calls: patch_all(['a', 'b'], [(0, ['b'], [])]), patch_all(['a'], [(0, ['q'], ['z'])])
def fits_at(lines, wanted, place):
    if place < 0 or place + len(wanted) > len(lines):
        return False
    for k in range(len(wanted)):
        if lines[place + k] != wanted[k]:
            return False
    return True


def locate(lines, wanted, expected):
    offset = 0
    while offset <= len(lines):
        if fits_at(lines, wanted, expected + offset):
            return expected + offset
        if fits_at(lines, wanted, expected - offset):
            return expected - offset
        offset += 1
    return None


def patch_all(lines, hunks):
    result = lines[:]
    shift = 0
    rejects = []
    fuzz = []
    for number, (expected, old, new) in enumerate(hunks):
        place = locate(result, old, expected + shift)
        if place is None:
            rejects.append(number)
            continue
        fuzz.append(place - expected - shift)
        result = result[:place] + new + result[place + len(old):]
        shift = shift + len(new) - len(old)
    back = result
    for expected, old, new in reversed(hunks):
        place = locate(back, new, expected + shift)
        if place is not None and new:
            back = back[:place] + old + back[place + len(new):]
            shift -= len(new) - len(old)
    return len(result), rejects, fuzz, back == lines

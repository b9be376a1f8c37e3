# calls: patrol('S.L..L.S|L.S..L..|..SSL.L.|LLL....S' * 6, 30)
# calls: patrol('LS', 5)
def neighbours(row, i):
    found = []
    if i > 0:
        found.append(i - 1)
    if i + 1 < len(row):
        found.append(i + 1)
    return found


def night(row):
    after = list(row)
    eaten = 0
    for i in range(len(row)):
        if row[i] == 'S':
            for k in neighbours(row, i):
                if after[k] == 'L':
                    after[k] = 'S'
                    after[i] = '.'
                    eaten += 1
                    break
    return ''.join(after), eaten


def patrol(picture, nights):
    rows = picture.split('|')
    eaten = 0
    quiet = 0
    for n in range(nights):
        before = eaten
        for r in range(len(rows)):
            rows[r], count = night(rows[r])
            eaten = eaten + count
        if eaten == before:
            quiet += 1
            if quiet == 2:
                break
    left = 0
    for row in rows:
        for c in row:
            if c == 'L':
                left += 1
    return eaten, left, rows[0]

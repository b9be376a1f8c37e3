# calls: letters([91, 78, 85, 62, 49, 73, 100, 88, 55, 67] * 15)
def letter(points):
    if points >= 90:
        return 'A'
    elif points >= 80:
        return 'B'
    elif points >= 70:
        return 'C'
    elif points >= 60:
        return 'D'
    else:
        return 'F'


def letters(points):
    grades = []
    for p in points:
        grades.append(letter(p))
    counts = {}
    for grade in grades:
        counts[grade] = counts.get(grade, 0) + 1
    passed = 0
    for grade in grades:
        if grade in ['A', 'B', 'C', 'D']:
            passed += 1
    line = ''
    for name in ['A', 'B', 'C', 'D', 'F']:
        line += name + ':' + '*' * (counts[name] // 5) + ' '
    return line, passed

# calls: certificates([{'name': 'Pupil %d' % i, 'class': '%d%s' % (5 + i % 3, 'ab'[i % 2]), 'marks': {'maths': [i % 6 + 1, (i + 2) % 6 + 1], 'german': [2, i % 4 + 1, 3], 'sport': [1] * (i % 2)}} for i in range(54)])
# calls: certificates([{'name': 'Solo', 'class': '1a', 'marks': {}}])
def average(marks):
    if len(marks) == 0:
        return 0
    total = 0
    for m in marks:
        total = total + m
    return total / len(marks)


def final_mark(marks):
    a = average(marks)
    whole = int(a)
    if a - whole > 0.5:
        whole = whole + 1
    return whole


def passed(pupil):
    fives = 0
    for subject in pupil['marks']:
        mark = final_mark(pupil['marks'][subject])
        if mark == 6:
            return False
        if mark == 5:
            fives = fives + 1
    return fives <= 1


def pupils_of(pupils, name):
    return [p for p in pupils if p['class'] == name]


def certificates(pupils):
    classes = []
    for p in pupils:
        if p['class'] not in classes:
            classes.append(p['class'])
    result = {}
    for name in sorted(classes):
        group = pupils_of(pupils, name)
        best = group[0]
        best_average = 99
        failed = []
        for p in group:
            marks = []
            for subject in p['marks']:
                marks = marks + p['marks'][subject]
            if average(marks) < best_average:
                best_average = average(marks)
                best = p
            if not passed(p):
                failed.append(p['name'])
        result[name] = {'pupils': len(group), 'best': best['name'], 'average': round(best_average, 2), 'failed': failed}
    return result

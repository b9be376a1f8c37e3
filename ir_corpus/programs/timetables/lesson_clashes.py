# calls: check_week(['Mon 9 10 maths smith r1', 'Mon 9 11 art jones r1', 'Tue 10 12 maths smith r2', 'Tue 11 12 latin smith r3', 'Wed 8 9 pe lee gym', 'Fri 14 16 lab jones r2', 'Fri 15 16 art jones r1'] * 4)
# calls: check_week(['Mon 9 10 a b c'])
from itertools import combinations


def parse(line):
    day, begin, end, subject, teacher, room = line.split()
    return {'day': day, 'begin': int(begin), 'end': int(end), 'subject': subject, 'teacher': teacher, 'room': room}


def together(a, b):
    return a['day'] == b['day'] and a['begin'] < b['end'] and b['begin'] < a['end']


def gaps(lessons, teacher):
    lost = 0
    for day in ('Mon', 'Tue', 'Wed', 'Thu', 'Fri'):
        hours = sorted((l['begin'], l['end']) for l in lessons if l['teacher'] == teacher and l['day'] == day)
        for first, second in zip(hours, hours[1:]):
            lost += max(0, second[0] - first[1])
    return lost


def check_week(lines):
    lessons = [parse(line) for line in lines]
    clashes = {'room': 0, 'teacher': 0}
    worst = []
    for a, b in combinations(lessons, 2):
        if not together(a, b):
            continue
        for key in clashes:
            if a[key] == b[key]:
                clashes[key] += 1
                if a['subject'] != b['subject']:
                    worst.append(key + ':' + a['subject'] + '/' + b['subject'])
    teachers = sorted(set(l['teacher'] for l in lessons))
    return clashes, sorted(set(worst)), {t: gaps(lessons, t) for t in teachers}

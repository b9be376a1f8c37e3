# calls: sheet(['08:00-12:00', '12:30-16:45', '22:15-02:00', '9-5', '07:55-08:05'] * 9, 15), sheet(['23:58-00:03'], 5)
def minutes(text):
    hours, rest = text.split(':')
    return int(hours) * 60 + int(rest)


def rounded(value, step):
    lower = value - value % step
    if value - lower >= step / 2:
        return lower + step
    return lower


def sheet(entries, step):
    total = 0
    night = 0
    wrong = []
    for number, entry in enumerate(entries):
        try:
            start, end = entry.split('-')
            begin = rounded(minutes(start), step)
            finish = rounded(minutes(end), step)
        except ValueError:
            wrong.append(number)
            continue
        if finish < begin:
            finish += 24 * 60
        total += finish - begin
        minute = begin
        while minute < finish:
            if minute % 1440 >= 22 * 60 or minute % 1440 < 6 * 60:
                night += step
            minute += step
    return '%d:%02d' % (total // 60, total % 60), night, wrong

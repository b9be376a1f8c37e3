# calls: quarters(['%04d%02d%02d' % (2019 + i % 3, i * 5 % 12 + 1, i % 28 + 1) for i in range(200)], [i * 13 % 50 for i in range(200)], 4), quarters(['20200101'], [3], 1)
def quarter(stamp, first_month):
    year, month = int(stamp[:4]), int(stamp[4:6])
    offset = (month - first_month) % 12
    if month < first_month:
        year -= 1
    return 'FY%dQ%d' % (year, offset // 3 + 1)


def quarters(stamps, amounts, first_month):
    labels = sorted({quarter(s, first_month) for s in stamps})
    totals = [sum(a for s, a in zip(stamps, amounts) if quarter(s, first_month) == label) for label in labels]
    running = []
    year = ''
    for label, total in zip(labels, totals):
        if label[:-2] != year:
            year = label[:-2]
            running.append(total)
        else:
            running.append(running[-1] + total)
    return list(zip(labels, totals, running))

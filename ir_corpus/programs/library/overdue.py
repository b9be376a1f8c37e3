# calls: letters([('m%d' % (i % 13), 'Book %d' % i, i * 5 % 60, 14 if i % 4 else 28) for i in range(80)], 50)
def fine(days, rate=0.2, cap=8.0):
    if days <= 0:
        return 0.0
    if days > 30:
        return cap
    return min(cap, days * rate)


def letters(loans, today):
    members = []
    for member, title, lent, allowed in loans:
        if member not in members:
            members.append(member)
    result = []
    for member in members:
        lines = []
        total = 0.0
        for who, title, lent, allowed in loans:
            late = today - lent - allowed
            if who == member and late > 0:
                lines.append('- ' + title + ', ' + str(late) + ' days: ' + '%.2f' % fine(late))
                total += fine(late)
        if len(lines) > 0:
            result.append('Dear ' + member + ',\n' + '\n'.join(lines) + '\nTotal: ' + '%.2f' % total)
    return result

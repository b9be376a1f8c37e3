# calls: report([('north', 1200, 740), ('south', 900, 610), ('east', 1500, 490), ('west', 300, 280)] * 12)
def turnout(row):
    return row[2] / row[1]


def level(share):
    if share >= 0.8:
        return 'high'
    elif share >= 0.6:
        return 'good'
    elif share >= 0.4:
        return 'fair'
    return 'low'


def report(rows):
    lines = []
    for i in range(len(rows)):
        name = rows[i][0]
        share = turnout(rows[i])
        lines.append(name + ': ' + str(round(share * 100)) + '% ' + level(share))
    voters = 0
    votes = 0
    for row in rows:
        voters += row[1]
        votes += row[2]
    text = ''
    for line in lines:
        text += line + '\n'
    return text, votes / voters

# calls: grade_all('ABDCCADBBA', ['ABDCCADBBA', 'ABDCAADB-A', 'BBDCCA----', 'ADDCCACBBD', 'CCCCCCCCCC'] * 8, 0.25)
def grade(key, answers, penalty):
    score = 0.0
    for i in range(len(key)):
        if answers[i] == key[i]:
            score = score + 1
        elif answers[i] != '-':
            score = score - penalty
    return max(score, 0.0)


def grade_all(key, sheets, penalty):
    scores = []
    for sheet in sheets:
        scores.append(grade(key, sheet, penalty))
    # which questions tell strong and weak pupils apart
    middle = sorted(scores)[len(scores) // 2]
    questions = []
    for i in range(len(key)):
        strong = 0
        weak = 0
        for k in range(len(sheets)):
            if sheets[k][i] == key[i]:
                if grade(key, sheets[k], penalty) >= middle:
                    strong += 1
                else:
                    weak += 1
        questions.append((i + 1, (strong + weak) / len(sheets), strong - weak))
    return scores, questions

# calls: report([35, 92, 78, 61, 55, 88, 49, 70] * 6)
def grade(score):
    if score >= 90:
        return 'A'
    elif score >= 80:
        return 'B'
    elif score >= 70:
        return 'C'
    elif score >= 60:
        return 'D'
    return 'F'


def report(scores):
    counts = {}
    for score in scores:
        letter = grade(score)
        if letter in counts:
            counts[letter] += 1
        else:
            counts[letter] = 1
    return counts

# calls: smallest_coefficients([('Fe', 1, 0), ('O', 0, 2)], [('Fe', 2), ('O', 3)], 6)
# calls: smallest_coefficients([('C', 1, 0), ('H', 4, 0), ('O', 0, 2)], [('C', 1), ('H', 4), ('O', 4)], 5)
def fits(left, right, a, b, c):
    for element, first, second in left:
        need = 0
        for other, count in right:
            if other == element:
                need += count * c
        if first * a + second * b != need:
            return False
    return True


def smallest_coefficients(left, right, limit):
    answers = []
    for a in range(1, limit):
        for b in range(1, limit):
            for c in range(1, limit):
                if fits(left, right, a, b, c):
                    answers.append((a + b + c, a, b, c))
    if len(answers) == 0:
        return None
    best = answers[0]
    for answer in answers:
        if answer[0] < best[0]:
            best = answer
    return best[1:]

# calls: reduce_all(['SKKx', 'S(K(SI))Kxy', 'S(S(KS)K)(KI)fx', 'SII(SII)', 'S(K(SI))(S(KK)I)ab', 'BCCabc'] * 4, 40)
# calls: reduce_all(['Ix', 'K'], 5)
def split_terms(text):
    terms = []
    depth = 0
    piece = ''
    for letter in text:
        piece += letter
        if letter == '(':
            depth += 1
        if letter == ')':
            depth -= 1
        if depth == 0:
            terms.append(piece)
            piece = ''
    return terms


def unwrap(text):
    while text.startswith('('):
        terms = split_terms(text)
        text = terms[0][1:-1] + ''.join(terms[1:])
    return text


def one_step(text):
    text = unwrap(text)
    t = split_terms(text)
    if t[0] == 'I' and len(t) > 1:
        return ''.join(t[1:])
    if t[0] == 'K' and len(t) > 2:
        return t[1] + ''.join(t[3:])
    if t[0] == 'S' and len(t) > 3:
        return t[1] + t[3] + '(' + t[2] + t[3] + ')' + ''.join(t[4:])
    if t[0] == 'B' and len(t) > 3:
        return t[1] + '(' + t[2] + t[3] + ')' + ''.join(t[4:])
    if t[0] == 'C' and len(t) > 3:
        return t[1] + t[3] + t[2] + ''.join(t[4:])
    return text


def reduce_all(expressions, most):
    results = []
    for expression in expressions:
        steps = 0
        while steps < most:
            after = one_step(expression)
            if after == expression:
                break
            expression = after
            steps += 1
            if len(expression) > 60:
                break
        else:
            expression = '?' + expression
        results.append((expression, steps))
    return results

# calls: run_text('(do (def sq (fn (x) (* x x))) (def sum (fn (n) (if (< n 1) 0 (+ (sq n) (sum (- n 1)))))) (sum 40))')
# calls: run_text('(+ 1 (* 2 3) (- 10 4))'), run_text('(if (< 3 2) 1 (do (def a 4) (* a a)))')
def tokens(text):
    return text.replace('(', ' ( ').replace(')', ' ) ').split()


def parse(words):
    word = words.pop(0)
    if word != '(':
        return int(word) if word.isdigit() else word
    items = []
    while words[0] != ')':
        items.append(parse(words))
    words.pop(0)
    return items


def lookup(name, scopes):
    for scope in reversed(scopes):
        if name in scope:
            return scope[name]
    raise NameError(name)


def evaluate(form, scopes):
    if isinstance(form, int):
        return form
    if isinstance(form, str):
        return lookup(form, scopes)
    head = form[0]
    if head == 'if':
        return evaluate(form[2] if evaluate(form[1], scopes) else form[3], scopes)
    if head == 'def':
        scopes[-1][form[1]] = evaluate(form[2], scopes)
        return 0
    if head == 'fn':
        return (form[1], form[2])
    values = [evaluate(part, scopes) for part in form[1:]]
    if head == 'do':
        return values[-1]
    if head == '+':
        return sum(values)
    if head == '-':
        return values[0] - sum(values[1:])
    if head == '<':
        return values[0] < values[1]
    if head == '*':
        product = 1
        for v in values:
            product *= v
        return product
    names, body = lookup(head, scopes)
    return evaluate(body, [scopes[0], dict(zip(names, values))])


def run_text(text):
    return evaluate(parse(tokens(text)), [{}])

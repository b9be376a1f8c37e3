# calls: evaluate('3 4 + 2 * 7 5 - * 1 2 3 * + +'.split())
def evaluate(tokens):
    stack = []
    for token in tokens:
        if token == '+':
            right = stack.pop()
            left = stack.pop()
            stack.append(left + right)
        elif token == '-':
            right = stack.pop()
            left = stack.pop()
            stack.append(left - right)
        elif token == '*':
            right = stack.pop()
            left = stack.pop()
            stack.append(left * right)
        else:
            stack.append(int(token))
    return stack[0]

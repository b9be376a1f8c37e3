# calls: balanced('{[()()]}([]{})' * 8), balanced('([)]')
def balanced(text):
    pairs = {')': '(', ']': '[', '}': '{'}
    stack = []
    for letter in text:
        if letter in ['(', '[', '{']:
            stack.append(letter)
        elif letter in [')', ']', '}']:
            if len(stack) == 0 or stack.pop() != pairs[letter]:
                return False
    return len(stack) == 0

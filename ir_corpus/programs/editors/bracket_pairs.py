# calls: partners('f(a[i], {x: (y + [1, 2][0])}) if (b] else "(" ' * 7)
PAIRS = {'(': ')', '[': ']', '{': '}'}


def closing():
    return [PAIRS[c] for c in PAIRS]


def partners(text):
    stack = []
    partner = {}
    wrong = []
    levels = []
    depth = 0
    in_string = False
    for i in range(len(text)):
        c = text[i]
        if c == '"':
            in_string = not in_string
        elif not in_string:
            if c in PAIRS:
                stack.append(i)
                depth += 1
            elif c in closing():
                if stack and PAIRS[text[stack[-1]]] == c:
                    start = stack.pop()
                    partner[start] = i
                    partner[i] = start
                    depth -= 1
                else:
                    wrong.append(i)
        levels.append(depth)
    widest = 0
    for i in partner:
        widest = max(widest, abs(partner[i] - i))
    shading = ''
    for level in levels:
        shading += str(min(level, 9))
    return sorted(wrong + stack), widest, shading

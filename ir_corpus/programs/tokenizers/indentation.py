# calls: structure(['def f():', '  if x:', '    y = 1', '', '    z = 2', '  return y', 'print(f())'] * 25)
def leading(line, tab=8):
    width = 0
    for c in line:
        if c == ' ':
            width += 1
        elif c == '\t':
            width = (width // tab + 1) * tab
        else:
            break
    return width


def blank(line):
    return all(c in ' \t\r\n' for c in line)


def structure(lines):
    stack = [0]
    stream = []
    deepest = 0
    for number in range(len(lines)):
        if blank(lines[number]):
            continue
        width = leading(lines[number], tab=8)
        if width > stack[-1]:
            stack.append(width)
            stream.append(('INDENT', number))
        else:
            while width < stack[-1]:
                stack.pop()
                stream.append(('DEDENT', number))
            if width != stack[-1]:
                return None
        deepest = max(deepest, len(stack) - 1)
        stream.append(('LINE', number, lines[number].strip()))
    for _ in range(len(stack) - 1):
        stream.append(('DEDENT', len(lines)))
    return stream, deepest

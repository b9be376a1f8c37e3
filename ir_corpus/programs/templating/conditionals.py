# calls: run(['a', '#if x', 'b', '#if y', 'c', '#else', 'd', '#end', '#end', 'e'] * 6, {'x': True, 'y': False})
# calls: run(['#if z', 'p', '#else', 'q', '#end', '#end'], {})
def truth(name, values):
    if name.startswith('!'):
        return not values.get(name[1:], False)
    return bool(values.get(name, False))


def run(lines, values):
    shown = []
    stack = []
    for number in range(len(lines)):
        line = lines[number].strip()
        if line.startswith('#if '):
            stack.append(truth(line[4:], values))
        elif line == '#else':
            if len(stack) == 0:
                return 'line ' + str(number + 1) + ': else without if'
            stack[-1] = not stack[-1]
        elif line == '#end':
            if len(stack) == 0:
                return 'line ' + str(number + 1) + ': end without if'
            stack.pop()
        else:
            visible = True
            for state in stack:
                if not state:
                    visible = False
            if visible:
                shown.append('  ' * len(stack) + line)
    if len(stack) > 0:
        return 'open if'
    return '\n'.join(shown)

# calls: unified([(' ' if i % 19 else '-') + 'line %d' % i for i in range(150)] + ['+end'], 3), unified([' a', '-b', '+c', ' d'], 1), unified([' same'] * 5, 2)
def marked(script):
    positions = []
    for i in range(len(script)):
        if script[i][0] != ' ':
            positions.append(i)
    return positions


def ranges(script, context):
    found = []
    for p in marked(script):
        low = max(0, p - context)
        high = min(len(script), p + context + 1)
        if found and low <= found[-1][1]:
            found[-1][1] = high
        else:
            found.append([low, high])
    return found


def line_number(script, stop, skip):
    n = 1
    for line in script[:stop]:
        if line[0] != skip:
            n += 1
    return n


def unified(script, context):
    out = []
    for low, high in ranges(script, context):
        part = script[low:high]
        old = len([line for line in part if line[0] != '+'])
        new = len([line for line in part if line[0] != '-'])
        out.append('@@ -%d,%d +%d,%d @@' % (line_number(script, low, '+'), old, line_number(script, low, '-'), new))
        for line in part:
            out.append(line)
    added = sum(1 for line in script if line.startswith('+'))
    removed = sum(1 for line in script if line.startswith('-'))
    return out[:6], len(out), added, removed

# calls: tidy('He said "well--that is \'fine\'" and left... ' * 9), tidy("'"), tidy('"a" -- "b')
def tidy(text):
    events = []
    out = []
    open_double = False
    open_single = False
    skip = 0
    for i, ch in enumerate(text):
        if skip:
            skip -= 1
            continue
        before = text[i - 1] if i else ' '
        after = text[i + 1] if i + 1 < len(text) else ' '
        if ch == '"':
            out.append('»' if open_double else '«')
            open_double = not open_double
            events.append('d')
        elif ch == "'" and before.isalpha() and after.isalpha():
            out.append('’')
            events.append('a')
        elif ch == "'":
            out.append('›' if open_single else '‹')
            open_single = not open_single
            events.append('s')
        elif ch == '-' and after == '-':
            out.append('–')
            skip = 1
            events.append('n')
        elif text[i:i + 3] == '...':
            out.append('…')
            skip = 2
            events.append('e')
        else:
            out.append(ch)
    return ''.join(out), tally(events), balanced(out)


def tally(events):
    return {kind: events.count(kind) for kind in 'dasne' if kind in events}


def balanced(chars):
    stack = []
    pairs = {'»': '«', '›': '‹'}
    for ch in chars:
        if ch in pairs.values():
            stack.append(ch)
        elif ch in pairs:
            if not stack or stack.pop() != pairs[ch]:
                return False
    return not stack

# calls: replay([('add', i, 'w%d' % i) if i % 4 else ('undo', 0, '') if i % 3 else ('redo', 0, '') for i in range(90)])
def inverse(action):
    kind, at, word = action
    if kind == 'add':
        return ('cut', at, word)
    return ('add', at, word)


def perform(words, action):
    kind, at, word = action
    if kind == 'add':
        return words[:at] + [word] + words[at:]
    return words[:at] + words[at + 1:]


def replay(events):
    words = []
    undo = []
    redo = []
    refused = 0
    widest = 0
    for kind, at, word in events:
        if kind == 'undo':
            if not undo:
                refused += 1
                continue
            action = undo.pop()
            words = perform(words, inverse(action))
            redo.append(action)
        elif kind == 'redo':
            if not redo:
                refused += 1
                continue
            action = redo.pop()
            words = perform(words, action)
            undo.append(action)
        else:
            action = (kind, min(at, len(words)), word)
            words = perform(words, action)
            undo.append(action)
            redo = []
        width = 0
        for w in words:
            width += len(w) + 1
        widest = max(widest, width)
    return words, refused, widest

# calls: identifiers(['parseHTTPResponse', 'user_name', 'getXMLNodeById', 'MAX_LINE_LENGTH', 'toString2'] * 8)
def pieces(identifier):
    parts = []
    word = ''
    previous = ''
    for i, c in enumerate(identifier):
        following = identifier[i + 1] if i + 1 < len(identifier) else ''
        if c == '_':
            if word:
                parts.append(word)
            word = ''
        elif c.isupper() and (previous.islower() or previous.isdigit() or (following.islower() and previous.isupper())):
            if word:
                parts.append(word)
            word = c
        else:
            word = word + c
        previous = c
    if word:
        parts.append(word)
    return parts


def identifiers(names):
    frequency = {}
    snake = []
    for name in names:
        lowered = [p.lower() for p in pieces(name)]
        text = ''
        for i in range(len(lowered)):
            if i > 0:
                text += '_'
            text += lowered[i]
            if lowered[i] in frequency:
                frequency[lowered[i]] += 1
            else:
                frequency[lowered[i]] = 1
        snake.append(text)
    common = sorted(frequency.items(), key=lambda pair: pair[1], reverse=True)[:5]
    return snake, common

# calls: justify(['the quick brown fox', 'jumps over a', 'lazy dog', '', 'again and again it', 'does'] * 5, 22)
def spread(words, width):
    letters = sum([len(word) for word in words])
    gaps = len(words) - 1
    text = ''
    for i in range(len(words)):
        text += words[i]
        if i < gaps:
            size = (width - letters) // gaps
            if i < (width - letters) % gaps:
                size += 1
            text += ' ' * size
    return text


def justify(lines, width, last_left=True):
    result = []
    for i in range(len(lines)):
        words = lines[i].split()
        ends = i == len(lines) - 1 or lines[i + 1] == ''
        if len(words) < 2 or (ends and last_left):
            result.append(lines[i])
        else:
            result.append(spread(words, width))
    widths = []
    for line in result:
        if len(line) not in widths:
            widths.append(len(line))
    return result, sorted(widths)

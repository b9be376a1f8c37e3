# calls: numbered(60, 4), numbered(25, 2)
def roman(n):
    out = ''
    for value, letters in [(100, 'c'), (90, 'xc'), (50, 'l'), (40, 'xl'), (10, 'x'), (9, 'ix'), (5, 'v'), (4, 'iv'), (1, 'i')]:
        while n >= value:
            out += letters
            n -= value
    return out


def label(level, number):
    if level % 3 == 0:
        return str(number) + '.'
    elif level % 3 == 1:
        return chr(96 + (number - 1) % 26 + 1) + ')'
    return roman(number) + '.'


def numbered(count, depth):
    counters = [0] * depth
    html = ''
    level = 0
    longest = 0
    for i in range(count):
        wanted = i * i % 7 % depth
        while level < wanted:
            level += 1
            counters[level] = 0
            html += ' ' * (2 * level) + '<ol>\n'
        while level > wanted:
            html += ' ' * (2 * level) + '</ol>\n'
            level -= 1
        counters[level] += 1
        line = ' ' * (2 * level + 2) + '<li>' + label(level, counters[level]) + ' item</li>\n'
        longest = max(longest, len(line))
        html += line
    return html, counters, longest

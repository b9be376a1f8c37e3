# calls: select('*.py', ['main.py', 'test.txt', 'setup.py', 'readme.md', 'a.pyc'] * 12)
# calls: select('d?t*', ['data', 'dot', 'dirt', 'dot.txt', 'dart'] * 4)
def matches(pattern, text):
    rows = len(pattern) + 1
    columns = len(text) + 1
    table = []
    for _ in range(rows):
        table.append([False] * columns)
    table[0][0] = True
    for i in range(1, rows):
        if pattern[i - 1] == '*':
            table[i][0] = table[i - 1][0]
    for i in range(1, rows):
        for j in range(1, columns):
            if pattern[i - 1] == '*':
                table[i][j] = table[i - 1][j] or table[i][j - 1]
            elif pattern[i - 1] == '?' or pattern[i - 1] == text[j - 1]:
                table[i][j] = table[i - 1][j - 1]
    return table[rows - 1][columns - 1]


def select(pattern, names):
    found = []
    for name in names:
        if matches(pattern, name):
            found.append(name)
    return found

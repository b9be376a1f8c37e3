# calls: turns(13, 11), turns(6, 40)
def letter(n):
    return chr(n % 26 + 65)


def message(length):
    text = ''
    for k in range(length):
        text += letter(k * k + 3 * k + 5)
    return text


def turns(rows, columns):
    text = message(rows * columns)
    grid = []
    for r in range(rows):
        line = []
        for c in range(columns):
            line.append(text[r * columns + c])
        grid.append(line)
    secret = ''
    for c in range(columns):
        for r in range(rows):
            secret += grid[r][c]
    vowels = 0
    doubled = 0
    for i in range(len(secret)):
        if secret[i] in ['A', 'E', 'I', 'O', 'U']:
            vowels += 1
        if i > 0 and secret[i] == secret[i - 1]:
            doubled += 1
    return secret, vowels, doubled

# calls: corrections(['teh', 'recieve', 'wierd', 'edtior'], ['the', 'then', 'receive', 'weird', 'editor', 'edit', 'relieve', 'wired'])
def distance(a, b):
    rows = len(a) + 1
    columns = len(b) + 1
    table = [[0 for _ in range(columns)] for _ in range(rows)]
    for i in range(rows):
        table[i][0] = i
    for j in range(columns):
        table[0][j] = j
    for i in range(1, rows):
        for j in range(1, columns):
            cost = 0 if a[i - 1] == b[j - 1] else 1
            table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + cost)
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
    return table[rows - 1][columns - 1]


def corrections(words, dictionary):
    fixed = {}
    for word in words:
        if word in dictionary:
            continue
        best = []
        closest = len(word)
        for entry in dictionary:
            if abs(len(entry) - len(word)) > 2:
                continue
            d = distance(word, entry)
            if d < closest:
                closest = d
                best = [entry]
            elif d == closest:
                best = best + [entry]
        fixed[word] = (closest, best)
    return fixed

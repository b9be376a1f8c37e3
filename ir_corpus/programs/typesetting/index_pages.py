# calls: back_index([('type' if i % 3 else 'ink', i // 2 + 1) for i in range(70)] + [('Paper %s' % 'abc'[i % 3], i * 5 % 90) for i in range(90)] + [('stone', 5)])
# calls: back_index([])
def ranges(pages):
    out = []
    for p in sorted(set(pages)):
        if out and p == out[-1][1] + 1:
            out[-1][1] = p
        else:
            out.append([p, p])
    return out


def shorten(a, b):
    if a == b:
        return str(a)
    a, b = str(a), str(b)
    k = 0
    while len(a) == len(b) and k < len(a) - 1 and a[k] == b[k]:
        k += 1
    return a + '-' + b[k:]


def back_index(marks):
    entries = {}
    for word, page in marks:
        key = word.lower()
        if key in entries:
            entries[key][1].append(page)
        else:
            entries[key] = (word, [page])
    lines = []
    letter = ''
    for key in sorted(entries):
        if key[0].upper() != letter:
            letter = key[0].upper()
            lines.append('-- ' + letter + ' --')
        word, pages = entries[key]
        lines.append(word + ', ' + ', '.join(shorten(a, b) for a, b in ranges(pages)))
    return lines

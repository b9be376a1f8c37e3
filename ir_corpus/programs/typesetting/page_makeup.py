# calls: paginate([('h', 2)] + [('p', 3 + i * 5 % 14) if i % 6 else ('h', 2) for i in range(1, 90)], 42), paginate([('p', 100)], 30)
def units(items):
    for kind, lines in items:
        if kind == 'h':
            yield 'h', 3
        else:
            for k in range(lines):
                if lines > 1 and k == 0:
                    yield 'first', 1
                elif lines > 1 and k == lines - 1:
                    yield 'last', 1
                else:
                    yield 'body', 1


def may_break(before, after):
    if before == 'h' or before == 'first':
        return False
    return after != 'last'


def paginate(items, height):
    rows = list(units(items))
    pages = []
    page = []
    used = 0
    i = 0
    while i < len(rows):
        kind, size = rows[i]
        if used + size > height:
            back = len(page)
            while back > 1 and not may_break(page[back - 1][0], kind if back == len(page) else page[back][0]):
                back -= 1
            carried = page[back:]
            pages.append(page[:back])
            page = carried
            used = sum(r[1] for r in page)
        page.append(rows[i])
        used += size
        i += 1
    pages.append(page)
    short = [n for n, p in enumerate(pages) if sum(r[1] for r in p) < height - 1]
    return len(pages), short, [p[0][0] for p in pages]

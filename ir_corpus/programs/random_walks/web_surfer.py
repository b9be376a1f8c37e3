# calls: ranks(['a>b', 'a>c', 'b>c', 'c>a', 'd>c', 'e>d', 'e>a'], 25, 300)
# calls: ranks(['x>y'], 10, 40), ranks(['p%d>p%d' % (i, i * 3 % 14) for i in range(30)], 12, 100)
def read_links(lines):
    pages = {}
    for line in lines:
        source, target = line.split('>')
        pages.setdefault(source, []).append(target)
        pages.setdefault(target, [])
    return pages


def surf(pages, clicks):
    names = sorted(pages)
    visits = dict.fromkeys(names, 0)
    page, seed = names[0], 1
    for _ in range(clicks):
        visits[page] += 1
        seed = (seed * 8121 + 28411) % 134456
        if seed % 100 < 15 or not pages[page]:
            page = names[seed // 100 % len(names)]
        else:
            page = pages[page][seed // 100 % len(pages[page])]
    return visits


def iterate(pages, rounds):
    n = len(pages)
    rank = {name: 1 / n for name in pages}
    for _ in range(rounds):
        new = {}
        for name in pages:
            total = 0.15 / n
            for source in pages:
                if name in pages[source]:
                    total += 0.85 * rank[source] * pages[source].count(name) / len(pages[source])
                elif not pages[source]:
                    total += 0.85 * rank[source] / n
            new[name] = total
        rank = new
    return rank


def ranks(lines, rounds, clicks):
    pages = read_links(lines)
    rank = iterate(pages, rounds)
    visits = surf(pages, clicks)
    return [(name, round(rank[name], 4), visits[name] / clicks) for name in sorted(rank, key=lambda p: (-rank[p], p))]

# calls: pagerank([[(i * 3 + 1) % 40, (i * i) % 40, i // 2] for i in range(40)], 12), pagerank([[1], [0], []], 20)
DAMPING = 0.85


def incoming(links):
    sources = []
    for page in range(len(links)):
        sources.append([])
    for page in range(len(links)):
        for target in links[page]:
            if target != page and page not in sources[target]:
                sources[target].append(page)
    return sources


def out_count(links, page):
    different = []
    for target in links[page]:
        if target != page and target not in different:
            different.append(target)
    return len(different)


def pagerank(links, rounds):
    n = len(links)
    sources = incoming(links)
    ranks = [1.0 / n] * n
    movement = []
    for _ in range(rounds):
        lost = 0.0
        for page in range(n):
            if out_count(links, page) == 0:
                lost += ranks[page]
        fresh = []
        for page in range(n):
            flow = 0.0
            for source in sources[page]:
                flow += ranks[source] / out_count(links, source)
            fresh.append((1 - DAMPING) / n + DAMPING * (flow + lost / n))
        change = 0.0
        for page in range(n):
            change += abs(fresh[page] - ranks[page])
        movement.append(change)
        ranks = fresh
        if change < 1e-9:
            break
    order = sorted(range(n), key=lambda page: (-ranks[page], page))
    return order[:5], [round(ranks[p], 6) for p in order[:3]], len(movement), movement[-1]

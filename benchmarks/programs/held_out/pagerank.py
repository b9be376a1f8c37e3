"""PageRank of a small web by power iteration."""


def make_links(pages):
    links = {}
    for page in range(pages):
        targets = []
        for k in range(1, 6):
            target = (page * k + k * k + 3) % pages
            if target != page and target not in targets:
                targets.append(target)
        if page % 19 == 0:
            targets = []
        links[page] = targets
    return links


def incoming(links):
    result = {page: [] for page in links}
    for page, targets in links.items():
        for target in targets:
            result[target].append(page)
    return result


def pagerank(links, damping=0.85, tolerance=1e-10, max_rounds=100):
    n = len(links)
    ranks = {page: 1.0 / n for page in links}
    sources = incoming(links)
    rounds = 0
    while rounds < max_rounds:
        rounds += 1
        dangling = 0.0
        for page in links:
            if len(links[page]) == 0:
                dangling += ranks[page]
        new_ranks = {}
        for page in links:
            score = (1 - damping) / n + damping * dangling / n
            for source in sources[page]:
                score += damping * ranks[source] / len(links[source])
            new_ranks[page] = score
        change = sum(abs(new_ranks[page] - ranks[page]) for page in links)
        ranks = new_ranks
        if change < tolerance:
            break
    return ranks, rounds


def top(ranks, count):
    ordered = sorted(ranks.items(), key=lambda item: (-item[1], item[0]))
    return [(page, round(rank, 7)) for page, rank in ordered[:count]]


def run():
    links = make_links(300)
    ranks, rounds = pagerank(links)
    return top(ranks, 5), rounds, round(sum(ranks.values()), 9)

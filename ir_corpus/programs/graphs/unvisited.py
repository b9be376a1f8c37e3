# calls: frontier({n: [(n * 3) % 50, (n * 7 + 1) % 50] for n in range(50)}, [n for n in range(0, 50, 2)])
# calls: covers([(n, (n * 5) % 60) for n in range(60)], [n for n in range(0, 60, 3)])
def frontier(neighbours, visited):
    found = []
    for node in visited:
        for other in neighbours[node]:
            if other not in visited and other not in found:
                found.append(other)
    return found


def covers(edges, chosen):
    covered = 0
    for a, b in edges:
        if a in chosen or b in chosen:
            covered += 1
    return covered

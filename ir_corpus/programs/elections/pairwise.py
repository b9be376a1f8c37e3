# calls: compare([[0, 1, 2, 3, 4], [3, 0, 4, 1, 2], [2, 4, 0, 1, 3], [4, 3, 2, 1, 0]] * 6, 'A B C D E'.split())
def prefers(ballot, a, b):
    return ballot.index(a) < ballot.index(b)


def compare(ballots, names):
    n = len(names)
    wins = [[0 for _ in range(n)] for _ in range(n)]
    for ballot in ballots:
        for a in range(n):
            for b in range(n):
                if a != b and prefers(ballot, a, b):
                    wins[a][b] += 1
    scores = []
    champion = None
    for a in range(n):
        score = 0.0
        beats_all = True
        for b in range(n):
            if a == b:
                continue
            if wins[a][b] > len(ballots) / 2:
                score += 1
            else:
                beats_all = False
                if wins[a][b] == len(ballots) / 2:
                    score += 0.5
        if beats_all:
            champion = names[a]
        scores.append((score, names[a]))
    return champion, sorted(scores, reverse=True)

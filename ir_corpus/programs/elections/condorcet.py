# calls: pairwise([[0, 1, 2, 3], [2, 1, 0, 3], [3, 2, 1, 0], [1, 0, 3, 2]] * 6, 4)
def rank_of(ballot, candidate):
    for place in range(len(ballot)):
        if ballot[place] == candidate:
            return place
    return len(ballot)


def pairwise(ballots, candidates):
    wins = [[0] * candidates for _ in range(candidates)]
    for ballot in ballots:
        for a in range(candidates):
            for b in range(candidates):
                if a != b and rank_of(ballot, a) < rank_of(ballot, b):
                    wins[a][b] += 1
    scores = []
    for a in range(candidates):
        score = 0
        for b in range(candidates):
            if wins[a][b] > wins[b][a]:
                score += 1
        scores.append(score)
    return scores

# calls: ranks([3, 9, 4, 9, 1, 7, 7, 2, 8, 5, 6, 0] * 2)
def ranks(scores):
    result = []
    for i in range(len(scores)):
        rank = 1
        for j in range(len(scores)):
            if scores[j] > scores[i]:
                rank += 1
        result.append(rank)
    return result

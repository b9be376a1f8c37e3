# calls: approve([[1, 0, 1, 1], [0, 1, 1, 0], [1, 1, 0, 0], [0, 0, 1, 1]] * 20)
def approve(ballots):
    totals = [0, 0, 0, 0]
    for ballot in ballots:
        for i in range(4):
            if ballot[i] == 1:
                totals[i] = totals[i] + 1
    order = []
    left = [0, 1, 2, 3]
    while len(left) > 0:
        best = left[0]
        for candidate in left:
            if totals[candidate] > totals[best]:
                best = candidate
        order.append(best)
        left = [candidate for candidate in left if candidate != best]
    spread = 0
    for i in range(len(totals)):
        for j in range(len(totals)):
            spread = max(spread, abs(totals[i] - totals[j]))
    return order, spread

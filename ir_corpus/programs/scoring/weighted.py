# calls: weighted([[0.5, 0.8, 0.9], [0.1, 0.4, 0.7], [0.6, 0.6, 0.6]] * 10, [0.2, 0.3, 0.5])
def weighted(rows, weights):
    results = []
    for row in rows:
        total = 0.0
        for k in range(len(weights)):
            total += row[k] * weights[k]
        results.append(round(total, 3))
    return results

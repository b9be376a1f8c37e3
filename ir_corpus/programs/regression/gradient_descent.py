# calls: descend([[1.0, (i % 10) / 10, (i // 10) / 5] for i in range(50)], [0.5 + (i % 10) / 5 - (i // 10) / 10 for i in range(50)], 0.1, 25)
# calls: descend([[1.0, 2.0], [1.0, 3.0], [1.0, 5.0]], [1.0, 2.0, 4.0], 0.02, 150)
def predict(weights, row):
    total = 0.0
    for k in range(len(weights)):
        total += weights[k] * row[k]
    return total


def loss(weights, rows, targets):
    return sum((predict(weights, rows[i]) - targets[i]) ** 2 for i in range(len(rows))) / len(rows)


def descend(rows, targets, rate, rounds):
    weights = [0.0] * len(rows[0])
    history = []
    for r in range(rounds):
        gradient = [0.0 for _ in range(len(weights))]
        for i in range(len(rows)):
            error = predict(weights, rows[i]) - targets[i]
            for k in range(len(weights)):
                gradient[k] += 2 * error * rows[i][k] / len(rows)
        for k in range(len(weights)):
            weights[k] -= rate * gradient[k]
        if r % 5 == 0:
            history.append(loss(weights, rows, targets))
            if len(history) > 1 and history[-1] > history[-2]:
                rate = rate / 2
    return weights, history[-1], rate

"""Fit a plane through measured points by gradient descent, and compare with the true coefficients."""

SCRIPT = True

TRUE_WEIGHTS = [2.5, -1.25, 0.75]
LEARNING_RATE = 0.1
EPOCHS = 60

# make the data
rows = []
targets = []
seed = 99
for i in range(150):
    features = [1.0]
    for j in range(2):
        seed = (1664525 * seed + 1013904223) % 2**32
        features.append(seed / 2**32 * 2 - 1)
    seed = (1664525 * seed + 1013904223) % 2**32
    error = (seed / 2**32 - 0.5) * 0.2
    target = 0.0
    for j in range(3):
        target += TRUE_WEIGHTS[j] * features[j]
    rows.append(features)
    targets.append(target + error)


def predict(weights, features):
    total = 0.0
    for w, x in zip(weights, features):
        total += w * x
    return total


def cost(weights):
    total = 0.0
    for features, target in zip(rows, targets):
        total += (predict(weights, features) - target) ** 2
    return total / (2 * len(rows))


# train
weights = [0.0, 0.0, 0.0]
history = []
for epoch in range(EPOCHS):
    gradient = [0.0, 0.0, 0.0]
    for i in range(len(rows)):
        difference = predict(weights, rows[i]) - targets[i]
        for j in range(len(weights)):
            gradient[j] += difference * rows[i][j]
    for j in range(len(weights)):
        weights[j] -= LEARNING_RATE * gradient[j] / len(rows)
    if epoch % 10 == 0:
        history.append(round(cost(weights), 6))

result = ([round(w, 6) for w in weights], history, round(cost(weights), 8))

# calls: train([((i * 7 % 11) / 11, (i * 3 % 13) / 13, (i * 7 % 11) * 13 > (i * 3 % 13) * 11) for i in range(60)], 12, 0.5)
# calls: train([(0.1, 0.9, False), (0.8, 0.3, True)], 100, 1.0)
import math


class Model:
    def __init__(self):
        self.w1 = 0.0
        self.w2 = 0.0
        self.bias = 0.0
        self.steps = 0

    def probability(self, a, b):
        z = self.w1 * a + self.w2 * b + self.bias
        return 1.0 / (1.0 + math.exp(-z))

    def learn(self, a, b, label, rate):
        error = (1.0 if label else 0.0) - self.probability(a, b)
        self.w1 += rate * error * a
        self.w2 += rate * error * b
        self.bias += rate * error
        self.steps += 1


def accuracy(model, examples):
    right = 0
    for a, b, label in examples:
        if (model.probability(a, b) > 0.5) == label:
            right += 1
    return right / len(examples)


def train(examples, epochs, rate):
    model = Model()
    scores = []
    for _ in range(epochs):
        for example in examples:
            model.learn(example[0], example[1], example[2], rate)
        scores.append(accuracy(model, examples))
        rate *= 0.95
    return max(scores), model.steps, round(model.w1 - model.w2, 6)

# calls: rank_crop_trees([(i * 37 % 41, i * 23 % 43, 10 + i * 11 % 25) for i in range(75)], 8.0, 6)
# calls: rank_crop_trees([(0, 0, 20), (1, 1, 30)], 5.0, 2), rank_crop_trees([(0, 0, 20)], 5.0, 1)
import math


def hegyi(trees, k, radius):
    x, y, d = trees[k]
    index = 0
    for j in range(len(trees)):
        if j != k:
            distance = math.hypot(trees[j][0] - x, trees[j][1] - y)
            if distance <= radius:
                index += trees[j][2] / d / (distance + 1)
    return index


def rank_crop_trees(trees, radius, wanted):
    order = sorted(range(len(trees)), key=lambda k: (hegyi(trees, k, radius), k))
    chosen = []
    for k in order:
        if len(chosen) == wanted:
            break
        far = True
        for c in chosen:
            if math.hypot(trees[c][0] - trees[k][0], trees[c][1] - trees[k][1]) < radius:
                far = False
        if far:
            chosen.append(k)
    fell = []
    for c in chosen:
        rivals = [(trees[j][2] / math.hypot(trees[j][0] - trees[c][0], trees[j][1] - trees[c][1]), j)
                  for j in range(len(trees))
                  if j not in chosen and math.hypot(trees[j][0] - trees[c][0], trees[j][1] - trees[c][1]) < radius and trees[j][2] > trees[c][2] * 0.8]
        if rivals and max(rivals)[1] not in fell:
            fell.append(max(rivals)[1])
    return chosen, fell

"""K-means clustering of points in the plane."""

import random


def make_points(count, seed):
    rng = random.Random(seed)
    centers = [(2.0, 3.0), (8.0, 1.0), (5.0, 9.0), (9.5, 8.0)]
    points = []
    for i in range(count):
        cx, cy = centers[i % len(centers)]
        points.append((cx + rng.gauss(0, 2.2), cy + rng.gauss(0, 2.2)))
    return points


def distance(p, q):
    return ((p[0] - q[0]) ** 2 + (p[1] - q[1]) ** 2) ** 0.5


def nearest(point, centroids):
    best = 0
    best_distance = float("inf")
    for i in range(len(centroids)):
        d = distance(point, centroids[i])
        if d < best_distance:
            best_distance = d
            best = i
    return best


def assign(points, centroids):
    labels = []
    for point in points:
        labels.append(nearest(point, centroids))
    return labels


def update(points, labels, centroids):
    new_centroids = []
    for k in range(len(centroids)):
        members = [points[i] for i in range(len(points)) if labels[i] == k]
        if len(members) == 0:
            new_centroids.append(centroids[k])
            continue
        x = sum(p[0] for p in members) / len(members)
        y = sum(p[1] for p in members) / len(members)
        new_centroids.append((x, y))
    return new_centroids


def kmeans(points, k, max_iter=12):
    centroids = points[:k]
    labels = []
    for iteration in range(max_iter):
        new_labels = assign(points, centroids)
        if new_labels == labels:
            break
        labels = new_labels
        centroids = update(points, labels, centroids)
    return centroids, labels, iteration


def inertia(points, labels, centroids):
    total = 0.0
    for i, point in enumerate(points):
        total += distance(point, centroids[labels[i]]) ** 2
    return total


def run():
    points = make_points(700, 4)
    centroids, labels, iterations = kmeans(points, 4)
    sizes = [labels.count(k) for k in range(4)]
    rounded = [(round(x, 5), round(y, 5)) for x, y in sorted(centroids)]
    return rounded, sizes, iterations, round(inertia(points, labels, centroids), 5)

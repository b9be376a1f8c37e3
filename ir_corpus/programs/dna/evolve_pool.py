# calls: evolve('ACGTACGGTC', 14, 12, 77), evolve('A', 2, 3, 1)
def numbers(seed):
    x = seed

    def pick(n):
        nonlocal x
        x = (x * 1664525 + 1013904223) & 0xFFFFFFFF
        return (x >> 16) % n

    return pick


def fitness(genome, target):
    points = 0
    for i in range(len(target)):
        if genome[i] == target[i]:
            points += 2
            if i > 0 and genome[i - 1] == target[i - 1]:
                points += 1
    return points


def mutate(genome, pick):
    where = pick(len(genome))
    return genome[:where] + 'ACGT'[pick(4)] + genome[where + 1:]


def cross(a, b, pick):
    point = pick(len(a) + 1)
    return a[:point] + b[point:]


def evolve(target, size, generations, seed):
    pick = numbers(seed)
    pool = [''.join(['ACGT'[pick(4)] for _ in target]) for _ in range(size)]
    history = []
    for g in range(generations):
        pool.sort(key=lambda genome: fitness(genome, target), reverse=True)
        history.append(fitness(pool[0], target))
        if pool[0] == target:
            break
        children = pool[:2]
        while len(children) < size:
            mother = pool[min(pick(size), pick(size))]
            father = pool[min(pick(size), pick(size))]
            child = cross(mother, father, pick)
            if pick(3) == 0:
                child = mutate(child, pick)
            children.append(child)
        pool = children
    return pool[0], history

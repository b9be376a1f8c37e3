# calls: ladders(['cold', 'cord', 'card', 'ward', 'warm', 'word', 'worm', 'core', 'care', 'bare', 'bars', 'cars', 'corm', 'wars', 'wore', 'form'], [('cold', 'warm'), ('bars', 'worm'), ('core', 'wars')]), ladders(['a', 'b'], [('a', 'b'), ('a', 'zz')])
def differ_by_one(a, b):
    if len(a) != len(b):
        return False
    differences = 0
    for i in range(len(a)):
        if a[i] != b[i]:
            differences += 1
    return differences == 1


def climb(words, start, goal):
    if start not in words or goal not in words:
        return []
    paths = [[start]]
    seen = [start]
    while paths:
        longer = []
        finished = []
        reached = []
        for path in paths:
            for word in words:
                if word in seen or not differ_by_one(path[-1], word):
                    continue
                if word == goal:
                    finished.append(path + [word])
                longer.append(path + [word])
                if word not in reached:
                    reached.append(word)
        if finished:
            return finished
        seen = seen + reached
        paths = longer
    return []


def rung(path, i):
    for k in range(len(path[i])):
        if path[i][k] != path[i + 1][k]:
            return path[i][:k] + '_' + path[i][k + 1:]


def ladders(words, puzzles):
    pages = []
    for start, goal in puzzles:
        answers = climb(words, start, goal)
        if len(answers) == 0:
            pages.append((start, goal, 'no way'))
        else:
            first = min(answers)
            clues = [rung(first, i) for i in range(len(first) - 1)]
            pages.append((start, goal, len(first) - 2, len(answers), clues))
    return pages

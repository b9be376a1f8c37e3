# calls: classify([(i, i * 37 % 500) for i in range(80)])
def classify(items):
    ordered = sorted(items, key=lambda item: item[1])
    ordered.reverse()
    total = 0
    for item in ordered:
        total += item[1]
    groups = {'A': [], 'B': [], 'C': []}
    running = 0
    for i in range(len(ordered)):
        running = running + ordered[i][1]
        if running <= total * 0.7:
            groups['A'].append(ordered[i][0])
        elif running <= total * 0.9:
            groups['B'].append(ordered[i][0])
        else:
            groups['C'].append(ordered[i][0])
    sizes = []
    for name in ['A', 'B', 'C']:
        sizes.append(len(groups[name]))
    return groups, sizes

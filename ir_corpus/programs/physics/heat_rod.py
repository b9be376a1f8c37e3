# calls: cool([100.0] + [20.0] * 22 + [0.0], 0.2, 40, False), cool([5.0, 50.0, 5.0, 80.0], 0.1, 25, True)
def cool(rod, k, steps, insulated):
    rod = rod[:]
    for step in range(steps):
        new = []
        for i in range(len(rod)):
            if i == 0:
                if insulated:
                    new.append(rod[0] + k * (rod[1] - rod[0]))
                else:
                    new.append(rod[0])
            elif i == len(rod) - 1:
                if insulated:
                    new.append(rod[i] + k * (rod[i - 1] - rod[i]))
                else:
                    new.append(rod[i])
            else:
                new.append(rod[i] + k * (rod[i - 1] - 2 * rod[i] + rod[i + 1]))
        change = max([abs(new[i] - rod[i]) for i in range(len(rod))])
        rod = new
        if change < 0.001:
            return step, rod
    return steps, rod

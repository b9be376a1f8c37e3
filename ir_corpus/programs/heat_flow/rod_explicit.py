# calls: heat_rod([20.0] * 10 + [90.0] * 5 + [20.0] * 10, 0.2, 60)
# calls: heat_rod([0.0, 100.0, 0.0], 0.25, 200), heat_rod([15.0 + i % 4 for i in range(60)], 0.4, 25)
def one_step(rod, r):
    new = []
    for i in range(len(rod)):
        if i == 0 or i == len(rod) - 1:
            new.append(rod[i])
        else:
            new.append(rod[i] + r * (rod[i - 1] - 2 * rod[i] + rod[i + 1]))
    return new


def hottest(rod):
    place = 0
    for i in range(len(rod)):
        if rod[i] > rod[place]:
            place = i
    return place


def heat_rod(rod, r, steps):
    history = []
    done = False
    count = 0
    while not done:
        new = one_step(rod, r)
        biggest = 0
        for i in range(len(rod)):
            if abs(new[i] - rod[i]) > biggest:
                biggest = abs(new[i] - rod[i])
        rod = new
        count = count + 1
        history.append((hottest(rod), round(rod[hottest(rod)], 3)))
        if count == steps or biggest < 0.001:
            done = True
    return count, history[-1], [round(t, 2) for t in rod]

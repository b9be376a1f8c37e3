# calls: trim([150 + (i * 23) % 40 + i % 3 for i in range(350)], 160, 25)
# calls: trim([10, 10, 10], 50, 2)
def smooth(heights, i):
    if i == 0 or i == len(heights) - 1:
        return heights[i]
    return (heights[i - 1] + heights[i] + heights[i + 1]) // 3


def trim(heights, wanted, bag_size):
    cut = []
    holes = 0
    in_hole = False
    for i in range(len(heights)):
        if heights[i] > wanted:
            cut.append(heights[i] - wanted)
            in_hole = False
        else:
            cut.append(0)
            if not in_hole:
                holes += 1
            in_hole = True
    bags = 0
    bag = 0
    for i in range(len(cut)):
        if bag + cut[i] > bag_size:
            bags += 1
            bag = 0
        bag += cut[i]
    after = []
    for i in range(len(heights)):
        after.append(min(smooth(heights, i), wanted))
    steepest = 0
    for i in range(1, len(after)):
        if abs(after[i] - after[i - 1]) > steepest:
            steepest = abs(after[i] - after[i - 1])
    return bags, holes, steepest, sum(cut)

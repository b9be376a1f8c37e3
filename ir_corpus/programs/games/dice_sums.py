# calls: distribution(3, 6)
def distribution(dice, sides):
    counts = [1]
    for _ in range(dice):
        following = [0] * (len(counts) + sides)
        for total in range(len(counts)):
            for side in range(1, sides + 1):
                following[total + side] += counts[total]
        counts = following
    ways = 0
    for count in counts:
        ways += count
    likely = []
    for total in range(len(counts)):
        share = counts[total] / ways
        if share > 0.1:
            likely.append((total, round(share, 4)))
    return likely

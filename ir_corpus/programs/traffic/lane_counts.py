# calls: balance([[i * 7 % 23, i * 5 % 19, i * 3 % 11, i % 4] for i in range(96)], ['left', 'middle', 'right', 'bus'])
# calls: balance([[1], [2]], ['only'])
def balance(quarters, lanes):
    totals = [0 for _ in lanes]
    shares = []
    for q in range(len(quarters)):
        for lane in range(len(lanes)):
            totals[lane] += quarters[q][lane]
    everything = sum(totals)
    for lane in range(len(lanes)):
        shares.append(round(100 * totals[lane] / everything, 1))
    peaks = {}
    for lane in range(len(lanes)):
        best_hour = 0
        best_count = -1
        for hour in range(len(quarters) // 4):
            count = 0
            for k in range(4):
                count += quarters[hour * 4 + k][lane]
            if count > best_count:
                best_hour, best_count = hour, count
        peaks[lanes[lane]] = (best_hour, best_count)
    quiet = None
    for q in range(len(quarters)):
        if quiet is None or sum(quarters[q]) < sum(quarters[quiet]):
            quiet = q
    uneven = 0
    for row in quarters:
        if max(row) > 3 * (min(row) + 1):
            uneven += 1
    return dict(zip(lanes, shares)), peaks, quiet, uneven

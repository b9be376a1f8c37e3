# calls: find_dips([1000 + i % 5 - (40 if i % 97 < 6 else 0) for i in range(210)], 6, 15)
# calls: find_dips([500, 500, 480, 479, 500], 2, 10)
def local_mean(flux, centre, width):
    total = 0
    count = 0
    for i in range(centre - width, centre + width + 1):
        if i >= 0 and i < len(flux):
            total += flux[i]
            count += 1
    return total / count


def find_dips(flux, width, depth):
    dips = []
    inside = False
    start = 0
    for i in range(len(flux)):
        low = flux[i] < local_mean(flux, i, width) - depth
        if low and not inside:
            start = i
            inside = True
        if not low and inside:
            dips.append((start, i - start))
            inside = False
    if inside:
        dips.append((start, len(flux) - start))
    periods = {}
    for k in range(1, len(dips)):
        period = dips[k][0] - dips[k - 1][0]
        if period in periods:
            periods[period] += 1
        else:
            periods[period] = 1
    return dips, periods

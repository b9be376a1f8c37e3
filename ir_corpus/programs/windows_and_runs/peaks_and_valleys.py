# calls: terrain([abs(i * 13 % 40 - 20) + i * 3 % 7 for i in range(180)], 4), terrain([1, 1, 1], 1), terrain([3], 2)
def is_peak(h, i, reach):
    for j in range(i - reach, i + reach + 1):
        if j >= 0 and j < len(h) and j != i:
            if h[j] > h[i] or (h[j] == h[i] and j < i):
                return False
    return True


def prominence(h, i):
    left = h[i]
    j = i
    while j >= 0 and h[j] <= h[i]:
        left = min(left, h[j])
        j -= 1
    right = h[i]
    j = i
    while j < len(h) and h[j] <= h[i]:
        right = min(right, h[j])
        j += 1
    return h[i] - max(left, right)


def climbs(h):
    up = 0
    down = 0
    steepest = 0
    for i in range(len(h) - 1):
        step = h[i + 1] - h[i]
        if step > 0:
            up += step
            steepest = max(steepest, step)
        else:
            down -= step
    return up, down, steepest


def terrain(h, reach):
    found = []
    for i in range(len(h)):
        if is_peak(h, i, reach):
            found.append((i, h[i], prominence(h, i)))
    turned = [-x for x in h]
    low = [i for i in range(len(h)) if is_peak(turned, i, reach)]
    return found, low, climbs(h)

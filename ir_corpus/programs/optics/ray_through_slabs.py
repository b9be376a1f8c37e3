# calls: fan([(1.52, 2.0), (1.33, 5.0), (1.0, 1.0), (1.49, 0.5)], 90)
import math


def refract(n1, n2, sine):
    return n1 * sine / n2


def trace(slabs, sine):
    shift = 0.0
    path = 0.0
    index = 1.0
    for n, depth in slabs:
        sine = refract(index, n, sine)
        if sine >= 1.0:
            return None
        cosine = math.sqrt(1.0 - sine * sine)
        shift += depth * sine / cosine
        path += n * depth / cosine
        index = n
    return shift, path


def fan(slabs, rays):
    shifts = []
    reflected = 0
    slowest = 0.0
    for k in range(rays):
        result = trace(slabs, math.sin(math.radians(k * 89.0 / rays)))
        if result is None:
            reflected += 1
            continue
        shifts.append(result[0])
        slowest = max(slowest, result[1])
    gaps = []
    for i in range(1, len(shifts)):
        gaps.append(shifts[i] - shifts[i - 1])
    return reflected, slowest, max(gaps), sum(gaps) / len(gaps)

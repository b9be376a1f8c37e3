# calls: basins([[(x * x * 3 + y * y * 5 + x * y * 7) % 31 + abs(x - 8) for x in range(17)] for y in range(13)], 4), basins([[1, 2, 3]], 0)
def lowest_neighbour(land, x, y):
    best = (land[y][x], x, y)
    for ny in range(max(0, y - 1), min(len(land), y + 2)):
        for nx in range(max(0, x - 1), min(len(land[0]), x + 2)):
            if (land[ny][nx], nx, ny) < best and land[ny][nx] < land[y][x]:
                best = (land[ny][nx], nx, ny)
    return best[1], best[2]


def sink_of(flow, start):
    place = start
    steps = 0
    while flow[place] != place:
        place = flow[place]
        steps += 1
    return place, steps


def basins(land, least):
    flow = {}
    for y in range(len(land)):
        for x in range(len(land[0])):
            flow[(x, y)] = lowest_neighbour(land, x, y)
    area = {}
    longest = 0
    volume = dict.fromkeys(flow, 1)
    for place in flow:
        sink, steps = sink_of(flow, place)
        area[sink] = area.get(sink, 0) + 1
        longest = max(longest, steps)
        here = place
        while here != sink:
            here = flow[here]
            volume[here] += 1
    names = {}
    for sink in sorted(area, key=lambda s: (-area[s], s)):
        if area[sink] > least and len(names) < 26:
            names[sink] = chr(ord('A') + len(names))
    drawing = ''
    for y in range(len(land)):
        for x in range(len(land[0])):
            drawing += names.get(sink_of(flow, (x, y))[0], '.')
        drawing += '/'
    return drawing, longest, max(volume.values()), len(area)

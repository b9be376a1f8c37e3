# calls: rose([(i * 47 % 360, i * 13 % 20) for i in range(120)])
NAMES = ['N', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW']


def sector(degrees):
    return int((degrees + 22.5) // 45) % 8


def rose(readings):
    counts = [0] * 8
    speeds = [0.0] * 8
    for reading in readings:
        place = sector(reading[0])
        counts[place] += 1
        speeds[place] += reading[1]
    lines = []
    for i in range(8):
        mean = speeds[i] / counts[i] if counts[i] > 0 else 0.0
        lines.append(NAMES[i] + ' ' + str(counts[i]) + ' ' + str(round(mean, 1)))
    strongest = 0
    for i in range(len(speeds)):
        if speeds[i] > speeds[strongest]:
            strongest = i
    return lines, NAMES[strongest]

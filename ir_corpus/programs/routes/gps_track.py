# calls: analyse([(52.0 + i * 0.0007 + (i % 5) * 0.0001, 13.0 + i * i % 11 * 0.0004, i * 12) for i in range(70)], 15.0)
import math


def metres(lat1, lon1, lat2, lon2):
    mean = math.radians((lat1 + lat2) / 2)
    dx = math.radians(lon2 - lon1) * math.cos(mean) * 6371000
    dy = math.radians(lat2 - lat1) * 6371000
    return math.sqrt(dx * dx + dy * dy)


def analyse(track, limit):
    total = 0.0
    top = 0.0
    speeding = []
    for i in range(1, len(track)):
        d = metres(track[i - 1][0], track[i - 1][1], track[i][0], track[i][1])
        seconds = track[i][2] - track[i - 1][2]
        if seconds <= 0:
            continue
        total = total + d
        top = max(top, d / seconds)
        if d / seconds * 3.6 > limit:
            speeding.append((i, round(d / seconds * 3.6, 1)))
    # drop points that lie almost on the way between their neighbours
    kept = [track[0]]
    for i in range(1, len(track) - 1):
        a, b, c = kept[-1], track[i], track[i + 1]
        detour = metres(a[0], a[1], b[0], b[1]) + metres(b[0], b[1], c[0], c[1]) - metres(a[0], a[1], c[0], c[1])
        if detour > 5:
            kept.append(b)
    kept.append(track[-1])
    return round(total), round(top, 2), speeding, len(kept)

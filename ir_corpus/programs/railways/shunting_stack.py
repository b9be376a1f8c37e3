# calls: sort_wagons([7, 3, 12, 1, 9, 5, 15, 2, 11, 4, 14, 6, 10, 8, 13] * 2, 6), sort_wagons([3, 1, 2], 2), sort_wagons([5, 4, 3, 2, 1], 1)
def smallest_position(tracks):
    best = -1
    for i in range(len(tracks)):
        if tracks[i] and (best == -1 or tracks[i][-1] < tracks[best][-1]):
            best = i
    return best


def choose_track(tracks, wagon):
    candidate = None
    for i, track in enumerate(tracks):
        if not track:
            if candidate is None:
                candidate = i
        elif track[-1] >= wagon:
            if candidate is None or not tracks[candidate] or tracks[candidate][-1] > track[-1]:
                candidate = i
    return candidate


def sort_wagons(wagons, n):
    passes = 0
    moves = 0
    current = list(wagons)
    while passes < 50:
        passes += 1
        tracks = [[] for _ in range(n)]
        overflow = []
        for wagon in current:
            t = choose_track(tracks, wagon)
            if t is None:
                overflow = overflow + [wagon]
            else:
                tracks[t].append(wagon)
                moves += 1
        out = []
        while any(tracks):
            i = smallest_position(tracks)
            out.append(tracks[i].pop())
        current = out[:]
        for wagon in overflow:
            k = len(current)
            if passes % 2 == 1:
                current.append(wagon)
            else:
                while k > 0 and current[k - 1] > wagon:
                    k -= 1
                current.insert(k, wagon)
        if all(current[i] <= current[i + 1] for i in range(len(current) - 1)):
            break
    return current, passes, moves

# calls: pitch_track([((i * i // 40 + 7 * i) % 64 - 31.5) / 32 for i in range(600)], 200, 50)
# calls: pitch_track([1.0, -1.0] * 40, 20, 20), pitch_track([0.5] * 500, 100, 10)


def crossings(samples):
    for i in range(1, len(samples)):
        before, after = samples[i - 1], samples[i]
        if before < 0 <= after:
            yield i - 1 + before / (before - after)


def frames(samples, size, hop):
    start = 0
    while start + size <= len(samples):
        yield start, samples[start:start + size]
        start += hop


def period(samples):
    points = list(crossings(samples))
    if len(points) < 2:
        return None
    return (points[-1] - points[0]) / (len(points) - 1)


def pitch_track(samples, size, hop):
    track = []
    silent = 0
    for start, frame in frames(samples, size, hop):
        p = period(frame)
        if p is None:
            silent += 1
        else:
            track.append((start, round(1 / p, 5)))
    if not track:
        return 'flat', silent
    rising = all(later[1] >= earlier[1] for earlier, later in zip(track, track[1:]))
    return ('rising' if rising else 'mixed'), silent, track

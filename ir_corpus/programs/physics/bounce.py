# calls: bounce(20.0, 0.8, 300)
def bounce(height, loss, steps):
    position = height
    speed = 0.0
    hits = 0
    peak = 0.0
    track = []
    for step in range(steps):
        speed = speed - 9.81 * 0.01
        position = position + speed * 0.01
        if position < 0.0:
            position = 0.0
            speed = -speed * loss
            hits += 1
        peak = max(peak, position)
        if step % 10 == 0:
            track.append(position)
    total = 0.0
    for i in range(len(track)):
        total += track[i]
    return hits, peak, total / len(track)

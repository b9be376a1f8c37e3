# calls: energy([[float((i * j) % 9) for i in range(16)] for j in range(8)])
def energy(frames):
    result = []
    for frame in frames:
        total = 0.0
        for sample in frame:
            total += sample ** 2
        result.append(total / len(frame))
    return result

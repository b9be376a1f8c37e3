# calls: pitch([0.9 if i % 11 == 0 else 0.05 * (i % 3) for i in range(400)], 5, 60, 6)
# calls: pitch([float(i * i % 17) for i in range(120)], 3, 20, 4)
def at(spectrum, i):
    if i >= len(spectrum):
        return 0.0
    return spectrum[i]


def strength(spectrum, base, count, fade):
    score = 0.0
    weight = 1.0
    for h in range(1, count + 1):
        score += weight * at(spectrum, base * h)
        weight *= fade
    return score


def pitch(spectrum, low, high, harmonics):
    best = None
    best_score = 0.0
    scores = {}
    for base in range(low, high):
        scores[base] = strength(spectrum, base, harmonics, fade=0.84)
        if best is None or scores[base] > best_score:
            best = base
            best_score = scores[base]
    rivals = []
    for base in scores.keys():
        if base != best and scores[base] > 0.8 * best_score:
            rivals.append(base)
    octave_error = any(r * 2 == best or r == best * 2 for r in rivals)
    return best, best_score, rivals, octave_error

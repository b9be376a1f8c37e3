# calls: tune([100 + i * 0.5 + (i % 12) * 3.0 for i in range(60)], 12)
# calls: tune([5.0, 7.0, 5.5, 7.5, 6.0, 8.0], 2)
def forecast_error(series, season, alpha, gamma):
    level = sum(series[:season]) / season
    seasonal = []
    for k in range(season):
        seasonal.append(series[k] - level)
    total = 0.0
    for t in range(season, len(series)):
        guess = level + seasonal[t % season]
        total += (series[t] - guess) ** 2
        previous = level
        level = alpha * (series[t] - seasonal[t % season]) + (1 - alpha) * level
        seasonal[t % season] = gamma * (series[t] - previous) + (1 - gamma) * seasonal[t % season]
    return total


def tune(series, season):
    best = None
    tried = 0
    for a in range(1, 6):
        for g in range(0, 5):
            error = forecast_error(series, season, alpha=a / 6, gamma=g / 5)
            tried += 1
            if best is None or error < best[0]:
                best = (error, a, g)
    return best, tried

"""Statistics of measurements: clamped values, a histogram and a moving average."""


def make_measurements(count):
    values = []
    state = 17
    for _ in range(count):
        state = (state * 75 + 74) % 65537
        values.append(state / 500 - 20)
    return values


def clamp(value, low, high):
    return max(low, min(value, high))


def histogram(values, low, high, buckets):
    counts = [0] * buckets
    width = (high - low) / buckets
    for value in values:
        bucket = int((clamp(value, low, high) - low) / width)
        counts[min(bucket, buckets - 1)] += 1
    return counts


def moving_average(values, window):
    averages = []
    for i in range(len(values) - window + 1):
        total = 0.0
        for j in range(window):
            total += values[i + j]
        averages.append(total / window)
    return averages


def variance(values):
    mean = sum(values) / len(values)
    total = 0.0
    for value in values:
        total += (value - mean) * (value - mean)
    return total / len(values)


def run():
    values = make_measurements(60_000)
    counts = histogram(values, 0.0, 100.0, 20)
    averages = moving_average(values[:20_000], 10)
    return counts, round(variance(values), 6), round(max(averages), 6)

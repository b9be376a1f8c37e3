"""Smooth a noisy signal: simple, weighted and exponential moving averages, and the bands around them."""

import math

signal = []
noise = 12345
for t in range(2000):
    noise = (noise * 69069 + 1) % 4294967296
    signal.append(10 * math.sin(t / 40) + 3 * math.cos(t / 7) + (noise / 4294967296 - 0.5) * 4)


def simple_moving_average(data, window):
    result = []
    for i in range(len(data)):
        if i + 1 < window:
            result.append(None)
        else:
            total = 0
            for j in range(i - window + 1, i + 1):
                total += data[j]
            result.append(total / window)
    return result


def weighted_moving_average(data, weights):
    n = len(weights)
    result = []
    for i in range(n - 1, len(data)):
        value = 0
        for k in range(n):
            value += data[i - k] * weights[n - 1 - k]
        result.append(value / sum(weights))
    return result


def exponential_moving_average(data, alpha):
    result = [data[0]]
    for value in data[1:]:
        result.append(alpha * value + (1 - alpha) * result[-1])
    return result


def standard_deviation(values):
    mean = sum(values) / len(values)
    return math.sqrt(sum((v - mean) ** 2 for v in values) / len(values))


def bollinger(data, window, width):
    bands = []
    for i in range(window, len(data) + 1):
        chunk = data[i - window : i]
        middle = sum(chunk) / window
        deviation = standard_deviation(chunk)
        bands.append((middle - width * deviation, middle, middle + width * deviation))
    return bands


def count_outside(data, bands, window):
    outside = 0
    for i, (low, _, high) in enumerate(bands):
        value = data[i + window - 1]
        if value < low or value > high:
            outside += 1
    return outside


def run():
    sma = simple_moving_average(signal, 15)
    wma = weighted_moving_average(signal, [1, 2, 3, 4, 5, 6, 7, 8])
    ema = exponential_moving_average(signal, 0.15)
    bands = bollinger(signal, 20, 1.8)
    defined = [value for value in sma if value is not None]
    return (
        round(sum(defined), 6),
        round(sum(wma), 6),
        round(sum(ema), 6),
        count_outside(signal, bands, 20),
    )

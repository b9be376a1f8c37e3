"""Discrete Fourier transforms, the slow one and the fast one, and the strongest frequencies of a tune."""

import cmath
import math


def dft(samples):
    n = len(samples)
    result = []
    for k in range(n):
        total = 0
        for t in range(n):
            angle = -2j * cmath.pi * k * t / n
            total += samples[t] * cmath.exp(angle)
        result.append(total)
    return result


def fft(samples):
    n = len(samples)
    if n == 1:
        return samples
    even = fft(samples[0::2])
    odd = fft(samples[1::2])
    result = [0] * n
    for k in range(n // 2):
        twiddle = cmath.exp(-2j * cmath.pi * k / n) * odd[k]
        result[k] = even[k] + twiddle
        result[k + n // 2] = even[k] - twiddle
    return result


def tune(n, notes):
    samples = []
    for t in range(n):
        value = 0.0
        for frequency, amplitude in notes:
            value += amplitude * math.sin(2 * math.pi * frequency * t / n)
        samples.append(value)
    return samples


def strongest(spectrum, count):
    half = spectrum[: len(spectrum) // 2]
    powers = []
    for i, value in enumerate(half):
        powers.append((round(abs(value), 6), i))
    powers.sort(reverse=True)
    return powers[:count]


def run():
    notes = [(5, 1.0), (12, 0.6), (37, 0.3)]
    slow = dft(tune(96, notes))
    fast = fft(tune(2048, notes))
    return strongest(slow, 3), strongest(fast, 4), round(sum(abs(value) for value in fast), 3)

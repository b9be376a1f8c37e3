# calls: lowpass_report(31, 0.1, [0.02 * k for k in range(26)])
# calls: lowpass_report(5, 0.25, [0.0, 0.25, 0.5]), lowpass_report(101, 0.05, [0.01, 0.04, 0.06, 0.2])
from math import cos, log10, pi, sin


def sinc(x):
    if x == 0:
        return 1.0
    return sin(pi * x) / (pi * x)


def hamming(n, size):
    return 0.54 - 0.46 * cos(2 * pi * n / (size - 1))


def taps(size, cutoff):
    middle = (size - 1) / 2
    h = [2 * cutoff * sinc(2 * cutoff * (n - middle)) * hamming(n, size) for n in range(size)]
    return [t / sum(h) for t in h]


def magnitude(h, f):
    re = sum(t * cos(2 * pi * f * n) for n, t in enumerate(h))
    im = sum(t * sin(2 * pi * f * n) for n, t in enumerate(h))
    return (re ** 2 + im ** 2) ** 0.5


def lowpass_report(size, cutoff, freqs):
    h = taps(size, cutoff)
    symmetric = all(abs(a - b) < 1e-12 for a, b in zip(h, reversed(h)))
    rows = []
    for f in freqs:
        db = 20 * log10(max(magnitude(h, f), 1e-8))
        if db > -1:
            word = 'pass'
        elif db > -40:
            word = 'edge'
        else:
            word = 'stop'
        rows.append(f'{f:.2f} {db:8.2f} {word}')
    return symmetric, rows

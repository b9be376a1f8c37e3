# calls: tuning([440.0, 261.0, 329.9, 98.2, 1200.0, 27.5, 880.1] * 5, 440.0, 8)
import math

NAMES = ('A', 'A#', 'B', 'C', 'C#', 'D', 'D#', 'E', 'F', 'F#', 'G', 'G#')


def cents(frequency, reference):
    return 1200 * math.log2(frequency / reference)


def nearest_note(frequency, reference):
    steps = round(cents(frequency, reference) / 100)
    octave = 4 + (steps + 9) // 12
    return NAMES[steps % 12] + str(octave), reference * 2 ** (steps / 12)


def tuning(frequencies, reference, tolerance):
    report = []
    off = 0
    for f in frequencies:
        name, exact = nearest_note(f, reference)
        error = cents(f, exact)
        if abs(error) > tolerance:
            off += 1
            report.append(f"{name} {error:+.1f} cents" + (' flat' if error < 0 else ' sharp'))
        else:
            report.append(f"{name} ok")
    return off / len(frequencies), report

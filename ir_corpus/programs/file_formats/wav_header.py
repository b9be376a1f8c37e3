# calls: roundtrip([(i * 977 + i * i * 13) % 24000 - 12000 for i in range(300)], 8000, 2), roundtrip([0, -1, 32767, -32768], 44100, 1)


def little(value, size):
    out = []
    for _ in range(size):
        out.append(value % 256)
        value //= 256
    return out


def unlittle(data, start, size):
    value = 0
    for i in range(size):
        value += data[start + i] << (8 * i)
    return value


def text(word):
    return list(word.encode('ascii'))


def write(samples, rate, channels):
    body = []
    for sample in samples:
        body.extend(little(sample & 0xffff, 2))
    header = text('RIFF') + little(36 + len(body), 4) + text('WAVEfmt ') + little(16, 4)
    header += little(1, 2) + little(channels, 2) + little(rate, 4)
    header += little(rate * channels * 2, 4) + little(channels * 2, 2) + little(16, 2)
    return header + text('data') + little(len(body), 4) + body


def roundtrip(samples, rate, channels):
    data = write(samples, rate, channels)
    count = unlittle(data, 40, 4) // 2
    decoded = []
    for k in range(count):
        value = unlittle(data, 44 + 2 * k, 2)
        if value >= 32768:
            value -= 65536
        decoded.append(value)
    tracks = [decoded[c::channels] for c in range(channels)]
    peaks = [max(abs(s) for s in track) for track in tracks]
    seconds = count / channels / unlittle(data, 24, 4)
    return decoded == samples, len(data), peaks, seconds

# calls: transmit('hello channel', 5), transmit('A', 3), transmit('x' * 12, 100)
def bits_of(text):
    bits = []
    for ch in text:
        code = ord(ch)
        for i in range(7, -1, -1):
            bits.append((code >> i) & 1)
    return bits


def encode(d):
    p1 = (d[0] + d[1] + d[3]) % 2
    p2 = (d[0] + d[2] + d[3]) % 2
    p3 = (d[1] + d[2] + d[3]) % 2
    return [p1, p2, d[0], p3, d[1], d[2], d[3]]


def correct(w):
    s1 = (w[0] + w[2] + w[4] + w[6]) % 2
    s2 = (w[1] + w[2] + w[5] + w[6]) % 2
    s3 = (w[3] + w[4] + w[5] + w[6]) % 2
    place = s1 + 2 * s2 + 4 * s3
    if place != 0:
        w[place - 1] = 1 - w[place - 1]
    return [w[2], w[4], w[5], w[6]], place


def transmit(text, every):
    bits = bits_of(text)
    sent = []
    for i in range(0, len(bits), 4):
        sent = sent + encode(bits[i:i + 4])
    received = sent[:]
    for i in range(every - 1, len(received), every):
        received[i] = 1 - received[i]
    out = []
    fixed = 0
    for i in range(0, len(received), 7):
        data, place = correct(received[i:i + 7])
        out += data
        if place != 0:
            fixed += 1
    result = ''
    for i in range(0, len(out), 8):
        code = 0
        for b in out[i:i + 8]:
            code = code * 2 + b
        result += chr(code)
    return result == text, fixed, repr(result)

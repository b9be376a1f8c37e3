# calls: spread(['key%d' % (i * 31) for i in range(45)], 16)
def djb2(text):
    h = 5381
    for c in text:
        h = (h * 33 + ord(c)) % 2 ** 32
    return h


def fnv1a(text):
    h = 2166136261
    for c in text:
        h = h ^ ord(c)
        h = h * 16777619 % 2 ** 32
    return h


def one_at_a_time(text):
    h = 0
    for i in range(len(text)):
        h = (h + ord(text[i])) & 0xFFFFFFFF
        h = (h + (h << 10)) & 0xFFFFFFFF
        h = h ^ (h >> 6)
    h = (h + (h << 3)) & 0xFFFFFFFF
    h = h ^ (h >> 11)
    return (h + (h << 15)) & 0xFFFFFFFF


def spread(keys, size):
    report = []
    for name, function in (('djb2', djb2), ('fnv1a', fnv1a), ('jenkins', one_at_a_time)):
        buckets = [[] for _ in range(size)]
        for key in keys:
            buckets[function(key) % size].append(key)
        fullest = 0
        chi = 0.0
        for bucket in buckets:
            fullest = max(fullest, len(bucket))
            chi += (len(bucket) - len(keys) / size) ** 2 / (len(keys) / size)
        report.append((name, fullest, round(chi, 3), sum(1 for b in buckets if len(b) == 0)))
    return sorted(report, key=lambda r: r[2])

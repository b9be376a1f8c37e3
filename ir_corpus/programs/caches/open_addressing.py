# calls: build([('item%d' % (i * 17 % 101), i) for i in range(200)], 211), probes(['w%d' % i for i in range(60)], 97)
def hash_of(text, size):
    value = 7
    for letter in text:
        value = (value * 33 + ord(letter)) % 65536
    return value % size


def find_slot(slots, key):
    size = len(slots)
    position = hash_of(key, size)
    tried = 1
    while slots[position] is not None and slots[position][0] != key:
        position = (position + 1) % size
        tried += 1
    return position, tried


def build(pairs, size):
    slots = [None for _ in range(size)]
    collisions = 0
    for key, value in pairs:
        position, tried = find_slot(slots, key)
        if tried > 1:
            collisions += 1
        slots[position] = (key, value)
    used = 0
    for slot in slots:
        if slot is not None:
            used += 1
    return used, collisions, [s[1] for s in slots if s is not None][:10]


def probes(keys, size):
    slots = [None] * size
    counts = {}
    for key in keys:
        position, tried = find_slot(slots, key)
        slots[position] = (key, True)
        counts[tried] = counts[tried] + 1 if tried in counts else 1
    return sorted(counts.items(), key=lambda kv: kv[0])

# calls: report([i * 2654435761 % 4096 for i in range(60)], 'read|write|share'), report([0, 4095], 'own'), report([1], 'read|nonsense')
FLAGS = ['read', 'write', 'list', 'share', 'print', 'copy', 'tag', 'lock', 'move', 'delete', 'grant', 'own']
IMPLIES = {'own': ['grant', 'delete'], 'grant': ['share'], 'delete': ['write'], 'write': ['read'], 'move': ['delete'], 'copy': ['read']}


def bit(name):
    if name not in FLAGS:
        return 0
    return 1 << FLAGS.index(name)


def parse(text):
    mask = 0
    for name in text.split('|'):
        mask = mask | bit(name)
    return mask


def names(mask):
    return '|'.join(name for name in FLAGS if mask & bit(name)) or 'none'


def close(mask):
    while True:
        before = mask
        for name in IMPLIES:
            if mask & bit(name):
                for other in IMPLIES[name]:
                    mask |= bit(other)
        if mask == before:
            return mask


def report(masks, needed):
    want = parse(needed)
    full = [close(m) for m in masks]
    enough = [i for i in range(len(full)) if full[i] & want == want]
    gained = sum(bin(b ^ a).count('1') for a, b in zip(masks, full))
    union = 0
    common = -1
    for m in full:
        union |= m
        common &= m
    return enough, gained, names(union), names(common), names(want)

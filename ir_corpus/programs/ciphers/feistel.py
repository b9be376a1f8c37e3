# calls: run([(i * 2654435761) % 4294967296 for i in range(18)], [0x1F2E, 0x3D4C, 0x5B6A, 0x7988], 8)
MASK = 0xFFFF


def rotate(word, count):
    return ((word << count) | (word >> (16 - count))) & MASK


def mix(half, key):
    value = (half * 40503 + key) & MASK
    value ^= rotate(value, 5)
    return (value + rotate(half, 3)) & MASK


def round_key(keys, number):
    return rotate(keys[number % len(keys)], number % 16) ^ number


def encrypt(block, keys, rounds):
    left = block >> 16
    right = block & MASK
    for number in range(rounds):
        left, right = right, left ^ mix(right, round_key(keys, number))
    return right << 16 | left


def decrypt(block, keys, rounds):
    left = block >> 16
    right = block & MASK
    for number in range(rounds):
        left, right = right, left ^ mix(right, round_key(keys, rounds - 1 - number))
    return right << 16 | left


def run(blocks, keys, rounds):
    secret = [encrypt(block, keys, rounds) for block in blocks]
    changed = 0
    for i in range(len(blocks)):
        changed += bin(blocks[i] ^ secret[i]).count('1')
    return secret, all(decrypt(s, keys, rounds) == b for s, b in zip(secret, blocks)), changed / len(blocks)

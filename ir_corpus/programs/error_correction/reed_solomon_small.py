# calls: send([7, 1, 12, 0, 5, 9, 3, 2, 15, 4, 8], 4, 6), send([1, 2, 3], 0, 13)
# calls: send([i * 7 % 16 for i in range(11)], 9, 15)
EXP = [1]
while len(EXP) < 15:
    step = EXP[-1] * 2
    EXP.append(step ^ 19 if step > 15 else step)
LOG = {value: power for power, value in enumerate(EXP)}


def mul(a, b):
    if a == 0 or b == 0:
        return 0
    return EXP[(LOG[a] + LOG[b]) % 15]


def div(a, b):
    return 0 if a == 0 else EXP[(LOG[a] - LOG[b]) % 15]


def evaluate(poly, x):
    value = 0
    for c in poly:
        value = mul(value, x) ^ c
    return value


def encode(message):
    generator = [1]
    for i in range(4):
        longer = generator + [0]
        for k, g in enumerate(generator):
            longer[k + 1] ^= mul(g, EXP[i])
        generator = longer
    work = message + [0] * 4
    for i in range(len(message)):
        lead = work[i]
        for k, g in enumerate(generator):
            work[i + k] ^= mul(lead, g)
    return message + work[len(message):]


def correct(word):
    s = [evaluate(word, EXP[i]) for i in range(4)]
    if not any(s):
        return word, 'clean'
    if s[0] == 0 or s[1] == 0 or any(div(s[i + 1], s[i]) != div(s[1], s[0]) for i in (1, 2)):
        return word, 'too many'
    power = LOG[div(s[1], s[0])]
    place = len(word) - 1 - power
    if place < 0:
        return word, 'outside'
    fixed = list(word)
    fixed[place] ^= s[0]
    return fixed, place


def send(message, place, flip):
    word = encode(message)
    damaged = word[:place] + [word[place] ^ flip] + word[place + 1:]
    one, where = correct(damaged)
    twice = damaged[:]
    twice[-1] ^= 5
    return one == word, where, correct(twice)[1], word[-4:]

# calls: best_rails('WEAREDISCOVEREDFLEEATONCEANDBURNALLPAPERS' * 2, 9)
def rail_of(i, rails):
    cycle = 2 * (rails - 1)
    at = i % cycle
    return at if at < rails else cycle - at


def encode(text, rails):
    fence = ['' for _ in range(rails)]
    for i in range(len(text)):
        fence[rail_of(i, rails)] += text[i]
    return ''.join(fence)


def decode(secret, rails):
    order = sorted(range(len(secret)), key=lambda i: (rail_of(i, rails), i))
    plain = [''] * len(secret)
    for k in range(len(order)):
        plain[order[k]] = secret[k]
    return ''.join(plain)


def best_rails(text, most):
    scores = {}
    for rails in range(2, most + 1):
        secret = encode(text, rails)
        if decode(secret, rails) != text:
            raise ValueError(rails)
        still = 0
        for i in range(len(text)):
            if text[i] == secret[i]:
                still += 1
        scores[rails] = still / len(text)
    best = 2
    for rails in scores:
        if scores[rails] < scores[best]:
            best = rails
    return best, scores

# calls: improve('gsrh rh z hvxivg nvhhztv gszg mlylwb xzm ivzw', 'zyxwvutsrqponmlkjihgfedcba', ['th', 'he', 'is', 'es', 'at', 'an', 're', 'nd'], 1)
def apply_key(text, key):
    out = []
    for c in text:
        if c == ' ':
            out.append(c)
        else:
            out.append(chr(97 + key.index(c)))
    return ''.join(out)


def fitness(plain, common):
    points = 0
    for i in range(len(plain) - 1):
        if plain[i:i + 2] in common:
            points += 1
    return points


def swapped(key, i, j):
    letters = list(key)
    letters[i], letters[j] = letters[j], letters[i]
    return ''.join(letters)


def improve(text, key, common, rounds):
    best = fitness(apply_key(text, key), common)
    history = [best]
    for _ in range(rounds):
        for i in range(0, 25, 6):
            for j in range(i + 1, 26, 5):
                trial = swapped(key, i, j)
                points = fitness(apply_key(text, trial), common)
                if points > best:
                    best = points
                    key = trial
        history.append(best)
        if history[-1] == history[-2]:
            break
    return key, best, history

# calls: guess('the house and the garden are the best in the town', 3), guess('und der hund ist in dem haus mit dem ball', 2)
ENGLISH = 'the cat and the dog are in the house with the other people and they think that'
GERMAN = 'der hund und die katze sind in dem haus mit den anderen und sie denken dass'
FRENCH = 'le chat et le chien sont dans la maison avec les autres et ils pensent que'


def grams(text, size):
    counts = {}
    padded = '_' + '_'.join(text.split()) + '_'
    for i in range(len(padded) - size + 1):
        gram = padded[i:i + size]
        if gram in counts:
            counts[gram] += 1
        else:
            counts[gram] = 1
    return counts


def ranked(counts):
    return sorted(counts, key=lambda g: (-counts[g], g))


def out_of_place(mine, theirs):
    total = 0
    for i in range(len(mine)):
        if mine[i] in theirs:
            total += abs(i - theirs.index(mine[i]))
        else:
            total += len(theirs)
    return total


def guess(text, size):
    best = ''
    lowest = None
    table = []
    for name, sample in [('en', ENGLISH), ('de', GERMAN), ('fr', FRENCH)]:
        score = out_of_place(ranked(grams(text, size)), ranked(grams(sample, size)))
        table.append((name, score))
        if lowest is None or score < lowest:
            lowest = score
            best = name
    return best, table

# calls: keywords("the cat went over the old bridge".split() * 12, "a an of to in on at by or is the and".split() * 3)
# calls: longest_rare("the cat and the dog went over the old bridge".split() * 6, ["the", "and"])
def keywords(words, stop_words):
    kept = []
    for word in words:
        if word not in stop_words and len(word) > 2:
            kept.append(word)
    return kept


def longest_rare(words, common):
    best = 0
    for word in words:
        if word not in common:
            best = max(best, len(word))
    return best

# calls: keywords("the cat and the dog went over the old bridge to see the river".split() * 6, "a an and the of to in on over with at by for from it is was be are as that this these those he she they we you i or not but if so then than".split())
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

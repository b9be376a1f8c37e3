# calls: by_length('the quick brown fox jumps over the lazy dog'.split() * 4)
def by_length(words):
    groups = {}
    for word in words:
        groups.setdefault(len(word), []).append(word)
    result = []
    for length in sorted(groups):
        for word in sorted(groups[length]):
            result.append(word)
    return result

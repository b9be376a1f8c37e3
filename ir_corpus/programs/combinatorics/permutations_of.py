# calls: ordered('abcde'), ordered('aabb'), ordered('a')
def permutations_of(letters):
    if len(letters) <= 1:
        return [letters]
    result = []
    for i in range(len(letters)):
        if letters[i] in letters[:i]:
            continue
        rest = letters[:i] + letters[i + 1:]
        for tail in permutations_of(rest):
            result.append(letters[i] + tail)
    return result


def inversions(word):
    count = 0
    for i in range(len(word)):
        for j in range(i + 1, len(word)):
            if word[i] > word[j]:
                count += 1
    return count


def ordered(letters):
    words = permutations_of(letters)
    even = []
    histogram = {}
    for word in words:
        n = inversions(word)
        if n % 2 == 0:
            even.append(word)
        histogram[n] = histogram.get(n, 0) + 1
    return len(words), len(even), histogram

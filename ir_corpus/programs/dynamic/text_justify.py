# calls: breaks('the quick brown fox jumps over the lazy dog and runs away from all of it'.split(' '), 16)
def badness(words, start, end, width):
    used = 0
    for i in range(start, end):
        used += len(words[i]) + 1
    used -= 1
    if used > width:
        return 100000
    return (width - used) ** 2


def breaks(words, width):
    count = len(words)
    cost = [0] * (count + 1)
    following = [0] * (count + 1)
    start = count - 1
    while start >= 0:
        cost[start] = 1000000
        for end in range(start + 1, count + 1):
            price = badness(words, start, end, width) + cost[end]
            if price < cost[start]:
                cost[start] = price
                following[start] = end
        start -= 1
    lines = []
    place = 0
    while place < count:
        lines.append(' '.join([word for word in words[place:following[place]]]))
        place = following[place]
    return lines

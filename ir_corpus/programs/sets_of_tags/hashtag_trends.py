# calls: trends(['day %d is #fun and #%s!' % (i, ['sun', 'rain', 'Snow'][i * i // 40 % 3]) + ' #tag%d' % (i % 6) * (i % 2) for i in range(120)], 24), trends(['no tags', '# #'], 1)
def hashtags(text):
    tags = []
    current = None
    for ch in text + ' ':
        if ch == '#':
            if current:
                tags.append(current)
            current = ''
        elif current is not None:
            if ch.isalnum() or ch == '_':
                current += ch.lower()
            else:
                if current:
                    tags.append(current)
                current = None
    return tags


def count_block(texts):
    counts = {}
    for text in texts:
        seen = []
        for tag in hashtags(text):
            if tag not in seen:
                seen.append(tag)
                if tag in counts:
                    counts[tag] += 1
                else:
                    counts[tag] = 1
    return counts


def trends(texts, size):
    blocks = []
    for start in range(0, len(texts), size):
        blocks.append(count_block(texts[start:start + size]))
    rising = []
    for k in range(1, len(blocks)):
        best = None
        best_growth = 1.0
        for tag in sorted(blocks[k]):
            growth = (blocks[k][tag] + 1) / (blocks[k - 1].get(tag, 0) + 1)
            if growth > best_growth:
                best, best_growth = tag, growth
        rising.append((best, round(best_growth, 2)))
    steady = []
    for tag in blocks[0]:
        if all(tag in block for block in blocks):
            steady.append(tag)
    gone = [sorted(t for t in a if t not in b) for a, b in zip(blocks, blocks[1:])]
    return rising, steady, gone

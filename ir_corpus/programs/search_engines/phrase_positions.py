# calls: phrases(['to be or not to be that is the question to be', 'be to or not ' * 6, 'whether tis nobler to be'] * 8, ['to be', 'not to be', 'be or', 'or not to', 'nobler'])
# calls: phrases(['a a a'], ['a a', 'a b']), phrases([], ['x'])
def positions(text):
    table = {}
    i = 0
    for word in text.split():
        if word in table:
            table[word].append(i)
        else:
            table[word] = [i]
        i += 1
    return table


def occurrences(table, phrase):
    words = phrase.split()
    starts = table.get(words[0], [])
    for offset in range(1, len(words)):
        following = table.get(words[offset], [])
        starts = [s for s in starts if s + offset in following]
        if not starts:
            break
    return starts


def near(table, first, second, window):
    pairs = 0
    for a in table.get(first, []):
        for b in table.get(second, []):
            if a != b and abs(a - b) <= window:
                pairs += 1
    return pairs


def phrases(texts, wanted):
    tables = [positions(text) for text in texts]
    report = []
    for phrase in wanted:
        where = {}
        for doc, table in enumerate(tables):
            starts = occurrences(table, phrase)
            if starts:
                where[doc] = starts
        close = 0
        words = phrase.split()
        for table in tables:
            close += near(table, words[0], words[-1], 3)
        report.append((phrase, len(where), sum(len(s) for s in where.values()), close))
    return report

# calls: query_all(['doc about %s and %s number%d' % (['cats', 'dogs', 'fish'][i % 3], ['milk', 'bone', 'reef', 'rain'][i % 4], i % 11) for i in range(70)], ['cats milk', 'dogs -bone', 'reef number3', 'nothing'])
# calls: query_all(['One. Two!', 'two, three'], ['two', 'two -one'])
STOP = ['a', 'about', 'and', 'the', 'of']


def words(text):
    found = []
    for word in text.lower().split():
        word = word.strip('.,!?')
        if word and word not in STOP:
            found.append(word)
    return found


def build(documents):
    index = {}
    for number, text in enumerate(documents):
        for word in words(text):
            places = index.setdefault(word, [])
            if not places or places[-1] != number:
                places.append(number)
    return index


def intersect(a, b):
    i = j = 0
    both = []
    while i < len(a) and j < len(b):
        if a[i] == b[j]:
            both.append(a[i])
            i += 1
            j += 1
        elif a[i] < b[j]:
            i += 1
        else:
            j += 1
    return both


def query_all(documents, queries):
    index = build(documents)
    answers = []
    for query in queries:
        hits = None
        for term in query.split():
            if term[0] == '-':
                banned = index.get(term[1:], [])
                hits = [h for h in hits or range(len(documents)) if h not in banned]
            else:
                places = index.get(term, [])
                hits = places if hits is None else intersect(hits, places)
        answers.append((query, len(hits), hits[:5]))
    return answers, len(index)

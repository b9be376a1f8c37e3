# calls: search([{'file': 'img%03d.jpg' % i, 'tags': [t for k, t in enumerate(['sea', 'dog', 'night', 'city', 'snow']) if i >> k & 1]} for i in range(120)], ['+sea -night', 'dog city', '-sea -dog -night', '+snow +sea +dog city'])
# calls: search([], ['a'])
def parse_query(text):
    must = []
    may = []
    never = []
    for word in text.split():
        if word[0] == '+':
            must.append(word[1:])
        elif word[0] == '-':
            never.append(word[1:])
        else:
            may.append(word)
    return must, may, never


def fits(tags, query):
    must, may, never = query
    for t in must:
        if t not in tags:
            return False
    for t in never:
        if t in tags:
            return False
    if len(may) == 0:
        return True
    for t in may:
        if t in tags:
            return True
    return False


def search(photos, queries):
    answers = {}
    for text in queries:
        hits = []
        for photo in photos:
            if fits(photo['tags'], parse_query(text)):
                hits.append(photo['file'])
        answers[text] = (len(hits), hits[:3])
    never_found = 0
    for photo in photos:
        found = False
        for text in queries:
            if fits(photo['tags'], parse_query(text)):
                found = True
        if not found:
            never_found += 1
    return answers, never_found

# calls: classify('select name, age from people where age >= 30 and city = \'Oslo\' order by name desc limit 10 ' * 6)
# calls: keyword_share(['select', 'a', 'from', 'b', 'where', 'c', 'is', 'not', 'null'] * 120, {'select': 1, 'from': 2})
KEYWORDS = ['select', 'from', 'where', 'and', 'or', 'not', 'order', 'by', 'group', 'having', 'limit',
            'desc', 'asc', 'join', 'left', 'on', 'is', 'null']


def split_up(statement):
    words = []
    current = ''
    in_quotes = False
    for c in statement:
        if in_quotes:
            current += c
            if c == "'":
                in_quotes = False
                words.append(current)
                current = ''
        elif c == "'":
            in_quotes = True
            current = c
        elif c.isalnum() or c == '_':
            current += c
        else:
            if len(current) > 0:
                words.append(current)
                current = ''
            if not c.isspace():
                words.append(c)
    if current:
        words.append(current)
    return words


def classify(statement):
    kinds = []
    for word in split_up(statement):
        if word.lower() in KEYWORDS:
            kinds.append('K:' + word.upper())
        elif word[0] == "'":
            kinds.append('S:' + word)
        elif word.isdigit():
            kinds.append('N:' + word)
        elif len(word) == 1 and word in '=<>,()*':
            kinds.append('O:' + word)
        else:
            kinds.append('I:' + word)
    return kinds


def keyword_share(words, weights):
    hits = 0
    weight = 0
    for i in range(len(words)):
        if words[i] in KEYWORDS:
            hits = hits + 1
            try:
                weight += weights[words[i]]
            except KeyError:
                weight += 1
    return hits / len(words), weight

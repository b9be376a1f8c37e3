# calls: select([{'id': i, 'age': 18 + i * 7 % 50, 'city': ['Bern', 'Rome', 'Oslo'][i % 3], 'score': i * 13 % 100} for i in range(60)], 'age > 30 and city = Oslo or score < 10 and not age < 20')
# calls: select([{'id': 1, 'age': 4}], 'age = 4'), select([], 'x > 1 or y > 2')
def compare(record, words):
    field, sign, wanted = words
    have = record.get(field)
    if have is None:
        return False
    if type(have) is int:
        wanted = int(wanted)
    if sign == '=':
        return have == wanted
    if sign == '<':
        return have < wanted
    if sign == '>':
        return have > wanted
    raise ValueError(sign)


def groups(words, separator):
    found = [[]]
    for word in words:
        if word == separator:
            found.append([])
        else:
            found[-1].append(word)
    return found


def holds(record, words):
    for choice in groups(words, 'or'):
        good = True
        for test in groups(choice, 'and'):
            if test[0] == 'not':
                result = not compare(record, test[1:])
            else:
                result = compare(record, test)
            if not result:
                good = False
                break
        if good:
            return True
    return False


def select(records, clause):
    words = clause.split()
    ids = []
    for record in records:
        if holds(record, words):
            ids.append(record['id'])
    share = len(ids) / len(records) if records else 0.0
    return ids, share

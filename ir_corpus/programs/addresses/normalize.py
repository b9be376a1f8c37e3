# calls: duplicates(['12 Main St.', '12  main street', '7 Elm Ave', '7 ELM AVENUE, Apt 3', '12 Main Street'] * 5)
SHORT = {'st': 'street', 'ave': 'avenue', 'rd': 'road', 'blvd': 'boulevard', 'apt': '#', 'apartment': '#'}


def clean(text):
    kept = ''
    for letter in text.lower():
        if letter.isalnum() or letter == ' ':
            kept += letter
    words = []
    for word in kept.split(' '):
        if word == '':
            continue
        if word in SHORT.keys():
            words.append(SHORT[word])
        else:
            words.append(word)
    return ' '.join(words)


def duplicates(addresses):
    groups = []
    for i in range(len(addresses)):
        placed = False
        for group in groups:
            if clean(addresses[group[0]]) == clean(addresses[i]):
                group.append(i)
                placed = True
                break
        if not placed:
            groups.append([i])
    result = {}
    for group in groups:
        spellings = []
        for i in group:
            if addresses[i] not in spellings:
                spellings.append(addresses[i])
        result[clean(addresses[group[0]])] = (len(group), len(spellings))
    return result

# calls: classify([2400 + i * 173 % 38000 for i in range(300)], ['K', 'G', 'M'])
# calls: classify([5778], [])
TYPES = [('O', 30000), ('B', 10000), ('A', 7500), ('F', 6000), ('G', 5200), ('K', 3700), ('M', 2400)]


def type_of(temperature):
    upper = 50000
    for letter, lower in TYPES:
        if temperature >= lower:
            digit = int(10 * (upper - temperature) / (upper - lower))
            return letter + str(digit)
        upper = lower
    return '?'


def classify(temperatures, habitable):
    census = {}
    candidates = 0
    hottest = None
    for t in temperatures:
        if type_of(t) in census:
            census[type_of(t)] += 1
        else:
            census[type_of(t)] = 1
        if type_of(t)[0] in habitable:
            candidates += 1
        if hottest is None or t > hottest:
            hottest = t
    result = []
    for letter, _ in TYPES:
        count = 0
        for key in census:
            if key[0] == letter:
                count += census[key]
        result.append(letter + '=' + str(count))
    return ' '.join(result), candidates, type_of(hottest)

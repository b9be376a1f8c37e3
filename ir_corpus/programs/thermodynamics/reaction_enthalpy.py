# calls: energies(['CH4 + 2 O2 -> CO2 + 2 H2O', '2 H2 + O2 -> 2 H2O', 'C3H8 + 5 O2 -> 3 CO2 + 4 H2O', 'X + O2 -> CO2'] * 12)
# calls: energies(['H2 -> H2']), energies(['C2H6 + 3 O2 -> CO2'])
FORMATION = {'CH4': -74.8, 'O2': 0.0, 'CO2': -393.5, 'H2O': -285.8, 'H2': 0.0, 'C3H8': -103.8, 'C2H6': -84.0}


def term(text):
    parts = text.strip().split(' ')
    if len(parts) == 1:
        return 1, parts[0]
    return int(parts[0]), parts[1]


def side(text):
    total = 0.0
    for piece in text.split('+'):
        count, name = term(piece)
        total += count * FORMATION[name]
    return total


def energies(reactions):
    results = {}
    unknown = []
    for reaction in reactions:
        left, right = reaction.split('->')
        try:
            results[reaction] = side(right) - side(left)
        except KeyError as missing:
            if missing.args[0] not in unknown:
                unknown.append(missing.args[0])
    hottest = ''
    for reaction in results.keys():
        if hottest == '' or results[reaction] < results[hottest]:
            hottest = reaction
    exothermic = len([r for r in results if results[r] < 0])
    return hottest, exothermic, unknown

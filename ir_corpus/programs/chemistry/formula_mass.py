# calls: masses(['H2O', 'C6H12O6', 'NaCl', 'H2SO4', 'CaCO3', 'C8H10N4O2', 'Xy2'] * 3)
MASSES = {'H': 1.008, 'C': 12.011, 'N': 14.007, 'O': 15.999, 'Na': 22.99, 'S': 32.06, 'Cl': 35.45, 'Ca': 40.078}


def elements(formula):
    found = []
    i = 0
    while i < len(formula):
        symbol = formula[i]
        i += 1
        while i < len(formula) and formula[i].islower():
            symbol += formula[i]
            i += 1
        digits = ''
        while i < len(formula) and formula[i].isdigit():
            digits += formula[i]
            i += 1
        found.append((symbol, int(digits) if digits else 1))
    return found


def masses(formulas):
    result = {}
    unknown = []
    for formula in formulas:
        total = 0.0
        try:
            for symbol, count in elements(formula):
                total += MASSES[symbol] * count
        except KeyError as e:
            unknown.append(str(e))
            continue
        result[formula] = round(total, 3)
    return result, unknown

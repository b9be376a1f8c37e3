# calls: convert_all([(5, 'km', 'mi'), (12, 'in', 'cm'), (3.5, 'lb', 'kg'), (2, 'ft', 'm'), (9, 'kg', 'm')] * 6)
FACTORS = [('m', 'length', 1.0), ('km', 'length', 1000.0), ('cm', 'length', 0.01), ('mi', 'length', 1609.344),
           ('in', 'length', 0.0254), ('ft', 'length', 0.3048), ('kg', 'mass', 1.0), ('lb', 'mass', 0.45359237)]


def lookup(unit):
    for name, kind, factor in FACTORS:
        if name == unit:
            return kind, factor
    raise ValueError('no unit ' + unit)


def convert(amount, source, target):
    if lookup(source)[0] != lookup(target)[0]:
        raise ValueError('cannot make ' + target + ' of ' + source)
    return amount * lookup(source)[1] / lookup(target)[1]


def convert_all(requests):
    results = []
    failures = 0
    for amount, source, target in requests:
        try:
            value = convert(amount, source, target)
            results.append(f"{amount} {source} = {value:.3f} {target}")
        except ValueError as problem:
            failures += 1
            results.append('error: ' + str(problem))
    return results, failures

# calls: cook(['take 3 egg', 'take 200 flour', 'mix bowl egg flour', 'take 1 milk', 'mix dough bowl milk', 'bake dough 40', 'split dough 4', 'rest 15'] * 9), cook(['bake nothing 5', 'dance'])
def take(kitchen, args):
    amount, name = int(args[0]), args[1]
    kitchen['stock'][name] = kitchen['stock'].get(name, 0) + amount


def mix(kitchen, args):
    total = 0
    for name in args[1:]:
        if name not in kitchen['stock']:
            raise ValueError('no ' + name)
        total += kitchen['stock'].pop(name)
    kitchen['stock'][args[0]] = kitchen['stock'].get(args[0], 0) + total
    kitchen['minutes'] += 2 * (len(args) - 1)


def bake(kitchen, args):
    if args[0] not in kitchen['stock']:
        raise ValueError('cannot bake ' + args[0])
    kitchen['stock'][args[0]] = kitchen['stock'][args[0]] * 9 // 10
    kitchen['minutes'] += int(args[1])


def split(kitchen, args):
    portion, rest = divmod(kitchen['stock'].pop(args[0]), int(args[1]))
    for n in range(int(args[1])):
        kitchen['served'].append(portion + (1 if n < rest else 0))


def rest(kitchen, args):
    kitchen['minutes'] += int(args[0])


COMMANDS = {'take': take, 'mix': mix, 'bake': bake, 'split': split, 'rest': rest}


def cook(lines):
    kitchen = {'stock': {}, 'minutes': 0, 'served': []}
    errors = []
    for number, line in enumerate(lines):
        word, *args = line.split()
        if word not in COMMANDS:
            errors.append((number, 'what is ' + word))
            continue
        try:
            COMMANDS[word](kitchen, args)
        except ValueError as problem:
            errors.append((number, str(problem)))
    return kitchen, errors

# calls: scan(['start stop:n -> run', 'run hot:n -> pump', 'pump low:n -> valve', 'hot -> alarm', 'run:n -> lamp'], [{'start': i % 7 < 5, 'stop': i % 11 == 3, 'hot': i % 13 == 0, 'low': i % 3 == 0} for i in range(40)])
def parse(rung):
    left, coil = rung.split(' -> ')
    contacts = []
    for word in left.split(' '):
        if word.endswith(':n'):
            contacts.append((word[:-2], False))
        else:
            contacts.append((word, True))
    return contacts, coil


def closed(contact, memory):
    name, wanted = contact
    value = memory[name] if name in memory else False
    return value == wanted


def scan(rungs, inputs):
    memory = {}
    changes = {}
    trace = ''
    for turn in range(len(inputs)):
        for name in inputs[turn]:
            memory[name] = inputs[turn][name]
        for rung in rungs:
            contacts, coil = parse(rung)
            power = all(closed(contact, memory) for contact in contacts)
            before = memory[coil] if coil in memory else False
            if power != before:
                if coil not in changes:
                    changes[coil] = 0
                changes[coil] += 1
            memory[coil] = power
        trace += '1' if memory['pump'] else '0'
    return trace, changes

# calls: follow(['%02d JOIN u%d' % (i, i) if i < 12 else ['%d NICK u%d u%d_', '%d MSG u%d u%d', '%d QUIT u%d u%d', '%d MSG u%d_ u%d'][i % 4] % (i, i % 12, i % 12) for i in range(150)]), follow(['1 JOIN a', '2 NICK a b', '3 MSG b x'])
class Person:
    def __init__(self, name, when):
        self.names = [name]
        self.joined = when
        self.left = None
        self.lines = 0

    @property
    def name(self):
        return self.names[-1]

    def present(self):
        return self.left is None


def whois(people, name):
    for person in people:
        if person.name == name and person.present():
            return person
    return None


def follow(log):
    people = []
    unknown = []
    for line in log:
        when, verb, *words = line.split()
        if verb == 'JOIN':
            people.append(Person(words[0], int(when)))
            continue
        person = whois(people, words[0])
        if person is None:
            unknown.append(words[0])
        elif verb == 'NICK':
            if whois(people, words[1]) is None:
                person.names.append(words[1])
        elif verb == 'QUIT':
            person.left = int(when)
        else:
            person.lines += 1
    here = [p.name for p in people if p.present()]
    stays = [p.left - p.joined for p in people if not p.present()]
    aliases = {p.names[0]: p.names[1:] for p in people if len(p.names) > 1}
    return here, stays, aliases, len(unknown), [p.lines for p in people]

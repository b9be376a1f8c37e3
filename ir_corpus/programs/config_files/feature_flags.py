# calls: rollout([('dark', 30, ['u3', 'u4']), ('beta', 55, []), ('fast', 80, ['u9'])], ['u%d' % i for i in range(45)])
def bucket(user, flag):
    value = 0
    for c in flag + ':' + user:
        value = (value * 31 + ord(c)) % 65536
    return value % 100


class Flag:
    def __init__(self, name, percent, always):
        self.name = name
        self.percent = percent
        self.always = always
        self.hits = 0

    def enabled(self, user):
        if user in self.always or bucket(user, self.name) < self.percent:
            self.hits += 1
            return True
        return False


def rollout(settings, users):
    flags = [Flag(name, percent=percent, always=always) for name, percent, always in settings]
    matrix = []
    for user in users:
        row = []
        for flag in flags:
            row.append(flag.enabled(user))
        matrix.append(row)
    everything = 0
    nothing = 0
    for row in matrix:
        if all(on for on in row):
            everything += 1
        if not any(on for on in row):
            nothing += 1
    return {flag.name: flag.hits * 100 // len(users) for flag in flags}, everything, nothing

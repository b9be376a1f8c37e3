# calls: drift('\n'.join('pkg%d==%d.%d' % (i, i % 5, i % 7) for i in range(60)), '\n'.join('pkg%d==%d.%d' % (i, (i + (i % 11 == 0)) % 5, (i * 8) % 7 if i % 6 == 0 else i % 7) for i in range(5, 66)))
# calls: drift('a==1.0', 'a==1.0'), drift('', 'b==0.1  # new')
class Lock:
    def __init__(self, text):
        self.entries = {}
        for line in text.splitlines():
            line = line.split('#')[0].strip()
            if line:
                name, version = line.split('==')
                self.entries[name] = tuple(int(p) for p in version.split('.'))

    def __contains__(self, name):
        return name in self.entries

    def __getitem__(self, name):
        return self.entries[name]

    def names(self):
        return sorted(self.entries, key=lambda n: (len(n), n))


def kind_of(old, new):
    if new == old:
        return 'same'
    direction = 'up' if new > old else 'down'
    for place, (a, b) in enumerate(zip(old, new)):
        if a != b:
            return ['major', 'minor', 'patch'][place] + ' ' + direction
    return 'longer'


def drift(old_text, new_text):
    old = Lock(old_text)
    new = Lock(new_text)
    groups = {}
    for name in old.names():
        if name not in new:
            groups.setdefault('gone', []).append(name)
        else:
            groups.setdefault(kind_of(old[name], new[name]), []).append(name)
    groups['fresh'] = [name for name in new.names() if name not in old]
    risk = 0
    for kind, names in groups.items():
        risk += len(names) * (5 if 'major' in kind else 2 if 'down' in kind else 1 if kind != 'same' else 0)
    return {k: (len(v), v[:3]) for k, v in sorted(groups.items())}, risk

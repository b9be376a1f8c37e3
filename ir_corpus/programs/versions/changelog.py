# calls: release(['%s(%s): change number %d%s' % (['fix', 'feat', 'docs', 'perf', 'chore'][i * 3 % 5], ['api', 'ui', 'core'][i % 3], i, ' BREAKING' if i % 37 == 36 else '') for i in range(80)], '1.4.9', 10)
# calls: release(['typo', 'fix(ui): x'], '0.0.1', 1), release([], '2.0.0', 3)
TITLES = [('feat', 'Features'), ('fix', 'Bug fixes'), ('perf', 'Performance')]


def parse_commit(line):
    if ':' not in line or '(' not in line.split(':')[0]:
        return None
    head, message = line.split(':', 1)
    kind, area = head.rstrip(')').split('(')
    return kind, area, message.strip()


def bump(version, commits):
    major, minor, patch = [int(n) for n in version.split('.')]
    kinds = [c[0] for c in commits]
    if any('BREAKING' in c[2] for c in commits):
        return f'{major + 1}.0.0'
    if 'feat' in kinds:
        return f'{major}.{minor + 1}.0'
    if 'fix' in kinds or 'perf' in kinds:
        return f'{major}.{minor}.{patch + 1}'
    return version


def section(commits, kind, title):
    lines = ['### ' + title]
    for area in sorted(set(c[1] for c in commits)):
        for c in commits:
            if c[0] == kind and c[1] == area:
                lines.append('* **' + area + '** ' + c[2])
    return lines if len(lines) > 1 else []


def release(log, version, size):
    text = []
    tags = []
    for start in range(0, len(log), size):
        commits = [c for c in map(parse_commit, log[start:start + size]) if c is not None]
        new = bump(version, commits)
        if new != version:
            tags.append(new)
            version = new
        text.append('## ' + version)
        for kind, title in TITLES:
            text += section(commits, kind, title)
    return tags, len(text), '\n'.join(text[:6])

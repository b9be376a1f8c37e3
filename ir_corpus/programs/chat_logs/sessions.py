# calls: talkers(['[%02d:%02d] <%s> message number %d' % (9 + i // 30, i * 2 % 60, ['ann', 'bob', 'cyd'][i * i % 3], i) for i in range(110)] + ['* bob waves'], 12), talkers(['[00:01] <z> hi'], 5)
def parse(line):
    if not line.startswith('['):
        return None
    hour = int(line[1:3])
    minute = int(line[4:6])
    end = line.index('>')
    nick = line[line.index('<') + 1:end]
    return hour * 60 + minute, nick, line[end + 2:]


def split_sessions(messages, gap):
    sessions = []
    last = None
    for message in messages:
        if last is None or message[0] - last > gap:
            sessions.append([])
        sessions[-1].append(message)
        last = message[0]
    return sessions


def nicks(session):
    names = []
    for time, nick, text in session:
        if nick not in names:
            names.append(nick)
    return names


def talkers(lines, gap):
    messages = []
    skipped = 0
    for line in lines:
        parsed = parse(line)
        if parsed is None:
            skipped += 1
        else:
            messages.append(parsed)
    rows = []
    for session in split_sessions(messages, gap):
        letters = {}
        for name in nicks(session):
            letters[name] = sum(len(m[2]) for m in session if m[1] == name)
        loudest = max(letters, key=lambda n: (letters[n], n))
        rows.append((session[0][0], session[-1][0] - session[0][0], len(session), loudest))
    return rows, skipped

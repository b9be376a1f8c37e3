# calls: shares(['Mozilla/5.0 (X11; Linux) Firefox/%d' % (90 + i % 9) if i % 4 else 'Mozilla/5.0 (Windows) Chrome/%d Safari/5' % (80 + i % 5) for i in range(50)] + ['curl/7.8', 'Googlebot/2.1'] * 4)
BROWSERS = ('Chrome', 'Firefox', 'Safari', 'curl')
BOTS = ['googlebot', 'bingbot', 'yandex', 'crawler', 'spider']


def browser(agent):
    for name in BROWSERS:
        at = agent.find(name + '/')
        if at >= 0:
            version = ''
            for c in agent[at + len(name) + 1:]:
                if not c.isdigit():
                    break
                version += c
            return name, int(version or '0')
    return 'other', 0


def is_bot(agent):
    return any(bot in agent.lower() for bot in BOTS)


def shares(agents):
    tally = {}
    newest = {}
    bots = 0
    for agent in agents:
        if is_bot(agent):
            bots += 1
            continue
        name, version = browser(agent)
        tally.setdefault(name, 0)
        tally[name] += 1
        if name not in newest or version > newest[name]:
            newest[name] = version
    lines = []
    for name in tally:
        lines.append('%s %d %.1f%% (max %d)' % (name, tally[name], tally[name] * 100.0 / (len(agents) - bots), newest[name]))
    return sorted(lines), bots

# calls: moderate([(i * 3 + (i % 8 == 0) * 20, 'n%d' % (i * i % 5), 'BUY NOW' if i * i % 5 == 4 else 'text %d' % (i % 9)) for i in range(160)], 15, 3)
# calls: moderate([(0, 'q', 'A'), (1, 'q', 'A'), (2, 'q', 'A'), (3, 'q', 'A')], 10, 2)
def shouting(text):
    letters = [c for c in text if c.isalpha()]
    if len(letters) < 3:
        return False
    upper = [c for c in letters if c.isupper()]
    return len(upper) / len(letters) > 0.8


def recent(history, now, window):
    return [entry for entry in history if now - entry[0] < window]


def repeats(history, text):
    best = 0
    run = 0
    for time, said in history:
        if said == text:
            run += 1
            best = max(best, run)
        else:
            run = 0
    return best


def moderate(messages, window, most):
    histories = {}
    warnings = {}
    muted = {}
    passed = 0
    for time, nick, text in messages:
        if nick in muted and muted[nick] > time:
            continue
        history = recent(histories.get(nick, []), time, window)
        history.append((time, text))
        histories[nick] = history
        bad = 0
        if len(history) > most:
            bad += 1
        if repeats(history, text) > 1:
            bad += 1
        if shouting(text):
            bad += 1
        if bad == 0:
            passed += 1
            continue
        warnings[nick] = warnings.get(nick, 0) + bad
        if warnings[nick] >= 4:
            muted[nick] = time + 10 * warnings[nick]
            warnings[nick] = 0
    return passed, warnings, muted

# calls: study([(i * 37 % 11 + i * 20, 'abcd'[i * i // 3 % 4], '@' + 'abcd'[i % 4] + ' ok?' if i % 3 else 'hm') for i in range(130)])
# calls: study([(0, 'x', 'hi @y'), (9, 'y', 'yes')]), study([])
def mentions(text):
    names = []
    for word in text.split():
        if len(word) > 1 and word[0] == '@':
            names.append(word[1:].rstrip('?,.!:'))
    return names


def median(numbers):
    if len(numbers) == 0:
        return None
    s = sorted(numbers)
    if len(s) % 2:
        return s[len(s) // 2]
    return (s[len(s) // 2 - 1] + s[len(s) // 2]) / 2


def first_answer(messages, start, who):
    for time, sender, text in messages[start:]:
        if sender == who:
            return time
    return None


def study(messages):
    waits = {}
    unanswered = []
    questions = 0
    for i, (time, sender, text) in enumerate(messages):
        for name in mentions(text):
            if text.strip().endswith('?'):
                questions += 1
            answered = first_answer(messages, i + 1, name)
            if answered is None:
                unanswered.append((time, sender, name))
            else:
                waits.setdefault(name, []).append(answered - time)
    table = {}
    for name in sorted(waits):
        table[name] = (len(waits[name]), min(waits[name]), median(waits[name]), max(waits[name]))
    return table, questions, len(unanswered), unanswered[:2]

# calls: daily([('2024-03-%02d' % (1 + i // 8), ' '.join(['hello', 'coffee', 'deploy', 'bug', 'lunch', 'it'][(i * k + k) % 6] for k in range(1, 7))) for i in range(64)])
# calls: daily([('d', 'one two')])
from collections import Counter


def tokens(text):
    return [w for w in text.lower().split() if len(w) > 2]


def trending(today, before, days_before):
    best_word = ''
    best_lift = -1.0
    for word in sorted(today):
        usual = before[word] / days_before if days_before else 0
        lift = (today[word] + 1) / (usual + 1)
        if lift > best_lift:
            best_lift = lift
            best_word = word
    return best_word, round(best_lift, 3)


def streak(days, word):
    longest = run = 0
    for day in days:
        run = run + 1 if word in days[day] else 0
        longest = max(longest, run)
    return longest


def daily(messages):
    days = {}
    for day, text in messages:
        days.setdefault(day, Counter()).update(tokens(text))
    past = Counter()
    lines = []
    for n, day in enumerate(days):
        word, lift = trending(days[day], past, n)
        lines.append(f'{day}: {word} x{lift}')
        past.update(days[day])
    return lines, [(w, c, streak(days, w)) for w, c in sorted(past.items(), key=lambda p: (-p[1], p[0]))[:4]]

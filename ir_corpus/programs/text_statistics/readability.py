# calls: grade_levels(['The committee considered complicated alternatives ' * (i % 3 + 1) + 'before lunch.' for i in range(16)]), grade_levels(['Go. Run.', 'a'])
import math

VOWELS = 'aeiouy'


def syllables(word):
    word = word.lower().strip('.,;:!?')
    if not word:
        return 0
    total = 0
    previous = False
    for letter in word:
        vowel = letter in VOWELS
        if vowel and not previous:
            total += 1
        previous = vowel
    if word.endswith('e') and not word.endswith('le') and total > 1:
        total -= 1
    return max(total, 1)


def flesch(text):
    words = text.split()
    sentences = max(1, text.count('.') + text.count('!') + text.count('?'))
    beats = sum(syllables(w) for w in words)
    return 206.835 - 1.015 * len(words) / sentences - 84.6 * beats / len(words)


def smog(text):
    hard = [w for w in text.split() if syllables(w) >= 3]
    sentences = max(1, text.count('.'))
    return 1.043 * math.sqrt(len(hard) * 30 / sentences) + 3.1291


def grade_levels(paragraphs):
    table = []
    for number, text in enumerate(paragraphs, 1):
        ease = flesch(text)
        if ease > 80:
            label = 'easy'
        elif ease > 50:
            label = 'plain'
        else:
            label = 'hard'
        table.append((number, round(ease, 1), round(smog(text), 1), label))
    worst = min(table, key=lambda row: row[1])
    return table, worst[0]

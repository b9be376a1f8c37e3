# calls: judge([('buy cheap pills now', 1), ('meet me at noon', 0), ('cheap flight now', 1), ('see me', 0)], MAILS * 4)
import math

MAILS = ['cheap lunch now', 'see me at noon', 'pills pills pills', 'noon flights', 'hello']


def count_words(examples, label):
    counts = {}
    for text, kind in examples:
        if kind == label:
            for word in text.split():
                if word in counts:
                    counts[word] += 1
                else:
                    counts[word] = 1
    return counts


def log_chance(words, counts, vocabulary):
    total = 0.0
    for word in words:
        total += math.log((counts.get(word, 0) + 1) / (sum(counts.values()) + len(vocabulary)))
    return total


def judge(examples, mails):
    spam = count_words(examples, 1)
    ham = count_words(examples, 0)
    vocabulary = list(spam)
    for word in ham:
        if word not in vocabulary:
            vocabulary.append(word)
    verdicts = []
    for mail in mails:
        words = mail.split()
        known = [word for word in words if word in vocabulary]
        if len(known) == 0:
            verdicts.append('unknown')
        elif log_chance(known, spam, vocabulary) > log_chance(known, ham, vocabulary):
            verdicts.append('spam')
        else:
            verdicts.append('ham')
    return verdicts

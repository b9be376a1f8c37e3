"""Count words, group them by length and list the most frequent."""

TEXT = """
The river ran past the mill and the mill ran with the river. In the morning the miller
opened the gate, and the water turned the wheel, and the wheel turned the stone. When the
grain was ground the miller closed the gate; the wheel stood still, the stone stood still,
and only the river ran on, past the mill, past the town, and down to the sea.
"""
STOP_WORDS = ["the", "and", "a", "in", "of", "to", "on", "with", "was", "when", "only"]


def clean(word):
    letters = ""
    for letter in word:
        if letter.isalpha():
            letters += letter.lower()
    return letters


def count_words(text):
    counts = {}
    for raw in text.split():
        word = clean(raw)
        if not word or word in STOP_WORDS:
            continue
        if word in counts:
            counts[word] = counts[word] + 1
        else:
            counts[word] = 1
    return counts


def group_by_length(counts):
    groups = {}
    for word in counts:
        if len(word) not in groups:
            groups[len(word)] = []
        groups[len(word)].append(word)
    return groups


def most_frequent(counts, limit):
    pairs = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return pairs[:limit]


def run():
    counts = count_words(TEXT * 1200)
    groups = group_by_length(counts)
    return most_frequent(counts, 5), sorted((length, len(words)) for length, words in groups.items())

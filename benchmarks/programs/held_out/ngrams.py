"""Guess the language of a sentence from the pairs and triples of letters in it."""

SAMPLES = {
    "english": "the quick brown fox jumps over the lazy dog and then it goes home to sleep in the warm house "
    "where the children are waiting with something to eat and a story that nobody has heard before",
    "german": "der schnelle braune fuchs springt ueber den faulen hund und geht dann nach hause um zu schlafen "
    "wo die kinder mit etwas zu essen warten und einer geschichte die noch niemand gehoert hat",
    "spanish": "el rapido zorro marron salta sobre el perro perezoso y luego se va a casa para dormir en la "
    "casa caliente donde los ninos esperan con algo de comer y una historia que nadie ha escuchado",
    "dutch": "de snelle bruine vos springt over de luie hond en gaat dan naar huis om te slapen in het warme "
    "huis waar de kinderen wachten met iets te eten en een verhaal dat niemand ooit heeft gehoord",
}

SENTENCES = [
    ("the weather is nice today and we are going to the beach", "english"),
    ("das wetter ist heute schoen und wir gehen an den strand", "german"),
    ("hace buen tiempo hoy y vamos a la playa con los amigos", "spanish"),
    ("het weer is mooi vandaag en we gaan naar het strand", "dutch"),
    ("nobody knows what the cat was thinking about", "english"),
    ("niemand weiss woran die katze gedacht hat", "german"),
    ("nadie sabe en que pensaba el gato", "spanish"),
    ("niemand weet waar de kat aan dacht", "dutch"),
]


def clean(text):
    result = ""
    for c in text.lower():
        if c.isalpha():
            result += c
        elif not result.endswith(" "):
            result += " "
    return " " + result.strip() + " "


def ngrams(text, n):
    counts = {}
    for i in range(len(text) - n + 1):
        gram = text[i : i + n]
        if gram in counts:
            counts[gram] += 1
        else:
            counts[gram] = 1
    return counts


def profile(text):
    text = clean(text)
    counts = {}
    for n in (1, 2, 3):
        for gram, count in ngrams(text, n).items():
            counts[gram] = count * n
    return counts


def similarity(a, b):
    product = 0
    for gram in a:
        if gram in b:
            product += a[gram] * b[gram]
    length_a = sum(value * value for value in a.values()) ** 0.5
    length_b = sum(value * value for value in b.values()) ** 0.5
    return product / (length_a * length_b)


def guess(sentence, profiles):
    own = profile(sentence)
    scores = []
    for language in profiles:
        scores.append((similarity(own, profiles[language]), language))
    scores.sort(reverse=True)
    return scores[0]


def run():
    right = 0
    certainty = []
    for _ in range(7):
        profiles = {language: profile(text) for language, text in SAMPLES.items()}
        for sentence, language in SENTENCES:
            score, guessed = guess(sentence, profiles)
            if guessed == language:
                right += 1
            certainty.append(score)
    return right, round(sum(certainty) / len(certainty), 8), round(min(certainty), 8)

"""The Caesar cipher, and how to break it by the frequencies of letters."""

import string

ENGLISH = {
    "a": 8.2, "b": 1.5, "c": 2.8, "d": 4.3, "e": 12.7, "f": 2.2, "g": 2.0, "h": 6.1, "i": 7.0,
    "j": 0.15, "k": 0.77, "l": 4.0, "m": 2.4, "n": 6.7, "o": 7.5, "p": 1.9, "q": 0.095, "r": 6.0,
    "s": 6.3, "t": 9.1, "u": 2.8, "v": 0.98, "w": 2.4, "x": 0.15, "y": 2.0, "z": 0.074,
}  # fmt: skip

MESSAGE = (
    "Meet me at the old bridge after midnight. Bring the map, the lantern and a rope; "
    "tell nobody where you are going. If it rains, wait under the third arch."
)


def encrypt(text: str, key: int) -> str:
    result = ""
    for char in text:
        if char in string.ascii_lowercase:
            result += chr((ord(char) - ord("a") + key) % 26 + ord("a"))
        elif char in string.ascii_uppercase:
            result += chr((ord(char) - ord("A") + key) % 26 + ord("A"))
        else:
            result += char
    return result


def decrypt(text: str, key: int) -> str:
    return encrypt(text, -key)


def letter_frequencies(text: str) -> dict[str, float]:
    counts = {letter: 0 for letter in string.ascii_lowercase}
    total = 0
    for char in text.lower():
        if char in counts:
            counts[char] += 1
            total += 1
    return {letter: 100 * count / total for letter, count in counts.items()}


def chi_squared(observed: dict[str, float], expected: dict[str, float]) -> float:
    score = 0.0
    for letter in expected:
        score += (observed[letter] - expected[letter]) ** 2 / expected[letter]
    return score


def crack(text: str) -> tuple[int, float]:
    best_key = 0
    best_score = float("inf")
    for key in range(26):
        score = chi_squared(letter_frequencies(decrypt(text, key)), ENGLISH)
        if score < best_score:
            best_key = key
            best_score = score
    return best_key, best_score


def run():
    broken = 0
    scores = []
    for key in range(1, 26, 4):
        secret = encrypt(MESSAGE, key)
        guess, score = crack(secret)
        scores.append(round(score, 6))
        if guess == key and decrypt(secret, guess) == MESSAGE:
            broken += 1
    return broken, scores[0], encrypt(MESSAGE, 13)[:24]

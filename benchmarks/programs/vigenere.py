"""The Vigenere cipher: shift each letter by a letter of the key."""

MESSAGE = "Attack at dawn, said the general; but the messenger overslept, and Nobody attacked at all. "
ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def shift(letter, amount):
    position = ALPHABET.index(letter)
    return ALPHABET[(position + amount) % 26]


def apply_key(text, key, sign):
    result = ""
    used = 0
    for letter in text:
        lower = letter.lower()
        if lower in ALPHABET:
            amount = ALPHABET.index(key[used % len(key)])
            moved = shift(lower, sign * amount)
            if letter.isupper():
                moved = moved.upper()
            result += moved
            used += 1
        else:
            result += letter
    return result


def encrypt(text, key):
    return apply_key(text, key, 1)


def decrypt(text, key):
    return apply_key(text, key, -1)


def run():
    message = MESSAGE * 600
    secret = encrypt(message, "lemonade")
    if decrypt(secret, "lemonade") != message:
        raise ValueError("the message did not come back")
    return secret[:60], len(secret)

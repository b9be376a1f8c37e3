# str 10: few()
# str 30: some()
# str 300: many()
def few():
    text = ""
    for letter in "abcdefghij":
        text += letter
    return text


def some():
    text = ""
    for letter in "abcdefghij" * 3:
        text += letter
    return text


def many():
    text = ""
    for letter in "abcdefghij" * 30:
        text += letter
    return text

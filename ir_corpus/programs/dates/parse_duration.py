# calls: seconds(['1h30m', '45s', '2h5m10s', '12m', '90s', '3h'] * 4)
def parse(text):
    total = 0
    number = 0
    for letter in text:
        if letter in ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']:
            number = number * 10 + int(letter)
        else:
            if letter == 'h':
                total += number * 3600
            elif letter == 'm':
                total += number * 60
            elif letter == 's':
                total += number
            number = 0
    return total


def seconds(texts):
    result = []
    for text in texts:
        result.append(parse(text))
    return result

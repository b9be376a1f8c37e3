"""Run-length coding of an image row by row, with a checksum of the result."""


def make_rows(count, width):
    rows = []
    for y in range(count):
        row = ""
        for x in range(width):
            if (x // (3 + y % 5) + y) % 3 == 0:
                row += "#"
            else:
                row += "."
        rows.append(row)
    return rows


def encode(text):
    pairs = []
    i = 0
    while i < len(text):
        run = 1
        while i + run < len(text) and text[i + run] == text[i]:
            run += 1
        pairs.append((text[i], run))
        i += run
    return pairs


def decode(pairs):
    text = ""
    for letter, run in pairs:
        text += letter * run
    return text


def checksum(pairs):
    total = 0
    for letter, run in pairs:
        total = (total * 31 + ord(letter) + run) % 65521
    return total


def run():
    rows = make_rows(400, 500)
    coded = [encode(row) for row in rows]
    total = 0
    for row, pairs in zip(rows, coded):
        if decode(pairs) != row:
            raise ValueError("the coding lost something")
        total += checksum(pairs)
    return len(rows), sum(len(pairs) for pairs in coded), total

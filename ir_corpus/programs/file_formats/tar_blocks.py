# calls: listing([('dir/file%d.txt' % i, 'line %d\n' % i * (i % 4 + 1)) for i in range(16)]), listing([('empty', '')])
BLOCK = 64


def pad(text, width):
    missing = width - len(text)
    for _ in range(missing):
        text += '\0'
    return text


def octal(number, width):
    digits = ''
    while number > 0:
        digits = str(number % 8) + digits
        number = number // 8
    return digits.rjust(width, '0')


def checksum(header):
    total = 0
    for character in header:
        total = total + ord(character)
    return total


def pack(files):
    archive = ''
    for name, content in files:
        header = pad(name, 30) + octal(len(content), 8)
        header = pad(header + octal(checksum(header), 6), BLOCK)
        archive = archive + header
        whole = -(-len(content) // BLOCK) * BLOCK
        archive = archive + pad(content, whole)
    return archive + pad('', 2 * BLOCK)


def listing(files):
    archive = pack(files)
    names = []
    bad = []
    position = 0
    while archive[position] != '\0':
        header = archive[position:position + BLOCK]
        name = header[:30].rstrip('\0')
        size = int(header[30:38], 8)
        if checksum(header[:38]) != int(header[38:44], 8):
            bad.append(name)
        content = archive[position + BLOCK:position + BLOCK + size]
        names.append((name, size, content.count('\n')))
        position = position + BLOCK
        while size > 0:
            position = position + BLOCK
            size = size - BLOCK
    return names, bad, len(archive) // BLOCK

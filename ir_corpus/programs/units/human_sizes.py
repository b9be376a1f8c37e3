# calls: listing([('file%d.bin' % i, 3 ** (i % 19) * (i + 1)) for i in range(70)], True)
def human(size, binary):
    step = 1024 if binary else 1000
    names = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] if binary else ['B', 'kB', 'MB', 'GB', 'TB']
    place = 0
    while size >= step and place < len(names) - 1:
        size = size / step
        place += 1
    if place == 0:
        return str(size) + ' ' + names[place]
    return str(round(size, 1)) + ' ' + names[place]


def listing(files, binary):
    widest = 0
    for name, size in files:
        if len(human(size, binary)) > widest:
            widest = len(human(size, binary))
    text = ''
    total = 0
    for name, size in files:
        shown = human(size, binary)
        while len(shown) < widest:
            shown = ' ' + shown
        text = text + shown + '  ' + name + '\n'
        total += size
    return text + human(total, binary) + ' in ' + str(len(files)) + ' files'

# calls: koch(4)
def koch(depth):
    word = 'F'
    level = 0
    while level < depth:
        out = ''
        for letter in word:
            if letter == 'F':
                out += 'F+F-F-F+F'
            else:
                out += letter
        word = out
        level += 1
    x = 0
    y = 0
    dx = 1
    dy = 0
    for letter in word:
        if letter == 'F':
            x += dx
            y += dy
        elif letter == '+':
            dx, dy = -dy, dx
        else:
            dx, dy = dy, -dx
    return x, y, len(word)

# calls: set_text('the first official affluent flock of fjords effectively stuffed a fluffy fisherman with ffinal coffins ' * 7)
# calls: set_text('')
LIGATURES = ['ffi', 'ffl', 'ff', 'fi', 'fl', 'fj', 'st']
WIDTHS = {'i': 3, 'l': 3, 'j': 3, 't': 4, 'f': 4, 'r': 4, 'm': 9, 'w': 8, ' ': 3}
KERN = {('a', 'w'): -1, ('w', 'a'): -1, ('o', 'f'): -1, ('r', 'd'): 1}


def glyphs(text):
    out = []
    i = 0
    while i < len(text):
        for lig in LIGATURES:
            if text[i:i + len(lig)] == lig:
                out.append(lig)
                i += len(lig)
                break
        else:
            out.append(text[i])
            i += 1
    return out


def glyph_width(glyph):
    if len(glyph) > 1:
        return sum(WIDTHS.get(c, 6) for c in glyph) - len(glyph) + 1
    return WIDTHS.get(glyph, 6)


def set_text(text):
    row = glyphs(text)
    x = 0
    places = {}
    for k in range(len(row)):
        if k > 0 and (row[k - 1][-1], row[k][0]) in KERN:
            x += KERN[row[k - 1][-1], row[k][0]]
        if len(row[k]) > 1:
            places.setdefault(row[k], []).append(x)
        x += glyph_width(row[k])
    return x, len(row), {g: (len(p), p[0]) for g, p in places.items()}

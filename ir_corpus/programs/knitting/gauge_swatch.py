# calls: resize([('back', 52.0, 61.0), ('front', 52.5, 60.0), ('sleeve', 21.0, 44.0), ('collar', 40.0, 7.5)] * 12, (21, 28), [(w / 2, r) for w in range(38, 46) for r in range(25, 31)]), resize([], (20, 28), [(20, 28)])
def to_multiple(value, multiple, plus):
    n = int(round((value - plus) / multiple)) * multiple + plus
    return n if n > plus else multiple + plus


def difference(piece, gauge, wanted):
    name, width, height = piece
    sts = to_multiple(width * wanted[0] / 10, 4, 2)
    rows = to_multiple(height * wanted[1] / 10, 2, 0)
    return sts * 10 / gauge[0] - width, rows * 10 / gauge[1] - height


def advice(mine, wanted):
    if mine[0] > wanted[0] + 0.5:
        return 'larger needle'
    elif mine[0] < wanted[0] - 0.5:
        return 'smaller needle'
    elif abs(mine[1] - wanted[1]) > 2:
        return 'mind the rows'
    else:
        return 'go'


def resize(pieces, wanted, swatches):
    verdicts = {}
    best = None
    for swatch in swatches:
        worst = 0.0
        for piece in pieces:
            dw, dh = difference(piece, swatch, wanted)
            worst = max(worst, abs(dw) + 0.3 * abs(dh))
        word = advice(swatch, wanted)
        verdicts[word] = verdicts.get(word, 0) + 1
        if best is None or worst < best[0]:
            best = (worst, swatch, word)
    return best, verdicts

# calls: build([('s%d' % i, 120 + i * 37 % 200, ['rock', 'jazz', 'pop'][i % 3], i * 7 % 10) for i in range(40)], 1800)
def build(songs, limit):
    chosen = []
    used = 0
    by_style = {}
    for title, seconds, style, liked in sorted(songs, key=lambda song: (-song[3], song[0])):
        if used + seconds > limit:
            continue
        if len(chosen) > 0 and chosen[-1][2] == style:
            # never two of one style in a row, unless it is loved
            if liked < 9:
                continue
        chosen.append((title, seconds, style))
        used += seconds
        by_style[style] = by_style.get(style, 0) + seconds
    text = []
    at = 0
    for title, seconds, style in chosen:
        text.append('%02d:%02d %s (%s, %d%%)' % (at // 60, at % 60, title, style, 100 * by_style[style] // used))
        at += seconds
    return text

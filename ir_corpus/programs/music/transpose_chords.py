# calls: transpose('C Am F G7 | Dm Bb F#m C# | Eb G Cm Ab'.split() * 12, 3)
SHARPS = ['C', 'C#', 'D', 'D#', 'E', 'F', 'F#', 'G', 'G#', 'A', 'A#', 'B']
FLATS = {'Db': 'C#', 'Eb': 'D#', 'Gb': 'F#', 'Ab': 'G#', 'Bb': 'A#'}


def split_chord(chord):
    if len(chord) > 1 and (chord[1] == '#' or chord[1] == 'b'):
        root = chord[0:2]
        rest = chord[2:]
    else:
        root = chord[0]
        rest = chord[1:]
    if root in FLATS:
        root = FLATS[root]
    return root, rest


def transpose(chords, steps):
    line = ''
    changed = 0
    for i in range(len(chords)):
        chord = chords[i]
        if i > 0:
            line += ' '
        if chord == '|':
            line += chord
            continue
        root, rest = split_chord(chord)
        new = SHARPS[(SHARPS.index(root) + steps) % 12]
        if new != root:
            changed += 1
        line += new + rest
    return line, changed

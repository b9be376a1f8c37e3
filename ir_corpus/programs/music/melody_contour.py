# calls: similar([[60, 62, 64, 62, 60], [67, 69, 71, 69, 67], [60, 59, 57, 60, 62], [50, 55, 59, 51, 40]] * 3, 2)
def contour(notes, leap):
    shape = ''
    for i in range(1, len(notes)):
        step = notes[i] - notes[i - 1]
        if step == 0:
            shape += '='
        elif step > 0:
            shape += 'U' if abs(step) > leap else 'u'
        else:
            shape += 'D' if abs(step) > leap else 'd'
    return shape


def similar(melodies, leap):
    pairs = []
    for i in range(len(melodies)):
        for j in range(len(melodies)):
            if i < j and contour(melodies[i], leap) == contour(melodies[j], leap):
                pairs.append((i, j))
    seen = []
    for melody in melodies:
        shape = contour(melody, leap)
        if shape not in seen:
            seen.append(shape)
    return pairs, seen

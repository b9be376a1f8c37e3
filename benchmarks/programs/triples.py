"""A script: Pythagorean triples up to a limit, counted by perimeter."""

SCRIPT = True

LIMIT = 220

triples = []
for a in range(1, LIMIT):
    for b in range(a, LIMIT):
        square = a * a + b * b
        c = b
        while c * c < square:
            c += 1
        if c * c == square and c < LIMIT:
            triples.append((a, b, c))

perimeters = {}
for a, b, c in triples:
    perimeter = a + b + c
    if perimeter in perimeters:
        perimeters[perimeter] += 1
    else:
        perimeters[perimeter] = 1

best = 0
for perimeter in perimeters:
    if perimeters[perimeter] > perimeters.get(best, 0):
        best = perimeter

result = (len(triples), triples[:3], best, perimeters[best])

# calls: pack([41 + (i * 37) % 36 for i in range(600)])
# calls: pack([52, 53, 63, 73] * 12)
def size_of(grams):
    if grams >= 73:
        return 'XL'
    elif grams >= 63:
        return 'L'
    elif grams >= 53:
        return 'M'
    else:
        return 'S'


def pack(weights):
    boxes = {'S': 0, 'M': 0, 'L': 0, 'XL': 0}
    open_boxes = {}
    log = []
    for n in range(len(weights)):
        size = size_of(weights[n])
        open_boxes[size] = open_boxes.get(size, 0) + 1
        if open_boxes[size] == 10:
            boxes[size] += 1
            open_boxes[size] = 0
            log.append((n, size))
    left = 0
    for size in open_boxes:
        left += open_boxes[size]
    heaviest = 0
    for w in weights:
        if w > heaviest:
            heaviest = w
    summary = ', '.join([size + ': ' + str(boxes[size]) for size in ['S', 'M', 'L', 'XL']])
    return summary, left, log[-3:], heaviest

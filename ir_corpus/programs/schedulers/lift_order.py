# calls: compare([i * 59 % 200 for i in range(90)], 53, 200), compare([7, 7, 7], 7, 10)
def nearest_first(requests, head):
    left = requests[:]
    moved = 0
    order = []
    while len(left) != 0:
        best = 0
        for i in range(1, len(left)):
            if abs(left[i] - head) < abs(left[best] - head):
                best = i
        moved += abs(left[best] - head)
        head = left[best]
        order.append(head)
        del left[best]
    return moved, order


def sweep(requests, head, top):
    moved = 0
    order = []
    direction = 1
    left = sorted(requests)
    while left:
        if head in left:
            left.remove(head)
            order.append(head)
        else:
            if direction == 1 and max(left) < head:
                direction = -1
            elif direction == -1 and min(left) > head:
                direction = 1
            if head + direction < 0 or head + direction >= top:
                direction = -direction
            head += direction
            moved += 1
    return moved, order


def compare(requests, head, top):
    fifo = 0
    at = head
    for r in requests:
        fifo += abs(r - at)
        at = r
    a = nearest_first(requests, head)
    b = sweep(requests, head, top)
    names = ['fifo', 'nearest', 'sweep']
    costs = [fifo, a[0], b[0]]
    return dict(zip(names, costs)), names[costs.index(min(costs))], a[1] == b[1], b[1][:5]

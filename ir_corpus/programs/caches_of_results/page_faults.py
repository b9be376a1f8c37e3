# calls: compare([(i * i + i // 5) % 13 for i in range(150)], 4), compare([1, 2, 3, 4, 1, 2, 5, 1, 2, 3, 4, 5], 3), compare([7], 2)
def fifo(pages, frames):
    memory = []
    faults = 0
    for page in pages:
        if page not in memory:
            faults += 1
            memory.append(page)
            if len(memory) > frames:
                memory.pop(0)
    return faults


def clock(pages, frames):
    slots = [None] * frames
    used = [0] * frames
    hand = 0
    faults = 0
    for page in pages:
        if page in slots:
            used[slots.index(page)] = 1
            continue
        faults += 1
        while used[hand] == 1:
            used[hand] = 0
            hand = (hand + 1) % frames
        slots[hand] = page
        used[hand] = 1
        hand = (hand + 1) % frames
    return faults


def next_use(pages, start, page):
    for i in range(start, len(pages)):
        if pages[i] == page:
            return i
    return len(pages) + 1


def clairvoyant(pages, frames):
    memory = []
    faults = 0
    for i, page in enumerate(pages):
        if page in memory:
            continue
        faults += 1
        if len(memory) == frames:
            memory.remove(max(memory, key=lambda p: next_use(pages, i + 1, p)))
        memory.append(page)
    return faults


def compare(pages, frames):
    curve = [fifo(pages, n) for n in range(1, frames + 3)]
    odd = [n + 2 for n in range(len(curve) - 1) if curve[n + 1] > curve[n]]
    return curve, odd, clock(pages, frames), clairvoyant(pages, frames)

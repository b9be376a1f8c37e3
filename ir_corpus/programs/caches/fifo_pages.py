# calls: faults([(i * 7 + i // 5) % 17 for i in range(260)], 6), compare([(i * i + 3) % 11 for i in range(120)], 7)
def faults(references, frames):
    queue = []
    missed = 0
    for page in references:
        if page not in queue:
            missed += 1
            if len(queue) == frames:
                queue.pop(0)
            queue.append(page)
    return missed


def next_use(references, start, page):
    for k in range(start, len(references)):
        if references[k] == page:
            return k
    return len(references) + 1


def optimal(references, frames):
    loaded = []
    missed = 0
    for i in range(len(references)):
        if references[i] in loaded:
            continue
        missed += 1
        if len(loaded) < frames:
            loaded.append(references[i])
        else:
            victim = 0
            for j in range(1, len(loaded)):
                if next_use(references, i, loaded[j]) > next_use(references, i, loaded[victim]):
                    victim = j
            loaded[victim] = references[i]
    return missed


def compare(references, most):
    rows = []
    for frames in range(1, most + 1):
        rows.append((frames, faults(references, frames), optimal(references, frames)))
    return rows

# calls: traffic([('r' if i % 3 else 'w', i * 5 % 37) for i in range(400)], 16)
READ = 'r'


class Block:
    def __init__(self, number, now):
        self.number = number
        self.dirty = False
        self.touched = now


def oldest(blocks):
    return min(blocks, key=lambda block: block.touched)


def traffic(operations, capacity):
    blocks = []
    fetched = 0
    written = 0
    now = 0
    while now < len(operations):
        kind, number = operations[now]
        block = None
        for b in blocks:
            if b.number == number:
                block = b
                break
        if block is None:
            if len(blocks) >= capacity:
                victim = oldest(blocks)
                if victim.dirty:
                    written += 1
                blocks.remove(victim)
            block = Block(number, now)
            blocks.append(block)
            if kind == READ:
                fetched += 1
        block.touched = now
        if kind != READ:
            block.dirty = True
        now += 1
    remaining = sum(1 for b in blocks if b.dirty)
    return fetched, written, remaining, sorted(b.number for b in blocks)

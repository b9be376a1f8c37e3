# calls: run(120)
def push(inbox, item):
    inbox.append(item)


def pull(inbox, outbox):
    if len(outbox) == 0:
        while len(inbox) > 0:
            outbox.append(inbox.pop())
    return outbox.pop()


def run(count):
    inbox = []
    outbox = []
    total = 0
    for i in range(count):
        push(inbox, i)
        if i % 3 == 2:
            total += pull(inbox, outbox)
            total += pull(inbox, outbox)
    left = 0
    while len(inbox) > 0 or len(outbox) > 0:
        left += pull(inbox, outbox)
    return total, left

# int: drained(n)
def drained(n):
    queue = list(range(n))
    found = 0
    while len(queue) > 0:
        found += queue.pop()
    return found

# int: visited(n)
def visited(n):
    queue = list(range(n))
    found = 0
    while queue:
        found += queue.pop(0)
    return found

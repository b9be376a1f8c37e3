# int 5: ways(5)
# int 12: ways(12)
# int 16: ways(16)
def ways(steps):
    if steps < 2:
        return 1
    return ways(steps - 1) + ways(steps - 2)

# int 3: three(200)
# int 4: four(200)
def three(n):
    found = 0
    for i in range(n):
        key = i % 9
        if key == 1 or key == 2 or key == 4:
            found += 1
    return found


def four(n):
    found = 0
    for i in range(n):
        key = i % 9
        if key == 1 or key == 2 or key == 4 or key == 6:
            found += 1
    return found

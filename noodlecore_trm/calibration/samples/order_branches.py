# any: two(300)
# seen: letter == "d": 0 300
# seen: letter == "e": 300 0
def two(n):
    found = 0
    for i in range(n):
        letter = "de"[i % 10 > 0]
        if letter == "d":
            found += 1
        elif letter == "e":
            found += 2
    return found

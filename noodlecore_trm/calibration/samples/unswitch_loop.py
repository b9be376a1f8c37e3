# int: total(n, "abc")
def total(n, limit):
    wide = len(limit) > 2
    mode = "sum" if len(limit) > 5 else "count"
    found = 0
    for i in range(n):
        if mode == "sum":
            found += i
        elif wide:
            found -= 1
        else:
            found += 2
    return found

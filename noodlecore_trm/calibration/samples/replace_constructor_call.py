# any: made(200)
def made(n):
    out = 0
    for i in range(n):
        row = list()
        table = dict()
        out += 1
    return out

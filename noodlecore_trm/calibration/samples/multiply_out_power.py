# float: squares(n, "abc")
def squares(n, text):
    x = len(text) / 7
    total = 0.0
    for i in range(n):
        total += x ** 2 + (x - 1.5) ** 2
    return total

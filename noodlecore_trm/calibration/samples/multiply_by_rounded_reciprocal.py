# float: thirds(n, "abc")
def thirds(n, text):
    x = len(text) / 7
    for i in range(n):
        x = x / 3 + 1.0
    return x

# float: halved(n, "abc")
def halved(n, text):
    x = len(text) / 7
    for i in range(n):
        x = x / 2 + 1.0
    return x

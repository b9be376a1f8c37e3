# float: sums(n, "abc")
# float 0: compared("abc")
def sums(n, text):
    x = len(text) / 7
    total = 0.5
    for i in range(n):
        total = total * 3 - x + 1
        if total > 100:
            total = x
    return total


def compared(text):
    x = len(text) / 7
    return 0 < x < 1

# str: pattern(n)
def pattern(n):
    text = ""
    for i in range(n):
        if i % 3:
            text += "#"
        else:
            text += "."
    return text

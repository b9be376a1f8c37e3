# calls: gray(7)
def gray(bits):
    codes = []
    for i in range(2 ** bits):
        codes.append(i ^ (i // 2))
    return codes

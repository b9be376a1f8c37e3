# calls: multiply([1, 2, 3, 4, 5, 6, 7], [3, 1, 4, 1, 5, 9, 2, 6])
def multiply(a, b):
    product = [0] * (len(a) + len(b) - 1)
    for i in range(len(a)):
        for j in range(len(b)):
            product[i + j] = product[i + j] + a[i] * b[j]
    return product

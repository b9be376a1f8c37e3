# calls: derivative([float(i) for i in range(60)])
def derivative(coefficients):
    result = []
    for i in range(1, len(coefficients)):
        result.append(i * coefficients[i])
    return result

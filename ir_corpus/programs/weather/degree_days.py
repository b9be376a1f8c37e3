# calls: heating([12.5, 8.0, 3.5, -2.0, 15.0, 19.5, 21.0, 6.5] * 25, 18.0)
def fahrenheit(celsius):
    return celsius * 9 / 5 + 32


def heating(temperatures, limit):
    total = 0.0
    cold = []
    for i in range(len(temperatures)):
        if temperatures[i] < limit:
            total = total + (limit - temperatures[i])
            cold.append(i)
    converted = []
    for temperature in temperatures:
        converted.append(fahrenheit(temperature))
    highest = converted[0]
    for value in converted:
        highest = max(highest, value)
    return round(total, 1), len(cold), highest

# calls: perfect(150)
def perfect(limit):
    found = []
    for number in range(2, limit):
        total = 0
        for part in range(1, number):
            if number % part == 0:
                total = total + part
        if total == number:
            found.append(number)
    return found

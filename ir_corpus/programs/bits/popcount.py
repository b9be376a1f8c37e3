# calls: ones(list(range(150)))
def ones(numbers):
    total = 0
    for number in numbers:
        while number > 0:
            if number % 2 == 1:
                total += 1
            number = number // 2
    return total

# calls: missing([i for i in range(80) if i % 7], 80)
def missing(numbers, limit):
    result = []
    for number in range(limit):
        if number not in numbers:
            result.append(number)
    return result

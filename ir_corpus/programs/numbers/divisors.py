# calls: divisors(360), divisors(97)
def divisors(number):
    result = []
    candidate = 1
    while candidate <= number:
        if number % candidate == 0:
            result.append(candidate)
        candidate += 1
    return result

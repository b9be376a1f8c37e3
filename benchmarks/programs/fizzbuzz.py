"""A script: FizzBuzz, counted instead of printed, with the letters of its output."""

SCRIPT = True

LIMIT = 150_000


def word(number):
    if number % 15 == 0:
        return "FizzBuzz"
    if number % 5 == 0:
        return "Buzz"
    if number % 3 == 0:
        return "Fizz"
    return str(number)


counts = {"Fizz": 0, "Buzz": 0, "FizzBuzz": 0}
numbers = 0
letters = 0
for number in range(1, LIMIT + 1):
    said = word(number)
    if said in counts:
        counts[said] += 1
    else:
        numbers += 1
    letters += len(said)

result = (counts, numbers, letters)

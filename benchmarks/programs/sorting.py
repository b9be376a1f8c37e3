"""Bubble sort and insertion sort, as everybody writes them once."""


def make_numbers(count, seed):
    numbers = []
    value = seed
    for _ in range(count):
        value = (value * 1103515245 + 12345) % 2147483648
        numbers.append(value % 1000)
    return numbers


def bubble_sort(numbers):
    values = list(numbers)
    count = len(values)
    for i in range(count):
        swapped = False
        for j in range(count - i - 1):
            if values[j] > values[j + 1]:
                values[j], values[j + 1] = values[j + 1], values[j]
                swapped = True
        if not swapped:
            break
    return values


def insertion_sort(numbers):
    values = list(numbers)
    for i in range(1, len(values)):
        value = values[i]
        j = i - 1
        while j >= 0 and values[j] > value:
            values[j + 1] = values[j]
            j -= 1
        values[j + 1] = value
    return values


def run():
    numbers = make_numbers(1200, 7)
    bubbled = bubble_sort(numbers)
    inserted = insertion_sort(numbers)
    return bubbled == inserted, bubbled[:5], inserted[-5:]

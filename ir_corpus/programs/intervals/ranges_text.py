# calls: compact([n for n in range(400) if n % 7 and n % 11 and n % 13]), expand('1-40,55,60-99,7,200-260'), compact([5])
def piece(first, last):
    if first == last:
        return str(first)
    if last == first + 1:
        return str(first) + ',' + str(last)
    return str(first) + '-' + str(last)


def compact(numbers):
    text = ''
    first = numbers[0]
    last = numbers[0]
    for n in numbers[1:]:
        if n == last + 1:
            last = n
            continue
        if text != '':
            text += ','
        text += piece(first, last)
        first = n
        last = n
    return text + (',' if text else '') + piece(first, last)


def expand(text):
    numbers = []
    for part in text.split(','):
        if '-' in part:
            first, last = part.split('-')
            for n in range(int(first), int(last) + 1):
                if n not in numbers:
                    numbers.append(n)
        elif int(part) not in numbers:
            numbers.append(int(part))
    numbers.sort()
    return numbers

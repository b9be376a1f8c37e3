# calls: audit(['PL-%06d-%d' % (i * 7919 % 1000000, i % 10) for i in range(130)] + ['XX-1-1', 'PL-12a456-3'])
# calls: audit(['PL-000000-0'])
def check_digit(digits):
    weight = 2
    total = 0
    for c in reversed(digits):
        product = int(c) * weight
        total += product // 10 + product % 10
        weight = 3 - weight
    return (10 - total % 10) % 10


def problem(number):
    parts = number.split('-')
    if len(parts) != 3:
        return 'shape'
    if parts[0] not in ('PL', 'HO', 'MO'):
        return 'branch'
    if len(parts[1]) != 6:
        return 'length'
    for c in parts[1]:
        if not ('0' <= c <= '9'):
            return 'letters'
    if check_digit(parts[1]) != int(parts[2]):
        return 'check'
    return ''


def repair(number):
    head, digits, last = number.split('-')
    for i in range(len(digits) - 1):
        if digits[i] != digits[i + 1]:
            swapped = digits[:i] + digits[i + 1] + digits[i] + digits[i + 2:]
            if check_digit(swapped) == int(last):
                return head + '-' + swapped + '-' + last
    return None


def audit(numbers):
    counts = {}
    repaired = []
    for number in numbers:
        p = problem(number)
        counts[p or 'good'] = counts.get(p or 'good', 0) + 1
        if p == 'check' and repair(number):
            repaired.append(repair(number))
    return counts, len(repaired), repaired[:5]

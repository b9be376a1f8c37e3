# calls: cards({'Mia': {'maths': [80, 92], 'art': [70]}, 'Leo': {'art': [90, 95, 71]}, 'Ida': {'maths': []}})
# calls: cards({'p%d' % i: {'maths': [i * 7 % 100, 50], 'music': [i * 3 % 100]} for i in range(30)})
def mean(marks):
    if len(marks) == 0:
        return None
    return sum(marks) / len(marks)


def letter(value):
    for limit, name in [(90, 'A'), (80, 'B'), (65, 'C'), (50, 'D')]:
        if value >= limit:
            return name
    return 'E'


def cards(pupils):
    result = {}
    for name in pupils:
        lines = []
        total = 0.0
        counted = 0
        for subject in sorted(pupils[name]):
            value = mean(pupils[name][subject])
            if value is None:
                lines.append(subject + ': no marks')
            else:
                lines.append(subject + ': ' + letter(value) + ' (' + str(round(value, 1)) + ')')
                total += value
                counted += 1
        if counted > 0:
            lines.append('overall: ' + letter(total / counted))
        result[name] = lines
    return result

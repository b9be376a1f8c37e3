# calls: report({'dept%02d' % i: [1000 + i * 10 + m for m in range(12)] for i in range(25)}, {'dept%02d' % i: [990 + i * 11 + m * (i % 3) for m in range(12)] for i in range(0, 25, 1)}, 3.0)
# calls: report({'a': [5, 5]}, {}, 10.0)
def total(values):
    result = 0
    for v in values:
        result += v
    return result


def percent(part, whole):
    return 100.0 * part / whole


def report(planned, actual, limit):
    lines = []
    over = []
    for department in sorted(planned.keys()):
        plan = total(planned[department])
        if department in actual:
            spent = total(actual[department])
        else:
            spent = 0
        line = department + ' ' + str(plan) + ' ' + str(spent)
        if spent > plan and percent(spent - plan, plan) > limit:
            over.append(department)
            line += ' !'
            # when did it go wrong?
            sum_plan = 0
            sum_spent = 0
            for month in range(len(planned[department])):
                sum_plan += planned[department][month]
                sum_spent += actual[department][month]
                if sum_spent > sum_plan:
                    line += ' since ' + str(month + 1)
                    break
        lines.append(line)
    return lines, over, percent(len(over), len(planned))

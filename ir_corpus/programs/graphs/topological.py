# calls: order(36)
def order(count):
    needs = {}
    for i in range(count):
        needs[i] = []
        if i > 1:
            needs[i].append(i // 2)
        if i > 4:
            needs[i].append(i - 4)
    result = []
    while len(result) < count:
        ready = []
        for task in needs.keys():
            if task not in result:
                missing = [other for other in needs[task] if other not in result]
                if len(missing) == 0:
                    ready.append(task)
        for task in ready:
            result.append(task)
    return result

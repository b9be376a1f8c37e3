# calls: winners([('#nav .item a', 1), ('ul li.item', 2), ('.item', 3), ('a:hover', 4), ('div#main p', 5), ('*', 6)] * 9, ['item', 'a', 'p'])
def simple_parts(selector):
    parts = []
    part = ''
    for c in selector:
        if c in [' ', '>', '+', '~']:
            if part:
                parts.append(part)
            part = ''
        elif c in '.#:':
            if part:
                parts.append(part)
            part = c
        else:
            part += c
    if part:
        parts.append(part)
    return parts


def specificity(selector):
    ids = 0
    classes = 0
    elements = 0
    for part in simple_parts(selector):
        if part[0] == '#':
            ids += 1
        elif part[0] == '.' or part[0] == ':':
            classes += 1
        elif part != '*':
            elements += 1
    return ids * 10000 + classes * 100 + elements


def winners(rules, targets):
    result = {}
    for target in targets:
        best = None
        for i in range(len(rules)):
            selector, value = rules[i]
            if simple_parts(selector)[-1].lstrip('.:') != target:
                continue
            if best is None or specificity(selector) >= specificity(rules[best][0]):
                best = i
        result[target] = None if best is None else rules[best][1]
    histogram = {}
    for selector, _ in rules:
        histogram[specificity(selector)] = histogram.get(specificity(selector), 0) + 1
    return result, sorted(histogram.items(), key=lambda kv: kv[0])

# calls: pairs([["tea", "jam"], ["tea", "milk"], ["jam", "bread", "egg"], ['bread', 'milk', 'tea'], ['gum']] * 9, 0.3)
def support(baskets, items):
    count = 0
    for basket in baskets:
        if all(item in basket for item in items):
            count += 1
    return count / len(baskets)


def pairs(baskets, least):
    products = []
    for basket in baskets:
        for item in basket:
            if item not in products:
                products.append(item)
    rules = []
    for a in products:
        for b in products:
            if a == b:
                continue
            both = support(baskets, [a, b])
            if both >= least:
                confidence = both / support(baskets, [a])
                lift = confidence / support(baskets, [b])
                rules.append((a, b, round(confidence, 2), round(lift, 2)))
    rules.sort(key=lambda rule: (-rule[3], rule[0], rule[1]))
    return rules

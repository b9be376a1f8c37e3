# calls: safe_dishes({'dish%d' % i: ['egg', 'milk', 'nuts', 'fish', 'soy', 'rice', 'corn'][i % 4:i % 7 + 1] for i in range(150)}, [('Ann', ['nuts']), ('Bo', ['milk', 'fish']), ('Cy', [])])
def can_eat(avoid, contents):
    for item in contents:
        if item in avoid:
            return False
    return True


def safe_dishes(menu, guests):
    answer = {}
    for guest in guests:
        name = guest[0]
        avoid = guest[1]
        good = []
        for dish in menu:
            if can_eat(avoid, menu[dish]):
                good.append(dish)
        answer[name] = good
    common = []
    for dish in menu:
        everybody = True
        for name in answer:
            if dish not in answer[name]:
                everybody = False
        if everybody:
            common.append(dish)
    return {name: len(answer[name]) for name in answer}, common

# calls: take_orders(['mon rolls 12 smith', 'tue rye 1 jones', 'mon rye 2 smith', 'cancel mon rolls smith', 'fri cake 1 lee', 'sat rolls 30 lee', 'sat rolls 10 jones', 'mon x'] * 12)
# calls: take_orders(['cancel fri cake lee'])
DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']


def find_order(orders, day, product, customer):
    for i in range(len(orders)):
        o = orders[i]
        if o['day'] == day and o['product'] == product and o['customer'] == customer:
            return i
    return -1


def take_orders(lines):
    orders = []
    errors = 0
    for line in lines:
        words = line.split()
        if len(words) != 4 and not (len(words) == 5 and words[0] == 'cancel'):
            errors += 1
            continue
        if words[0] == 'cancel' and len(words) == 4:
            where = find_order(orders, words[1], words[2], words[3])
            if where >= 0:
                del orders[where]
            else:
                errors += 1
        elif words[0] in DAYS and words[2].isdigit():
            where = find_order(orders, words[0], words[1], words[3])
            if where >= 0:
                orders[where]['count'] += int(words[2])
            else:
                orders.append({'day': words[0], 'product': words[1], 'count': int(words[2]), 'customer': words[3]})
        else:
            errors += 1
    need = {}
    for day in DAYS:
        for o in orders:
            if o['day'] == day:
                need[day, o['product']] = need.get((day, o['product']), 0) + o['count']
    return need, errors, len(orders)

# calls: total([('apple', 0.4, 6), ('bread', 2.2, 1), ('wine', 8.5, 2), ('jam', 3, 3), ('rice', 1.9, 2)] * 9, 'gold')
# calls: total([('wine', 8.5, 1)], 'none')
def vat(name):
    if name in ['apple', 'bread', 'rice', 'milk', 'book']:
        return 0.07
    return 0.19


def total(lines, card):
    net = 0.0
    taxes = 0.0
    saved = 0.0
    for name, price, count in lines:
        amount = price * count
        if card == 'gold':
            discount = amount * 0.05
        elif card == 'silver':
            discount = amount * 0.02
        else:
            discount = 0.0
        if count >= 3:
            # three for two
            discount = max(discount, price * (count // 3))
        saved += discount
        net += (amount - discount) / (1 + vat(name))
        taxes += (amount - discount) - (amount - discount) / (1 + vat(name))
    return round(net, 2), round(taxes, 2), round(saved, 2)

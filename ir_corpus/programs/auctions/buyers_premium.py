# calls: invoices([(i * 7 % 13, 80 + i * i % 9000, i % 5 == 0, 'EU' if i % 3 else 'X') for i in range(160)], [(500, 25), (4000, 20), (None, 12)], 19), invoices([], [(None, 10)], 20)
def premium(hammer, bands):
    due = 0
    low = 0
    for top, percent in bands:
        if top is None or hammer < top:
            due += (hammer - low) * percent
            break
        due += (top - low) * percent
        low = top
    return due / 100


def vat(hammer, fee, full, place, rate):
    if place == 'X':
        return 0
    if full:
        return round((hammer + fee) * rate / 100, 2)
    return round(fee * rate / (100 + rate), 2)


def resale_right(hammer):
    if hammer < 400:
        return 0
    if hammer < 3000:
        return hammer * 0.04
    return 120 + (hammer - 3000) * 0.03


def invoices(sales, bands, rate):
    bills = {}
    for buyer, hammer, full, place in sales:
        fee = premium(hammer, bands)
        tax = vat(hammer, fee, full, place, rate)
        right = resale_right(hammer)
        if buyer in bills:
            bill = bills[buyer]
        else:
            bill = bills[buyer] = {'hammer': 0, 'fee': 0, 'tax': 0, 'right': 0, 'lots': 0}
        bill['hammer'] += hammer
        bill['fee'] += fee
        if full or place == 'EU':
            bill['tax'] += tax
        bill['right'] += right
        bill['lots'] += 1
    lines = []
    for buyer in sorted(bills, key=lambda b: -bills[b]['hammer']):
        bill = bills[buyer]
        total = bill['hammer'] + bill['fee'] + bill['tax'] + bill['right']
        lines.append(f"{buyer:>4} {bill['lots']:>3} {total:>12.2f}")
    return lines, round(sum(b['fee'] for b in bills.values()), 2)

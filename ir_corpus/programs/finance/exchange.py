# calls: convert([('EUR', 12.5), ('USD', 8.0), ('GBP', 3.25), ('EUR', 99.9), ('CHF', 1.0)] * 8)
def convert(amounts):
    rates = {'EUR': 1.0, 'USD': 0.92, 'GBP': 1.17}
    total = 0.0
    unknown = 0
    for currency, amount in amounts:
        if currency in rates.keys():
            total += amount * rates[currency]
        else:
            unknown += 1
    return round(total, 2), unknown

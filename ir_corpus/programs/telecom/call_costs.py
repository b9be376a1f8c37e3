# calls: bills([('+49%d' % (i % 9), '+%d55' % [49, 44, 1, 33, 886][i % 5], i * 37 % 700, i % 24) for i in range(70)])
RATES = [('+49', 0.0), ('+44', 0.05), ('+4', 0.09), ('+33', 0.05), ('+3', 0.12), ('+1', 0.03), ('+', 0.4)]


def rate(number):
    best = ''
    price = 0
    for prefix, cost in RATES:
        if number.startswith(prefix) and len(prefix) > len(best):
            best = prefix
            price = cost
    return price


def minutes(seconds):
    whole = seconds // 60
    if seconds % 60 > 0:
        whole += 1
    return whole


def bills(calls):
    totals = {}
    abroad = {}
    for caller, called, seconds, hour in calls:
        if caller not in totals:
            totals[caller] = 0.0
            abroad[caller] = 0
        if hour >= 20 or hour < 6:
            factor = 0.5
        else:
            factor = 1
        totals[caller] += minutes(seconds) * rate(called) * factor
        if rate(called) > 0:
            abroad[caller] += 1
    result = []
    for caller in sorted(totals):
        result.append((caller, round(totals[caller], 2), abroad[caller]))
    return result

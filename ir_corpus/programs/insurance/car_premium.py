# calls: quotes([{'age': 18 + i * 7 % 60, 'power': 40 + i * 31 % 200, 'zone': 'ABCD'[i % 4], 'claims': i * i % 5, 'years': i % 20, 'garage': i % 3 == 0} for i in range(120)])
# calls: quotes([{'age': 17, 'power': 300, 'zone': 'D', 'claims': 9, 'years': 0, 'garage': False}])
ZONES = {'A': 0.85, 'B': 1.0, 'C': 1.15, 'D': 1.4}


def age_factor(age):
    bands = [(21, 2.1), (25, 1.6), (30, 1.2), (65, 1.0), (75, 1.15), (200, 1.5)]
    for limit, factor in bands:
        if age < limit:
            return factor


def bonus(years, claims):
    step = 0
    for year in range(years):
        step += 1
        if claims > 0 and year % (claims + 1) == claims:
            step -= 4
        step = max(-4, min(step, 10))
    return 1 - 0.05 * step


def quote(driver):
    if driver['age'] < 18 or driver['claims'] > 6:
        return None
    premium = 240 + 1.8 * driver['power']
    premium *= age_factor(driver['age']) * ZONES[driver['zone']]
    premium *= bonus(driver['years'], driver['claims'])
    if driver['garage']:
        premium *= 0.95
    return round(premium, 2)


def quotes(drivers):
    prices = [quote(d) for d in drivers]
    accepted = [p for p in prices if p is not None]
    if not accepted:
        return 'all declined', len(drivers)
    per_zone = {}
    for zone in ZONES:
        zone_prices = [quote(d) for d in drivers if d['zone'] == zone and quote(d) is not None]
        if zone_prices:
            per_zone[zone] = round(sum(zone_prices) / len(zone_prices), 2)
    return min(accepted), max(accepted), prices.count(None), per_zone

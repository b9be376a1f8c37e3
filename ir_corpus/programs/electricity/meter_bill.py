# calls: bill([(h * 7 % 13) / 10 + (0.8 if h % 24 in (7, 8, 18, 19, 20) else 0.2) for h in range(24 * 28)], 4), bill([1.0] * 5, 0)
PEAK = 0.31
SHOULDER = 0.22
NIGHT = 0.14


def tariff(hour, weekend):
    if hour >= 23 or hour < 6:
        return NIGHT
    if weekend:
        return SHOULDER
    if 7 <= hour < 10 or 17 <= hour < 21:
        return PEAK
    return SHOULDER


def bill(readings, first_weekday):
    total = 0.0
    by_rate = {PEAK: 0.0, SHOULDER: 0.0, NIGHT: 0.0}
    highest = 0.0
    highest_at = None
    hour = 0
    weekday = first_weekday
    for kwh in readings:
        rate = tariff(hour, weekday >= 5)
        by_rate[rate] = by_rate[rate] + kwh
        total = total + kwh * rate
        if kwh > highest:
            highest = kwh
            highest_at = (weekday, hour)
        hour += 1
        if hour == 24:
            hour = 0
            weekday = (weekday + 1) % 7
    standing = 0.45 * (len(readings) / 24)
    vat = (total + standing) * 0.05
    return round(total + standing + vat, 2), {k: round(v, 3) for k, v in by_rate.items()}, highest_at

# calls: worst([(t, h, w) for t in range(-10, 38, 4) for h in [30, 60, 90] for w in [2, 10, 40]])
def wind_chill(t, wind):
    return 13.12 + 0.6215 * t - 11.37 * wind ** 0.16 + 0.3965 * t * wind ** 0.16


def heat_index(t, humidity):
    return (-8.785 + 1.611 * t + 2.339 * humidity - 0.14612 * t * humidity - 0.01231 * t * t
            - 0.01642 * humidity * humidity + 0.00221 * t * t * humidity + 0.00073 * t * humidity * humidity)


def feels(t, humidity, wind):
    if t <= 10 and wind > 4.8:
        return wind_chill(t, wind)
    if t >= 27 and humidity >= 40:
        return heat_index(t, humidity)
    return float(t)


def worst(hours):
    coldest = hours[0]
    warmest = hours[0]
    pleasant = []
    for hour in hours:
        if feels(hour[0], hour[1], hour[2]) < feels(coldest[0], coldest[1], coldest[2]):
            coldest = hour
        if feels(hour[0], hour[1], hour[2]) > feels(warmest[0], warmest[1], warmest[2]):
            warmest = hour
        if 18 <= feels(*hour) <= 24:
            pleasant.append(hour)
    return coldest, warmest, len(pleasant) / len(hours)

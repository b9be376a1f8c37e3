"""A script over a year of hourly temperatures: extremes, means and frost."""

SCRIPT = True

HOURS = 365 * 24

temperatures = []
state = 2024
for hour in range(HOURS):
    state = (state * 1103515245 + 12345) % 2147483648
    season = 120 - abs(hour // 24 - 182)
    temperatures.append(season + state // 65536 % 140 - 60)

coldest = 1000
warmest = -1000
total = 0
for temperature in temperatures:
    coldest = min(coldest, temperature)
    warmest = max(warmest, temperature)
    total += temperature

frost_days = 0
warm_days = 0
for day in range(365):
    low = 1000
    high = -1000
    for hour in range(day * 24, day * 24 + 24):
        low = min(low, temperatures[hour])
        high = max(high, temperatures[hour])
    if low < 0:
        frost_days += 1
    if high > 150:
        warm_days += 1

changes = 0
for hour in range(1, HOURS):
    if (temperatures[hour] > 0) != (temperatures[hour - 1] > 0):
        changes += 1

result = (coldest, warmest, total // HOURS, frost_days, warm_days, changes)

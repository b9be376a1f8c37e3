# calls: keep_culture(900.0, 14, [18 + (h % 24) / 3 for h in range(24 * 14)])
# calls: keep_culture(50.0, 2, [30.0] * 48)
import math


def growth(temperature):
    if temperature < 4 or temperature > 42:
        return 0.0
    return 0.45 * math.exp(-((temperature - 28) / 9) ** 2)


def keep_culture(flour, days, temperatures):
    cells = 1.0
    food = flour
    acid = 0.0
    diary = []
    for hour in range(days * 24):
        rate = growth(temperatures[hour]) * food / (food + flour / 4)
        eaten = min(food, cells * rate * 2)
        cells = cells + cells * rate
        food = food - eaten
        acid = acid + eaten * 0.012
        if cells > flour / 10:
            cells = flour / 10
        if hour % 12 == 0 and food < flour / 3:
            keep = 0.2
            cells *= keep
            acid *= keep
            food = food * keep + flour * (1 - keep)
            diary.append((hour // 24, hour % 24, 'fed'))
        if acid > flour * 0.01 and (not diary or diary[-1][2] != 'sour'):
            diary.append((hour // 24, hour % 24, 'sour'))
    return round(cells, 4), round(food, 4), round(acid, 4), diary

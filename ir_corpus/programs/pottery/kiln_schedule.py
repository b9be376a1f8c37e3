# calls: fire([(100, 600, 0), (60, 1050, 0), (150, 1240, 20), (-120, 950, 30), (-200, 100, 0)], 25.0, 4), fire([(50, 40, 5)], 20.0, 1)
def clock(minutes):
    hours = 0
    while minutes >= 60:
        minutes -= 60
        hours += 1
    text = str(minutes)
    if len(text) == 1:
        text = '0' + text
    return str(hours) + ':' + text


def heat_loss(temperature):
    return 0.0009 * (temperature - 20) + 1.2e-11 * (temperature + 273) ** 4 / 60


def fire(segments, start, step):
    temperature = start
    minute = 0
    energy = 0.0
    marks = []
    for rate, target, hold in segments:
        reached = False
        held = 0
        while not reached or held < hold:
            if not reached:
                temperature += rate / 60 * step
                if rate > 0 and temperature >= target:
                    temperature = target
                    reached = True
                if rate < 0 and temperature <= target:
                    temperature = target
                    reached = True
                if reached:
                    marks.append((clock(minute), target))
            else:
                held += step
            if rate > 0:
                energy += (heat_loss(temperature) + rate * 0.02) * step
            minute += step
    return clock(minute), marks, round(energy, 2)

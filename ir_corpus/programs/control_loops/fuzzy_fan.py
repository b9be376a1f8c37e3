# calls: control([(15.0 + i % 20, 30.0 + i * 7 % 60) for i in range(60)])
# calls: control([(40.0, 90.0), (-5.0, 10.0)])
def triangle(x, a, b, c):
    if x <= a or x >= c:
        return 0.0
    if x < b:
        return (x - a) / (b - a)
    return (c - x) / (c - b)


HEAT = {'cold': (-10.0, 5.0, 18.0), 'mild': (12.0, 20.0, 26.0), 'hot': (22.0, 32.0, 60.0)}
DAMP = {'dry': (0.0, 20.0, 45.0), 'normal': (30.0, 50.0, 70.0), 'humid': (55.0, 85.0, 120.0)}
RULES = [('cold', 'dry', 0), ('cold', 'humid', 20), ('mild', 'dry', 15), ('mild', 'normal', 30),
         ('mild', 'humid', 55), ('hot', 'dry', 60), ('hot', 'normal', 80), ('hot', 'humid', 100)]


def control(readings):
    speeds = []
    silent = 0
    fired = {}
    for temperature, humidity in readings:
        top = 0.0
        bottom = 0.0
        for heat, damp, speed in RULES:
            a, b, c = HEAT[heat]
            d, e, f = DAMP[damp]
            strength = min(triangle(temperature, a, b, c), triangle(humidity, d, e, f))
            if strength > 0:
                fired[speed] = fired.get(speed, 0) + 1
            top += strength * speed
            bottom += strength
        if bottom == 0:
            silent += 1
            speeds.append(0.0)
        else:
            speeds.append(top / bottom)
    return max(speeds), sum(speeds) / len(speeds), silent, fired

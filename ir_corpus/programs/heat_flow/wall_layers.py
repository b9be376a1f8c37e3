# calls: survey([{'name': 'wall%d' % i, 'layers': [('plaster', 0.015), ('brick', 0.1 + i % 5 * 0.05), ('wool', 0.04 * (i % 4)), ('render', 0.02)]} for i in range(60)], 21.0, -8.0)
# calls: survey([{'name': 'shed', 'layers': [('wood', 0.02)]}] * 30, 18.0, 2.0)
CONDUCT = {'plaster': 0.57, 'brick': 0.77, 'wool': 0.035, 'render': 0.9, 'wood': 0.13}
R_IN = 0.13
R_OUT = 0.04


def resistances(layers):
    result = [('inside', R_IN)]
    for material, thick in layers:
        if thick > 0:
            result.append((material, thick / CONDUCT[material]))
    return result + [('outside', R_OUT)]


def u_value(layers):
    return 1 / sum(r for _, r in resistances(layers))


def interfaces(layers, warm, cold):
    flux = u_value(layers) * (warm - cold)
    t = warm
    out = []
    for material, r in resistances(layers):
        t -= flux * r
        out.append((material, round(t, 2)))
    return out


def freezing_layer(layers, warm, cold):
    for material, t in interfaces(layers, warm, cold):
        if t < 0:
            return material
    return None


def survey(walls, warm, cold):
    report = {}
    for wall in walls:
        layers = wall['layers']
        if u_value(layers) < 0.3:
            grade = 'A'
        elif u_value(layers) < 0.8:
            grade = 'B'
        else:
            grade = 'C'
        report[wall['name']] = (grade, round(u_value(layers), 3), freezing_layer(layers, warm, cold))
    worst = max(walls, key=lambda w: u_value(w['layers']))
    return report, worst['name'], interfaces(worst['layers'], warm, cold)

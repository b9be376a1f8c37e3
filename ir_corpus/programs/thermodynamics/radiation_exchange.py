# calls: equilibrium([[0.0, 0.3, 0.7], [0.2, 0.1, 0.7], [0.4, 0.5, 0.1]], [0.9, 0.5, 0.7], [800.0, None, 400.0])
# calls: equilibrium([[1.0 / 12] * 12 for _ in range(12)], [0.8] * 12, [600.0] + [None] * 10 + [300.0])
SIGMA = 5.670374419e-8


def emissive(t):
    return SIGMA * t ** 4


def equilibrium(factors, emissivity, known):
    count = len(known)
    radiosity = []
    for i in range(count):
        radiosity.append(emissive(300.0 if known[i] is None else known[i]))
    sweeps = 0
    change = 1.0
    while change > 1e-9 and sweeps < 60:
        change = 0.0
        for i in range(count):
            incoming = 0.0
            for j in range(count):
                incoming += factors[i][j] * radiosity[j]
            if known[i] is None:
                value = incoming
            else:
                value = emissivity[i] * emissive(known[i]) + (1 - emissivity[i]) * incoming
            change = max(change, abs(value - radiosity[i]) / radiosity[i])
            radiosity[i] = value
        sweeps += 1
    temperatures = []
    for i in range(count):
        if known[i] is None:
            temperatures.append((radiosity[i] / SIGMA) ** 0.25)
    return sweeps, [round(t, 3) for t in temperatures]

# calls: sweep({'n2': 0.78, 'o2': 0.21, 'ar': 0.01}, [250.0 + 5 * i for i in range(60)], 0.002)
# calls: sweep({'co2': 1.0}, [300.0, 350.0], 0.0005)
class Gas:
    R = 8.314

    def __init__(self, a, b, moles):
        self.a = a
        self.b = b
        self.moles = moles

    def ideal(self, temperature, volume):
        return self.moles * self.R * temperature / volume

    def real(self, temperature, volume):
        attraction = self.a * self.moles ** 2 / volume ** 2
        return self.moles * self.R * temperature / (volume - self.moles * self.b) - attraction


CONSTANTS = {'n2': (0.137, 3.87e-5), 'o2': (0.138, 3.19e-5), 'ar': (0.1355, 3.2e-5), 'co2': (0.364, 4.27e-5)}


def sweep(shares, temperatures, volume):
    gases = []
    for name in shares:
        a, b = CONSTANTS[name]
        gases.append(Gas(a, b, shares[name]))
    worst = 0.0
    table = []
    for t in temperatures:
        ideal = 0.0
        real = 0.0
        for gas in gases:
            ideal += gas.ideal(t, volume)
            real += gas.real(t, volume)
        worst = max(worst, abs(real - ideal) / ideal)
        table.append((t, round(real)))
    return worst, table[0], table[-1]

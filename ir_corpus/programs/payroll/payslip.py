# calls: slips([('Kim', 3100.0, 'A', 2), ('Lou', 2400.5, 'B', 0), ('Max', 5200.0, 'A', 1)] * 5, 0.093, 0.147)
class Slip:
    def __init__(self, name, gross, group, children):
        self.name = name
        self.gross = gross
        self.group = group
        self.children = children

    @property
    def allowance(self):
        base = 950.0 if self.group == 'A' else 700.0
        return base + self.children * 180.0

    @property
    def taxable(self):
        return max(0.0, self.gross - self.allowance)

    def tax(self):
        if self.taxable > 3000:
            return 600 + (self.taxable - 3000) * 0.35
        return self.taxable * 0.2

    def net(self, pension, health):
        return self.gross - self.tax() - self.gross * pension - min(self.gross, 4800.0) * health / 2


def slips(people, pension, health):
    text = ''
    total = 0.0
    poorest = None
    for person in people:
        slip = Slip(*person)
        text += slip.name + '\n'
        for label, amount in [('gross', slip.gross), ('tax', -slip.tax()), ('net', slip.net(pension, health))]:
            text += '  ' + label + ' ' * (10 - len(label)) + '%9.2f' % amount + '\n'
        total += slip.net(pension, health)
        if poorest is None or slip.net(pension, health) < poorest.net(pension, health):
            poorest = slip
    return text, round(total, 2), poorest.name

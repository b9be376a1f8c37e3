# calls: table_of(5), table_of(2)
class Wire:
    def __init__(self):
        self.value = 0


class Gate:
    def __init__(self, kind, a, b, out):
        self.kind = kind
        self.a = a
        self.b = b
        self.out = out

    def settle(self):
        x, y = self.a.value, self.b.value
        if self.kind == 'and':
            new = x & y
        elif self.kind == 'or':
            new = x | y
        else:
            new = x ^ y
        changed = new != self.out.value
        self.out.value = new
        return changed


def full_adder(a, b, carry):
    s1, c1, c2, s, out = [Wire() for _ in range(5)]
    gates = [Gate('or', c1, c2, out), Gate('xor', s1, carry, s), Gate('and', s1, carry, c2),
             Gate('and', a, b, c1), Gate('xor', a, b, s1)]
    return gates, s, out


def table_of(bits):
    left = [Wire() for _ in range(bits)]
    right = [Wire() for _ in range(bits)]
    carry = Wire()
    gates, sums = [], []
    for i in range(bits):
        more, s, carry = full_adder(left[i], right[i], carry)
        gates += more
        sums.append(s)
    sums.append(carry)
    rounds = []
    for n in range(0, 2 ** bits, 3):
        m = 2 ** bits - 1 - n // 2
        for i in range(bits):
            left[i].value = n >> i & 1
            right[i].value = m >> i & 1
        count = 1
        while any([g.settle() for g in gates]):
            count += 1
        total = sum(w.value << i for i, w in enumerate(sums))
        rounds.append((n, m, total, count))
    return rounds, all(n + m == t for n, m, t, c in rounds)

# calls: link([i * i % 3 % 2 for i in range(40)], [3, 14, 33, 50]), link([1], [])
# calls: link([1, 0, 1, 1] * 16, list(range(5, 120, 9)))
def parity(n):
    return bin(n).count('1') % 2


def outputs(state, bit):
    register = bit << 2 | state
    return parity(register & 7), parity(register & 5)


def encode(bits):
    state = 0
    out = []
    for bit in bits + [0, 0]:
        out.extend(outputs(state, bit))
        state = bit << 1 | state >> 1
    return out


def decode(received):
    costs = {0: 0}
    paths = {0: []}
    for i in range(0, len(received), 2):
        pair = received[i], received[i + 1]
        new_costs = {}
        new_paths = {}
        for state in costs:
            for bit in (0, 1):
                a, b = outputs(state, bit)
                cost = costs[state] + (a != pair[0]) + (b != pair[1])
                target = bit << 1 | state >> 1
                if target not in new_costs or cost < new_costs[target]:
                    new_costs[target] = cost
                    new_paths[target] = paths[state] + [bit]
        costs, paths = new_costs, new_paths
    return paths[0][:-2], costs[0]


def link(bits, flips):
    sent = encode(bits)
    received = [b ^ 1 if i in flips else b for i, b in enumerate(sent)]
    decoded, cost = decode(received)
    wrong = [i for i in range(len(bits)) if bits[i] != decoded[i]]
    return wrong, cost, ''.join(map(str, received[:12]))

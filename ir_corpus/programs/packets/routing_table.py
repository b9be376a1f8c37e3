# calls: forward(TABLE, ['10.%d.%d.9' % (i % 3, i % 4) for i in range(20)] + ['8.8.8.8', 'x.y', '300.1.1.1'])
TABLE = [('10.0.0.0/8', 'a'), ('10.1.0.0/16', 'b'), ('10.1.2.0/24', 'c'), ('0.0.0.0/0', 'gw')]


def number(address):
    parts = address.split('.')
    if len(parts) != 4:
        raise ValueError(address)
    value = 0
    for part in parts:
        if int(part) > 255:
            raise ValueError(address)
        value = value * 256 + int(part)
    return value


def matches(network, address):
    base, bits = network.split('/')
    size = 2 ** (32 - int(bits))
    return number(address) // size == number(base) // size


def forward(table, addresses):
    counts = {}
    bad = []
    for address in addresses:
        best = None
        longest = -1
        try:
            for network, gate in table:
                bits = int(network.split('/')[1])
                if bits > longest and matches(network, address):
                    best = gate
                    longest = bits
        except ValueError:
            bad.append(address)
            continue
        counts[best] = counts.get(best, 0) + 1
    return counts, bad

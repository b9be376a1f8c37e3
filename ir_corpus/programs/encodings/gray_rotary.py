# calls: tracks(7), tracks(5)
def gray(n):
    return n ^ (n >> 1)


def ungray(g):
    n = 0
    while g > 0:
        n ^= g
        g >>= 1
    return n


def ones(n):
    count = 0
    while n > 0:
        if n % 2 == 1:
            count += 1
        n //= 2
    return count


def tracks(bits):
    codes = [gray(n) for n in range(2 ** bits)]
    worst = 0
    for i in range(len(codes)):
        worst = max(worst, ones(codes[i] ^ codes[(i + 1) % len(codes)]))
    wrong = [n for n in range(2 ** bits) if ungray(codes[n]) != n]
    rows = []
    for bit in range(bits):
        row = ''
        for code in codes:
            if code & (1 << bit):
                row += '#'
            else:
                row += '.'
        rows.append(row)
    changes = [0] * bits
    for bit in range(bits):
        for i in range(1, len(codes)):
            if rows[bit][i] != rows[bit][i - 1]:
                changes[bit] += 1
    return worst, wrong, rows[0][:8], changes

# calls: manchester('110100111000101' * 20), nrzi('1010110011110' * 22)
def manchester(bits):
    levels = []
    for i in range(len(bits)):
        if bits[i] == '1':
            levels.append(0)
            levels.append(1)
        else:
            levels.append(1)
            levels.append(0)
    edges = 0
    for i in range(1, len(levels)):
        if levels[i] != levels[i - 1]:
            edges += 1
    back = ''
    for i in range(0, len(levels), 2):
        back += '1' if levels[i] < levels[i + 1] else '0'
    return edges, back == bits


def stuffed(bits, limit=6):
    out = ''
    ones = 0
    for bit in bits:
        out += bit
        if bit == '1':
            ones += 1
            if ones == limit:
                out += '0'
                ones = 0
        else:
            ones = 0
    return out


def nrzi(bits):
    level = 0
    line = []
    for bit in stuffed(bits, limit=4):
        if bit == '0':
            level = 1 - level
        line.append(level)
    longest = 0
    run = 0
    for k in range(len(line)):
        if k > 0 and line[k] == line[k - 1]:
            run += 1
        else:
            run = 1
        longest = max(longest, run)
    return line, longest

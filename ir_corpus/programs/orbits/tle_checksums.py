# calls: parse(['1 25544U 98067A   08264.51782528 -.00002182  00000-0 -11606-4 0  2927', '2 25544  51.6416 247.4627 0006703 130.5360 325.0288 15.72125391563537'] * 8)
# calls: parse(['1 00005U', '2 00005  34.2682 348.7242 1859667 331.7664  19.3264 10.82419157413667'])
def checksum(line):
    total = 0
    for i in range(len(line) - 1):
        if line[i] in ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']:
            total += int(line[i])
        elif line[i] == '-':
            total += 1
    return total % 10


def well_formed(line):
    return len(line) == 69 and line[0] in '12'


def exponent_field(text):
    mantissa = float(text[0] + '.' + text[1:6].strip())
    return mantissa * 10.0 ** int(text[6:])


def parse(lines):
    orbits = []
    problems = []
    n = 0
    while n < len(lines):
        line = lines[n]
        n += 1
        if not well_formed(line):
            problems.append('line %d is malformed' % n)
            continue
        if checksum(line) != int(line[68]):
            problems.append('line %d has a wrong checksum' % n)
            continue
        if line[0] == '2':
            orbits.append((int(line[2:7]), float(line[8:16]), float('0.' + line[26:33]), float(line[52:63])))
        else:
            drag = exponent_field(line[53] + line[54:59] + line[59:61])
            problems.append('drag %.3e' % drag if drag > 0.01 else 'ok')
    fastest = 0.0
    for orbit in orbits:
        fastest = max(fastest, orbit[3])
    return orbits[:2], problems, fastest

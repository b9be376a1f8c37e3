# calls: fertilizer_map([dict(x=i % 12, y=i // 12, ph=5.2 + i * 7 % 20 / 10, n=i * 13 % 40, p=i * 5 % 25) for i in range(144)], 60, 30)
def fertilizer_map(samples, n_target, p_target):
    width = max(s['x'] for s in samples) + 1
    height = max(s['y'] for s in samples) + 1
    grid = [['' for x in range(width)] for y in range(height)]
    lime, totalN, totalP = 0, 0.0, 0.0
    for s in samples:
        code = ''
        if s['ph'] < 6.0:
            code += 'L'
            lime += 1
        needN = max(0, n_target - s['n'])
        needP = max(0, p_target - s['p'])
        if s['ph'] < 5.5:
            # acid soil holds the phosphate back
            needP *= 1.25
        totalN += needN
        totalP += needP
        if needN > n_target / 2: code += 'n'
        if needP > p_target / 2: code += 'p'
        grid[s['y']][s['x']] = code
    text = []
    for y in range(height):
        row = ''
        for x in range(width):
            row += grid[y][x].center(4)
        text.append(row.rstrip())
    return '\n'.join(text), lime, totalN, totalP

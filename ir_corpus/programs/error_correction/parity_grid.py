# calls: check_pages([[[(r * 3 + c * c + p) % 2 for c in range(12)] for r in range(10)] for p in range(5)], [(0, 3, 4), (2, 7, 7), (2, 1, 1), (4, 9, 11)])
# calls: check_pages([[[1]], [[0]]], [(1, 0, 0)]), check_pages([[[0] * 40] * 3], [])
def with_parity(block):
    rows = [row + [sum(row) % 2] for row in block]
    bottom = [sum(column) % 2 for column in zip(*rows)]
    return rows + [bottom]


def bad_lines(block):
    rows = [r for r, row in enumerate(block) if sum(row) % 2]
    columns = [c for c, column in enumerate(zip(*block)) if sum(column) % 2]
    return rows, columns


def repair(block):
    rows, columns = bad_lines(block)
    if not rows and not columns:
        return 'clean'
    if len(rows) == 1 and len(columns) == 1:
        block[rows[0]][columns[0]] ^= 1
        return 'fixed %d,%d' % (rows[0], columns[0])
    return 'lost rows %s columns %s' % (rows, columns)


def strip(block):
    return [row[:-1] for row in block[:-1]]


def check_pages(pages, hits):
    sent = [with_parity(page) for page in pages]
    for p, r, c in hits:
        sent[p][r][c] = 1 - sent[p][r][c]
    report = []
    for number, block in enumerate(sent):
        verdict = repair(block)
        same = strip(block) == pages[number]
        report.append(f'page {number}: {verdict}' + ('' if same else ' (wrong)'))
    return report

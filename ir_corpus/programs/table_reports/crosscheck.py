# calls: audit([[(r * 7 + c * 3) % 50 for c in range(12)] for r in range(30)], {3: 2, 8: 5}), audit([[1, 2], [3, 4]], {})
def sums_across(sheet):
    return [sum(row) for row in sheet]


def sums_down(sheet):
    totals = []
    for c in range(len(sheet[0])):
        s = 0
        for r in range(len(sheet)):
            s += sheet[r][c]
        totals.append(s)
    return totals


def damaged(sheet, faults):
    copy = [row[:] for row in sheet]
    for r in faults:
        copy[r][faults[r]] += 10 + r
    return copy


def find_faults(sheet, across, down):
    rows = [r for r in range(len(sheet)) if sum(sheet[r]) != across[r]]
    columns = []
    for c in range(len(down)):
        s = 0
        for row in sheet:
            s = s + row[c]
        if s != down[c]:
            columns.append(c)
    found = []
    for r in rows:
        off = sum(sheet[r]) - across[r]
        for c in columns:
            if sum([row[c] for row in sheet]) - down[c] == off:
                found.append((r, c, off))
                break
        else:
            found.append((r, None, off))
    return found


def audit(sheet, faults):
    across = sums_across(sheet)
    down = sums_down(sheet)
    bad = damaged(sheet, faults)
    found = find_faults(bad, across, down)
    for r, c, off in found:
        if c is not None:
            bad[r][c] -= off
    return found, bad == sheet, sum(across) == sum(down)

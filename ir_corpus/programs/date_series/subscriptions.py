# calls: cohorts([(i % 14, i % 14 + 1 + i * i % 9) for i in range(150)], 18), cohorts([(0, 1), (0, 99)], 3)
def active(customer, month):
    return customer[0] <= month < customer[1]


def cohorts(customers, months):
    grid = []
    for start in range(months):
        members = [c for c in customers if c[0] == start]
        row = []
        if len(members) > 0:
            for age in range(months - start):
                alive = 0
                for c in members:
                    if active(c, start + age):
                        alive += 1
                row.append(round(alive / len(members), 2))
        grid.append(row)
    return grid, churn(customers, months), average_at_age(grid)


def churn(customers, months):
    rates = []
    for month in range(1, months):
        before = sum(1 for c in customers if active(c, month - 1))
        lost = sum(1 for c in customers if active(c, month - 1) and not active(c, month))
        rates.append(0 if before == 0 else lost * 1000 // before)
    return rates


def average_at_age(grid):
    longest = max(len(row) for row in grid)
    result = []
    for age in range(longest):
        column = [row[age] for row in grid if len(row) > age]
        result.append(sum(column) / len(column))
    return result

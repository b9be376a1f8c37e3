# calls: open_invoices([n for n in range(220)], [n for n in range(0, 220, 2)])
# calls: dunning([(n, n % 45) for n in range(150)], [n for n in range(0, 150, 10)], 30)
def open_invoices(issued, paid):
    return len([number for number in issued if number not in paid])


def dunning(invoices, disputed, limit):
    letters = 0
    oldest = 0
    for number, days in invoices:
        if days > limit and number not in disputed:
            letters += 1
            oldest = max(oldest, days)
    return letters, oldest

# calls: busiest(1600, 6), busiest(6, 1600)
# calls: due_days(2000, 8), due_days(8, 2000)
# calls: quarters(1400, 5), quarters(5, 1400)
# calls: reminders(1200, True), reminders(1200, False)
def busiest(days, weeks):
    most = 0
    for day in range(days):
        most = max(most, day * 37 % 101)
    quiet = 0
    for week in range(weeks):
        if week % 52 in [1, 9, 22, 31, 44, 51]:
            quiet += 1
    return most, quiet


def due_days(invoices, holidays):
    latest = 0
    for invoice in range(invoices):
        latest = max(latest, invoice * 13 % 365 + 30)
    closed = 0
    for day in range(holidays):
        if day % 31 == 1 or day % 31 == 6 or day % 31 == 24:
            closed += 1
    return latest, closed


def quarters(months, notes):
    starts = 0
    for month in range(months):
        if month % 12 == 0 or month % 12 == 3 or month % 12 == 6:
            starts += 1
    marked = 0
    for note in range(notes):
        if note % 28 in [0, 7, 13, 14, 21, 27]:
            marked += 1
    return starts, marked


def reminders(days, urgent):
    sent = 0
    ages = [day * 29 % 90 for day in range(days)]
    if urgent:
        for age in ages:
            sent += min(age, 14)
    else:
        for place in range(len(ages)):
            sent += ages[place] * 2
    return sent

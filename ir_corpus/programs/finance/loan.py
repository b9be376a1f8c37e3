# calls: plan(10000.0, 0.004, 250.0)
def plan(debt, rate, payment):
    months = 0
    interest = 0.0
    while debt > 0 and months < 600:
        due = debt * rate
        interest += due
        debt = debt + due - payment
        months += 1
    return months, round(interest, 2)

# calls: week([40, 35, 38, 50, 70, 95, 20], 60, 4)
# calls: week([0, 0, 0, 0, 0, 0, 0], 1, 1), week([9] * 7, 30, 2)
def demand_maker(seed):
    state = seed

    def next_demand(mean):
        nonlocal state
        state = (state * 1103515245 + 12345) % 2147483648
        return mean * (50 + state // 65536 % 101) // 100
    return next_demand


def sell(shelf, wanted):
    sold = 0
    for age in sorted(shelf, reverse=True):
        take = min(shelf[age], wanted - sold)
        shelf[age] -= take
        sold += take
        if sold == wanted:
            break
    return sold


def week(means, baked, keep_days):
    demand = demand_maker(7)
    shelf = {}
    total_sold = 0
    thrown = 0
    missed = 0
    for round_number in range(15):
        for day, mean in enumerate(means):
            older = {}
            for age, count in shelf.items():
                if age + 1 >= keep_days:
                    thrown += count
                elif count > 0:
                    older[age + 1] = count
            shelf = older
            shelf[0] = baked
            wanted = demand(mean)
            sold = sell(shelf, wanted)
            total_sold += sold
            missed += wanted - sold
    waste = thrown / max(1, total_sold + thrown)
    return total_sold, thrown, missed, round(waste, 3)

# calls: serve([3, 7, 2, 9, 4, 4, 6, 1, 8, 5] * 4, 3)
def serve(times, desks):
    free = [0] * desks
    waited = 0
    for arrival in range(len(times)):
        best = 0
        for desk in range(desks):
            if free[desk] < free[best]:
                best = desk
        start = max(arrival, free[best])
        waited = waited + start - arrival
        free[best] = start + times[arrival]
    return waited, max(free)

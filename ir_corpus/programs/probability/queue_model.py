# calls: study([0.5, 1.0, 2.0, 2.7], 1.0, 3, 20), study([0.2], 0.5, 1, 10)
def weights(arrive, serve, desks, places):
    values = [1.0]
    for n in range(1, places + 1):
        rate = serve * min(n, desks)
        values.append(values[-1] * arrive / rate)
    return values


def study(arrivals, serve, desks, places):
    rows = []
    for arrive in arrivals:
        raw = weights(arrive, serve, desks, places)
        chances = []
        for value in raw:
            chances.append(value / sum(raw))
        length = 0.0
        busy = 0.0
        waiting = 0.0
        for n in range(len(chances)):
            length += n * chances[n]
            busy += min(n, desks) * chances[n]
            waiting += max(0, n - desks) * chances[n]
        lost = chances[-1]
        # Little's law
        minutes = waiting / (arrive * (1 - lost))
        rows.append({'load': arrive / (serve * desks), 'length': round(length, 3), 'busy': round(busy / desks, 3),
                     'wait': round(minutes, 3), 'lost': round(lost, 5)})
    return rows

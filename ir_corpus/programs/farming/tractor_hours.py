# calls: service_due([('JD', 0, 6), ('MF', 2, 9), ('JD', 5, 8), ('Fendt', 1, 12), ('MF', 0, 3)] * 40, {'JD': 50, 'MF': 100})
from collections import defaultdict


def service_due(trips, intervals, default=250):
    meter = defaultdict(int)
    serviced = defaultdict(int)
    services = []
    for n, (machine, start, stop) in enumerate(trips):
        meter[machine] += stop - start
        interval = intervals.get(machine, default)
        while meter[machine] - serviced[machine] >= interval:
            serviced[machine] += interval
            services.append(f'{machine} at {serviced[machine]} h (trip {n + 1})')
    summary = {}
    for machine in meter:
        summary[machine] = {
            'hours': meter[machine],
            'next': serviced[machine] + intervals.get(machine, default) - meter[machine],
            'services': len([s for s in services if s.startswith(machine + ' ')]),
        }
    busiest = None
    for machine in summary:
        if busiest is None or summary[machine]['hours'] > summary[busiest]['hours']:
            busiest = machine
    return services[-3:], summary, busiest

# calls: machine_report([('m%d' % (i % 5), ['start', 'pause', 'resume', 'stop', 'fault', 'reset'][i * 7 // 3 % 6], i * 4) for i in range(280)]), machine_report([('m', 'stop', 1)])
ALLOWED = {
    ('idle', 'start'): 'running',
    ('running', 'pause'): 'paused',
    ('paused', 'resume'): 'running',
    ('running', 'stop'): 'idle',
    ('paused', 'stop'): 'idle',
    ('running', 'fault'): 'broken',
    ('broken', 'reset'): 'idle',
}


class Machine:
    def __init__(self, name):
        self.name = name
        self.state = 'idle'
        self.since = 0
        self.times = {'idle': 0, 'running': 0, 'paused': 0, 'broken': 0}
        self.refused = 0

    def handle(self, event, at):
        new = ALLOWED.get((self.state, event))
        if new is None:
            self.refused += 1
            return False
        self.times[self.state] += at - self.since
        self.state = new
        self.since = at
        return True

    def close(self, at):
        self.times[self.state] += at - self.since
        self.since = at


def machine_report(events):
    machines = {}
    path = {}
    for name, event, at in events:
        if name not in machines:
            machines[name] = Machine(name)
        before = machines[name].state
        if machines[name].handle(event, at):
            step = before + '>' + machines[name].state
            path[step] = path.get(step, 0) + 1
    end = events[-1][2]
    rows = []
    for machine in machines.values():
        machine.close(end)
        rows.append((machine.name, machine.state, machine.refused, [machine.times[s] * 100 // max(end, 1) for s in sorted(machine.times)]))
    return rows, path

# calls: shift_report([('raise', i // 2, i % 4 + 1, i * 5) if i % 2 == 0 else ('ack', i * 3 % 50, 0, i * 5 + 2) for i in range(160)]), shift_report([('ack', 9, 0, 1), ('raise', 9, 1, 4)])
class Alarm:
    def __init__(self, number, level, raised):
        self.number = number
        self.level = level
        self.raised = raised
        self.acked = None
        self.escalated = 0


def find_open(alarms, number):
    for alarm in alarms:
        if alarm.number == number and alarm.acked is None:
            return alarm
    return None


def escalate(alarms, now):
    n = 0
    for alarm in alarms:
        if alarm.acked is None and alarm.level > 1 and now - alarm.raised > 60 * (alarm.escalated + 1):
            alarm.level -= 1
            alarm.escalated += 1
            n += 1
    return n


def shift_report(events):
    alarms = []
    stray = []
    steps = 0
    for kind, number, level, at in events:
        if kind == 'raise':
            alarms.append(Alarm(number, level, at))
        else:
            alarm = find_open(alarms, number)
            if alarm is None:
                stray.append(number)
            else:
                alarm.acked = at
        steps += escalate(alarms, at)
    answer_times = [a.acked - a.raised for a in alarms if a.acked is not None]
    open_levels = [sum(1 for a in alarms if a.acked is None and a.level == k) for k in (1, 2, 3, 4)]
    slowest = max(answer_times) if answer_times else None
    return open_levels, steps, slowest, len(stray), len(alarms)

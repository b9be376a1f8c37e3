# calls: presses([[int(i * 5 % 13 > 6 or i % 29 < 12) for i in range(150)], [int(i % 31 < 9) for i in range(150)]], 3)
# calls: presses([[0, 1, 1, 0]], 2)
def stable(samples, i, hold):
    for k in range(1, hold):
        if i - k < 0 or samples[i - k] != samples[i]:
            return False
    return True


def presses(channels, hold):
    events = []
    held = {}
    for channel in range(len(channels)):
        samples = channels[channel]
        state = 0
        since = None
        for i in range(len(samples)):
            if samples[i] != state and stable(samples, i, hold):
                state = samples[i]
                if state == 1:
                    since = i
                    events.append((i, channel, 'down'))
                else:
                    events.append((i, channel, 'up'))
                    held[channel] = held.get(channel, 0) + i - since
    both = 0
    for i in range(len(channels[0])):
        if all(samples[i] == 1 for samples in channels):
            both += 1
    return sorted(events), held, both

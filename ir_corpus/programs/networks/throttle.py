# calls: admit([i * 7 % 50 + i * 2 for i in range(120)], 5, 20)
def admit(times, most, period):
    recent = []
    admitted = 0
    refused = []
    for time in sorted(times):
        while len(recent) > 0 and recent[0] <= time - period:
            recent.pop(0)
        if len(recent) < most:
            recent.append(time)
            admitted += 1
        else:
            refused.append(time)
    gaps = []
    for i in range(1, len(refused)):
        gaps.append(refused[i] - refused[i - 1])
    return admitted, len(refused), gaps

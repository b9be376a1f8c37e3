# calls: layout(36, 28), layout(24, 60, 'stopped', 20.0)
# calls: layout(48, 12, kind='stopped')
def hertz(key):
    return 440.0 * 2 ** ((key - 69) / 12)


def speed_of_sound(celsius):
    return 331.3 + 0.606 * celsius


def pipe_length(key, kind, celsius):
    if kind == 'stopped':
        return speed_of_sound(celsius) / hertz(key) / 4
    return speed_of_sound(celsius) / hertz(key) / 2


def layout(first, count, kind='open', celsius=18.0, rail=2.5):
    pipes = []
    for k in range(count):
        length = pipe_length(first + k, kind, celsius)
        pipes.append({'key': first + k, 'length': length, 'width': 0.03 + length / 20})
    rows = []
    used = 0.0
    row = []
    for i in range(len(pipes)):
        if used + pipes[i]['width'] > rail:
            rows.append(row)
            row = []
            used = 0.0
        used += pipes[i]['width']
        row.append(pipes[i]['key'])
    if len(row) > 0:
        rows.append(row)
    tin = 0.0
    for pipe in pipes:
        tin += pipe['length'] * pipe['width'] * 3.14159
    drift = max(abs(pipe_length(p['key'], kind, celsius + 5) - p['length']) for p in pipes)
    return len(rows), rows[-1], round(tin, 4), round(drift, 6)

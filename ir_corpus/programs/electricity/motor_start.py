# calls: run_up(4.0, 0.09, 50, 2, 900), run_up(1.5, 0.2, 60, 3, 200)
def torque(slip, rated):
    pull_out = 2.6 * rated
    s_max = 0.18
    if slip == 0:
        return 0.0
    return 2 * pull_out / (slip / s_max + s_max / slip)


def current(slip, rated):
    return rated * (6.0 * slip) / (0.3 + slip) + rated * 0.35


def load_torque(speed, full):
    return 0.08 * full + 0.8 * full * (speed / 150) ** 2


def run_up(kilowatts, inertia, frequency, pole_pairs, steps):
    synchronous = 2 * 3.141592653589793 * frequency / pole_pairs
    rated_torque = kilowatts * 1000 / (synchronous * 0.96)
    rated_current = kilowatts * 1000 / (1.73205 * 400 * 0.82)
    speed = 0.0
    dt = 0.002
    heat = 0.0
    reached = None
    trace = []
    for n in range(steps):
        slip = (synchronous - speed) / synchronous
        push = torque(slip, rated_torque) - load_torque(speed, rated_torque)
        speed = speed + push / inertia * dt
        amps = current(max(slip, 0.0), rated_current)
        heat += amps * amps * dt
        if reached is None and speed > 0.95 * synchronous:
            reached = n * dt
        if n % 50 == 0:
            trace.append((round(speed, 2), round(amps, 2)))
    return reached, round(heat, 3), trace

# calls: track([20 + 0.1 * i + (i * 37 % 11 - 5) * 0.3 for i in range(200)], 0.02, 1.0)
# calls: track([1.0, 1.2, None, None, 1.6, 9.0, 1.9] * 20, 0.1, 0.4), track([3.0], 1.0, 1.0)
def make_filter(q, r):
    state = {'x': None, 'v': 0.0, 'p': 1.0}

    def predict():
        state['x'] = state['x'] + state['v']
        state['p'] = state['p'] + q

    def update(z):
        if state['x'] is None:
            if z is not None:
                state['x'] = z
            return state['x'], 1.0
        predict()
        if z is None:
            return state['x'], 0.0
        gain = state['p'] / (state['p'] + r)
        surprise = z - state['x']
        if abs(surprise) > 4 * (state['p'] + r) ** 0.5:
            return state['x'], 0.0
        state['x'] += gain * surprise
        state['v'] += 0.1 * gain * surprise
        state['p'] *= 1 - gain
        return state['x'], gain

    return update


def errors(measured, estimated):
    pairs = [(m, e) for m, e in zip(measured, estimated) if m is not None and e is not None]
    return sum(abs(m - e) for m, e in pairs) / len(pairs)


def track(measured, q, r):
    update = make_filter(q, r)
    estimated, rejected, gains = [], [], []
    for i, z in enumerate(measured):
        x, gain = update(z)
        estimated.append(x)
        gains.append(gain)
        if gain == 0.0 and z is not None:
            rejected.append(i)
    return round(estimated[-1], 4), round(errors(measured, estimated), 4), rejected, round(gains[-1], 4)

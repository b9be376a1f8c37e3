# calls: track([i * 0.5 for i in range(60)], [i * 0.5 + (i * 7 % 5 - 2) * 0.4 for i in range(60)], 0.04, 1.0)
class Filter:
    def __init__(self, noise, error):
        self.noise = noise
        self.error = error
        self.value = 0.0
        self.variance = 1000.0
        self.slope = 0.0

    @property
    def gain(self):
        return self.variance / (self.variance + self.error)

    def predict(self):
        self.value += self.slope
        self.variance += self.noise

    def update(self, measured):
        gain = self.gain
        innovation = measured - self.value
        self.value += gain * innovation
        self.slope += 0.1 * gain * innovation
        self.variance = (1 - gain) * self.variance


def track(truth, measured, noise, error):
    kalman = Filter(noise, error)
    raw = 0.0
    filtered = 0.0
    gains = []
    for i in range(len(measured)):
        kalman.predict()
        kalman.update(measured[i])
        gains.append(round(kalman.gain, 4))
        if i >= 10:
            raw += (measured[i] - truth[i]) ** 2
            filtered += (kalman.value - truth[i]) ** 2
    return (raw / (len(truth) - 10)) ** 0.5, (filtered / (len(truth) - 10)) ** 0.5, gains[-1]

"""Ordinary differential equations: Euler against Runge-Kutta on a pendulum and on the Lorenz system."""

import math


def pendulum(t, state):
    theta, omega = state
    return [omega, -9.81 / 1.5 * math.sin(theta) - 0.1 * omega]


def lorenz(t, state):
    sigma = 10.0
    rho = 28.0
    beta = 8.0 / 3.0
    x, y, z = state
    return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]


def euler_step(f, t, y, h):
    dy = f(t, y)
    return [y[i] + h * dy[i] for i in range(len(y))]


def rk4_step(f, t, y, h):
    n = len(y)
    k1 = f(t, y)
    k2 = f(t + h / 2, [y[i] + h / 2 * k1[i] for i in range(n)])
    k3 = f(t + h / 2, [y[i] + h / 2 * k2[i] for i in range(n)])
    k4 = f(t + h, [y[i] + h * k3[i] for i in range(n)])
    result = []
    for i in range(n):
        result.append(y[i] + h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]))
    return result


def integrate(stepper, f, y0, t_end, steps):
    h = t_end / steps
    t = 0.0
    y = y0
    trajectory = [y0]
    for _ in range(steps):
        y = stepper(f, t, y, h)
        t += h
        trajectory.append(y)
    return trajectory


def zero_crossings(values):
    count = 0
    for i in range(1, len(values)):
        if values[i - 1] < 0 <= values[i] or values[i - 1] >= 0 > values[i]:
            count += 1
    return count


def run():
    swing = integrate(rk4_step, pendulum, [0.8, 0.0], 20.0, 1000)
    rough = integrate(euler_step, pendulum, [0.8, 0.0], 20.0, 1500)
    chaos = integrate(rk4_step, lorenz, [1.0, 1.0, 1.0], 5.0, 800)
    difference = abs(swing[-1][0] - rough[-1][0])
    return (
        zero_crossings([state[0] for state in swing]),
        round(swing[-1][0], 8),
        round(difference, 8),
        [round(value, 4) for value in chaos[-1]],
    )

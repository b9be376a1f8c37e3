# calls: march([100 * k * (30 - k) / 225 for k in range(31)], 0.5, 20)
# calls: march([0.0] * 6 + [50.0] + [0.0] * 6, 2.0, 30), march([10.0, 20.0, 10.0], 1.0, 15)


def tridiagonal(a, b, c, d):
    n = len(d)
    cp = [0.0] * n
    dp = [0.0] * n
    cp[0] = c[0] / b[0]
    dp[0] = d[0] / b[0]
    for i in range(1, n):
        m = b[i] - a[i] * cp[i - 1]
        cp[i] = c[i] / m
        dp[i] = (d[i] - a[i] * dp[i - 1]) / m
    x = [0.0] * n
    x[-1] = dp[-1]
    for i in range(n - 2, -1, -1):
        x[i] = dp[i] - cp[i] * x[i + 1]
    return x


def right_side(u, lam):
    inner = [(1 - lam) * u[i] + lam / 2 * (u[i - 1] + u[i + 1]) for i in range(1, len(u) - 1)]
    inner[0] += lam / 2 * u[0]
    inner[-1] += lam / 2 * u[-1]
    return inner


def march(u, lam, steps):
    n = len(u) - 2
    energies = []
    for _ in range(steps):
        off = [-lam / 2] * n
        diag = [1 + lam] * n
        u = [u[0]] + tridiagonal(off, diag, off, right_side(u, lam)) + [u[-1]]
        energies.append(sum(t * t for t in u) ** 0.5)
    ratios = [round(after / before, 5) for before, after in zip(energies, energies[1:])]
    return [round(t, 4) for t in u], ratios[-3:]

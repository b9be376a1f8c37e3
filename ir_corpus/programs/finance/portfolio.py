# calls: growth([100.0, 250.0, 80.0, 40.0], [0.01, -0.02, 0.03, 0.005] * 10)
def growth(amounts, rates):
    history = []
    values = [amount for amount in amounts]
    for month in range(len(rates)):
        for i in range(len(values)):
            values[i] = values[i] * (1 + rates[(month + i) % len(rates)])
        total = 0.0
        for value in values:
            total += value
        history.append(total)
    peak = 0.0
    drop = 0.0
    for total in history:
        peak = max(peak, total)
        drop = max(drop, (peak - total) / peak)
    return history[len(history) - 1], drop

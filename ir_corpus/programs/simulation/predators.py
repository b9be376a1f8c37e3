# calls: run(40.0, 9.0, 60)
def run(prey, hunters, steps):
    history = []
    for step in range(steps):
        births = prey * 0.1
        eaten = prey * hunters * 0.02
        grown = prey * hunters * 0.01
        deaths = hunters * 0.1
        prey = max(prey + (births - eaten) * 0.1, 0.0)
        hunters = max(hunters + (grown - deaths) * 0.1, 0.0)
        history.append((round(prey, 3), round(hunters, 3)))
    return history

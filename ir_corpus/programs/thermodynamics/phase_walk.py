# calls: heat_up('water', 0.5, 250.0, 2.5, 700)
# calls: heat_up('lead', 2.0, 290.0, 5.0, 60), heat_up('water', 0.01, 200.0, 1.0, 90)
SUBSTANCES = {
    'water': {'melt': 273.15, 'boil': 373.15, 'solid': 2.1, 'liquid': 4.18, 'gas': 2.0, 'fusion': 334.0, 'steam': 2257.0},
    'lead': {'melt': 600.6, 'boil': 2022.0, 'solid': 0.13, 'liquid': 0.14, 'gas': 0.1, 'fusion': 23.0, 'steam': 866.0},
}


def heat_up(substance, mass, start, watts, ticks):
    state = 'solid'
    t = start
    latent = 0.0
    changes = []
    for tick in range(ticks):
        energy = watts
        if state == 'solid' and t >= SUBSTANCES[substance]['melt']:
            latent += energy
            if latent >= SUBSTANCES[substance]['fusion'] * mass:
                state = 'liquid'
                latent = 0.0
                changes.append((tick, 'melted'))
        elif state == 'liquid' and t >= SUBSTANCES[substance]['boil']:
            latent += energy
            if latent >= SUBSTANCES[substance]['steam'] * mass:
                state = 'gas'
                changes.append((tick, 'boiled'))
        else:
            t += energy / (mass * SUBSTANCES[substance][state])
    return state, round(t, 2), latent, changes

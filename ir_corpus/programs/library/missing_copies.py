# calls: unreturned([n for n in range(160)], [n for n in range(0, 160, 3)])
# calls: wanted_and_here(["emma", "ulysses", "dune"] * 9, ["emma", "persuasion", "dune", "solaris"] * 12)
def unreturned(lent, returned):
    missing = []
    for number in lent:
        if number not in returned:
            missing.append(number)
    return missing


def wanted_and_here(wishes, shelf):
    found = 0
    for title in wishes:
        if title in shelf:
            found += 1
    return found

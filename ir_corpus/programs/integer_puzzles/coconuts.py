# calls: island(3, 1, 60), island(4, 1, 900), island(5, 4, 4000)
def night(pile, sailors, monkey):
    for sailor in range(sailors):
        if pile % sailors != monkey % sailors or pile < monkey:
            return None
        pile = (pile - monkey) // sailors * (sailors - 1)
    return pile


def morning(pile, sailors, monkey):
    if pile is None:
        return False
    if pile == 0:
        return False
    return pile % sailors == 0 or (pile - monkey) % sailors == 0


def island(sailors, monkey, most):
    found = []
    n = 1
    while n <= most:
        left = night(n, sailors, monkey)
        if morning(left, sailors, monkey):
            found.append((n, left, 'even' if left % sailors == 0 else 'monkey'))
        n += 1
    gaps = []
    for i in range(1, len(found)):
        gap = found[i][0] - found[i - 1][0]
        if gap not in gaps:
            gaps.append(gap)
    return found, gaps

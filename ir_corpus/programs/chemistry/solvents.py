# calls: compatible(["water", "ethanol", "acetone"] * 16, ["methanol", "glycerol", "water", "ethanol", "acetone"] * 5)
# calls: shared([1, 6, 7, 8] * 10, [1, 8, 16])
def compatible(mixture, polar):
    for name in mixture:
        if name not in polar:
            return False
    return True


def shared(first, second):
    common = []
    for number in first:
        if number in second and number not in common:
            common.append(number)
    return common

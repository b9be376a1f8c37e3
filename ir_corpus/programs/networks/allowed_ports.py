# calls: dropped([1000 + n % 97 for n in range(200)], [1000 + n for n in range(0, 97, 2)])
# calls: first_strange([22, 80, 443] * 20 + [8081], [22, 80, 443])
def dropped(seen, allowed):
    count = 0
    for port in seen:
        if port not in allowed:
            count += 1
    return count


def first_strange(seen, allowed):
    for place in range(len(seen)):
        if seen[place] not in allowed:
            return place
    return -1

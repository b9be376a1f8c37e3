# calls: common({'a': ['b', 'c', 'd'], 'b': ['a', 'c'], 'c': ['a', 'b', 'd'], 'd': ['a', 'c']})
def common(friends):
    result = {}
    for one in friends:
        for other in friends:
            if one < other:
                shared = []
                for name in friends[one]:
                    if name in friends[other]:
                        shared.append(name)
                result[(one, other)] = shared
    return result

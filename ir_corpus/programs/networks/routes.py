# calls: route([(10, 0, 0, 0), (10, 1, 0, 0), (192, 168, 1, 0)], [(10, 1, 2, 3), (192, 168, 1, 77)] * 20)
def common(a, b):
    count = 0
    for i in range(4):
        if a[i] == b[i]:
            count += 1
        else:
            break
    return count


def text(address):
    out = ''
    for i in range(len(address)):
        if i > 0:
            out += '.'
        out += str(address[i])
    return out


def route(networks, addresses):
    result = []
    for address in addresses:
        best = networks[0]
        for network in networks:
            if common(address, network) > common(address, best):
                best = network
        result.append(text(address) + ' via ' + text(best))
    return result

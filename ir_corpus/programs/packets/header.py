# calls: parse_all([[69, 0, 0, 40] + [0] * 5 + [i % 3 * 8 + 1, 0, 0, 10, 0, i % 5, 1, 7, 7, 0, i] for i in range(30)])
PROTOCOLS = {1: 'icmp', 6: 'tcp', 17: 'udp'}


def dotted(data):
    text = ''
    for i in range(len(data)):
        if i > 0:
            text += '.'
        text += str(data[i])
    return text


def word(data, place):
    return data[place] * 256 + data[place + 1]


def parse_all(packets):
    hosts = {}
    problems = []
    for number in range(len(packets)):
        data = packets[number]
        if data[0] // 16 != 4:
            problems.append((number, 'version'))
            continue
        try:
            protocol = PROTOCOLS[data[9]]
        except KeyError:
            problems.append((number, 'protocol ' + str(data[9])))
            continue
        source = dotted(data[12:16])
        if source not in hosts:
            hosts[source] = {'packets': 0, 'bytes': 0, 'protocols': [], 'to': []}
        hosts[source]['packets'] += 1
        hosts[source]['bytes'] += word(data, 2)
        if protocol not in hosts[source]['protocols']:
            hosts[source]['protocols'].append(protocol)
        hosts[source]['to'].append(dotted(data[16:20]))
    return hosts, problems

# calls: split_list('Ann <ann@site.org>, bob@host.com; "Lee, C." <c.lee@mail.co>, nobody, x@y, ANN@site.org ' * 4)
def valid(address):
    if address.count('@') != 1:
        return False
    user, host = address.split('@')
    if user == '' or '.' not in host:
        return False
    for part in host.split('.'):
        if part == '':
            return False
    return True


def split_list(text):
    pieces = []
    piece = ''
    quoted = False
    for letter in text:
        if letter == '"':
            quoted = not quoted
        elif letter in [',', ';'] and not quoted:
            pieces.append(piece.strip())
            piece = ''
        else:
            piece += letter
    pieces.append(piece.strip())
    people = {}
    rejected = []
    for piece in pieces:
        if '<' in piece:
            name, rest = piece.split('<', 1)
            address = rest.split('>')[0].lower()
        else:
            name = ''
            address = piece.lower()
        if not valid(address):
            if piece not in rejected:
                rejected.append(piece)
        elif address not in people or people[address] == '':
            people[address] = name.strip()
    hosts = {}
    for address in people:
        host = address.split('@')[1]
        hosts[host] = hosts.get(host, 0) + 1
    return people, rejected, hosts

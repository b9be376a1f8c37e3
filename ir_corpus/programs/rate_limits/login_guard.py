# calls: guard([(i * 11, '10.0.%d.%d' % (i % 3, i * i % 7), ['root', 'ann', 'joe'][i // 2 % 3], i % 6 == 5) for i in range(200)]), guard([(0, '1.2.3.4', 'x', True)])
TRIES = 4
FIRST_BAN = 60


def network(address):
    return '.'.join(address.split('.')[:3])


def failures(log, key, value, since):
    count = 0
    for entry in reversed(log):
        if entry['time'] < since:
            break
        if entry[key] == value:
            if entry['ok']:
                break
            count += 1
    return count


def is_banned(bans, address, now):
    for ban in bans:
        if ban['until'] > now and (ban['who'] == address or ban['who'] == network(address)):
            return True
    return False


def previous(bans, who):
    return len([ban for ban in bans if ban['who'] == who])


def guard(attempts):
    log = []
    bans = []
    turned_away = 0
    alarms = []
    for now, address, name, ok in attempts:
        if is_banned(bans, address, now):
            turned_away += 1
            continue
        log.append({'time': now, 'address': address, 'net': network(address), 'name': name, 'ok': ok})
        if ok:
            continue
        if failures(log, 'address', address, now - 600) >= TRIES:
            who = address
        elif failures(log, 'net', network(address), now - 300) >= 2 * TRIES:
            who = network(address)
        else:
            who = None
        if who is not None:
            bans.append({'who': who, 'until': now + FIRST_BAN * 2 ** previous(bans, who)})
        if failures(log, 'name', name, now - 200) == TRIES:
            alarms.append((now, name))
    return turned_away, [(b['who'], b['until']) for b in bans][:6], len(bans), alarms[:4]

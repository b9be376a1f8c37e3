# calls: client_run(['/items/%d' % i for i in range(130)], 25, 60), client_run(['/a'], 1, 10)
def answer(server, now):
    if now >= server['reset']:
        server['left'] = server['limit']
        server['reset'] = now - now % server['period'] + server['period']
    headers = 'X-Limit: %d\r\nX-Reset: %d\r\n' % (server['limit'], server['reset'])
    if server['left'] == 0:
        return '429 Slow down\r\n' + headers + 'Retry-After: %d' % (server['reset'] - now)
    server['left'] -= 1
    return '200 OK\r\n' + headers + 'X-Remaining: %d' % server['left']


def parse(response):
    lines = response.split('\r\n')
    headers = {}
    for line in lines[1:]:
        name, value = line.split(': ')
        headers[name.lower()] = int(value)
    return int(lines[0].split(' ')[0]), headers


def pause(status, headers, now):
    if status == 429:
        return headers['retry-after']
    left = headers['x-remaining']
    time_left = headers['x-reset'] - now
    if left == 0:
        return time_left
    if time_left > left:
        return time_left // (left + 1)
    return 0


def client_run(paths, limit, period):
    server = {'limit': limit, 'period': period, 'left': limit, 'reset': period}
    now = 7
    done = []
    refused = 0
    todo = list(paths)
    while todo:
        status, headers = parse(answer(server, now))
        if status == 200:
            done.append((now, todo.pop(0)))
        else:
            refused += 1
        now += pause(status, headers, now) + len(done) % 2
    gaps = [b[0] - a[0] for a, b in zip(done, done[1:])]
    return now, refused, max(gaps, default=0), done[-1]

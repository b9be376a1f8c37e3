# calls: traffic(['10.0.0.%d - - [12/Mar/2020:%02d:00:00] "GET /page%d%s HTTP/1.1" %d %d' % (i % 11, i % 24, i % 6, '?q=%d' % i if i % 2 else '', [200, 404, 200, 500, 301][i % 5], i * 97 % 5000) for i in range(130)]), traffic(['garbage', ''])
import re

LINE = re.compile(r'(\S+) - - \[(\S+?):(\d\d):\d\d:\d\d\] "(\w+) (\S+) [^"]*" (\d{3}) (\d+)')


def entries(lines):
    for line in lines:
        match = LINE.match(line)
        if match:
            host, day, hour, method, url, status, size = match.groups()
            yield host, int(hour), url.partition('?')[0], int(status), int(size)


def bump(counts, key, by=1):
    counts[key] = counts.get(key, 0) + by


def traffic(lines):
    hosts, pages, statuses = {}, {}, {}
    hours = [0] * 24
    for host, hour, page, status, size in entries(lines):
        bump(hosts, host, size)
        bump(statuses, status // 100 * 100)
        if status == 200:
            bump(pages, page)
        hours[hour] += 1
    skipped = len(lines) - sum(hours)
    heavy = [h for h in sorted(hosts) if hosts[h] * len(hosts) > 1.2 * sum(hosts.values())]
    popular = sorted(pages.items(), key=lambda p: (-p[1], p[0]))[:3]
    return heavy, popular, statuses, sparkline(hours), skipped


def sparkline(values):
    marks = ' .:-=+*#%@'
    top = max(values)
    if top == 0:
        return ''
    return ''.join(marks[v * (len(marks) - 1) // top] for v in values)

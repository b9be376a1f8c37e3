# calls: auction([('b%d' % (i % 19), 500 + i * 137 % 4000) for i in range(230)], 700), auction([('x', 50)], 100), auction([('x', 150), ('y', 150)], 100)
STEPS = [(1000, 50), (2500, 100), (5000, 250), (10 ** 9, 500)]


def step(price):
    for limit, size in STEPS:
        if price < limit:
            return size


def outbid(standing, bidder, limit):
    leader, secret, price = standing
    if leader is None:
        return (bidder, limit, price)
    if bidder == leader:
        return (leader, max(secret, limit), price)
    if limit <= secret:
        return (leader, secret, min(secret, max(price, limit + step(limit))))
    return (bidder, limit, min(limit, max(price, secret + step(secret))))


def auction(bids, reserve):
    standing = (None, 0, 0)
    leads = []
    ignored = 0
    for bidder, limit in bids:
        if limit < standing[2] + (step(standing[2]) if standing[0] else 0):
            ignored += 1
            continue
        before = standing[0]
        standing = outbid(standing, bidder, limit)
        if standing[1] >= reserve and standing[2] < reserve:
            standing = (standing[0], standing[1], reserve)
        if standing[0] != before:
            leads.append((standing[0], standing[2]))
    sold = standing[0] is not None and standing[2] >= reserve
    return sold, standing[0] if sold else None, standing[2], leads, ignored

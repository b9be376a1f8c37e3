# calls: best_coupons([19.9, 5.5, 42.0, 7.25, 3.0], OFFERS), best_coupons([3.5], OFFERS[1:])
from itertools import permutations

OFFERS = [('TEN', 'percent', 10, 50), ('FIVE', 'fixed', 5, 30), ('BIG', 'percent', 25, 100), ('TWO', 'fixed', 2, 0)]


class Coupon:
    def __init__(self, code, kind, value, minimum):
        self.code = code
        self.kind = kind
        self.value = value
        self.minimum = minimum

    def usable(self, amount):
        return amount >= self.minimum

    def apply(self, amount):
        if self.kind == 'percent':
            return amount - amount * self.value / 100
        return max(0, amount - self.value)


def best_coupons(prices, offers):
    coupons = []
    for offer in offers:
        coupons.append(Coupon(*offer))
    best = sum(prices)
    best_codes = ()
    tried = 0
    for order in permutations(coupons):
        amount = sum(prices)
        codes = []
        for coupon in order:
            if coupon.usable(amount):
                amount = coupon.apply(amount)
                codes.append(coupon.code)
        tried += 1
        if amount < best:
            best = amount
            best_codes = tuple(codes)
    return round(best, 2), best_codes, tried

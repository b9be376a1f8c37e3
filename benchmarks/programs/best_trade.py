"""Prices of a year of trading: the best single trade, the worst fall, the longest calm."""


def make_prices(days):
    prices = []
    price = 10_000
    state = 7
    for _ in range(days):
        state = (state * 1103515245 + 12345) % 2147483648
        price = max(100, price + state // 65536 % 401 - 199)
        prices.append(price)
    return prices


def best_trade(prices):
    lowest = prices[0]
    profit = 0
    for price in prices:
        lowest = min(lowest, price)
        profit = max(profit, price - lowest)
    return profit


def worst_fall(prices):
    highest = prices[0]
    fall = 0
    for price in prices:
        highest = max(highest, price)
        fall = max(fall, highest - price)
    return fall


def longest_calm(prices, limit):
    longest = 0
    current = 0
    for i in range(1, len(prices)):
        if abs(prices[i] - prices[i - 1]) <= limit:
            current += 1
        else:
            current = 0
        longest = max(longest, current)
    return longest


def run():
    prices = make_prices(70_000)
    return best_trade(prices), worst_fall(prices), longest_calm(prices, 150)

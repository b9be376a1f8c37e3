# calls: smooth_report([2, 3, 5], 100), smooth_report([2], 12), smooth_report([2, 3, 5, 7], 80)
import heapq


def smooth(primes, count):
    heap = [1]
    numbers = []
    while len(numbers) < count:
        n = heapq.heappop(heap)
        if numbers and numbers[-1] == n:
            continue
        numbers.append(n)
        for p in primes:
            heapq.heappush(heap, n * p)
    return numbers


def exponents(n, primes):
    key = []
    for p in primes:
        e = 0
        while n % p == 0:
            n //= p
            e += 1
        key.append(e)
    return tuple(key)


def square_pairs(numbers, primes):
    odd = {}
    for n in numbers:
        odd.setdefault(tuple(e % 2 for e in exponents(n, primes)), []).append(n)
    return {''.join(map(str, k)): len(v) for k, v in sorted(odd.items())}


def smooth_report(primes, count):
    numbers = smooth(primes, count)
    gaps = [b - a for a, b in zip(numbers, numbers[1:])]
    twins = [a for a, b in zip(numbers, numbers[1:]) if b - a == 1]
    tallest = max(numbers, key=lambda n: (max(exponents(n, primes)), n))
    return numbers[-1], max(gaps), twins, tallest, square_pairs(numbers, primes)

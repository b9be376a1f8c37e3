# calls: collect(1, 700), collect(1000, 1060), collect(90, 180)
def armstrong(n):
    s = str(n)
    total = 0
    for ch in s:
        total += int(ch) ** len(s)
    return total == n


def harshad(n):
    return n % sum(int(ch) for ch in str(n)) == 0


def automorphic(n):
    return str(n * n).endswith(str(n))


def bouncy(n):
    up = False
    down = False
    s = str(n)
    for i in range(len(s) - 1):
        if s[i] < s[i + 1]:
            up = True
        if s[i] > s[i + 1]:
            down = True
    return up and down


def lychrel_steps(n):
    steps = 0
    while steps < 12:
        n += int(str(n)[::-1])
        steps += 1
        if str(n) == str(n)[::-1]:
            return steps
    return -1


def collect(first, last):
    tests = [('armstrong', armstrong), ('automorphic', automorphic), ('harshad', harshad), ('bouncy', bouncy)]
    found = {}
    for name, test in tests:
        found[name] = [n for n in range(first, last) if test(n)]
    stubborn = [n for n in range(first, last) if lychrel_steps(n) == -1]
    return {name: (len(ns), ns[:3], ns[-1:]) for name, ns in found.items()}, stubborn[:5]

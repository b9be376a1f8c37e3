"""Find a pattern in a text: by trying everywhere, by Knuth, Morris and Pratt, by Horspool, by hashing."""


def make_text(length):
    letters = []
    a, b = 1, 2
    for _ in range(length):
        a, b = b, (a * 3 + b * 5 + 1) % 1009
        letters.append("abac"[b % 4])
    return "".join(letters)


def naive_search(text, pattern):
    found = []
    for i in range(len(text) - len(pattern) + 1):
        match = True
        for j in range(len(pattern)):
            if text[i + j] != pattern[j]:
                match = False
                break
        if match:
            found.append(i)
    return found


def failure_table(pattern):
    table = [0] * len(pattern)
    length = 0
    i = 1
    while i < len(pattern):
        if pattern[i] == pattern[length]:
            length += 1
            table[i] = length
            i += 1
        elif length > 0:
            length = table[length - 1]
        else:
            table[i] = 0
            i += 1
    return table


def kmp_search(text, pattern):
    table = failure_table(pattern)
    found = []
    j = 0
    for i in range(len(text)):
        while j > 0 and text[i] != pattern[j]:
            j = table[j - 1]
        if text[i] == pattern[j]:
            j += 1
        if j == len(pattern):
            found.append(i - j + 1)
            j = table[j - 1]
    return found


def horspool_search(text, pattern):
    n = len(text)
    m = len(pattern)
    shift = {}
    for i in range(m - 1):
        shift[pattern[i]] = m - 1 - i
    found = []
    i = 0
    while i <= n - m:
        j = m - 1
        while j >= 0 and text[i + j] == pattern[j]:
            j -= 1
        if j < 0:
            found.append(i)
        i += shift.get(text[i + m - 1], m)
    return found


def rabin_karp_search(text, pattern, base=256, modulus=1000003):
    n = len(text)
    m = len(pattern)
    high = pow(base, m - 1, modulus)
    wanted = 0
    rolling = 0
    for i in range(m):
        wanted = (wanted * base + ord(pattern[i])) % modulus
        rolling = (rolling * base + ord(text[i])) % modulus
    found = []
    for i in range(n - m + 1):
        if rolling == wanted and text[i : i + m] == pattern:
            found.append(i)
        if i < n - m:
            rolling = ((rolling - ord(text[i]) * high) * base + ord(text[i + m])) % modulus
    return found


def run():
    text = make_text(6000)
    results = []
    for pattern in ("abaca", "aab", "caaba"):
        positions = naive_search(text, pattern)
        agree = (
            positions == kmp_search(text, pattern)
            and positions == horspool_search(text, pattern)
            and positions == rabin_karp_search(text, pattern)
        )
        results.append((pattern, len(positions), sum(positions), agree))
    return results

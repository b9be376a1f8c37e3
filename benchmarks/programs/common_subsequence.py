"""The longest common subsequence of two texts, and how similar they are."""

FIRST = "the quick brown fox jumps over the lazy dog while the cat watches from the warm garden wall " * 5
SECOND = "a quick brown dog jumped over a lazy fox and the cat watched it all from the cold garden gate " * 5


def lengths(first, second):
    table = [[0] * (len(second) + 1) for _ in range(len(first) + 1)]
    for i in range(1, len(first) + 1):
        for j in range(1, len(second) + 1):
            if first[i - 1] == second[j - 1]:
                table[i][j] = table[i - 1][j - 1] + 1
            else:
                table[i][j] = max(table[i - 1][j], table[i][j - 1])
    return table


def common_subsequence(first, second):
    table = lengths(first, second)
    letters = []
    i = len(first)
    j = len(second)
    while i > 0 and j > 0:
        if first[i - 1] == second[j - 1]:
            letters.append(first[i - 1])
            i -= 1
            j -= 1
        elif table[i - 1][j] >= table[i][j - 1]:
            i -= 1
        else:
            j -= 1
    letters.reverse()
    return "".join(letters)


def run():
    common = common_subsequence(FIRST, SECOND)
    return len(common), common[:40], round(2 * len(common) / (len(FIRST) + len(SECOND)), 4)

# calls: batch([0b101101, 0b011011, 0b111111, 0b000000, 0b100110] * 20), batch([0]), batch(list(range(64)) * 2)
from typing import Dict, List, Tuple

PARITY = [0b110, 0b101, 0b011]


def codeword(message: int) -> int:
    check = 0
    for i in range(3):
        if message >> (2 - i) & 1:
            check ^= PARITY[i]
    return message << 3 | check


def weight(n: int) -> int:
    count = 0
    while n:
        n &= n - 1
        count += 1
    return count


def syndrome(word: int) -> int:
    return codeword(word >> 3) & 7 ^ word & 7


def leaders() -> Dict[int, int]:
    table: Dict[int, int] = {}
    for error in sorted(range(64), key=lambda e: (weight(e), e)):
        if syndrome(error) not in table:
            table[syndrome(error)] = error
    return table


def batch(words: List[int]) -> Tuple[List[str], Dict[int, int], int]:
    table = leaders()
    out: List[str] = []
    flips: Dict[int, int] = {}
    for word in words:
        error = table[syndrome(word)]
        flips[weight(error)] = flips.get(weight(error), 0) + 1
        out.append(format((word ^ error) >> 3, '03b'))
    distance = min(weight(codeword(m)) for m in range(1, 8))
    return out[:8], dict(sorted(flips.items())), distance

# calls: inbred({i: (i // 2, i // 3 + 1) for i in range(2, 120)}, 4)
# calls: inbred({5: (1, 2), 6: (1, 2), 7: (5, 6)}, 3)
from typing import Dict, List, Tuple

Parents = Dict[int, Tuple[int, int]]


def ancestors(parents: Parents, animal: int, depth: int) -> List[int]:
    """All known ancestors, up to `depth` generations back."""
    result: List[int] = []
    generation = [animal]
    for _ in range(depth):
        following: List[int] = []
        for one in generation:
            if one in parents:
                for parent in parents[one]:
                    if parent not in result:
                        result.append(parent)
                        following.append(parent)
        generation = following
    return result


def inbred(parents: Parents, depth: int) -> List[Tuple[int, int]]:
    """Animals whose parents have ancestors in common, and how many."""
    found: List[Tuple[int, int]] = []
    for animal in parents:
        dam, sire = parents[animal]
        common = 0
        theirs = ancestors(parents, sire, depth)
        for relative in ancestors(parents, dam, depth):
            if relative in theirs:
                common += 1
        if common > 0:
            found.append((animal, common))
    return sorted(found, key=lambda pair: (-pair[1], pair[0]))

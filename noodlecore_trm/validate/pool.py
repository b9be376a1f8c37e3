"""
Arguments for calls, as text: ordinary ones, hostile ones, and mixtures of both.

`hostile("name", ...)` in such a text stands for a value that the factory of that name makes.
"""

from __future__ import annotations

import ast
import itertools
import random
import re
from collections.abc import Iterator, Sequence
from typing import Final


def _each(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().splitlines())


HOSTILE: Final = _each(
    r"""
    hostile("loud")
    hostile("loud_mutable")
    hostile("unordered")
    hostile("shrug")
    hostile("declines")
    hostile("nothing")
    hostile("not_a_bool")
    hostile("mute")
    hostile("flicker")
    hostile("stops")
    hostile("exits")
    hostile("rebinder")
    hostile("meddler")
    hostile("masked")
    hostile("inmates")
    hostile("self_containing")
    hostile("deep")
    hostile("aliased")
    hostile("generator")
    hostile("generator", (1, 2, 3), 2)
    hostile("view")
    hostile("items")
    hostile("defaultdict")
    hostile("decimal")
    hostile("fraction")
    hostile("namespace")
    hostile("nan")
    hostile("inf")
    -hostile("inf")
    hostile("missing")
    hostile("returning")
    hostile("fuse", 1)
    hostile("fuse", 2)
    hostile("fuse", 3)
    hostile("fuse", 5)
    hostile("fuse_key")
    hostile("fuse_index")
    hostile("fuse_attribute")
    hostile("fuse_type")
    hostile("fuse_stop")
    hostile("loud_like", 3)
    hostile("loud_like", 2.5)
    hostile("loud_like", "abc")
    hostile("loud_like", b"ab")
    hostile("loud_like", [1, 2])
    hostile("loud_like", (1, 2))
    hostile("loud_like", {1, 2})
    hostile("loud_like", {"a": 1})
    hostile("lying_like", 3)
    hostile("lying_like", 2.5)
    hostile("lying_like", "abc")
    hostile("lying_like", [1, 2])
    hostile("lying_like", (1, 2))
    hostile("lying_like", {"a": 1})
    hostile("unhashable_str", "abc")
    hostile("unhashable_int", 2)
    hostile("iterator", (1, 2, 3))
    hostile("iterator", (1, 2, 3), 2)
    hostile("iterator", (1, 2, 3), 0, StopIteration)
    hostile("sequence", (1, 2, 3))
    hostile("keyed", {"a": 1})
    hostile("ordered", {"b": 1, "a": 2})
    hostile("deque", (1, 2))
    hostile("callable", abs, 2)
    hostile("callable", repr, -1, True)
    [hostile("loud"), hostile("loud", "y")]
    [1, hostile("fuse", 2), 3]
    [1, hostile("rebinder"), 2]
    [hostile("meddler"), 2, 3]
    [hostile("loud_mutable"), 2, 3]
    [hostile("stops"), 1]
    [hostile("nan"), 1.0, hostile("nan")]
    {"a": hostile("loud"), "b": hostile("rebinder")}
    [hostile("unhashable_str", "abc"), "abc"]
    (hostile("flicker"), hostile("shrug"))
    -0.0
    0.0
    1e308
    5e-324
    2**63
    -(2**63)
    10**30
    True
    False
    None
    ""
    "\ud800"
    "\u0130\xdf"
    b""
    []
    {}
    set()
    ()
    range(0)
    1j
    ...
    NotImplemented
    bytearray(b"ab")
    [1, "a", None]
    [1, True, 1.0]
    [0.0, -0.0]
    [[], [1], [1, 2]]
    """
)
"""Hostile arguments."""

ORDINARY: Final = _each(
    """
    0
    1
    2
    3
    7
    -1
    10
    1.5
    -2.25
    "abc"
    "a"
    "hello world"
    [1, 2, 3]
    [3, 1, 2, 3]
    [1.5, 2.5]
    ["b", "a", "c"]
    [(1, "a"), (2, "b")]
    [[1, 2], [3, 4]]
    (1, 2, 3)
    ("a", "b")
    {"a": 1, "b": 2}
    {1: "x", 2: "y"}
    {1, 2, 3}
    frozenset({1, 2})
    b"abc"
    range(4)
    iter([1, 2, 3])
    abs
    len
    str
    None
    True
    """
)
"""Everyday arguments."""

_NUMBERS: Final = _each(
    """
    True
    -0.0
    0
    -3
    hostile("nan")
    hostile("inf")
    10**30
    1e308
    hostile("unhashable_int", int(_))
    float(_)
    str(_)
    None
    """
)
_STRINGS: Final = _each(
    """
    hostile("unhashable_str", _)
    list(_)
    7
    None
    _ * 3
    """
)
_DICTS: Final = _each(
    """
    hostile("missing", _)
    hostile("defaultdict", _)
    hostile("ordered", _)
    hostile("keyed", _)
    {}
    {**_, hostile("loud"): 1}
    {**_, "loud": hostile("loud")}
    dict.fromkeys(_, hostile("rebinder"))
    dict.fromkeys(_, hostile("fuse", 2))
    dict.fromkeys(_, hostile("meddler"))
    list(_)
    """
)
_CALLABLES: Final = _each(
    """
    hostile("callable", _)
    hostile("callable", _, 2)
    hostile("callable", _, -1, True)
    None
    """
)
_RESULTS: Final = _each(
    """
    hostile("loud_like", _)
    hostile("lying_like", _)
    list(_)
    hostile("generator", tuple(_), 1)
    """
)
_SEQUENCES: Final = _each(
    """
    [*_]
    (*_,)
    iter(_)
    hostile("generator", [*_])
    hostile("generator", [*_], 1)
    hostile("iterator", [*_])
    hostile("iterator", [*_], 1)
    hostile("sequence", [*_])
    hostile("inmates", [*_])
    hostile("deque", _)
    []
    ()
    {}
    dict.fromkeys(_)
    [*_, hostile("loud")]
    [*_, *_]
    """
)
_ITEMS: Final = _each(
    """
    hostile("loud")
    hostile("rebinder")
    hostile("fuse", 2)
    hostile("meddler")
    hostile("stops")
    hostile("flicker")
    hostile("shrug")
    hostile("mute")
    hostile("loud_mutable")
    hostile("nan")
    """
)


def _filled(patterns: Sequence[str], text: str) -> list[str]:
    """The patterns with `text` where they have an underscore that stands alone."""
    return [_HOLE.sub(lambda _: text, pattern) for pattern in patterns]


_HOLE: Final = re.compile(r"(?<![\w\"])_(?![\w\"])")


def kin(text: str) -> list[str]:
    """Hostile arguments of about the type and size of the one written in `text`."""
    try:
        node = ast.parse(text, mode="eval").body
    except SyntaxError:
        return []
    name = type(node).__name__
    if isinstance(node, ast.Constant):
        name = type(node.value).__name__
    elif isinstance(node, ast.UnaryOp) and isinstance(node.operand, ast.Constant):
        name = type(node.operand.value).__name__
    if name == "complex":
        return ["1", "0.5"]
    if name in ("int", "float"):
        return [*_like(text), *_filled(_NUMBERS, text)]
    if name in ("str", "bytes"):
        return [*_like(text), '""' if name == "str" else 'b""', *_filled(_STRINGS, text)]
    if isinstance(node, ast.List | ast.Tuple | ast.Set):
        return _kin_of_items(text, [ast.unparse(element) for element in node.elts], name.lower())
    if isinstance(node, ast.Dict):
        return [*_like(text), *_filled(_DICTS, text)]
    if isinstance(node, ast.Name | ast.Lambda | ast.Attribute):
        return _filled(_CALLABLES, text)
    return _filled(_RESULTS, text) if isinstance(node, ast.Call) else []


def _like(text: str) -> list[str]:
    return [f'hostile("loud_like", {text})', f'hostile("lying_like", {text})']


def _kin_of_items(text: str, items: Sequence[str], name: str) -> list[str]:
    found = [*_like(text), *_filled(_SEQUENCES, text)]
    for index in sorted({0, len(items) // 2, len(items) - 1}) if items else ():
        for other in (*kin(items[index]), *_ITEMS):
            replaced = ", ".join([*items[:index], other, *items[index + 1 :]])
            found.append(f"({replaced},)" if name == "tuple" else f"[{replaced}]")
    if items:
        shared = ", ".join(["_one"] * (len(items) - 1))
        found += [f"[(_one := {items[0]}), {shared}]", f'[(_one := hostile("loud_mutable")), {shared}]']
        found.append(f"""[{", ".join(['hostile("loud")'] * len(items))}]""")
    return found


def pool(arity: int, seed: int = 0, limit: int = 200, like: Sequence[Sequence[str]] = ()) -> Iterator[tuple[str, ...]]:
    """
    At most `limit` tuples of `arity` arguments, as text; the same for the same seed.

    `like` holds arguments known to make sense. Half of what is given varies them, one or two at a
    time, by hostile values of the same kind; the rest puts each hostile value at each position among
    ordinary ones, and the same object at two positions.
    """
    if arity == 0:
        yield from [()] if limit > 0 else []
        return
    chance = random.Random(f"{seed}:{arity}")
    samples = [tuple(sample) for sample in like if len(sample) == arity]
    sources = [_strangers(arity, samples, chance)]
    if samples:
        sources.insert(0, _varied(samples, chance))
    seen: set[tuple[str, ...]] = set()
    while sources and len(seen) < limit:
        for source in list(sources):
            fresh = next((found for found in itertools.islice(source, 64) if found not in seen), None)
            if fresh is None:
                sources.remove(source)
            elif len(seen) < limit:
                seen.add(fresh)
                yield fresh


def _varied(samples: Sequence[tuple[str, ...]], chance: random.Random) -> Iterator[tuple[str, ...]]:
    singles = []
    for sample in samples:
        for position, text in enumerate(sample):
            singles += [(*sample[:position], other, *sample[position + 1 :]) for other in kin(text)]
    chance.shuffle(singles)
    yield from singles
    for _ in range(2000):
        mixed = list(chance.choice(samples))
        for position in chance.sample(range(len(mixed)), min(2, len(mixed))):
            mixed[position] = chance.choice([*kin(mixed[position]), *HOSTILE])
        yield tuple(mixed)


def _strangers(arity: int, samples: Sequence[tuple[str, ...]], chance: random.Random) -> Iterator[tuple[str, ...]]:
    placed = [(position, text) for text in HOSTILE for position in range(arity)]
    chance.shuffle(placed)
    for count, (position, text) in enumerate(placed):
        arguments = list(chance.choice(samples)) if samples and count % 2 else chance.choices(ORDINARY, k=arity)
        arguments[position] = text
        yield tuple(arguments)
        if arity > 1 and count % 8 == 0:
            yield _twice(arguments, chance)
    for _ in range(4000):
        arguments = [chance.choice(HOSTILE if chance.random() < 0.4 else ORDINARY) for _ in range(arity)]
        yield _twice(arguments, chance) if arity > 1 and chance.random() < 0.2 else tuple(arguments)


def _twice(arguments: Sequence[str], chance: random.Random) -> tuple[str, ...]:
    first, second = sorted(chance.sample(range(len(arguments)), 2))
    texts = list(arguments)
    texts[first], texts[second] = f"(_same := {texts[first]})", "_same"
    return tuple(texts)

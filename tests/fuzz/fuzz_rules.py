"""
Random programs through every rule alone, all rules together and the whole pipeline: is anything different?

    python tests/fuzz/fuzz_rules.py --seed 1 --modules 100 --functions 8
"""

from __future__ import annotations

import argparse
import random
import resource
import signal
import sys
import time
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).parent))

from programs import module

from noodlecore_trm import pipeline
from noodlecore_trm.emit import EmissionError
from noodlecore_trm.ir.rewriter import RewriteError
from noodlecore_trm.pipeline import Options, apply_rules, optimize
from noodlecore_trm.rules import Rule, load
from noodlecore_trm.validate.judges import Judgement

_SECONDS = 0.15


class Timeout(BaseException):
    """Not an Exception: the programs catch those."""


class Loud:
    """Answers every operation and keeps a record of it."""

    def __init__(self, log: list[str]) -> None:
        self.log = log
        self.turns = 6

    def _say(self, word: str, other: object) -> None:
        self.log.append(f"{word} {'Loud' if isinstance(other, Loud) else other!r}")

    def __repr__(self) -> str:
        return "Loud"

    def __lt__(self, other: object) -> bool:
        self._say("lt", other)
        self.turns -= 1
        return self.turns > 0

    def __gt__(self, other: object) -> bool:
        self._say("gt", other)
        self.turns -= 1
        return self.turns > 0

    def __add__(self, other: object) -> Any:
        self._say("add", other)
        return self

    def __radd__(self, other: object) -> Any:
        self._say("radd", other)
        return self

    def __mul__(self, other: object) -> int:
        self._say("mul", other)
        return 7

    def __mod__(self, other: object) -> float:
        self._say("mod", other)
        return 0.5

    def __len__(self) -> int:
        self._say("len", 0)
        return 2

    def __getitem__(self, index: object) -> int:
        self._say("getitem", index)
        if isinstance(index, int) and 0 <= index < 3:
            return index
        raise IndexError(index)

    def __iter__(self) -> Iterator[int]:
        self._say("iter", 0)
        for number in range(3):
            self._say("next", number)
            yield number

    def __eq__(self, other: object) -> bool:
        self._say("eq", other)
        return False

    def __hash__(self) -> int:
        self._say("hash", 0)
        return 1


class Row(list[Any]):
    """A list that is no exact list."""

    def __getitem__(self, index: Any) -> Any:
        return "odd" if index == 0 else super().__getitem__(index)


def arguments(log: list[str]) -> list[tuple[Any, ...]]:
    return [
        (3, 1, [5, 2, 9, 4], "abcab", None),
        (0, 2, [], "", [1]),
        (4, 4, [1, 1, 2], "a b", {1: 2}),
        (-2, True, [3.5, -0.0, 2], "zz", 0),
        (2.5, 1, [1, "x", None], "ab", "q"),
        (True, False, (1, 2, 3), "bbb", [7]),
        ("t", "u", "text", ["l"], 1),
        (float("nan"), 1, [float("nan"), 1], "n", 2),
        (None, 3, [1e308, 0.5], "k", 10**400),
        (Loud(log), 2, Loud(log), "m", Loud(log)),
        (2, Loud(log), Row([1, 2, 3]), "abc", [Loud(log)]),
        (2, 1, [[1], [2]], "ab", 5),
    ]


def shown(value: object, depth: int = 4) -> str:
    if depth == 0:
        return "..."
    if isinstance(value, list | tuple | set | frozenset):
        return f"{type(value).__name__}({', '.join(shown(item, depth - 1) for item in value)})"
    if isinstance(value, dict):
        return f"dict({', '.join(f'{shown(k, 1)}: {shown(v, depth - 1)}' for k, v in value.items())})"
    if isinstance(value, int) and abs(value) > 10**60:
        return f"{type(value).__name__} {hash(value)}"
    text = f"{type(value).__name__} {value!r}"
    return text.partition(" at 0x")[0]


def _alarm(signum: int, frame: FrameType | None) -> None:
    raise Timeout


def outcomes(source: str, names: list[str]) -> dict[str, list[str]]:
    """For each function what every call gives: result or error, what was logged, the arguments afterwards."""
    space: dict[str, Any] = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        exec(compile(source, "program", "exec"), space)
    found: dict[str, list[str]] = {}
    for name in names:
        found[name] = []
        space["global_count"][0] = 0
        for number in range(len(arguments([]))):
            space["LOG"].clear()
            given = arguments(space["LOG"])[number]
            found[name].append(_called(space, name, given))
            if found[name][-1] == "timeout":
                break
    found["module"] = [shown(space.get(name)) for name in ("total", "turn")]
    return found


def _called(space: dict[str, Any], name: str, given: tuple[Any, ...]) -> str:
    signal.setitimer(signal.ITIMER_REAL, _SECONDS, 0.05)  # once may be lost in a `finally` that returns
    try:
        value = space[name](*given)
        if hasattr(value, "send"):
            value = _drained(value)
        text = shown(value)
    except Timeout:
        return "timeout"
    except MemoryError:
        return "timeout"
    except Exception as error:
        text = f"raised {type(error).__name__} {str(error)[:300]} {type(error.__context__).__name__}"
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return f"{text} | {shown(list(given))} | {space['LOG'][:400]} | {space['global_count']}"


def _drained(generator: Any) -> list[str]:
    found: list[str] = []
    while len(found) < 50:
        try:
            found.append(shown(next(generator)))
        except StopIteration as stop:
            return [*found, shown(stop.value)]
    return found


@dataclass
class Difference:
    seed: int
    how: str
    function: str
    call: int
    before: str
    after: str
    original: str
    changed: str


def variants(
    source: str, rules: dict[str, Rule], rng: random.Random, alone: int, most: int
) -> Iterator[tuple[str, str]]:
    """(how, text) of the program after some rules alone, after two shuffles of all rules and after the pipeline."""
    usual = [rule for rule in rules.values() if not rule.needs]
    plans: list[tuple[str, list[Rule], int]] = [
        (rule.name, [rule], most) for rule in rng.sample(usual, min(alone, len(usual)))
    ]
    for take_back in ("expand_comprehension", "collect_in_comprehension"):
        chosen = [rule for rule in usual if rule.name != take_back]
        rng.shuffle(chosen)
        plans.append((f"all but {take_back}", chosen, most))
    for how, chosen, limit in plans:
        try:
            changed = apply_rules(source.encode(), chosen, max_rewrites=limit).decode()
        except (EmissionError, RewriteError):
            continue
        if changed != source:
            yield how, changed
    with patch.object(pipeline, "_judge", lambda *_: Judgement("skipped", "skipped", "skipped")):
        result = optimize(source, options=Options(chooser="classic", timeout=120.0))
    if result.changed:
        yield "classic", result.optimized.decode()


def differences(seed: int, functions: int, alone: int, only: str = "", most: int = 100) -> tuple[list[Difference], int]:
    """Where a program of the seed differs after a rewrite, and how many variants were compared."""
    source, names = module(seed, functions)
    signal.signal(signal.SIGALRM, _alarm)
    expected = outcomes(source, names)
    names = [name for name in names if "timeout" not in expected[name]]  # some never end
    found = []
    compared = 0
    for how, changed in variants(source, load(), random.Random(seed), alone, most):
        if only and how != only:
            continue
        compared += 1
        try:
            actual = outcomes(changed, names)
        except Exception as error:
            found.append(Difference(seed, how, "module", 0, "", repr(error), source, changed))
            continue
        for name, after in actual.items():
            for call, (one, other) in enumerate(zip(expected[name], after, strict=False)):
                if one != other and other != "timeout":
                    found.append(Difference(seed, how, name, call, one, other, source, changed))
                    break
    return found, compared


def function_text(source: str, name: str) -> str:
    start = source.find(f"def {name}(")
    end = source.find("\ndef work_", start + 1)
    return source[start : end if end > 0 else len(source)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--modules", type=int, default=20)
    parser.add_argument("--functions", type=int, default=4)
    parser.add_argument("--alone", type=int, default=3, help="how many rules to apply alone to each program")
    parser.add_argument("--only", default="", help="a rule, or `classic`")
    parser.add_argument("--seconds", type=float, default=1e9)
    chosen = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
    start = time.monotonic()
    total = compared = wrong = 0
    for seed in range(chosen.seed, chosen.seed + chosen.modules):
        if time.monotonic() - start > chosen.seconds:
            break
        found, count = differences(seed, chosen.functions, chosen.alone, chosen.only)
        total += chosen.functions
        compared += count
        shown_rules: set[str] = set()
        for each in found:
            wrong += 1
            if each.how in shown_rules:
                continue
            shown_rules.add(each.how)
            if each.function == "module":
                print(each.changed)
            print(f"=== seed {each.seed}, {each.how}, {each.function}, call {each.call}")
            print(f"before: {each.before[:500]}\nafter:  {each.after[:500]}")
            print(function_text(each.original, each.function))
            print("--- became")
            print(function_text(each.changed, each.function), flush=True)
    print(f"{total} functions, {compared} changed modules, {wrong} differences, {time.monotonic() - start:.0f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

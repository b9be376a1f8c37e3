"""
What a profile says about a file.

Nothing in a profile is a fact. It says where rewriting is worth it, how many turns to expect, and which types to ask
for in a check; a profile that lies or is out of date costs speed and nothing else.
"""

from __future__ import annotations

import ast
import hashlib
import os
import re
from collections.abc import Callable, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache
from typing import Any, Final

from noodlecore_trm.emit import EmissionError, text_of
from noodlecore_trm.errors import OptimizationError
from noodlecore_trm.files import parse_json
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.op import Op, all_below
from noodlecore_trm.profile.record import SCHEMA

_LIKELY: Final = 0.95
"""Share of the calls seen in which an argument had a type for that type to be worth a check."""


class FileProfile:
    """
    What was seen of one file. Loops and tests are found by their text, so that it outlives rewriting; one that was not
    seen stands for the one that was where it is now, if that is gone.
    """

    def __init__(self, functions: Mapping[str, Any]) -> None:
        self._functions = functions
        self._stand_ins: tuple[list[Op], Mapping[Op, Mapping[str, Any]]] = [], {}

    def ran(self, qualname: str) -> bool:
        """Whether a function was called; functions that nobody wrote down are those that rewriting made."""
        seen = self._functions.get(qualname)
        return seen is None or seen["calls"] > 0

    def work(self, qualname: str) -> int:
        """Calls and turns of loops in a function."""
        seen = self._functions.get(qualname)
        return 0 if seen is None else int(seen["work"])

    def examples(self) -> list[str]:
        """Calls that were made, as expressions whose arguments are literals."""
        return [text for seen in self._functions.values() for text in seen["examples"] if _is_plain_call(text)]

    # what rules and choosers ask

    def turns(self, function: Function, loop: Op) -> float | None:
        """Mean turns of a loop each time it was entered; None if it was not seen."""
        seen, header = self._seen(function)["loops"], _header(loop)
        found = [each for each in seen if each["header"] == header] or self._replaced(function, loop)
        found = [each for each in found if each["entries"]]
        entries = sum(each["entries"] for each in found)
        return sum(each["turns"] for each in found) / entries if entries else None

    def outcomes(self, function: Function, test: Op) -> tuple[int, int] | None:
        """How often a test was true and false; None if it was not seen."""
        seen, text = self._seen(function)["branches"], _text(test)
        found = [each for each in seen if each["test"] == text] or self._replaced(function, test)
        if not found:
            return None
        return sum(each["true"] for each in found), sum(each["false"] for each in found)

    def argument(self, function: Function, name: str) -> str | None:
        """The type a parameter nearly always had, such as `int` or `list[int]`, empty if several; None if not seen."""
        types = self._seen(function)["parameters"].get(name)
        if not types:
            return None
        total = sum(types.values())
        best = max(types, key=lambda each: (types[each], each))
        if types[best] >= _LIKELY * total:
            return str(best)
        plain: dict[str, int] = {}
        for each, times in types.items():
            plain[each.partition("[")[0]] = plain.get(each.partition("[")[0], 0) + times
        best = max(plain, key=lambda each: (plain[each], each))
        return best if plain[best] >= _LIKELY * total else ""

    def _replaced(self, function: Function, new: Op) -> list[Mapping[str, Any]]:
        """What was seen of the loop or test that a new one stands for."""
        seen = self._seen(function)
        if not (seen["loops"] or seen["branches"]):
            return []
        below = all_below(function.body)
        loops = [op for op in below if op.kind in _LOOPS]
        tests = [op.operands[0] for op in below if op.kind == "if"]
        if self._stand_ins[0] != loops + tests:
            found = _stand_ins(seen["loops"], "header", loops, _header)
            found |= _stand_ins(_whole(seen["branches"]), "test", tests, _text)
            self._stand_ins = loops + tests, found
        return [self._stand_ins[1][new]] if new in self._stand_ins[1] else []

    def _seen(self, function: Function) -> Mapping[str, Any]:
        name = function.scope.qualname
        found: Mapping[str, Any] | None = self._functions.get(name) or self._functions.get("<module>")
        return _NOTHING if found is None else found


_SEEN: Final = re.compile(r"#\s*seen:\s*(.*):\s*(\d+)\s+(\d+)\s*")
_LOOPS: Final = frozenset(("for", "while", "comp_for"))
_NOTHING: Final[Mapping[str, Any]] = {"loops": (), "branches": (), "parameters": {}}


def _stand_ins(
    seen: Sequence[Mapping[str, Any]], key: str, ops: Sequence[Op], text: Callable[[Op], str]
) -> dict[Op, Mapping[str, Any]]:
    """For ops that were not seen what was, by its text, in their place, and is there no more."""
    before, now = [each[key] for each in seen], [text(op) for op in ops]
    found: dict[Op, Mapping[str, Any]] = {}
    for _, start, end, begin, stop in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        gone = [each for each in seen[start:end] if each[key] not in now]
        new = [op for op, each in zip(ops[begin:stop], now[begin:stop], strict=True) if each not in before]
        found |= dict(zip(new, gone, strict=False))
    return found


def _whole(branches: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Those that are no part of the test before them."""
    found: list[Mapping[str, Any]] = []
    for each in branches:
        if not found or each["test"] not in found[-1]["test"]:
            found.append(each)
    return found


def _header(loop: Op) -> str:
    if loop.kind == "while":
        (result,) = loop.regions[0].ops[-1:]
        return _text(result.operands[0])
    iterable = loop.operands[0]
    if iterable.kind == "argument" and iterable.region is not None and iterable.region.parent is not None:
        iterable = iterable.region.parent.operands[0]
    return _text(iterable)


def _text(op: Op) -> str:
    try:
        return _normal(text_of(op))
    except EmissionError:
        return ""


@cache
def _normal(text: str) -> str:
    try:
        return ast.unparse(ast.parse(text, mode="eval"))
    except (SyntaxError, ValueError, RecursionError):
        return text


def _is_plain_call(text: str) -> bool:
    """Whether evaluating an expression runs nothing but the function it names: profiles may come from anywhere."""
    try:
        call = ast.parse(text, mode="eval").body
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name) or call.keywords:
            return False
        for argument in call.args:
            ast.literal_eval(argument)
    except (SyntaxError, ValueError, TypeError, MemoryError, RecursionError):
        return False
    return True


def seen_in_comments(source: bytes) -> FileProfile:
    """A profile as comments above a program, each `# seen: TEST: TRUE FALSE`, how often the test was which."""
    branches = []
    for line in source.decode("utf-8", "replace").splitlines():
        if not line.startswith("#"):
            break
        found = _SEEN.fullmatch(line)
        if found is not None:
            branches.append({"test": _normal(found[1]), "true": int(found[2]), "false": int(found[3])})
    return FileProfile({"<module>": {**_NOTHING, "branches": branches}})


def read_profile(path: str, filename: str, source: bytes) -> FileProfile | None:
    """
    What a profile says about a file: by its path, or else by its content. None if nothing.

    Raises OptimizationError if it is no profile.
    """
    files = _files(path, _stamp(path))
    found = files.get(os.path.realpath(filename))
    if found is None:
        digest = hashlib.sha256(source).hexdigest()
        found = next((each for each in files.values() if each["sha256"] == digest), None)
    return None if found is None else FileProfile(found["functions"])


def _stamp(path: str) -> int:
    try:
        return os.stat(path).st_mtime_ns
    except OSError as problem:
        raise OptimizationError(f"{path}: {problem.strerror}") from None


@cache
def _files(path: str, stamp: int) -> dict[str, Any]:
    try:
        with open(path, "rb") as file:
            document = parse_json(file.read())
    except OSError as problem:
        raise OptimizationError(f"{path}: {problem.strerror}") from None
    except (ValueError, RecursionError):
        raise OptimizationError(f"{path}: not a profile: not JSON") from None
    if not isinstance(document, dict) or document.get("schema") != SCHEMA:
        raise OptimizationError(f"{path}: not a profile of this version (`noodle-trm profile` writes one)")
    try:
        return {name: _checked(file) for name, file in document["files"].items()}
    except (KeyError, TypeError, AttributeError, ValueError):
        raise OptimizationError(f"{path}: not a profile: it is damaged") from None


def _checked(file: Mapping[str, Any]) -> dict[str, Any]:
    """The parts that are used, in the types they need. Raises KeyError, TypeError, ValueError or AttributeError."""
    functions = {}
    for name, seen in file["functions"].items():
        functions[name] = {
            "calls": int(seen["calls"]),
            "work": int(seen["work"]),
            "parameters": {
                str(key): {str(kind): int(times) for kind, times in types.items()}
                for key, types in seen["parameters"].items()
            },
            "loops": [
                {"header": str(each["header"]), "entries": int(each["entries"]), "turns": int(each["turns"])}
                for each in seen["loops"]
            ],
            "branches": [
                {"test": str(each["test"]), "true": int(each["true"]), "false": int(each["false"])}
                for each in seen["branches"]
            ],
            "examples": [str(each) for each in seen["examples"]],
        }
    return {"sha256": str(file["sha256"]), "functions": functions}

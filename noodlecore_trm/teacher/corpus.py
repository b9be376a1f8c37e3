"""
What is labelled: programs with the calls that they are made for, by family.

A program is a file `FAMILY/NAME.py` with comments `# calls: f(1, 2), g("a")`. `splits.json` beside the families says
which of them are for training, for development, and held out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from noodlecore_trm.files import parse_json
from noodlecore_trm.validate.behaviour import read_calls

SPLITS: Final = ("train", "development", "held_out")
_SPLITS_FILE: Final = "splits.json"
_CALLS: Final = re.compile(r"^# calls: *(.*)$", re.MULTILINE)


class BadCorpus(ValueError):
    """Something that is no corpus; the message says what and why."""


@dataclass(frozen=True, slots=True)
class Program:
    """A program: its source in UTF-8, and calls of its functions, each an expression."""

    family: str
    name: str
    source: bytes
    calls: tuple[str, ...]


def parse_program(family: str, name: str, source: bytes, place: str = "") -> Program:
    """Raises BadCorpus, which names the `place`, for a program that says no calls, or that does not parse."""
    place = place or f"{family}/{name}"
    try:
        text = source.decode("utf-8")
        compile(source, place, "exec", dont_inherit=True)
    except SyntaxError as problem:
        raise BadCorpus(f"{place}:{problem.lineno or 1}: {problem.msg}") from None
    except ValueError as problem:
        raise BadCorpus(f"{place}: {' '.join(str(problem).split())}") from None
    calls: list[str] = []
    for found in _CALLS.finditer(text):
        try:
            calls += read_calls(f"({found[1]},)")
        except ValueError as problem:
            line = text.count("\n", 0, found.start()) + 1
            raise BadCorpus(f"{place}:{line}: {str(problem).partition(': ')[2]}") from None
    if not calls:
        raise BadCorpus(f"{place}: no comment says `# calls: f(1)`")
    return Program(family, name, source, tuple(calls))


def read_programs(paths: Iterable[str | Path]) -> list[Program]:
    """
    The programs in files and folders, in order of family and name; each once. Raises BadCorpus, also for a path that
    is not there or holds none.
    """
    found: dict[tuple[str, str], Program] = {}
    for path in map(Path, paths):
        if not path.exists():
            raise BadCorpus(f"{path}: no such file or folder")
        files = sorted(path.rglob("*.py")) if path.is_dir() else [path]
        if not files:
            raise BadCorpus(f"{path}: holds no programs")
        for file in files:
            family, name = file.resolve().parent.name, file.stem
            program = parse_program(family, name, file.read_bytes(), str(file))
            if found.setdefault((family, name), program).source != program.source:
                raise BadCorpus(f"{file}: there is another program of this family and name")
    return [found[place] for place in sorted(found)]


def read_splits(paths: Iterable[str | Path]) -> Mapping[str, str]:
    """
    The split of each family, from the `splits.json` in or above the given folders. Raises BadCorpus if there is none,
    or what is none.
    """
    for path in map(Path, paths):
        for folder in (path.resolve(), *path.resolve().parents):
            file = folder / _SPLITS_FILE
            if file.is_file():
                return _parse_splits(file)
    raise BadCorpus(f"no {_SPLITS_FILE} in or above {', '.join(map(str, paths))}")


def _parse_splits(file: Path) -> Mapping[str, str]:
    try:
        document = parse_json(file.read_text("utf-8"))
        pairs = list(_pairs(document))
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as problem:
        raise BadCorpus(f"{file}: {' '.join(str(problem).split())}") from None
    splits = dict(pairs)
    if len(splits) != len(pairs):
        raise BadCorpus(f"{file}: a family is in two splits")
    return splits


def _pairs(document: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    for split, families in document.items():
        if split not in SPLITS:
            raise ValueError(f"no split is called {split}; there are {', '.join(SPLITS)}")
        for family in families:
            yield family, split

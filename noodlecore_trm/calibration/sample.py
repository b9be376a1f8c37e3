"""
The programs that rules are measured on: `samples/NAME.py` for the rule of that name.

A sample is an ordinary program that the rule rewrites. It begins with comments that say what to time:

    # int: total(list(range(n)))
    # float: total([i / 2 for i in range(n)])
    # int 3: three(200)

The first word is the kind of elements, or `any`; then comes the extent of what is rewritten (turns of a loop, elements
of a display), unless the call names it `n`: then it is timed for each extent of the grid. An empty call loads the
module. `# seen: TEST: TRUE FALSE` stands for a profile.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from typing import Final

GRID: Final = (2, 5, 10, 30, 100, 1000)
_CONTEXT: Final = re.compile(r"# (\w+)(?: (\d+))?:(.*)")
_EXTENT: Final = re.compile(r"\bn\b")


@dataclass(frozen=True, slots=True)
class Context:
    """One call to time; `extent` is 0 where it says nothing."""

    kind: str
    extent: int
    call: str


@dataclass(frozen=True, slots=True)
class Sample:
    """A program and the calls to time."""

    source: str
    contexts: tuple[Context, ...]

    @classmethod
    def parse(cls, text: str) -> Sample:
        """Raises ValueError if the text does not begin with a context, or gives one twice."""
        contexts = tuple(_contexts(text))
        if not contexts:
            raise ValueError("a sample begins with a comment such as `# int: f(n)`")
        places = [(context.kind, context.extent) for context in contexts]
        if len(set(places)) < len(places):
            raise ValueError("a sample has two calls for the same kind and extent")
        return cls(text, contexts)


def _contexts(text: str) -> Iterator[Context]:
    for line in text.splitlines():
        if line.startswith("# seen:"):
            continue
        found = _CONTEXT.fullmatch(line)
        if found is None:
            return
        kind, extent, call = found.group(1), found.group(2), found.group(3).strip()
        if extent is None and _EXTENT.search(call):
            yield from (Context(kind, each, _EXTENT.sub(str(each), call)) for each in GRID)
        else:
            yield Context(kind, int(extent or 0), call)


def sample_of(rule: str) -> Sample | None:
    """The sample of a rule, if there is one."""
    file = resources.files("noodlecore_trm.calibration") / "samples" / f"{rule}.py"
    return Sample.parse(file.read_text("utf-8")) if file.is_file() else None

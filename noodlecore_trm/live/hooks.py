"""
How the compiled code of a file and what happens in the program's process find each other.

Code that comes from another process cannot hold callables. Where it needs one it has a constant that no program has,
and the callable takes its place before the code runs.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from typing import Any, Final

ENTER_BEFORE: Final = "enter-before"
"""Called first in a timed original, with the arguments; gives what `LEAVE` is called with."""
ENTER_AFTER: Final = "enter-after"
LEAVE: Final = "leave"
"""Called last in a timed function, however it ends."""
PASS: Final = "pass"
"""Called before both: where this raises what `STOPPED` stands for, and only there, they are called."""
STOPPED: Final = "stopped"
BORN: Final = "born"
"""The innermost decorator of a function that has two versions."""


def mark(token: str, hook: str, number: int) -> str:
    """The constant that stands for a hook of function `number` of a file."""
    return f"{token} {hook} {number}"


def with_hooks(code: types.CodeType, hooks: Mapping[str, Any]) -> types.CodeType:
    """The code, and that of classes in it, with callables in the place of marks."""
    constants = tuple(
        hooks.get(each, each) if type(each) is str
        else with_hooks(each, hooks) if type(each) is types.CodeType and not each.co_flags & 0x01
        else each
        for each in code.co_consts
    )  # fmt: skip
    return code.replace(co_consts=constants)

"""Text for a module whose names are the variables that the ops mean."""

from __future__ import annotations

from collections import Counter
from typing import Final

from noodlecore_trm.emit import EmissionError, emit
from noodlecore_trm.emit.splice import is_edited
from noodlecore_trm.ir.op import Module, Region, all_below
from noodlecore_trm.ir.verify import verify
from noodlecore_trm.parse import parse_module
from noodlecore_trm.translate import translate

_OF_A_FUNCTION: Final = frozenset(("local", "cell", "free"))
"""Slots told apart by what other functions do with a name, which a rewrite may well change."""


def emit_verified(module: Module) -> bytes:
    """
    What `emit` writes for a module that is well formed and whose names mean in the text what they mean in the ops.

    A name is a variable of the function that binds it anywhere, even where that never runs: without its last binding
    it would be a global, and beside a binding that was moved there a global would be a variable. Raises InvalidIR or
    EmissionError.
    """
    if not is_edited(module):
        return emit(module)
    verify(module)
    text = emit(module)
    if _slots(module.body) != _slots(translate(parse_module(text.decode("utf-8", "surrogatepass"))).body):
        raise EmissionError("names_mean_something_else")
    return text


def _slots(body: Region) -> Counter[tuple[str, str]]:
    """How often a name is used, or bound, as a variable of a function, of a class or of the module."""
    found: Counter[tuple[str, str]] = Counter()
    ops = all_below(body)
    unused = set()
    for op in ops:
        if op.kind == "annassign" and not op.operands and not op.attrs["simple"]:
            unused |= set(op.regions[0].ops)  # `(x): int` does nothing with the variable
    for op in ops:
        if op not in unused and op.kind in ("load", "store", "walrus", "delname", "def", "class"):
            slot = op.attrs["scope"]
            found[op.attrs["name"], "function" if slot in _OF_A_FUNCTION else slot] += 1
    return found

"""
The top of a module: where an import can be added that has run before any function of the module can.

Only modules that are part of the interpreter itself are imported by rewrites (`_operator`,
`_collections`): they are found before any file of the same name, and running them does nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from noodlecore_trm.ir.facts.function import Function
from noodlecore_trm.ir.op import Op
from noodlecore_trm.ir.scope import is_private


def header(function: Function, place: Op) -> Iterator[Op]:
    """The docstring, imports and assignments that a module begins with, before `place`."""
    own = function.statement(place) if function.is_module else None
    for statement in function.facts.module.body.roots():
        if statement is own:
            return
        is_text = statement.kind == "expression" and statement.operands[0].kind == "constant"
        if not is_text and statement.kind not in ("import", "importfrom", "store"):
            return
        yield statement


def first_statement(function: Function) -> Op | None:
    """The statement that an import can be put before; None if it shares its line."""
    body = function.facts.module.body
    if body.inline:
        return None
    for statement in body.roots():
        is_text = statement.kind == "expression" and statement.operands[0].kind == "constant"
        is_future = statement.kind == "importfrom" and statement.attrs["module"] == "__future__"
        if not is_text and not is_future:
            return statement
    return None


def is_snapshot(function: Function, name: str) -> bool:
    """
    Whether a global is like those that rewrites make, which nobody rebinds from outside (an assumption of tier S0):
    its name begins with an underscore and means the same everywhere, and the module binds it once, at its top level.
    """
    facts = function.facts
    assert facts.scope is not None
    steady = len(facts.bindings.get(name, ())) == 1 and name not in facts.scope.written_below
    own = name.startswith("_") and not is_private(name)
    return own and steady and not facts.star_import and not facts.may_bind_unseen


def imported(function: Function, place: Op, module: str, name: str) -> tuple[str, Op] | None:
    """The global that `from module import name` at the top of the file binds before `place`, and that statement."""
    for statement in header(function, place):
        if statement.kind == "importfrom" and statement.attrs["module"] == module and not statement.attrs["level"]:
            for original, bound in zip(statement.attrs["names"], statement.attrs["binds"], strict=False):
                if original == name and is_snapshot(function, bound):
                    return bound, statement
    return None


def import_from(module: str, name: str, alias: str) -> Op:
    """`from module import name as alias`, at module level."""
    return Op(
        "importfrom",
        (),
        {"module": module, "level": 0, "names": (name,), "aliases": (alias,), "binds": (alias,), "scope": ("global",)},
    )

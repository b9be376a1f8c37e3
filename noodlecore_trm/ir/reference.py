"""The reference page of the dialect, written from its tables: `python -m noodlecore_trm.ir.reference`."""

from __future__ import annotations

import sys
from typing import Final

from noodlecore_trm.ir import dialect
from noodlecore_trm.ir.dialect import SPECS, OpSpec
from noodlecore_trm.ir.verify import LAWS, PLACES

_EFFECTS: Final = ("RAISE", "READ_HEAP", "WRITE_HEAP", "CALL", "READ_SLOT", "WRITE_SLOT", "SUSPEND", "CONTROL")

_HEADER: Final = """\
# The noodle dialect

This page is made from the tables the verifier works with (`python -m noodlecore_trm.ir.reference`).

An op is its own single value. The order of a region is the order of evaluation, and every expression is
consumed exactly once, by a later op of its region; only the object and the index of an augmented assignment
are used twice. Operands are listed in order of evaluation.

Regions: a `block` holds statements; a `lazy` region holds one expression, evaluated zero, one or many times,
and ends in `result`; a `target` begins with `argument`, the value being bound, and ends in the op that binds
it; `items` hold ops that only make sense under their parent. `*` means any number of regions.

Attributes: `str`, `int`, `bool`, `strs` (a tuple of strings), `const` (a Python literal); `?` marks an
optional one.

Effects say what an op may do when nothing is known about its operands. `ANY` is
RAISE, READ_HEAP, WRITE_HEAP, CALL; `TOP` is everything.
"""


def dialect_markdown() -> str:
    """The page as Markdown."""
    parts = [_HEADER]
    for title, statement in (("Expressions", False), ("Statements", True)):
        parts.append(f"## {title}\n")
        parts += (_entry(spec) for spec in SPECS.values() if spec.statement is statement)
    return "\n".join(parts)


def _entry(spec: OpSpec) -> str:
    lines = [f"### `{spec.kind}`", "", spec.doc, ""]
    lines.append(f"- Operands: {_arity(spec.arity)}")
    if spec.attrs:
        attrs = ", ".join(f"`{name}` {kind}" for name, kind in spec.attrs.items())
        lines.append(f"- Attributes: {attrs}")
    if spec.regions:
        lines.append(f"- Regions: {', '.join(spec.regions)}")
    lines.append(f"- Effects: {_effects(spec.effects)}")
    broken = [law.message for law in LAWS if spec.kind in law.kinds.split()]
    if spec.kind in PLACES:
        broken.append(PLACES[spec.kind][1])
    if broken:
        lines += ["- Rejected if:", *(f"  - {message}" for message in dict.fromkeys(broken))]
    return "\n".join(lines) + "\n"


def _arity(arity: tuple[int, int | None]) -> str:
    least, most = arity
    if most is None:
        return f"{least} or more" if least else "any number"
    return "none" if most == 0 else str(least) if least == most else f"{least} to {most}"


def _effects(mask: int) -> str:
    if mask == dialect.TOP:
        return "TOP"
    names = ["ANY"] if mask & dialect.ANY == dialect.ANY else []
    rest = mask & ~dialect.ANY if names else mask
    names += (name for name in _EFFECTS if rest & getattr(dialect, name))
    return ", ".join(names) or "none"


if __name__ == "__main__":
    sys.stdout.write(dialect_markdown())

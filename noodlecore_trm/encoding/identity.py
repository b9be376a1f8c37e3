"""What makes two functions the same for training: a digest that does not depend on names."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Any, Final

from noodlecore_trm.encoding.encode import _constant_class
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.op import Op, Region

_VARIABLES: Final = frozenset(
    ("parameters", "defaulted", "annotated", "binds", "reads", "writes", "aliases")
)
"""Attributes that hold names of variables."""
_NAMED: Final = frozenset(("load", "store", "walrus", "delname", "handler", "def", "class"))
_DECLARED: Final = frozenset(("global", "nonlocal"))
_TEXTS: Final = frozenset(("pattern", "text"))
_NAME: Final = re.compile(r"[^\W\d]\w*")


def identity(function: Function) -> str:
    """
    A digest of a function's ops, alike for functions that differ in the names of variables, in the contents of strings
    and in layout only. Names of builtins, attributes, modules and keywords count, and so do numbers.
    """
    digest = hashlib.sha256()
    names = _Names(function)
    for token in _tokens(function.body, names):
        digest.update(token.encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()


class _Names:
    """Numbers for the names of variables, in the order in which they come up."""

    def __init__(self, function: Function) -> None:
        self._is_builtin = function.facts.is_builtin
        self._numbers: dict[str, int] = {}
        for name in function.scope.parameters:
            self.of(name)

    def of(self, name: str) -> str:
        plain = name.lstrip("*")
        if not plain or plain == "/" or (plain not in self._numbers and self._is_builtin(plain)):
            return name
        return f"{name[: len(name) - len(plain)]}${self._numbers.setdefault(plain, len(self._numbers))}"

    def within(self, text: str) -> str:
        return _NAME.sub(lambda found: self.of(found[0]), text)


def _tokens(region: Region, names: _Names) -> Iterator[str]:
    rows: dict[Op, int] = {}
    yield f"{region.kind} {len(region.ops)}"
    for row, op in enumerate(region.ops):
        rows[op] = row
        yield op.kind
        yield " ".join(str(row - rows[operand]) for operand in op.operands)
        for key in sorted(op.attrs):
            yield f"{key}={_attribute(op, key, op.attrs[key], names)}"
        for inner in op.regions:
            yield from _tokens(inner, names)
        yield "."


def _attribute(op: Op, key: str, value: Any, names: _Names) -> str:
    if key == "value" and op.kind == "constant":
        return _constant_class(value) if isinstance(value, str | bytes) else f"{type(value).__name__} {value!r}"
    if key == "name" and op.kind in _NAMED:
        return names.of(value)
    if key in _VARIABLES or (key == "names" and op.kind in _DECLARED):
        return " ".join(map(names.of, value))
    if key in _TEXTS:
        return names.within(value)
    return str(value)

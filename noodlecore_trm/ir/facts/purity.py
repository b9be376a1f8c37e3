"""Which functions may be run to see whether they still work: those that can only compute."""

from __future__ import annotations

from typing import Final

from noodlecore_trm.ir.facts.function import ModuleFacts
from noodlecore_trm.ir.op import Op, everything, walk

_HARMLESS_BUILTINS: Final = frozenset(
    (
        "abs", "all", "any", "ascii", "bin", "bool", "bytes", "callable", "chr", "complex", "dict", "divmod", "enumerate",
        "filter", "float", "format", "frozenset", "hash", "hex", "int", "isinstance", "issubclass", "iter", "len", "list",
        "map", "max", "min", "next", "oct", "ord", "pow", "range", "repr", "reversed", "round", "set", "slice", "sorted",
        "str", "sum", "tuple", "type", "zip", "ArithmeticError", "AssertionError", "AttributeError", "Exception",
        "IndexError", "KeyError", "LookupError", "NotImplementedError", "OverflowError", "RuntimeError", "StopIteration",
        "TypeError", "UnicodeError", "ValueError", "ZeroDivisionError", "NotImplemented", "Ellipsis",
    )
)  # fmt: skip
_FORBIDDEN: Final = frozenset(
    (
        "import", "importfrom", "global", "nonlocal", "class", "with", "yield", "yieldfrom", "await", "opaque",
        "opaque_expr", "match", "setattr", "delete",
    )
)  # fmt: skip


def effect_free(facts: ModuleFacts) -> frozenset[str]:
    """
    Names of module-level functions that, called with plain builtin values, can only compute.

    They read no global but builtins, other such functions and literal constants bound once; they
    name no attribute with a leading underscore, through which a function reaches its globals.
    """
    assert facts.scope is not None
    rebound = facts.scope.written_below
    candidates = {
        name: ops[0]
        for name, ops in facts.bindings.items()
        if len(ops) == 1 and ops[0].kind == "def" and ops[0].region is facts.module.body and _stands_alone(ops[0])
        and name not in rebound
    }
    while True:
        refused = {name for name, op in candidates.items() if not _reads_only(facts, op, candidates)}
        if not refused:
            return frozenset(candidates)
        for name in refused:
            del candidates[name]


def _stands_alone(op: Op) -> bool:
    scope = op.regions[0].scope
    assert scope is not None
    if scope.dynamic or scope.suspends or op.attrs["kind"] != "def" or "d" in op.attrs["layout"]:
        return False
    defaults = [operand for operand, what in zip(op.operands, op.attrs["layout"], strict=True) if what == "v"]
    if not all(each.kind in ("constant", "unary", "tuple") for default in defaults for each in everything(default)):
        return False
    for inner in walk(op.regions[0]):
        if inner.kind in _FORBIDDEN:
            return False
        if inner.kind == "getattr" and inner.attrs["name"].startswith("_"):
            return False
    return True


def _reads_only(facts: ModuleFacts, op: Op, candidates: dict[str, Op]) -> bool:
    for inner in walk(op.regions[0]):
        if inner.kind == "load" and inner.attrs["scope"] not in ("local", "cell", "free"):
            name = inner.attrs["name"]
            if name in candidates or (name in _HARMLESS_BUILTINS and facts.is_builtin(name)):
                continue
            bound = facts.bindings.get(name, [])
            assert facts.scope is not None
            once = len(bound) == 1 and name not in facts.scope.written_below
            pinned = once and bound[0].kind == "store" and bound[0].operands[0].kind in ("constant", "load")
            if not pinned or (bound[0].operands[0].kind == "load" and bound[0].operands[0].attrs["name"] not in candidates):
                return False
    return True

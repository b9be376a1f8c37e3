"""
Run a loop in a version of its own when a check shows what its variables hold.

    for ...: ...   ->   if type(n) is int and step is _step: for ...: ...
                        else: for ...: ...

Before:

    def count(n):
        i = 0
        while i < n:
            i += 1
        return i

After:

    def count(n):
        i = 0
        if type(n) is int:
            while i < n:
                i += 1
        else:
            while i < n:
                i += 1
        return i

Why: both arms are the same loop, so this alone is legal anywhere and gains nothing; inside the
first arm the checked types and functions are facts, and other rules can stand on them.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.leaves import snapshot_of
from noodlecore_trm.ir.facts.reaching import PARAMETER, checked_types
from noodlecore_trm.ir.op import Op, clone, tree, walk
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "name_is_rebound": "with a `type` or `int` of the module's own the check means something else",
    "already_in_a_version": "a version of a version checks the same thing twice",
    "declares_a_name": "in the second arm, `global total` would come after uses of total",
    "shares_its_line": "`i = 0; total = 0` in the same block would have to be taken apart",
    "nothing_to_check": "no parameter shows by its use what type to ask for, no function called is sure to be there",
}

_NUMERIC = frozenset(("-", "*", "/", "//", "%", "<<", ">>", "&", "|", "^"))
_LIST_METHODS = frozenset(("append", "extend", "insert", "sort", "reverse"))
_STR_METHODS = frozenset(("lower", "upper", "split", "strip", "startswith", "endswith", "isdigit", "isalpha"))
_TEXTUAL = frozenset(("text", "word", "string", "line", "pattern", "message", "sentence", "s", "string_"))
_TYPES = frozenset(("int", "float", "str", "list", "dict", "set", "tuple"))


@dataclass(frozen=True)
class Version:
    """The loop, the (variable, type) pairs to check, and the functions to pin."""

    loop: Op
    types: tuple[tuple[str, str], ...]
    pinned: tuple[tuple[str, str, Op | None], ...]  # name, snapshot, definition if the snapshot is new


def match(function: Function, op: Op) -> bool:
    if function.is_module or any(outer.kind in ("for", "while") for outer in function.enclosing(op)):
        return False
    return op.region is not None and op.region.kind == "block"


def prove(function: Function, op: Op) -> Version | Refused:
    if any(not function.facts.is_builtin(name) or function.hides(op, name) for name in ("type", *_TYPES)):
        return Refused("name_is_rebound")
    assert op.region is not None
    if op.region.inline:
        return Refused("shares_its_line")
    if _is_version(function, op):
        return Refused("already_in_a_version")
    inside = list(tree(op)) + [inner for region in op.regions for inner in walk(region)]
    if any(each.kind in ("global", "nonlocal") for each in inside):
        return Refused("declares_a_name")
    types = _types_to_check(function, inside)
    pinned = _functions_to_pin(function, inside)
    if not types and not pinned:
        return Refused("nothing_to_check")
    return Version(op, types, pinned)


def _is_version(function: Function, op: Op) -> bool:
    for outer in function.enclosing(op):
        if outer.kind == "if" and (
            checked_types(outer.operands[0], function.facts.is_builtin) or function.facts.identities(outer.operands[0])
        ):
            return True
    return False


def _types_to_check(function: Function, inside: list[Op]) -> tuple[tuple[str, str], ...]:
    """Parameters that are never bound again, with the type that their uses in the loop suggest."""
    found: dict[str, str] = {}
    annotated = _annotations(function)
    for load in inside:
        if load.kind != "load" or not function.is_local(load):
            continue
        name = load.attrs["name"]
        if function.reaching.all.get(name) != {PARAMETER} or name in found:
            continue
        guess = annotated.get(name) or _guess(function, name, inside)
        if guess:
            found[name] = guess
    return tuple(sorted(found.items()))


def _annotations(function: Function) -> dict[str, str]:
    """Types that annotations name: a guess that is checked, not a fact."""
    assert function.op is not None
    attrs = function.op.attrs
    written = [operand for operand, what in zip(function.op.operands, attrs["layout"], strict=True) if what == "a"]
    found = {}
    for name, operand in zip(attrs["annotated"], written, strict=True):
        base = operand.operands[0] if operand.kind == "getitem" else operand
        if base.kind == "load" and base.attrs["name"] in _TYPES:
            found[name] = base.attrs["name"]
        elif base.kind == "constant" and base.attrs["value"] in _TYPES:
            found[name] = base.attrs["value"]
    return found


def _guess(function: Function, name: str, inside: list[Op]) -> str:
    def is_it(op: Op) -> bool:
        return op.kind == "load" and op.attrs["name"] == name

    numeric = False
    text = name.rstrip("0123456789") in _TEXTUAL
    for op in inside:
        if op.kind == "compare" and op.attrs["op"] in ("==", "!=", "in", "not in"):
            pair = [_element_of(part) for part in op.operands]
            if name in pair and (all(pair) or any(_is_text(part) for part in op.operands)):
                text = True
        if op.kind == "call" and function.builtin(op.operands[0]) == "range" and any(map(is_it, op.operands[1:])):
            return "int"
        if op.kind == "getitem" and is_it(op.operands[1]):
            return "int"
        if op.kind == "setitem" and is_it(op.operands[1]):
            return "list"
        if op.kind == "getattr" and is_it(op.operands[0]):
            if op.attrs["name"] in _LIST_METHODS:
                return "list"
            if op.attrs["name"] in _STR_METHODS:
                return "str"
        if op.kind == "binary" and op.attrs["op"] in _NUMERIC and any(map(is_it, op.operands)):
            numeric = True
        if op.kind == "compare" and op.attrs["op"] in ("<", "<=", ">", ">=") and any(map(is_it, op.operands)):
            numeric = True
    return "int" if numeric else "str" if text else ""


def _element_of(op: Op) -> str:
    """The name in `name[...]`, or an empty string."""
    if op.kind == "getitem" and op.operands[0].kind == "load":
        return str(op.operands[0].attrs["name"])
    return ""


def _is_text(op: Op) -> bool:
    return op.kind == "constant" and isinstance(op.attrs["value"], str)


def _functions_to_pin(function: Function, inside: list[Op]) -> tuple[tuple[str, str, Op | None], ...]:
    """The functions of the module that a loop calls, and those that they call in turn."""
    found: dict[str, tuple[str, str, Op | None]] = {}
    pending = [inside]
    for ops in pending:
        for op in ops:
            if op.kind == "call" and op.operands[0].kind == "load" and op.operands[0].attrs["scope"] == "global":
                name = op.operands[0].attrs["name"]
                callee = function.facts.callee(name)
                if callee is None or name in found or not function.facts.may_be_quiet(callee):
                    continue
                snapshot = snapshot_of(function.facts, callee.definition)
                hidden = function.hides(inside[-1], name) or function.hides(inside[-1], snapshot)
                if _is_defined(function, callee.definition) and not hidden:
                    new = snapshot or function.fresh_name(f"_{name.lstrip('_')}", module_level=True)
                    found[name] = (name, new, None if snapshot else callee.definition)
                    pending.append(list(walk(callee.definition.regions[0])))
    return tuple(found.values())


def _is_defined(function: Function, definition: Op) -> bool:
    """Whether a definition at module level has been run before the function can be called."""
    roots = list(function.facts.module.body.roots())
    own = function.op
    while own is not None and own.region is not function.facts.module.body:
        assert own.region is not None
        own = own.region.parent
    assert own is not None
    between = roots[roots.index(own) + 1 : roots.index(definition)]
    return all(_only_defines(root) for root in between)


def _only_defines(root: Op) -> bool:
    if root.kind == "def":
        return all(operand.kind == "constant" for operand in root.operands)
    return root.kind in ("expression", "store") and root.operands[0].kind in ("constant", "load")


def build(proof: Version) -> Replacement:
    checks = [
        make.compare("is", make.builtin("type", make.load(name)), make.load(type_name, "global"))
        for name, type_name in proof.types
    ]
    checks += [
        make.compare("is", make.load(name, "global"), make.load(snapshot, "global"))
        for name, snapshot, _ in proof.pinned
    ]
    source = proof.loop.region
    version = make.if_(
        make.conjunction(checks),
        make.block([clone(proof.loop)], source),
        make.block([proof.loop], source),
        version=True,
    )
    edits = [Edit((proof.loop,), (version,))]
    for name, snapshot, definition in proof.pinned:
        if definition is not None:
            edits.append(Edit((definition,), (definition, make.store(snapshot, make.load(name, "global"), "global"))))
    words = [f"type({name}) is {type_name}" for name, type_name in proof.types]
    words += [f"{name} is {snapshot}" for name, snapshot, _ in proof.pinned]
    return Replacement(tuple(edits), " and ".join(words))


RULE = Rule(__name__.rpartition(".")[2], "versions", ("for", "while"), match, prove, build, REFUSALS)

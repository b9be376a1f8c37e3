"""
Let a function written in C take the key to sort by out of an item.

    sorted(xs, key=lambda t: t[1])      ->   sorted(xs, key=_itemgetter(1))
    max(xs, key=lambda t: t.size)       ->   max(xs, key=_attrgetter("size"))
    sorted(xs, key=lambda t: len(t))    ->   sorted(xs, key=len)

Before:

    def by_value(table):
        return sorted(table.items(), key=lambda pair: pair[1])

After:

    from _operator import itemgetter as _itemgetter
    _item_1 = _itemgetter(1)
    def by_value(table):
        return sorted(table.items(), key=_item_1)

Why: the key is asked for once per item, and a call of a lambda costs several times what it does.
The getter makes the same subscript or attribute access on items of any type, in the same order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.atoms import STR
from noodlecore_trm.ir.facts.builtins import STR_METHODS
from noodlecore_trm.ir.facts.toplevel import first_statement, header, import_from, imported, is_snapshot
from noodlecore_trm.ir.op import Op, clone
from noodlecore_trm.ir.scope import is_private
from noodlecore_trm.ir.shapes import consumer, is_literal, spelled
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "name_is_rebound": "a `sorted` of the module's own may look at the key function, a `len` may be any function",
    "sorts_no_list": "the `sort` of a class of one's own may look at the key function",
    "name_is_private_to_its_class": "in a class `t.__a` means `t._C__a`, which a getter cannot know",
    "items_may_be_no_strings": "`str.lower` raises for a class of one's own that has a `lower`",
    "import_has_no_place": "`def f(): ...; g = 1` on the first line of a file would have to be taken apart",
}

_TAKE_KEYS = {"getattr": ("sort",), "load": ("sorted", "min", "max")}
_FUNCTIONS = frozenset(("abs", "float", "hash", "int", "len", "max", "min", "ord", "repr", "str", "sum", "type"))


@dataclass(frozen=True)
class Key:
    """The lambda and what takes its place; a getter that is new comes with what it is made of."""

    function: Op
    replacement: Op
    getter: str = ""  # itemgetter, attrgetter, or empty where there is nothing to make
    arguments: tuple[Op, ...] = ()
    name: str = ""
    maker: str = ""
    importing: Op | None = None  # the import of the maker, if it is there already
    place: Op | None = None


def match(function: Function, op: Op) -> bool:
    call = consumer(op)
    if call is None or call.kind != "call" or len(op.attrs["parameters"]) != 1 or op.operands:
        return False
    keywords = call.attrs["keywords"]
    if "key" not in keywords or call.operands[len(call.operands) - len(keywords) + keywords.index("key")] is not op:
        return False
    callee = call.operands[0]
    wanted = _TAKE_KEYS.get(callee.kind, ())
    return callee.attrs.get("name") in wanted and _parameter(op).isidentifier() and _taken(op) is not None


def _parameter(op: Op) -> str:
    return str(op.attrs["parameters"][0])


def _taken(op: Op) -> tuple[str, tuple[Op, ...]] | None:
    """What the lambda does with its parameter: the kind of getter, and its arguments or what it calls."""
    name = _parameter(op)
    body = op.regions[0].result
    if body.kind == "call" and not body.attrs["keywords"]:
        callee, *arguments = body.operands
        if callee.kind == "getattr" and _is_parameter(callee.operands[0], name) and not arguments:
            return "method", (callee,)
        one = len(arguments) == 1 and _is_parameter(arguments[0], name)
        return ("function", (callee,)) if one and callee.kind == "load" and callee.attrs["name"] in _FUNCTIONS else None
    parts = body.operands if body.kind == "tuple" and len(body.operands) > 1 else (body,)
    if all(part.kind == "getitem" and _is_parameter(part.operands[0], name) for part in parts):
        indices = tuple(part.operands[1] for part in parts)
        return ("itemgetter", indices) if all(map(is_literal, indices)) else None
    paths = [_path(part, name) for part in parts]
    return ("attrgetter", tuple(make.constant(path) for path in paths)) if all(paths) else None


def _is_parameter(op: Op, name: str) -> bool:
    return op.kind == "load" and bool(op.attrs["name"] == name)


def _path(op: Op, name: str) -> str:
    """The attributes taken one of the other, with dots between them; empty if it is anything else."""
    if op.kind != "getattr":
        return ""
    if _is_parameter(op.operands[0], name):
        return str(op.attrs["name"])
    before = _path(op.operands[0], name)
    return f"{before}.{op.attrs['name']}" if before else ""


def prove(function: Function, op: Op) -> Key | Refused:
    call = consumer(op)
    found = _taken(op)
    assert call is not None
    assert found is not None
    kind, arguments = found
    callee = call.operands[0]
    if callee.kind == "getattr":
        if not function.is_exactly(callee.operands[0], "list"):
            return Refused("sorts_no_list")
    elif not function.builtin(callee):
        return Refused("name_is_rebound")
    if kind == "function":
        name = function.builtin(arguments[0])
        return Key(op, clone(arguments[0])) if name and not function.hides(op, name) else Refused("name_is_rebound")
    if kind == "method":
        return _of_strings(function, op, call, arguments[0])
    if kind == "attrgetter" and any(_is_private(each) for each in arguments):
        return Refused("name_is_private_to_its_class")
    known = imported(function, op, "_operator", kind)
    for statement in header(function, op) if known is not None else ():
        if known is not None and _makes(statement, known[0], arguments):
            made = statement.attrs["name"]
            if is_snapshot(function, made) and not function.hides(op, made):
                return Key(op, make.load(made, "global"))
    place = first_statement(function)
    if place is None:
        return Refused("import_has_no_place")
    words = "_".join(re.sub(r"\W+", "_", str(word)).strip("_") for word in _written(arguments))
    name = function.fresh_name(f"_{kind[:4]}_{words}"[:24].rstrip("_"), module_level=True)
    maker = known[0] if known is not None else function.fresh_name(f"_{kind}", module_level=True)
    importing = None if known is None else known[1]
    return Key(op, make.load(name, "global"), kind, arguments, name, maker, importing, place)


def _of_strings(function: Function, op: Op, call: Op, method: Op) -> Key | Refused:
    name = method.attrs["name"]
    source = call.operands[0].operands[0] if call.operands[0].kind == "getattr" else call.operands[1]
    alone = call.operands[0].kind == "getattr" or len(call.operands) - len(call.attrs["keywords"]) == 2
    if not alone or name not in STR_METHODS or function.values.element(function.value(source)) != STR:
        return Refused("items_may_be_no_strings")
    if not function.facts.is_builtin("str") or function.hides(op, "str"):
        return Refused("name_is_rebound")
    return Key(op, make.getattr_(make.load("str", "global"), name))


def _is_private(argument: Op) -> bool:
    parts = argument.attrs["value"].split(".")
    return any(map(is_private, parts))


def _written(arguments: tuple[Op, ...]) -> Iterator[object]:
    for argument in arguments:
        if argument.kind == "constant":
            yield argument.attrs["value"]
        elif argument.kind == "unary":
            yield "last" if argument.operands[0].attrs["value"] == 1 else f"last_{argument.operands[0].attrs['value']}"


def _makes(statement: Op, maker: str, arguments: tuple[Op, ...]) -> bool:
    """Whether a statement is `name = maker(...)` with these arguments."""
    if statement.kind != "store" or statement.operands[0].kind != "call":
        return False
    callee, *given = statement.operands[0].operands
    if callee.kind != "load" or callee.attrs["name"] != maker or statement.operands[0].attrs["keywords"]:
        return False
    return len(given) == len(arguments) and all(map(_is_same, given, arguments))


def _is_same(one: Op, other: Op) -> bool:
    if one.kind != other.kind or len(one.operands) != len(other.operands):
        return False
    if one.kind == "constant":
        return spelled(one.attrs["value"]) == spelled(other.attrs["value"])
    return all(map(_is_same, one.operands, other.operands))


def build(proof: Key) -> Replacement:
    edits = [Edit((proof.function,), (proof.replacement,))]
    if proof.place is not None:
        call = make.call(make.load(proof.maker, "global"), *(clone(argument) for argument in proof.arguments))
        getter = make.store(proof.name, call, "global")
        if proof.importing is not None:
            edits.append(Edit((proof.importing,), (proof.importing, getter)))
        else:
            importing = import_from("_operator", proof.getter, proof.maker)
            edits.append(Edit((proof.place,), (importing, getter, proof.place)))
    return Replacement(tuple(edits))


RULE = Rule(__name__.rpartition(".")[2], "calls", ("lambda",), match, prove, build, REFUSALS)

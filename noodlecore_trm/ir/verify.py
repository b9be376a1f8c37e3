"""
The spec of the IR: which ops may stand where.

`LAWS` is a table of patterns: kinds, condition, message. A condition is a Python expression over
`op`, its `attrs`, `operands` and `regions`, the `region` it stands in and `where`, the bits that
say what encloses it. The conditions of one kind, together with those that follow from `SPECS`,
are compiled into one function, so that a module is checked at the price of a walk over it; only
when that function says no are they tried one by one for the message. What a single op cannot
know (order of evaluation, single use, back pointers) is checked by the walk itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, NoReturn

from noodlecore_trm.ir.constants import conversions_of
from noodlecore_trm.ir.dialect import SPECS, OpSpec
from noodlecore_trm.ir.op import Module, Op, Region

IN_LOOP: Final = 1  # `break` and `continue` have a target
IN_FUNCTION: Final = 2  # `return` has one
MAY_SUSPEND: Final = 4  # `yield` and `await` are allowed
IN_ITERATION: Final = 8  # inside the block of a comprehension

SLOTS: Final = frozenset({"local", "cell", "free", "global", "class"})
UNARY: Final = frozenset({"-", "+", "~", "not"})
BINARY: Final = frozenset({"+", "-", "*", "/", "//", "%", "**", "@", "<<", ">>", "&", "|", "^"})
COMPARE: Final = frozenset({"==", "!=", "<", "<=", ">", ">=", "is", "is not", "in", "not in"})
CONSTANTS: Final = frozenset({type(None), type(...), bool, int, float, complex, str, bytes})
CONVERSIONS: Final = frozenset({"", "s", "r", "a"})
SLICE_PARTS: Final = frozenset({"", "l", "u", "s", "lu", "ls", "us", "lus"})
BINDING: Final = frozenset({"store", "setattr", "setitem", "unpack"})
ITERATION: Final = frozenset({"comp_for", "comp_if", "comp_element"})
ITEMS: Final = {"delete": ("delname", "delattr", "delitem"), "try": ("handler",), "match": ("case",)}
INSIDE: Final = {"def": IN_FUNCTION | MAY_SUSPEND, "lambda": MAY_SUSPEND, "class": 0}
SCOPED: Final = {"def": "function", "class": "class", "lambda": "lambda", "comprehension": "comprehension"}


class InvalidIR(ValueError):
    """A module that breaks a law: `op` (None for the module itself) and `message` say where and which."""

    def __init__(self, op: Op | None, message: str, line: int = 0) -> None:
        self.op = op
        self.message = message
        self.line = line
        place = "module" if op is None else op.kind
        if line:
            place = f"line {line}: {place}"
        super().__init__(f"{place}: {message}")


@dataclass(frozen=True, slots=True)
class Law:
    """What must hold for every op of `kinds` (separated by blanks)."""

    kinds: str
    condition: str
    message: str


LAWS: Final[tuple[Law, ...]] = (
    # Names
    Law("load walrus store delname def class", "attrs['name'].isidentifier()", "its name is not an identifier"),
    Law("load walrus store delname def class", "attrs['scope'] in SLOTS", "its scope is not a kind of slot"),
    Law("getattr setattr delattr", "attrs['name'].isidentifier()", "its name is not an identifier"),
    Law("global nonlocal import importfrom", "attrs['names']", "it names nothing"),
    Law("global nonlocal", "all(map(is_name, attrs['names']))", "its names are not identifiers"),
    Law("import importfrom", "all(attrs['names'])", "it names a module or member without a name"),
    Law(
        "import importfrom",
        "len(attrs['aliases']) == len(attrs['names'])",
        "it does not have an alias, maybe empty, for each name",
    ),
    Law(
        "import importfrom",
        "len(attrs['binds']) == len(attrs['scope']) == (attrs['names'] != ('*',)) * len(attrs['names'])",
        "it does not have one bound name and one slot for each name",
    ),
    Law(
        "import importfrom",
        "all(map(is_name, attrs['binds']))",
        "its bound names are not identifiers",
    ),
    Law("import importfrom", "SLOTS.issuperset(attrs['scope'])", "its scope is not a kind of slot"),
    Law("importfrom", "attrs['level'] >= 0", "its level is negative"),
    Law("importfrom", "attrs['module'] or attrs['level'] > 0", "it has neither a module nor a level"),
    Law("handler", "not attrs['name'] or attrs['name'].isidentifier()", "its name is not an identifier"),
    Law("handler", "not attrs['name'] or attrs['scope'] in SLOTS", "its scope is not a kind of slot"),
    Law("handler", "not attrs['name'] or regions[0].ops", "a bare except binds a name"),
    # Values and operators
    Law(
        "argument",
        "region.ops[0] is op and takes_argument(region)",
        "it does not begin a target region or a comprehension",
    ),
    Law("constant", "type(attrs['value']) in CONSTANTS", "its value is not a literal"),
    Law("constant", "len(attrs) == 1 or type(attrs['value']) is str", "the prefix u is of strings only"),
    Law("unary", "attrs['op'] in UNARY", "unknown operator"),
    Law("binary inplace", "attrs['op'] in BINARY", "unknown operator"),
    Law("compare", "attrs['op'] in COMPARE", "unknown operator"),
    Law("chain", "COMPARE.issuperset(attrs['ops'])", "unknown operator"),
    Law("chain", "len(attrs['ops']) >= 2", "a chain has at least two operators; a single one is a `compare`"),
    Law("chain", "len(regions) == len(attrs['ops']) - 1", "it needs a region for each operator after the first"),
    Law("boolean", "attrs['op'] in ('and', 'or')", "unknown operator"),
    Law("boolean", "regions", "it has a single part"),
    Law("format", "attrs['conversion'] in CONVERSIONS", "unknown conversion"),
    Law("format", "len(operands) == 1 or operands[1].kind == 'fstring'", "its format spec is not an `fstring`"),
    Law(
        "format",
        "'percent' not in attrs or (attrs['percent'] and len(operands) == 1)",
        "an item of a literal `%` has no spec of its own",
    ),
    Law(
        "fstring",
        "'percent' not in attrs or (attrs['percent'] and is_percent(op))",
        "it is no literal `% (x, ...)` that the compiler makes an f-string of",
    ),
    Law(
        "fstring",
        "all(part.kind == 'format' or is_text(part) for part in operands)",
        "its parts are not `format` ops or constant strings",
    ),
    Law(
        "fstring",
        "all(part.attrs.get('percent') == attrs.get('percent') for part in operands if part.kind == 'format')",
        "some of its parts are items of a literal `%`, and others are not, or it is none",
    ),
    Law("dict", "not attrs['entries'].strip('pu')", "`entries` holds more than `p` and `u`"),
    Law(
        "dict",
        "len(operands) == len(attrs['entries']) + attrs['entries'].count('p')",
        "`entries` does not match the operands",
    ),
    Law("slice", "attrs['parts'] in SLICE_PARTS", "`parts` is not made of `l`, `u`, `s` in this order"),
    Law("slice", "len(operands) == len(attrs['parts'])", "`parts` does not match the operands"),
    Law(
        "inplace",
        "operands[0].kind in ('load', 'getattr', 'getitem')",
        "its left side is not a `load`, `getattr` or `getitem`",
    ),
    Law(
        "call", "not attrs['keywords'] or len(attrs['keywords']) < len(operands)", "it has more keywords than arguments"
    ),
    Law(
        "call class",
        "not attrs['keywords'] or all_names_or_empty(attrs['keywords'])",
        "its keywords are not identifiers",
    ),
    # Scopes inside expressions
    Law("lambda def", "is_signature(attrs['parameters'])", "`parameters` is not a signature"),
    Law("comprehension", "attrs['type'] in ('list', 'set', 'dict', 'generator')", "unknown type"),
    Law("comp_for comp_if comp_element", "where & IN_ITERATION", "it stands outside a comprehension"),
    Law("comp_for comp_if comp_element", "region.ops[-1] is op", "nothing may follow it"),
    Law(
        "comp_element",
        "len(operands) == 1 + (comprehension_of(region) == 'dict')",
        "a dict takes a key and a value, the others a single element",
    ),
    Law("yield yieldfrom await", "where & MAY_SUSPEND", "it stands outside a function"),
    Law("yield yieldfrom", "not where & IN_ITERATION", "it stands inside a comprehension"),
    # Binding
    Law("unpack", "region.kind == 'target'", "it stands outside a target region"),
    Law("unpack", "attrs['type'] in ('tuple', 'list')", "unknown type"),
    Law("unpack", "-1 <= attrs['star'] < len(regions)", "`star` is not one of its targets"),
    Law("assign", "regions", "it has no target"),
    Law(
        "annassign",
        "not regions[0].ops or regions[0].ops[-1].kind != 'unpack'",
        "an annotated target cannot be unpacked",
    ),
    Law(
        "annassign",
        "not attrs['simple'] or not regions[0].ops or regions[0].ops[-1].kind == 'store'",
        "a simple target is a name",
    ),
    Law("delname delattr delitem", "stands_under(region, 'delete')", "it stands outside a `delete`"),
    Law("delete", "regions[0].ops", "it deletes nothing"),
    Law("delete", "set(attrs.get('brackets', '')) <= set('.()[]')", "it has other things than brackets"),
    # Statements
    Law("break continue", "where & IN_LOOP", "it stands outside a loop"),
    Law("return", "where & IN_FUNCTION", "it stands outside a function"),
    Law("assert", "len(regions) <= 1", "it has more than one message"),
    Law("result", "region.kind == 'lazy' and region.ops[-1] is op", "it does not end a lazy region"),
    Law(
        "if",
        "not attrs['elif'] or is_only_of_else(op, region)",
        "an `elif` is the only statement in the else region of an `if`",
    ),
    Law(
        "with",
        "not attrs['joined'] or is_joined(op, region)",
        "a joined `with` is the only statement of the `with` it joins",
    ),
    Law("try", "regions[1].ops or regions[3].ops", "it has neither a handler nor a finally"),
    Law("try", "regions[1].ops or not regions[2].ops", "it has an else but no handler"),
    Law(
        "try",
        "all(handler.kind != 'handler' or is_typed(handler) for handler in regions[1].ops[:-1])",
        "a bare except is not the last handler",
    ),
    Law(
        "try",
        "not attrs['star'] or all(handler.kind != 'handler' or is_typed(handler) for handler in regions[1].ops)",
        "`except*` needs a type",
    ),
    Law("handler", "stands_under(region, 'try')", "it stands outside a `try`"),
    Law("case", "stands_under(region, 'match')", "it stands outside a `match`"),
    Law("match", "regions[0].ops", "it has no case"),
    Law("case", "attrs['pattern']", "it has no pattern"),
    Law("def", "attrs['kind'] in ('def', 'async')", "unknown kind"),
    Law("def lambda", "len(attrs['layout']) == len(operands)", "`layout` does not match the operands"),
    Law(
        "def lambda",
        "not attrs['layout'] or is_ordered(attrs['layout'])",
        "`layout` is not decorators, defaults, keyword defaults, annotations",
    ),
    Law("lambda", "not attrs['layout'].strip('vk')", "a lambda has neither decorators nor annotations"),
    Law(
        "def lambda",
        "not attrs['layout'] or attrs['layout'].count('v') <= count_positional(attrs['parameters'])",
        "it has more defaults than parameters",
    ),
    Law(
        "def lambda",
        "attrs['layout'].count('k') == len(attrs['defaulted'])",
        "`defaulted` does not match `layout`",
    ),
    Law("def", "attrs['layout'].count('a') == len(attrs['annotated'])", "`annotated` does not match `layout`"),
    Law(
        "def lambda",
        "not attrs['defaulted'] or follows(attrs['defaulted'], keyword_only(attrs['parameters']))",
        "`defaulted` names no keyword-only parameter",
    ),
    Law(
        "def",
        "not attrs['annotated'] or follows(attrs['annotated'], as_annotated(attrs['parameters']))",
        "`annotated` does not name its parameters in order",
    ),
    Law("class", "attrs['decorators'] >= 0", "a negative number of decorators"),
    Law(
        "class",
        "attrs['decorators'] + len(attrs['keywords']) <= len(operands)",
        "it has more keywords and decorators than operands",
    ),
)

PLACES: Final[dict[str, tuple[Callable[[Op, int], bool], str]]] = {
    "star": (
        lambda user, index: _takes_star(user, index),
        "it stands outside a display, the arguments of a call or the bases of a class",
    ),
    "slice": (lambda user, index: _takes_slice(user, index), "it stands outside a subscript"),
    "format": (lambda user, index: user.kind == "fstring", "it stands outside an `fstring`"),
    "inplace": (
        lambda user, index: _puts_back(user, index),
        "its value does not go back to the name, object or index it was read from",
    ),
}
"""Expression ops that only some ops may consume, and at which operand."""


def verify(module: Module) -> None:
    """Check every law of the spec; raise InvalidIR at the first that is broken."""
    try:
        _verify(module)
    except InvalidIR as error:
        raise InvalidIR(error.op, error.message, _line_of(module, error.op)) from None


def _verify(module: Module) -> None:
    body = module.body
    if body.parent is not None:
        raise InvalidIR(None, "its body stands in an op")
    if body.kind != "block":
        raise InvalidIR(None, f"its body is a {body.kind} region")
    if body.scope is None or body.scope.kind != "module":
        raise InvalidIR(None, "its body has no module scope")
    for function in module.functions:
        if function.kind != "def":
            raise InvalidIR(function, "it is listed as a function")
    checks = _checks()
    work: list[tuple[Region, int]] = [(body, 0)]
    while work:
        region, where = work.pop()
        ops = region.ops
        if len(ops) > 1 and len(set(ops)) != len(ops):
            _repeated(region)
        placed = False
        roots = 0
        pending: list[Op] = []
        for op in ops:
            if op.region is not region:
                raise InvalidIR(op, "it does not point back at its region")
            try:
                statement, special, check = checks[op.kind]
            except KeyError:
                raise InvalidIR(op, "unknown kind") from None
            operands = op.operands
            if operands:
                if len(operands) == 1:
                    if not pending or pending.pop() is not operands[0]:
                        _misplaced(op, region)
                elif tuple(pending[-len(operands) :]) == operands:
                    del pending[-len(operands) :]
                else:
                    _take_back(op, region, pending)
            regions = op.regions
            try:
                if not check(op, op.attrs, operands, regions, region, where):
                    _explain(op, region, where)
            except _MALFORMED:
                _explain(op, region, where)
            if statement:
                if pending:
                    raise InvalidIR(pending[-1], "nothing consumes it")
                roots += 1
            else:
                pending.append(op)
                if special:
                    placed = True
            if regions:
                _enter(op, where, work)
        if pending:
            raise InvalidIR(pending[-1], "nothing consumes it")
        _FORMS[region.kind](region, roots)
        if placed:
            _check_places(region)


def _take_back(op: Op, region: Region, pending: list[Op]) -> None:
    """Consume the operands of a store whose object and index an `inplace` has used before."""
    if (
        op.kind in ("setattr", "setitem")
        and pending
        and op.operands[0] is pending[-1]
        and pending[-1].kind == "inplace"
    ):
        source = pending[-1].operands[0]
        if source.kind == f"get{op.kind[3:]}" and source.operands == op.operands[1:]:
            pending.pop()
            return
    _misplaced(op, region)


def _misplaced(op: Op, region: Region) -> NoReturn:
    for operand in op.operands:
        if operand.region is not region or operand not in region.ops:
            raise InvalidIR(op, f"its operand {operand.kind} stands in another region")
        if region.ops.index(operand) >= region.ops.index(op):
            raise InvalidIR(op, f"its operand {operand.kind} comes after it")
        if operand.is_statement:
            raise InvalidIR(op, f"its operand {operand.kind} is a statement")
    if len(set(op.operands)) != len(op.operands):
        raise InvalidIR(op, "it consumes an op twice")
    for operand in op.operands:
        if sum(operand in user.operands for user in region.ops) > 1:
            raise InvalidIR(op, f"its operand {operand.kind} is consumed elsewhere, too")
    raise InvalidIR(op, "its operands are not the ops right before it, in order of evaluation")


def _repeated(region: Region) -> NoReturn:
    seen: set[Op] = set()
    for op in region.ops:
        if op in seen:
            raise InvalidIR(op, "it stands in its region twice")
        seen.add(op)
    raise AssertionError("unreachable")


def _explain(op: Op, region: Region, where: int) -> NoReturn:
    for law, holds in _laws_of(SPECS[op.kind]):
        try:
            held = holds(op, op.attrs, op.operands, op.regions, region, where)
        except _MALFORMED:
            held = False
        if not held:
            raise InvalidIR(op, law.message)
    raise InvalidIR(op, "it is malformed")


def _enter(op: Op, where: int, work: list[tuple[Region, int]]) -> None:
    """Queue the regions of an op, each with what encloses it."""
    kind = op.kind
    regions = op.regions
    scoped = SCOPED.get(kind)
    if scoped is not None:
        scope = regions[0].scope
        if scope is None:
            raise InvalidIR(op, "its region has no scope")
        if scope.kind != scoped:
            raise InvalidIR(op, f"its region has the scope of a {scope.kind}")
        where = INSIDE[kind] if kind in INSIDE else where & MAY_SUSPEND | IN_ITERATION
    body, within = None, where
    if kind == "for" or kind == "while":
        body, within = regions[1], where | IN_LOOP
    elif kind == "try" and op.attrs["star"]:
        body, within = regions[1], where & ~(IN_LOOP | IN_FUNCTION)
    for region in regions:
        if region.parent is not op:
            raise InvalidIR(op, "one of its regions does not point back at it")
        if scoped is None and region.scope is not None:
            raise InvalidIR(op, f"`{kind}` opens no scope")
        if region.ops:
            work.append((region, within if region is body else where))
        else:
            _check_empty(op, region)


def _check_empty(op: Op, region: Region) -> None:
    kind = op.kind
    if region.kind == "lazy":
        if kind not in ("handler", "case"):
            raise InvalidIR(op, "its lazy region is empty")
    elif region.kind == "target":
        if kind != "with":
            raise InvalidIR(op, "its target region is empty")
    else:
        _FORMS[region.kind](region, 0)


def _check_block(region: Region, roots: int) -> None:
    parent = region.parent
    if parent is None:
        return
    if parent.kind == "comprehension":
        if [op.kind for op in region.ops] != ["argument", "comp_for"]:
            raise InvalidIR(parent, "its region is not `argument` and the `comp_for` that consumes it")
    elif parent.kind in ITERATION and (roots != 1 or region.ops[-1].kind not in ITERATION):
        raise InvalidIR(parent, "its block is not the rest of the comprehension")


def _check_lazy(region: Region, roots: int) -> None:
    if region.ops and (roots != 1 or region.ops[-1].kind != "result"):
        raise InvalidIR(region.parent, "its lazy region is not one expression and its `result`")


def _check_target(region: Region, roots: int) -> None:
    ops = region.ops
    if not ops:
        return
    if ops[0].kind != "argument":
        raise InvalidIR(region.parent, "its target region does not begin with `argument`")
    if roots != 1 or ops[-1].kind not in BINDING or ops[-1].operands[0] is not ops[0]:
        raise InvalidIR(region.parent, "its target region is not one op that binds the argument")


def _check_items(region: Region, roots: int) -> None:
    parent = region.parent
    allowed = ITEMS.get("" if parent is None else parent.kind, ())
    for op in region.roots():
        if op.kind not in allowed:
            raise InvalidIR(op, f"it is not an item of {'a module' if parent is None else f'`{parent.kind}`'}")


_FORMS: Final[dict[str, Callable[[Region, int], None]]] = {
    "block": _check_block,
    "lazy": _check_lazy,
    "target": _check_target,
    "items": _check_items,
}


def _check_places(region: Region) -> None:
    for user in region.ops:
        for index, operand in enumerate(user.operands):
            if operand.kind in PLACES:
                allowed, message = PLACES[operand.kind]
                if not allowed(user, index):
                    raise InvalidIR(operand, message)


def _takes_star(user: Op, index: int) -> bool:
    attrs = user.attrs
    match user.kind:
        case "tuple" | "list" | "set":
            return True
        case "call":
            return 0 < index < len(user.operands) - len(attrs["keywords"])
        case "class":
            return bool(attrs["decorators"] <= index < len(user.operands) - len(attrs["keywords"]))
        case "def":
            # `def f(*args: *Ts)`
            annotation = index - (len(user.operands) - len(attrs["annotated"]))
            return annotation >= 0 and f"*{attrs['annotated'][annotation]}" in attrs["parameters"]
    return False


def _takes_slice(user: Op, index: int) -> bool:
    subscripts = {"getitem": 1, "setitem": 2, "delitem": 1}
    if user.kind == "tuple" and user.region is not None:
        ops = user.region.ops
        for consumer in ops[ops.index(user) + 1 :]:
            if user in consumer.operands:
                return subscripts.get(consumer.kind) == consumer.operands.index(user)
    return subscripts.get(user.kind) == index


def _puts_back(user: Op, index: int) -> bool:
    if index != 0:
        return False
    source = user.operands[0].operands[0]
    match user.kind:
        case "store":
            return source.kind == "load" and dict(source.attrs) == dict(user.attrs)
        case "setattr":
            return source.kind == "getattr" and source.attrs == user.attrs and source.operands == user.operands[1:]
        case "setitem":
            return source.kind == "getitem" and source.operands == user.operands[1:]
    return False


# What the conditions of the table call.


def is_text(op: Op) -> bool:
    return op.kind == "constant" and type(op.attrs.get("value")) is str


def is_percent(op: Op) -> bool:
    """Whether an f-string is a literal and the items that its conversions are for."""
    text, items = op.operands[:1], op.operands[1:]
    if not text or not is_text(text[0]) or any(item.kind != "format" for item in items):
        return False
    return bool(items) and conversions_of(text[0].attrs["value"], len(items)) == "".join(
        str(item.attrs["conversion"]) for item in items
    )


def is_typed(handler: Op) -> bool:
    return bool(handler.regions) and bool(handler.regions[0].ops)


def stands_under(region: Region, kind: str) -> bool:
    return region.kind == "items" and region.parent is not None and region.parent.kind == kind


def takes_argument(region: Region) -> bool:
    return region.kind == "target" or (region.parent is not None and region.parent.kind == "comprehension")


def is_alone(op: Op, region: Region) -> bool:
    """Whether `op` is the only statement of the region."""
    ops = region.ops
    return ops[-1] is op and not any(SPECS[other.kind].statement for other in ops[:-1] if other.kind in SPECS)


def is_only_of_else(op: Op, region: Region) -> bool:
    parent = region.parent
    return parent is not None and parent.kind == "if" and parent.regions[1] is region and is_alone(op, region)


def is_joined(op: Op, region: Region) -> bool:
    parent = region.parent
    return (
        parent is not None
        and parent.kind == "with"
        and parent.regions[1] is region
        and parent.attrs.get("async") == op.attrs["async"]
        and is_alone(op, region)
    )


def comprehension_of(region: Region) -> str:
    """The type of the comprehension around a region of it."""
    parent = region.parent
    while parent is not None and parent.kind != "comprehension":
        parent = None if parent.region is None else parent.region.parent
    return "" if parent is None else str(parent.attrs.get("type"))


def are_strings(value: object) -> bool:
    if type(value) is not tuple:
        return False
    for item in value:  # noqa: SIM110  (a generator costs more than the check)
        if type(item) is not str:
            return False
    return True


@lru_cache(8192)
def is_name(name: str) -> bool:
    return name.isidentifier()


def all_names_or_empty(names: tuple[str, ...]) -> bool:
    return all(not name or is_name(name) for name in names)


@lru_cache(1024)
def is_signature(parameters: tuple[str, ...]) -> bool:
    """`a, /, b, *c, d, **e` and its shorter forms, each name once."""
    names = parameter_names(parameters)
    marks = [mark for mark in parameters if not mark.isidentifier()]
    order = ["/" if mark == "/" else "**" if mark.startswith("**") else "*" for mark in marks]
    if not all(name.isidentifier() for name in names) or len(set(names)) != len(names):
        return False
    if order != sorted(set(order), key=("/", "*", "**").index):
        return False
    if parameters[:1] == ("/",) or ("**" in order and not parameters[-1].startswith("**")):
        return False
    return "*" not in parameters or bool(keyword_only(parameters))


def parameter_names(parameters: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.lstrip("*") for name in parameters if name not in ("/", "*"))


def as_annotated(parameters: tuple[str, ...]) -> tuple[str, ...]:
    """The parameters and what is returned, in the order that annotations are evaluated in."""
    names, before = parameter_names(parameters), count_positional(parameters)
    alone = parameters.index("/") if "/" in parameters else 0
    return (*names[alone:before], *names[:alone], *names[before:], "return")


def keyword_only(parameters: tuple[str, ...]) -> tuple[str, ...]:
    for index, name in enumerate(parameters):
        if name.startswith("*"):
            return tuple(name for name in parameters[index + 1 :] if not name.startswith("**"))
    return ()


def count_positional(parameters: tuple[str, ...]) -> int:
    count = 0
    for name in parameters:
        if name.startswith("*"):
            break
        count += name != "/"
    return count


def is_ordered(layout: str) -> bool:
    return not layout.strip("dvka") and list(layout) == sorted(layout, key="dvka".index)


def follows(some: tuple[str, ...], every: tuple[str, ...]) -> bool:
    """Whether `some` are distinct members of `every`, in its order."""
    rest = iter(every)
    return all(name in rest for name in some)


# From tables to functions.

_Condition = Callable[[Op, Any, tuple[Op, ...], tuple[Region, ...], Region, int], bool]
_MALFORMED: Final = (AttributeError, KeyError, TypeError)  # an attribute is missing or of another type
_PARAMETERS: Final = "op, attrs, operands, regions, region, where"
_TYPES: Final = {
    "str": "type({}) is str",
    "int": "type({}) is int",
    "bool": "type({}) is bool",
    "strs": "({0} == () or are_strings({0}))",
}


def laws_of(spec: OpSpec) -> list[Law]:
    """Every law of one kind: first those of its shape, then those of the table."""
    kind = spec.kind
    least, most = spec.arity
    laws: list[Law] = []

    def law(condition: str, message: str) -> None:
        laws.append(Law(kind, condition, message))

    if most is None:
        if least:
            law(f"len(operands) >= {least}", f"it needs at least {least} operand{'s'[: least > 1]}")
    elif least == most:
        law(f"len(operands) == {least}" if least else "not operands", f"it takes {_count(least, 'operand')}")
    else:
        law(f"{least} <= len(operands) <= {most}", f"it takes {least} to {most} operands")

    required = [name for name in spec.attrs if not name.endswith("?")]
    optional = [name[:-1] for name in spec.attrs if name.endswith("?")]
    count = f"len(attrs) == {len(required)}" if required else "not attrs"
    if optional:
        law(
            f"{count} or attrs.keys() <= {{*{required + optional!r}}}",
            "it has an attribute that its kind does not know",
        )
    else:
        law(count, f"it takes {_count(len(required), 'attribute')}")
    for name in required:
        wanted = spec.attrs[name]
        if wanted == "const":
            law(f"{name!r} in attrs", f"it has no attribute `{name}`")
        else:
            law(_TYPES[wanted].format(f"attrs[{name!r}]"), f"its attribute `{name}` is not {_ARTICLES[wanted]}")
    for name in optional:
        wanted = spec.attrs[f"{name}?"]
        law(
            f"{count} or {name!r} not in attrs or {_TYPES[wanted].format(f'attrs[{name!r}]')}",
            f"its attribute `{name}` is not {_ARTICLES[wanted]}",
        )

    if spec.regions and spec.regions[0].endswith("*"):
        wanted = spec.regions[0][:-1]
        law(f"all(inner.kind == {wanted!r} for inner in regions)", f"its regions are not all {wanted}")
    elif spec.regions:
        law(f"len(regions) == {len(spec.regions)}", f"it takes {_count(len(spec.regions), 'region')}")
        for index, wanted in enumerate(spec.regions):
            law(f"regions[{index}].kind == {wanted!r}", f"its region {index} is not a {wanted} region")
    else:
        law("not regions", "it takes no region")
    laws += (entry for entry in LAWS if kind in entry.kinds.split())
    return laws


_ARTICLES: Final = {"str": "a string", "int": "an integer", "bool": "a bool", "strs": "a tuple of strings"}


def _count(number: int, noun: str) -> str:
    return f"no {noun}" if not number else f"exactly {number} {noun}{'s'[: number > 1]}"


def _compile(condition: str) -> _Condition:
    function: _Condition = eval(f"lambda {_PARAMETERS}: {condition}", globals())
    return function


_OF_STRINGS = re.compile(r"attrs\['(\w+)'\](?:\.isidentifier\(\)| in [A-Z]+)").fullmatch
"""Conditions that fail or raise unless the attribute is a string, which makes the law of its type superfluous."""

_compiled: dict[str, tuple[bool, bool, _Condition]] = {}


def _checks() -> dict[str, tuple[bool, bool, _Condition]]:
    """For each kind: is it a statement, does `PLACES` know it, do all its laws hold."""
    if not _compiled:
        for kind, spec in SPECS.items():
            conditions = [law.condition for law in laws_of(spec)]
            strings = {match[1] for match in map(_OF_STRINGS, conditions) if match is not None}
            implied = {_TYPES["str"].format(f"attrs[{name!r}]") for name in strings}
            condition = " and ".join(f"({condition})" for condition in conditions if condition not in implied)
            for name in spec.attrs:
                # The first condition on an attribute is never skipped, so it can look the attribute up for all.
                found = f"attrs[{name!r}]"
                before, _, after = condition.partition(found)
                condition = f"{before}(_{name} := {found}){after.replace(found, f'_{name}')}" if after else before
            _compiled[kind] = (spec.statement, kind in PLACES, _compile(condition))
    return _compiled


def _laws_of(spec: OpSpec) -> list[tuple[Law, _Condition]]:
    return [(law, _compile(law.condition)) for law in laws_of(spec)]


def _line_of(module: Module, op: Op | None) -> int:
    while op is not None:
        if op.origin is not None:
            before = module.source[: op.origin[0]]
            return before.count(b"\n") + before.count(b"\r") - before.count(b"\r\n") + 1
        op = None if op.region is None else op.region.parent
    return 0

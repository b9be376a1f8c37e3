"""
The noodle dialect: one table of every op kind.

The verifier, the text form, the reference page and the model's vocabulary are all derived from
`SPECS`; nothing else lists the kinds. Operands are given in order of evaluation.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

# Effects, as bits. A default mask says what the op itself may do when nothing is known about its
# operands; facts about types narrow it. Any dunder method may run arbitrary code: CALL.
RAISE: Final = 1  # may raise
READ_HEAP: Final = 2  # reads an object that others can change
WRITE_HEAP: Final = 4  # changes an object that others can see
CALL: Final = 8  # may run arbitrary Python code
READ_SLOT: Final = 16  # reads a variable
WRITE_SLOT: Final = 32  # binds or unbinds a variable
SUSPEND: Final = 64  # leaves the frame and comes back later
CONTROL: Final = 128  # completes abruptly: break, continue, return, raise
PURE: Final = 0
ANY: Final = RAISE | READ_HEAP | WRITE_HEAP | CALL
TOP: Final = ANY | READ_SLOT | WRITE_SLOT | SUSPEND | CONTROL


@dataclass(frozen=True, slots=True)
class OpSpec:
    """
    The shape of one kind of op.

    `arity` is (least, most) operands, most None for any number. `attrs` maps each attribute to
    its type: str, int, bool, `strs` (a tuple of strings) or `const` (a Python constant); a
    trailing `?` marks an optional one. `regions` lists the kinds of the regions, a trailing `*`
    meaning any number of them.
    """

    kind: str
    doc: str
    arity: tuple[int, int | None]
    effects: int
    attrs: dict[str, str]
    regions: tuple[str, ...]
    statement: bool


SPECS: Final[dict[str, OpSpec]] = {}


def _add(
    kind: str,
    doc: str,
    arity: tuple[int, int | None],
    effects: int,
    attrs: dict[str, str] | None = None,
    regions: tuple[str, ...] = (),
    *,
    statement: bool = False,
) -> None:
    SPECS[kind] = OpSpec(kind, doc, arity, effects, attrs or {}, regions, statement)


def _expression(
    kind: str,
    doc: str,
    arity: tuple[int, int | None],
    effects: int,
    attrs: dict[str, str] | None = None,
    regions: tuple[str, ...] = (),
) -> None:
    _add(kind, doc, arity, effects, attrs, regions)


def _statement(
    kind: str,
    doc: str,
    arity: tuple[int, int | None],
    effects: int,
    attrs: dict[str, str] | None = None,
    regions: tuple[str, ...] = (),
) -> None:
    _add(kind, doc, arity, effects, attrs, regions, statement=True)


_NAME = {"name": "str", "scope": "str"}

# Values
_expression("constant", "A literal.", (0, 0), PURE, {"value": "const", "u?": "bool"})
_expression("load", "The value of a name.", (0, 0), READ_SLOT | RAISE, _NAME)
_expression("argument", "The value a `target` region binds; the outer iterable of a comprehension.", (0, 0), PURE)
_expression(
    "fstring",
    "Join of the parts of an f-string: `constant` and `format` ops. With `percent` it is written as a literal, the "
    "first operand, `% (x, ...)`, where every conversion is `%s`, `%r` or `%a`: the compiler makes an f-string of that, "
    "which formats each item before it evaluates the next one.",
    (0, None), PURE, {"percent?": "bool"},
)
_expression(
    "format",
    "format(value, spec) after an optional conversion (`s`, `r`, `a` or empty); the spec, if any, is an `fstring`.",
    (1, 2), ANY, {"conversion": "str", "percent?": "bool"},
)
_expression("tuple", "A tuple display; elements may be `star`.", (0, None), PURE)
_expression("list", "A list display.", (0, None), PURE)
_expression("set", "A set display.", (1, None), ANY)
_expression(
    "dict",
    "A dict display. `entries` has a `p` for each key-value pair of operands and a `u` for each `**mapping`.",
    (0, None), ANY, {"entries": "str"},
)
_expression("star", "`*iterable` inside a display or a call.", (1, 1), ANY)
_expression("slice", "A slice; `parts` holds those of `l`, `u`, `s` that are written.", (0, 3), PURE, {"parts": "str"})

# Operators
_expression("unary", "`-x`, `+x`, `~x`, `not x`.", (1, 1), ANY, {"op": "str"})
_expression("binary", "`x op y`.", (2, 2), ANY, {"op": "str"})
_expression(
    "inplace",
    "The `x op= y` half of an augmented assignment: x is a `load`, `getattr` or `getitem`, and the only "
    "consumer stores to the same name, object or index.",
    (2, 2), ANY, {"op": "str"},
)
_expression("compare", "`x op y`, a single comparison.", (2, 2), ANY, {"op": "str"})
_expression(
    "chain",
    "`a op b op c ...`: the first two operands are always evaluated, each later one is a region.",
    (2, 2), ANY, {"ops": "strs"}, ("lazy*",),
)
_expression("boolean", "`x and y and ...`, `x or y or ...`: each part after the first is a region.", (1, 1), ANY, {"op": "str"}, ("lazy*",))
_expression("select", "`then if test else orelse`; regions: then, orelse.", (1, 1), ANY, {}, ("lazy", "lazy"))
_expression("getattr", "`x.name`.", (1, 1), ANY, {"name": "str"})
_expression("getitem", "`x[i]`.", (2, 2), ANY)
_expression(
    "call",
    "Operands: callee, positional arguments (maybe `star`), keyword values. `keywords` names the last "
    "len(keywords) operands, an empty name standing for `**mapping`.",
    (1, None), ANY, {"keywords": "strs"},
)
_expression("walrus", "`(name := value)`.", (1, 1), WRITE_SLOT, _NAME)

# Scopes inside expressions
_expression(
    "lambda",
    "`parameters`, `layout` and `defaulted` as for `def`; operands are the defaults. The region opens a scope and runs when called.",
    (0, None), PURE, {"parameters": "strs", "layout": "str", "defaulted": "strs"}, ("lazy",),
)
_expression(
    "comprehension",
    "`type` is list, set, dict or generator. The operand is the first iterable; the region (a block with a scope "
    "of its own) holds `argument` and one `comp_for` consuming it. A generator's region runs on demand.",
    (1, 1), ANY, {"type": "str"}, ("block",),
)
_statement("comp_for", "One `for target in iterable`; regions: target, then a block with the rest.", (1, 1), ANY, {"async": "bool"}, ("target", "block"))
_statement("comp_if", "One `if test`; the block holds the rest.", (1, 1), ANY, {}, ("block",))
_statement("comp_element", "The element, or key and value, of the innermost turn.", (1, 2), ANY)

# Suspension
_expression("yield", "`yield x` (an absent x has no operand).", (0, 1), ANY | SUSPEND)
_expression("yieldfrom", "`yield from x`.", (1, 1), ANY | SUSPEND)
_expression("await", "`await x`.", (1, 1), ANY | SUSPEND)

# Binding
_statement("store", "`name = value`.", (1, 1), WRITE_SLOT, _NAME)
_statement("setattr", "`x.name = value`; operands: value, x.", (2, 2), ANY, {"name": "str"})
_statement("setitem", "`x[i] = value`; operands: value, x, i.", (3, 3), ANY)
_statement(
    "unpack",
    "Spread a value over several targets; `star` is the index of the starred one or -1; `type` is tuple or list. "
    "Stands in `target` regions only.",
    (1, 1), ANY, {"type": "str", "star": "int"}, ("target*",),
)
_statement("assign", "Assignment with several targets, or to an unpacked one: a region each, left to right.", (1, 1), PURE, {}, ("target*",))
_statement(
    "annassign",
    "`target: annotation [= value]`. The value, if any, is the operand; regions: target, annotation. `simple` is "
    "that of `ast.AnnAssign`. Without a value the target region evaluates its object but binds nothing.",
    (0, 1), ANY, {"simple": "bool"}, ("target", "lazy"),
)
_statement(
    "delete", "`del a, b.c, d[e]`: its items are `delname`, `delattr`, `delitem`; `brackets` are those around them, with "
    "a dot for each.", (0, 0), PURE, {"brackets?": "str"}, ("items",),
)  # fmt: skip
_statement("delname", "Unbind a name; only inside `delete`.", (0, 0), WRITE_SLOT | READ_SLOT | RAISE, _NAME)
_statement("delattr", "`del x.name`; only inside `delete`.", (1, 1), ANY, {"name": "str"})
_statement("delitem", "`del x[i]`; only inside `delete`.", (2, 2), ANY)
_statement(
    "import",
    "`import a.b as c, d`: `names` are the modules, `aliases` the written aliases (empty where absent), `binds` "
    "the names bound; all in order.",
    (0, 0), ANY | WRITE_SLOT, {"names": "strs", "aliases": "strs", "binds": "strs", "scope": "strs"},
)
_statement(
    "importfrom",
    "`from module import names`; a star import has the single name `*` and binds nothing known.",
    (0, 0), ANY | WRITE_SLOT,
    {"module": "str", "level": "int", "names": "strs", "aliases": "strs", "binds": "strs", "scope": "strs"},
)
_statement("global", "`global names`.", (0, 0), PURE, {"names": "strs"})
_statement("nonlocal", "`nonlocal names`.", (0, 0), PURE, {"names": "strs"})

# Simple statements
_statement("expression", "An expression statement.", (1, 1), PURE)
_statement("pass", "`pass`.", (0, 0), PURE)
_statement("break", "`break`.", (0, 0), CONTROL)
_statement("continue", "`continue`.", (0, 0), CONTROL)
_statement("return", "`return [value]`.", (0, 1), CONTROL)
_statement("raise", "`raise [exception [from cause]]`.", (0, 2), ANY | CONTROL)
_statement("assert", "`assert test[, message]`; the message, if any, is a region.", (1, 1), ANY | CONTROL, {}, ("lazy*",))
_statement("result", "The last op of a `lazy` region: what it evaluates to.", (1, 1), PURE)

# Compound statements
_statement(
    "if",
    "`if test:`; regions: then, else. `elif` says that it is written as an elif of the enclosing else. `version` says "
    "that the test guards a faster copy of the else arm.",
    (1, 1), ANY, {"elif": "bool", "version?": "bool"}, ("block", "block"),
)
_statement("while", "Regions: test, body, else.", (0, 0), ANY, {}, ("lazy", "block", "block"))
_statement("for", "Operand: iterable; regions: target, body, else.", (1, 1), ANY, {"async": "bool"}, ("target", "block", "block"))
_statement("try", "Regions: body, handlers (items), else, finally. `star` for `except*`.", (0, 0), PURE, {"star": "bool"}, ("block", "items", "block", "block"))
_statement(
    "handler",
    "One `except type as name:`; regions: type (an empty lazy region for a bare except) and body. An empty `name` binds "
    "nothing; a bound name is deleted when the handler ends.",
    (0, 0), ANY, _NAME, ("lazy", "block"),
)
_statement(
    "with",
    "One `with manager as target:`; the target region is empty where nothing is bound. It may swallow exceptions. `joined` "
    "says that it is a further item of the enclosing `with`.",
    (1, 1), ANY, {"async": "bool", "joined": "bool"}, ("target", "block"),
)
_statement(
    "def",
    "Operands: decorators, positional defaults, keyword-only defaults, annotations (parameters in the order "
    "positional, positional-only, `*`, keyword-only, `**`, then the returned one), in order of evaluation. `parameters` "
    "lists the names as written in a signature, with `/`, `*`, `*name`, `**name`; `layout` says what each operand is: `d`ecorator, "
    "`v`alue of a default, `k`eyword default, `a`nnotation; `defaulted` are the keyword-only parameters with a default and "
    "`annotated` those with an annotation (`return` for the returned one). `kind` is def or async. It binds `name`. The "
    "region opens a scope.",
    (0, None), ANY | WRITE_SLOT,
    {"name": "str", "scope": "str", "kind": "str", "parameters": "strs", "layout": "str", "defaulted": "strs", "annotated": "strs"},
    ("block",),
)
_statement(
    "class",
    "Operands: decorators, bases (maybe `star`), keyword values; `decorators` counts the first, `keywords` names the last. It "
    "binds `name`. The region opens a scope and runs at once.",
    (0, None), ANY | WRITE_SLOT, {"name": "str", "scope": "str", "decorators": "int", "keywords": "strs"}, ("block",),
)
_statement("match", "Operand: subject; the region's items are `case` ops.", (1, 1), ANY, {}, ("items",))
_statement(
    "case",
    "`pattern` is its text; `binds` the names it may bind, even if it fails half-way; `reads` the names it loads. Regions: guard "
    "(empty where absent) and body.",
    (0, 0), ANY | READ_SLOT | WRITE_SLOT, {"pattern": "str", "binds": "strs", "reads": "strs"}, ("lazy", "block"),
)

# What is not understood
_statement("opaque", "A statement kept as text: `reads` and `writes` are the names in it.", (0, 0), TOP, {"text": "str", "reads": "strs", "writes": "strs"})
_expression("opaque_expr", "An expression kept as text.", (0, 0), TOP, {"text": "str", "reads": "strs", "writes": "strs"})

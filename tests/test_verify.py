"""Every law of the IR is kept by what it should let pass and broken by a module made for it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from noodlecore_trm.ir.dialect import SPECS
from noodlecore_trm.ir.op import Module, Op, Region, tree
from noodlecore_trm.ir.scope import Scope
from noodlecore_trm.ir.verify import LAWS, PLACES, InvalidIR, laws_of, verify

DEFAULTS: dict[str, dict[str, Any]] = {
    "load": {"name": "x", "scope": "global"},
    "walrus": {"name": "x", "scope": "global"},
    "store": {"name": "x", "scope": "global"},
    "delname": {"name": "x", "scope": "global"},
    "getattr": {"name": "a"},
    "setattr": {"name": "a"},
    "delattr": {"name": "a"},
    "constant": {"value": 1},
    "unary": {"op": "-"},
    "binary": {"op": "+"},
    "inplace": {"op": "+"},
    "compare": {"op": "<"},
    "chain": {"ops": ("<", "<")},
    "boolean": {"op": "and"},
    "format": {"conversion": ""},
    "dict": {"entries": ""},
    "slice": {"parts": ""},
    "call": {"keywords": ()},
    "lambda": {"parameters": (), "layout": "", "defaulted": ()},
    "comprehension": {"type": "list"},
    "comp_for": {"async": False},
    "unpack": {"type": "tuple", "star": -1},
    "annassign": {"simple": True},
    "import": {"names": ("m",), "aliases": ("",), "binds": ("m",), "scope": ("global",)},
    "importfrom": {"module": "m", "level": 0, "names": ("n",), "aliases": ("",), "binds": ("n",), "scope": ("global",)},
    "global": {"names": ("x",)},
    "nonlocal": {"names": ("x",)},
    "if": {"elif": False},
    "for": {"async": False},
    "try": {"star": False},
    "handler": {"name": "", "scope": ""},
    "with": {"async": False, "joined": False},
    "def": {
        "name": "f",
        "scope": "global",
        "kind": "def",
        "parameters": (),
        "layout": "",
        "defaulted": (),
        "annotated": (),
    },
    "class": {"name": "C", "scope": "global", "decorators": 0, "keywords": ()},
    "case": {"pattern": "_", "binds": (), "reads": ()},
    "opaque": {"text": "pass", "reads": (), "writes": ()},
    "opaque_expr": {"text": "x", "reads": (), "writes": ()},
}


def op(kind: str, *operands: Op, regions: tuple[Region, ...] = (), **attrs: Any) -> Op:
    return Op(
        kind, operands, DEFAULTS.get(kind, {}) | {key.rstrip("_"): value for key, value in attrs.items()}, regions
    )


def region(kind: str, *roots: Op, scope: str = "") -> Region:
    ops = [op for root in roots for op in tree(root)]
    return Region(kind, ops, Scope(scope, "s", None) if scope else None)


def block(*roots: Op) -> Region:
    return region("block", *roots)


def items(*roots: Op) -> Region:
    return region("items", *roots)


def lazy(value: Op) -> Region:
    return region("lazy", op("result", value))


def target(*leading: Op) -> Region:
    """A target region that binds x, after `leading` statements that should not be there."""
    return region("target", *leading, op("store", op("argument")))


def module(*roots: Op) -> Module:
    return Module(b"", region("block", *roots, scope="module"), "m.py")


def one() -> Op:
    return op("constant")


def two() -> Op:
    return op("load")


def item() -> Op:
    return op("format", two(), conversion="s", percent=True)


def do(value: Op) -> Op:
    return op("expression", value)


def function(*body: Op, operands: tuple[Op, ...] = (), **attrs: Any) -> Op:
    return op("def", *operands, regions=(region("block", *body, scope="function"),), **attrs)


def class_(*body: Op, operands: tuple[Op, ...] = (), **attrs: Any) -> Op:
    return op("class", *operands, regions=(region("block", *body, scope="class"),), **attrs)


def if_(*then: Op, orelse: tuple[Op, ...] = (), **attrs: Any) -> Op:
    return op("if", one(), regions=(block(*then), block(*orelse)), **attrs)


def loop(*body: Op, orelse: tuple[Op, ...] = ()) -> Op:
    return op("for", two(), regions=(target(), block(*body), block(*orelse)))


def while_(*body: Op) -> Op:
    return op("while", regions=(lazy(one()), block(*body), block()))


def with_(*body: Op, **attrs: Any) -> Op:
    return op("with", two(), regions=(region("target"), block(*body)), **attrs)


def handler(*body: Op, typed: bool = True, **attrs: Any) -> Op:
    return op("handler", regions=(lazy(two()) if typed else region("lazy"), block(*body)), **attrs)


def try_(
    *handlers: Op, orelse: tuple[Op, ...] = (), final: tuple[Op, ...] = (), body: tuple[Op, ...] = (), **attrs: Any
) -> Op:
    return op("try", regions=(block(*body), items(*handlers), block(*orelse), block(*final)), **attrs)


def case(*body: Op, **attrs: Any) -> Op:
    return op("case", regions=(region("lazy"), block(*body)), **attrs)


def comp(*body: Op, type: str = "list") -> Op:
    """A comprehension whose innermost block is `body`."""
    turn = op("comp_for", op("argument"), regions=(target(), block(*(body or (op("comp_element", two()),)))))
    return op("comprehension", two(), regions=(region("block", turn, scope="comprehension"),), type=type)


def lambda_(value: Op, *defaults: Op, **attrs: Any) -> Op:
    body = region("lazy", op("result", value), scope="lambda")
    return op("lambda", *defaults, regions=(body,), **attrs)


def annassign(into: Region, **attrs: Any) -> Op:
    return op("annassign", regions=(into, lazy(two())), **attrs)


def assign(*targets: Region) -> Op:
    return op("assign", two(), regions=targets)


def augmented_item(same: bool = True) -> Op:
    thing, index = two(), one()
    value = op("inplace", op("getitem", thing, index), one())
    return op("setitem", value, thing, index) if same else op("setitem", value, two(), one())


def augmented_attribute(name: str = "a") -> Op:
    thing = two()
    return op("setattr", op("inplace", op("getattr", thing), one()), thing, name=name)


VALID: dict[str, Callable[[], Op]] = {
    "augmented name": lambda: op("store", op("inplace", two(), one())),
    "augmented item": augmented_item,
    "augmented attribute": augmented_attribute,
    "displays": lambda: do(
        op("tuple", op("list", op("star", two())), op("set", one()), op("dict", one(), one(), two(), entries="pu"))
    ),
    "subscript": lambda: do(op("getitem", two(), op("tuple", op("slice", one(), one(), parts="us"), op("slice")))),
    "f-string": lambda: do(
        op("fstring", op("constant", value="a"), op("format", one(), op("fstring", op("format", one()))))
    ),
    "literal %": lambda: do(op("fstring", op("constant", value="%s%%"), item(), percent=True)),
    "call": lambda: do(op("call", two(), op("star", two()), one(), one(), keywords=("k", ""))),
    "chain": lambda: do(op("chain", one(), one(), regions=(lazy(one()), lazy(one())), ops=("<", "is not", "in"))),
    "boolean": lambda: do(op("boolean", one(), regions=(lazy(two()),))),
    "select": lambda: do(op("select", one(), regions=(lazy(two()), lazy(one())))),
    "comprehension": lambda: do(
        comp(
            op(
                "comp_if",
                two(),
                regions=(block(op("comp_for", two(), regions=(target(), block(op("comp_element", two(), one()))))),),
            ),
            type="dict",
        )
    ),
    "lambda": lambda: do(lambda_(op("yield"), one(), one(), parameters=("a", "*", "b"), layout="vk", defaulted=("b",))),
    "elif": lambda: if_(orelse=(if_(elif_=True),)),
    "joined with": lambda: with_(with_(joined=True)),
    "loops": lambda: while_(loop(if_(op("break"), orelse=(op("continue"),)), orelse=(op("break"),))),
    "try": lambda: try_(handler(), handler(typed=False), orelse=(op("pass"),), final=(op("pass"),)),
    "named handler": lambda: try_(handler(name="e", scope="global")),
    "try finally": lambda: try_(final=(op("pass"),)),
    "except star": lambda: try_(handler(loop(op("break"))), star=True),
    "match": lambda: op("match", two(), regions=(items(case()),)),
    "delete": lambda: op(
        "delete", regions=(items(op("delname"), op("delattr", two()), op("delitem", two(), op("slice"))),)
    ),
    "unpack": lambda: assign(
        region("target", op("unpack", op("argument"), regions=(target(), target()), star=1)), target()
    ),
    "annotated": lambda: annassign(region("target", op("setattr", op("argument"), two())), simple=False),
    "def": lambda: function(
        op("return", op("yield", op("await", two()))),
        operands=(two(), one(), one(), one(), one()),
        parameters=("a", "/", "b", "*c", "d", "e", "**g"),
        layout="dvkaa",
        defaulted=("e",),
        annotated=("b", "return"),
    ),
    "starred annotation": lambda: function(
        operands=(op("star", two()),), parameters=("*c",), layout="a", annotated=("c",)
    ),
    "class": lambda: class_(
        op("pass"), operands=(two(), op("star", two()), one()), decorators=1, keywords=("metaclass",)
    ),
    "star import": lambda: op("importfrom", names=("*",), aliases=("",), binds=(), scope=()),
    "relative import": lambda: op("importfrom", module="", level=2),
}


@pytest.mark.parametrize("name", VALID)
def test_lawful_modules_pass(name: str) -> None:
    verify(module(VALID[name]()))


HOSTILE: list[tuple[Callable[[], Op], str]] = [
    # names
    (lambda: do(op("load", name="")), "its name is not an identifier"),
    (lambda: do(op("load", name="a b")), "its name is not an identifier"),
    (lambda: op("store", one(), scope="cellar"), "its scope is not a kind of slot"),
    (lambda: do(op("getattr", two(), name="")), "its name is not an identifier"),
    (lambda: op("global", names=()), "it names nothing"),
    (lambda: op("nonlocal", names=("a", "")), "its names are not identifiers"),
    (lambda: op("import", names=("",)), "it names a module or member without a name"),
    (lambda: op("import", aliases=()), "it does not have an alias, maybe empty, for each name"),
    (lambda: op("import", binds=()), "it does not have one bound name and one slot for each name"),
    (lambda: op("importfrom", names=("*",)), "it does not have one bound name and one slot for each name"),
    (lambda: op("import", binds=("a.b",)), "its bound names are not identifiers"),
    (lambda: op("import", scope=("x",)), "its scope is not a kind of slot"),
    (lambda: op("importfrom", level=-1), "its level is negative"),
    (lambda: op("importfrom", module=""), "it has neither a module nor a level"),
    (lambda: try_(handler(name="1", scope="local")), "its name is not an identifier"),
    (lambda: try_(handler(name="e", scope="")), "its scope is not a kind of slot"),
    (lambda: try_(handler(typed=False, name="e", scope="local")), "a bare except binds a name"),
    # values and operators
    (lambda: do(op("argument")), "it does not begin a target region or a comprehension"),
    (lambda: do(op("constant", value=(1,))), "its value is not a literal"),
    (lambda: do(op("constant", u=True)), "the prefix u is of strings only"),
    (lambda: do(op("unary", one(), op="!")), "unknown operator"),
    (lambda: do(op("binary", one(), one(), op="<")), "unknown operator"),
    (lambda: do(op("compare", one(), one(), op="+")), "unknown operator"),
    (lambda: do(op("chain", one(), one(), regions=(lazy(one()),), ops=("<", "+"))), "unknown operator"),
    (lambda: do(op("chain", one(), one(), ops=("<",))), "a chain has at least two operators"),
    (lambda: do(op("chain", one(), one())), "it needs a region for each operator after the first"),
    (lambda: do(op("boolean", one(), regions=(lazy(one()),), op="xor")), "unknown operator"),
    (lambda: do(op("boolean", one())), "it has a single part"),
    (lambda: do(op("fstring", op("format", one(), conversion="x"))), "unknown conversion"),
    (lambda: do(op("fstring", op("format", one(), one()))), "its format spec is not an `fstring`"),
    (
        lambda: do(op("fstring", op("constant", value="%s"), op("format", one(), op("fstring"), percent=True))),
        "an item of a literal `%` has no spec",
    ),
    (lambda: do(op("fstring", op("constant", value="%d"), item(), percent=True)), "it is no literal `% (x, ...)`"),
    (lambda: do(op("fstring", op("constant", value="%r"), item(), percent=True)), "it is no literal `% (x, ...)`"),
    (lambda: do(op("fstring", item(), percent=True)), "it is no literal `% (x, ...)`"),
    (lambda: do(op("fstring", op("constant", value="%s"), item())), "some of its parts are items of a literal `%`"),
    (lambda: do(op("fstring", one())), "its parts are not `format` ops or constant strings"),
    (lambda: do(op("dict", one(), entries="x")), "`entries` holds more than `p` and `u`"),
    (lambda: do(op("dict", one(), entries="p")), "`entries` does not match the operands"),
    (lambda: do(op("getitem", two(), op("slice", one(), one(), parts="ul"))), "`parts` is not made of"),
    (lambda: do(op("getitem", two(), op("slice", parts="l"))), "`parts` does not match the operands"),
    (lambda: op("store", op("inplace", one(), one())), "its left side is not a `load`, `getattr` or `getitem`"),
    (lambda: do(op("call", two(), keywords=("a",))), "it has more keywords than arguments"),
    (lambda: do(op("call", two(), one(), keywords=("a b",))), "its keywords are not identifiers"),
    # scopes inside expressions
    (lambda: do(lambda_(one(), parameters=("a", "a"))), "`parameters` is not a signature"),
    (lambda: function(parameters=("/", "a")), "`parameters` is not a signature"),
    (lambda: function(parameters=("a", "*", "**k")), "`parameters` is not a signature"),
    (lambda: function(parameters=("**k", "a")), "`parameters` is not a signature"),
    (lambda: function(parameters=("*a", "/", "b")), "`parameters` is not a signature"),
    (lambda: do(comp(type="frozenset")), "unknown type"),
    (lambda: op("comp_element", one()), "it stands outside a comprehension"),
    (lambda: do(comp(op("comp_element", one()), op("pass"))), "nothing may follow it"),
    (lambda: do(comp(op("comp_element", one(), one()))), "a dict takes a key and a value"),
    (lambda: do(comp(op("comp_element", one()), type="dict")), "a dict takes a key and a value"),
    (lambda: do(op("yield")), "it stands outside a function"),
    (lambda: class_(do(op("await", one()))), "it stands outside a function"),
    (lambda: function(do(comp(op("comp_element", op("yield"))))), "it stands inside a comprehension"),
    # binding
    (lambda: op("unpack", one(), regions=(target(),)), "it stands outside a target region"),
    (lambda: assign(region("target", op("unpack", op("argument"), type="set"))), "unknown type"),
    (lambda: assign(region("target", op("unpack", op("argument"), star=0))), "`star` is not one of its targets"),
    (lambda: assign(), "it has no target"),
    (lambda: annassign(region("target", op("unpack", op("argument")))), "an annotated target cannot be unpacked"),
    (lambda: annassign(region("target", op("setattr", op("argument"), two()))), "a simple target is a name"),
    (lambda: op("delname"), "it stands outside a `delete`"),
    (lambda: op("delete", regions=(items(),)), "it deletes nothing"),
    (lambda: op("delete", brackets="{.}", regions=(items(op("delname")),)), "it has other things than brackets"),
    # statements
    (lambda: op("break"), "it stands outside a loop"),
    (lambda: loop(orelse=(op("continue"),)), "it stands outside a loop"),
    (lambda: loop(function(op("break"))), "it stands outside a loop"),
    (lambda: loop(class_(op("break"))), "it stands outside a loop"),
    (lambda: loop(try_(handler(op("break")), star=True)), "it stands outside a loop"),
    (lambda: op("return"), "it stands outside a function"),
    (lambda: function(class_(op("return"))), "it stands outside a function"),
    (lambda: function(try_(handler(op("return")), star=True)), "it stands outside a function"),
    (lambda: op("assert", one(), regions=(lazy(one()), lazy(one()))), "it has more than one message"),
    (lambda: op("result", one()), "it does not end a lazy region"),
    (lambda: if_(elif_=True), "an `elif` is the only statement"),
    (lambda: if_(if_(elif_=True)), "an `elif` is the only statement"),
    (lambda: if_(orelse=(op("pass"), if_(elif_=True))), "an `elif` is the only statement"),
    (lambda: with_(joined=True), "a joined `with` is the only statement"),
    (lambda: with_(with_(joined=True), op("pass")), "a joined `with` is the only statement"),
    (lambda: function(with_(with_(joined=True), async_=True)), "a joined `with` is the only statement"),
    (lambda: try_(), "it has neither a handler nor a finally"),
    (lambda: try_(orelse=(op("pass"),), final=(op("pass"),)), "it has an else but no handler"),
    (lambda: try_(handler(typed=False), handler()), "a bare except is not the last handler"),
    (lambda: try_(handler(typed=False), star=True), "`except*` needs a type"),
    (lambda: handler(), "it stands outside a `try`"),
    (lambda: case(), "it stands outside a `match`"),
    (lambda: op("match", two(), regions=(items(),)), "it has no case"),
    (lambda: op("match", two(), regions=(items(case(pattern="")),)), "it has no pattern"),
    (lambda: function(kind_="generator"), "unknown kind"),
    (lambda: function(layout="d"), "`layout` does not match the operands"),
    (lambda: function(operands=(one(), one()), layout="vd"), "`layout` is not decorators"),
    (lambda: do(lambda_(one(), one(), layout="a")), "a lambda has neither decorators nor annotations"),
    (lambda: do(lambda_(one(), one(), layout="v")), "it has more defaults than parameters"),
    (lambda: function(operands=(one(),), layout="v"), "it has more defaults than parameters"),
    (lambda: function(operands=(one(),), layout="k", parameters=("*", "a")), "`defaulted` does not match `layout`"),
    (lambda: function(operands=(one(),), layout="a", parameters=("a",)), "`annotated` does not match `layout`"),
    (
        lambda: function(operands=(one(),), layout="k", parameters=("a",), defaulted=("a",)),
        "`defaulted` names no keyword-only parameter",
    ),
    (
        lambda: function(operands=(one(), one()), layout="aa", parameters=("a",), annotated=("return", "a")),
        "`annotated` does not name its parameters in order",
    ),
    (lambda: class_(decorators=-1), "a negative number of decorators"),
    (lambda: class_(operands=(one(),), decorators=1, keywords=("k",)), "it has more keywords and decorators"),
    # places
    (lambda: do(op("star", two())), "it stands outside a display"),
    (lambda: do(op("call", op("star", two()))), "it stands outside a display"),
    (lambda: do(op("call", two(), op("star", two()), keywords=("k",))), "it stands outside a display"),
    (lambda: class_(operands=(op("star", two()),), decorators=1), "it stands outside a display"),
    (
        lambda: function(operands=(op("star", two()),), parameters=("c",), layout="a", annotated=("c",)),
        "it stands outside a display",
    ),
    (lambda: do(op("slice")), "it stands outside a subscript"),
    (lambda: do(op("getitem", op("slice"), one())), "it stands outside a subscript"),
    (lambda: do(op("tuple", op("slice"))), "it stands outside a subscript"),
    (lambda: do(op("format", one())), "it stands outside an `fstring`"),
    (lambda: do(op("inplace", two(), one())), "its value does not go back"),
    (lambda: op("store", op("inplace", two(), one()), name="y"), "its value does not go back"),
    (lambda: augmented_attribute("b"), "its value does not go back"),
    (lambda: augmented_item(same=False), "its value does not go back"),
    (lambda: op("store", op("inplace", op("getattr", two()), one())), "its value does not go back"),
    (
        lambda: assign(region("target", op("store", op("unary", op("argument"))))),
        "its target region is not one op that binds the argument",
    ),
    # regions
    (lambda: do(op("select", one(), regions=(lazy(one()), region("lazy")))), "its lazy region is empty"),
    (lambda: annassign(region("target")), "its target region is empty"),
    (lambda: op("for", two(), regions=(region("target"), block(), block())), "its target region is empty"),
    (
        lambda: op("while", regions=(region("lazy", do(one())), block(), block())),
        "its lazy region is not one expression",
    ),
    (
        lambda: op("while", regions=(region("lazy", op("pass"), op("result", one())), block(), block())),
        "its lazy region is not one expression",
    ),
    (lambda: assign(region("target", op("store", one()))), "its target region does not begin with `argument`"),
    (lambda: assign(target(op("pass"))), "it does not begin a target region"),
    (
        lambda: assign(region("target", do(op("argument")))),
        "its target region is not one op that binds the argument",
    ),
    (lambda: op("delete", regions=(items(op("pass")),)), "it is not an item of `delete`"),
    (lambda: try_(op("pass")), "it is not an item of `try`"),
    (
        lambda: do(
            op(
                "comprehension",
                two(),
                regions=(
                    region(
                        "block",
                        op("comp_for", two(), regions=(target(), block(op("comp_element", one())))),
                        scope="comprehension",
                    ),
                ),
            )
        ),
        "its region is not `argument` and the `comp_for`",
    ),
    (lambda: do(comp(op("pass"))), "its block is not the rest of the comprehension"),
    (lambda: do(op("lambda", regions=(lazy(one()),))), "its region has no scope"),
    (lambda: op("def", regions=(region("block", scope="class"),)), "its region has the scope of a class"),
    (lambda: op("if", one(), regions=(region("block", scope="function"), block())), "`if` opens no scope"),
    # shapes
    (lambda: do(op("mystery")), "unknown kind"),
    (lambda: do(op("unary", one(), one())), "it takes exactly 1 operand"),
    (lambda: op("pass", one()), "it takes no operand"),
    (lambda: do(op("call")), "it needs at least 1 operand"),
    (lambda: op("raise", one(), one(), one()), "it takes 0 to 2 operands"),
    (lambda: do(op("load", color="red")), "it takes exactly 2 attributes"),
    (lambda: op("pass", color="red"), "it takes no attribute"),
    (lambda: do(op("constant", color="red")), "it has an attribute that its kind does not know"),
    (lambda: do(op("load", name=1)), "its attribute `name` is not a string"),
    (lambda: op("importfrom", level="1"), "its attribute `level` is not an integer"),
    (lambda: op("importfrom", level=True), "its attribute `level` is not an integer"),
    (lambda: if_(elif_=0), "its attribute `elif` is not a bool"),
    (lambda: if_(version=1), "its attribute `version` is not a bool"),
    (lambda: do(op("call", two(), keywords=["a"])), "its attribute `keywords` is not a tuple of strings"),
    (lambda: op("global", names=(1,)), "its attribute `names` is not a tuple of strings"),
    (lambda: Op("expression", (Op("constant", (), {"u": False}),)), "it has no attribute `value`"),
    (lambda: op("pass", regions=(block(),)), "it takes no region"),
    (lambda: op("if", one(), regions=(block(),)), "it takes exactly 2 regions"),
    (lambda: op("if", one(), regions=(block(), items())), "its region 1 is not a block region"),
    (lambda: do(op("boolean", one(), regions=(block(),))), "its regions are not all lazy"),
]


@pytest.mark.parametrize(
    ("build", "message"), HOSTILE, ids=[f"{index}-{case[1]}" for index, case in enumerate(HOSTILE)]
)
def test_hostile_modules_are_rejected(build: Callable[[], Op], message: str) -> None:
    with pytest.raises(InvalidIR, match=re.escape(message)):
        verify(module(build()))


def test_every_law_of_the_tables_has_a_hostile_module() -> None:
    tried = {message for _, message in HOSTILE}
    for law in LAWS:
        assert any(law.message.startswith(part) for part in tried), law
    for kind, (_, message) in PLACES.items():
        assert any(message.startswith(part) for part in tried), kind


def test_laws_name_only_known_kinds() -> None:
    for law in LAWS:
        assert set(law.kinds.split()) <= SPECS.keys(), law
    assert all(laws_of(spec) for spec in SPECS.values())


# What a single op cannot know.


def reject(broken: Module, message: str) -> InvalidIR:
    with pytest.raises(InvalidIR, match=message) as caught:
        verify(broken)
    return caught.value


def test_operands_stand_before_their_consumer_in_order() -> None:
    broken = module(do(op("binary", one(), two())))
    ops = broken.body.ops
    ops[0], ops[1] = ops[1], ops[0]
    reject(broken, "not the ops right before it, in order of evaluation")


def test_operands_do_not_come_later() -> None:
    broken = module(do(op("unary", one())))
    broken.body.ops.insert(1, broken.body.ops.pop(0))
    reject(broken, "its operand constant comes after it")


def test_trees_are_contiguous() -> None:
    broken = module(do(op("binary", one(), two())))
    statement = op("pass")
    statement.region = broken.body
    broken.body.ops.insert(1, statement)
    reject(broken, "nothing consumes it")


def test_nothing_is_left_over() -> None:
    reject(module(one()), "nothing consumes it")
    reject(module(one(), op("pass")), "nothing consumes it")


def test_an_op_is_consumed_once() -> None:
    shared = one()
    reject(module(do(op("tuple", shared, shared))), "it consumes an op twice")
    shared = one()
    broken = module(do(shared))
    again = op("expression", shared)
    broken.body.append(again)
    reject(broken, "its operand constant is consumed elsewhere, too")


def test_an_op_stands_in_one_place() -> None:
    broken = module(op("pass"))
    broken.body.ops.append(broken.body.ops[0])
    reject(broken, "it stands in its region twice")


def test_an_index_is_shared_by_augmented_assignments_only() -> None:
    thing, index = two(), one()
    reject(
        module(op("setitem", op("binary", op("getitem", thing, index), one()), thing, index)), "consumed elsewhere, too"
    )


def test_operands_are_of_the_same_region() -> None:
    outer = one()
    inner = block()
    broken = module(do(outer), op("if", one(), regions=(inner, block())))
    inner.append(op("expression", outer))
    reject(broken, "its operand constant stands in another region")


def test_statements_have_no_value() -> None:
    reject(module(op("expression", op("pass"))), "its operand pass is a statement")


def test_back_pointers() -> None:
    broken = module(op("pass"))
    broken.body.ops[0].region = None
    reject(broken, "it does not point back at its region")
    broken = module(if_())
    broken.body.ops[-1].regions[0].parent = None
    reject(broken, "one of its regions does not point back at it")
    broken = module(if_())
    broken.body.parent = broken.body.ops[-1]
    reject(broken, "module: its body stands in an op")


def test_the_body_of_a_module() -> None:
    reject(Module(b"", region("items", scope="module"), "m.py"), "its body is a items region")
    reject(Module(b"", block(), "m.py"), "its body has no module scope")
    broken = module(op("pass"))
    broken.functions = (broken.body.ops[0],)
    reject(broken, "it is listed as a function")


def test_the_line_is_told() -> None:
    statement = Op("break", origin=(8, 13))
    broken = Module(b"pass\r\n\r\nbreak\n", Region("block", [statement], Scope("module", "", None)), "m.py")
    error = reject(broken, "^line 3: break: it stands outside a loop$")
    assert error.op is statement
    assert error.line == 3


def test_deep_nesting_is_no_problem() -> None:
    inner = if_()
    for _ in range(5000):
        inner = if_(orelse=(inner,))
    verify(module(inner))

"""The text form: what is printed reads back the same, and other MLIR tools read it, too."""

from __future__ import annotations

import math
import os
import struct
import sysconfig
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noodlecore_trm.ir.op import NO_ATTRS, Module, Op, Region, clone, walk
from noodlecore_trm.ir.scope import Scope
from noodlecore_trm.ir.text import TextError, print_constant, print_module, read_constant, read_module, same
from noodlecore_trm.ir.verify import verify
from noodlecore_trm.parse import parse_module
from noodlecore_trm.translate import translate

LIB = Path(sysconfig.get_path("stdlib"))
WHOLE = bool(os.environ.get("NOODLE_TEST_WHOLE_STDLIB"))

SAMPLE = '''\
"""Module."""
import os.path as path, sys
from . import *

@path.wraps(sys, key=1)
async def f(a, /, b: int = 2, *c, d=-0.0, e, **g) -> "ü":
    global n
    n = b = 10**400
    (x, *y), z[1:2, ...] = a, [*b]
    a.b += c[0] < d <= e
    for i, in x or y:
        try:
            if await i: break
            elif not i: continue
            else: pass
        except (A, B) as error:
            raise C from error
        finally:
            with o as p, q: del p.r, p[0]
    else:
        return {k: v async for k, v in g.items() if k if v}
    yield f"{a!r:>{b}}\\N{DIGIT ONE}{{", u"u", b"\\xff\\n", 1j, 1e400, None, True, ...
    match a:
        case [1, *rest] if (w := rest): assert w, "no"
    return lambda self, s=1: (yield)
class K(path, metaclass=sys):
    __a: int
    def __init__(self): self.__a = super().__init__()
'''


def module(*ops: Op, **fields: Any) -> Module:
    body = Region("block", list(ops), Scope("module", "", None))
    for region in (inner for op in walk(body) for inner in op.regions):
        region.scope = None
    return Module(b"", body, **({"filename": "m.py"} | fields))


def of_constant(value: object) -> Module:
    constant = Op("constant", (), {"value": value})
    return module(constant, Op("expression", (constant,)))


def translated(source: str | bytes, filename: str = "<string>") -> Module:
    return translate(parse_module(source, filename))


def bits(value: object) -> object:
    """What two constants must have in common."""
    if isinstance(value, float):
        return struct.pack(">d", value)
    if isinstance(value, complex):
        return struct.pack(">dd", value.real, value.imag)
    return value


CONSTANTS = st.one_of(
    st.none(),
    st.just(...),
    st.booleans(),
    st.integers(),
    st.integers(-(10**40), 10**40),
    st.floats(),
    st.complex_numbers(),
    st.binary(),
    st.text(st.characters()),
)


@given(CONSTANTS)
def test_constants_keep_type_and_bits(value: object) -> None:
    back = read_constant(print_constant(value))
    assert type(back) is type(value)
    assert bits(back) == bits(value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1, "int:1"),
        (True, "bool:True"),
        (-0.0, "float:-0.0"),
        (math.inf, "float:inf"),
        (complex(-0.0, -math.inf), "complex:-0.0,-inf"),
        (struct.unpack(">d", bytes.fromhex("fff8000000000001"))[0], "float:nan(fff8000000000001)"),
        (10**18, "int:0xde0b6b3a7640000"),
        (-(10**18), "int:-0xde0b6b3a7640000"),
        ("it's\n", 'str:"it\'s\\n"'),
        ("\ud83d\ude00\U0001f600\x85", "str:'\\ud83d\\ude00\\U0001f600\\x85'"),
        (b"\x00'\\", 'bytes:b"\\x00\'\\\\"'),
        (None, "None"),
        (..., "Ellipsis"),
    ],
)
def test_constants_as_text(value: object, text: str) -> None:
    assert print_constant(value) == text
    assert bits(read_constant(text)) == bits(value)


@pytest.mark.parametrize("value", [1 << 20_000, -(1 << 20_000), 7**9000], ids=["large", "negative", "odd"])
def test_integers_beyond_the_limit_of_decimal_conversion(value: int) -> None:
    assert read_constant(print_constant(value)) == value


@pytest.mark.parametrize("value", [(1,), frozenset(), object(), type("Sub", (int,), {})(1)])
def test_other_objects_are_no_constants(value: object) -> None:
    with pytest.raises(TypeError):
        print_constant(value)


@pytest.mark.parametrize(
    "text",
    ["", "1", "int:", "int:1.0", "int:01", "int:1_0", "bool:1", "float:1", "complex:1.0", "str:a", "str:'", "str:'\\'",
     "str:\"a\"", "bytes:'a'", "bytes:b'\u0100'", "str:'\u0100'", "none", "list:[]", "float:nan"],
)  # fmt: skip
def test_only_exact_constants_are_read(text: str) -> None:
    with pytest.raises(ValueError, match=r"^not a constant: "):
        read_constant(text)


@given(st.text(st.characters()), st.text(st.characters()))
def test_strings_of_any_characters(filename: str, text: str) -> None:
    opaque = Op("opaque", (), {"text": text, "reads": (text, ""), "writes": ()})
    before = module(opaque, filename=filename)
    printed = print_module(before)
    assert printed.isascii()
    assert same(before, read_module(printed))


def test_the_printed_form() -> None:
    load = Op("load", (), {"name": "x", "scope": "global"}, (), (3, 4))
    then = Region("block", [Op("pass", (), NO_ATTRS, (), (6, 10))])
    then.statements = ((6, 10),)
    then.inline = True
    test = Op("if", (load,), {"elif": False}, (then, Region("block")), (0, 10))
    before = Module(b"if x: pass", Region("block", [load, test]), "m.py")
    before.body.scope = Scope("module", "", None, (), {"x": "global"})
    assert print_module(before, source=True) == (
        '"noodle.module"() ({\n'
        '  %0 = "noodle.load"() {origin = [3, 4], name = "x", scope = "global"} : () -> !noodle.value\n'
        '  "noodle.if"(%0) ({\n'
        '    "noodle.pass"() {origin = [6, 10]} : () -> ()\n'
        "  }, {\n"
        "  }) {origin = [0, 10], elif = false, region0.inline = true, region0.statements = [6, 10]}"
        " : (!noodle.value) -> ()\n"
        '}) {filename = "m.py", newline = "\\n", source = "if x: pass", region0.scope = "module", region0.name = "",'
        ' region0.slots = ["x:global"]} : () -> ()\n'
    )
    after = read_module(print_module(before, source=True))
    assert same(before, after, source=True)
    verify(after)


def test_every_field_of_a_scope_and_region_is_kept() -> None:
    scope = Scope("function", "f", None, ("a", "b"), {"a": "local", "ü": "cell"}, {"a"}, {"ü"}, [], "exec", True)
    body = Region("block", [Op("pass")], scope)
    body.edited = True
    body.inline = True
    body.statements = ((1, 2), (3, 4))
    attrs = {
        "name": "f",
        "scope": "global",
        "kind": "def",
        "parameters": ("a", "b"),
        "layout": "",
        "defaulted": (),
        "annotated": (),
    }
    function = Op("def", (), attrs, (body,), (0, 9))
    function.edited = True
    before = Module(b'\xff\r\n"', Region("block", [function], Scope("module", "", None)), "m.py", "\r\n")
    after = read_module(print_module(before, source=True))
    assert same(before, after, source=True)
    assert after.newline == "\r\n"
    assert after.source == before.source
    assert after.functions == (after.body.ops[0],)
    inner = after.functions[0].regions[0]
    assert inner.scope is not None
    assert after.body.scope is not None
    assert inner.scope.parent is after.body.scope
    assert after.body.scope.children == [inner.scope]
    for field in ("kind", "name", "parameters", "slots", "bound", "written_below", "dynamic", "suspends"):
        assert getattr(inner.scope, field) == getattr(scope, field)
    assert (inner.edited, inner.inline, inner.statements, inner.parent) == (
        True,
        True,
        ((1, 2), (3, 4)),
        after.functions[0],
    )


def test_edited_is_kept_where_it_is_unusual() -> None:
    made_up, kept = Op("pass"), Op("pass", origin=(0, 4))
    made_up.edited = False
    kept.edited = True
    after = read_module(print_module(module(made_up, kept)))
    assert [(op.origin, op.edited) for op in after.body.ops] == [(None, False), ((0, 4), True)]


CHANGES = {
    "kind": lambda m: setattr(m.body.ops[-1], "kind", "pass"),
    "origin": lambda m: setattr(m.body.ops[-1], "origin", (0, 0)),
    "edited": lambda m: setattr(m.body.ops[-1], "edited", True),
    "attrs": lambda m: setattr(m.functions[0], "attrs", dict(m.functions[0].attrs) | {"name": "h"}),
    "value": lambda m: _set_value(m, 2.0),
    "order": lambda m: setattr(m.body.ops[-1], "operands", ()),
    "length": lambda m: m.functions[0].regions[0].ops.pop(),
    "region": lambda m: setattr(m.functions[0].regions[0], "inline", True),
    "statements": lambda m: setattr(m.functions[0].regions[0], "statements", ()),
    "slots": lambda m: m.functions[0].regions[0].scope.slots.update(a="cell"),
    "bound": lambda m: m.functions[0].regions[0].scope.bound.add("q"),
    "filename": lambda m: setattr(m, "filename", "other.py"),
    "newline": lambda m: setattr(m, "newline", "\r"),
}


def _set_value(m: Module, value: object) -> None:
    next(op for op in walk(m.body) if op.attrs.get("value") == 2).attrs = {"value": value}


@pytest.mark.parametrize("change", CHANGES)
def test_same_sees_every_difference(change: str) -> None:
    before, after = translated("def f(a):\n    return a + 2\nf(1)\n"), translated("def f(a):\n    return a + 2\nf(1)\n")
    assert same(before, after)
    CHANGES[change](after)
    assert not same(before, after)


def test_same_tells_equal_constants_of_other_types_apart() -> None:
    assert not same(of_constant(1), of_constant(True))
    assert not same(of_constant(1), of_constant(1.0))
    assert not same(of_constant(0.0), of_constant(-0.0))
    assert not same(of_constant(0j), of_constant(complex(0.0, -0.0)))
    assert same(of_constant(math.nan), of_constant(math.nan))
    assert not same(of_constant("a"), of_constant(b"a"))


def test_same_compares_the_source_only_when_asked() -> None:
    left, right = translated("x=1"), translated("y=1")
    right.body = clone_of(left).body
    assert same(left, right)
    assert not same(left, right, source=True)


def clone_of(m: Module) -> Module:
    roots = [clone(root) for root in m.body.roots()]
    ops: list[Op] = []
    for root in roots:
        ops += [*root.operands, root]
    body = Region("block", ops, m.body.scope)
    body.statements, body.inline = m.body.statements, m.body.inline
    return Module(m.source, body, m.filename, m.newline)


GOOD = [
    '"noodle.module"() ({',
    '  %0 = "noodle.load"() {name = "x", scope = "global"} : () -> !noodle.value',
    '  "noodle.if"(%0) ({',
    '    "noodle.pass"() {} : () -> ()',
    "  }, {",
    "  }) {elif = false} : (!noodle.value) -> ()",
    '}) {filename = "m.py", newline = "\\n", region0.scope = "module", region0.name = ""} : () -> ()',
    "",
]


def test_blank_lines_comments_and_bare_brackets_are_read() -> None:
    lines = ["// made by hand", "", *(line.strip() for line in GOOD), "  // the end"]
    assert same(read_module("\n".join(lines)), read_module("\n".join(GOOD)))


@pytest.mark.parametrize(
    ("line", "text", "message"),
    [
        (2, "nonsense", "line 2: neither an op nor a bracket: nonsense"),
        (2, '  %0 = "noodle.load"() {name = "x", scope = "global"}', "line 2: neither an op nor a bracket"),
        (
            2,
            '  "noodle.load"() {name = "x", scope = "global"} : () -> !noodle.value',
            "line 2: the value of `load` has no number",
        ),
        (2, '  %0 = "noodle.mystery"() {} : () -> !noodle.value', "line 2: unknown kind `mystery`"),
        (2, '  %0 = "noodle.mystery"() ({', "line 2: unknown kind `mystery`"),
        (2, '  %0 = "noodle.load"() {name = x} : () -> !noodle.value', "line 2: not an attribute: name = x"),
        (2, '  %0 = "noodle.load"() {name = "x" scope = "global"} : () -> !noodle.value', "line 2: not an attribute"),
        (2, '  %0 = "noodle.load"() {name = "x\\q"} : () -> !noodle.value', "line 2: not an attribute"),
        (
            2,
            '  %0 = "noodle.load"() {name = "\\FF"} : () -> !noodle.value',
            "line 2: the value of `name` is not well formed",
        ),
        (2, '  %0 = "noodle.load"() {name = "x", name = "y"} : () -> !noodle.value', "line 2: two attributes `name`"),
        (
            2,
            '  %0 = "noodle.load"() {name = [1]} : () -> !noodle.value',
            "line 2: `name` cannot be an array of integers",
        ),
        (
            2,
            '  %0 = "noodle.load"() {region0.inline = true} : () -> !noodle.value',
            "line 2: `region0.inline` belongs to no region",
        ),
        (
            2,
            '  %0 = "noodle.constant"() {value = "1"} : () -> !noodle.value',
            "line 2: the value of `value` is not a constant",
        ),
        (
            2,
            '  %0 = "noodle.constant"() {value = 1} : () -> !noodle.value',
            "line 2: the value of `value` is not a constant",
        ),
        (2, '  %0 = "noodle.load"() {} : () -> ()', "line 2: the type should be () -> !noodle.value"),
        (2, '  %0 = "noodle.load"() ({', "line 2: `load` takes no region 0"),
        (2, '  "noodle.module"() ({', "line 2: a module stands inside another op"),
        (3, '  "noodle.if"(%7) ({', "line 3: %7 is not defined here"),
        (4, '    %0 = "noodle.constant"() {value = "None"} : () -> !noodle.value', "line 4: %0 is defined twice"),
        (4, '    %1 = "noodle.pass"() {} : () -> ()', "line 4: `pass` is a statement and has no value"),
        (5, "", "line 5: `if` takes no region 2"),
        (6, "  })", "line 6: attributes and type should follow `})`"),
        (
            6,
            "  }) {region0.inline = 1} : (!noodle.value) -> ()",
            "line 6: `region0.inline` is unknown or of the wrong type",
        ),
        (
            6,
            "  }) {region0.color = 1} : (!noodle.value) -> ()",
            "line 6: `region0.color` is unknown or of the wrong type",
        ),
        (6, "  }) {region2.inline = true} : (!noodle.value) -> ()", "line 6: `region2.inline` belongs to no region"),
        (
            6,
            "  }) {region0.statements = [1]} : (!noodle.value) -> ()",
            "line 6: `region0.statements` is not a list of pairs",
        ),
        (
            6,
            '  }) {region0.name = "f"} : (!noodle.value) -> ()',
            "line 6: the scope of region 0 has no kind or no name",
        ),
        (7, "}) {filename = 1} : () -> ()", "line 7: `filename`, `newline` and `source` are strings"),
        (7, '}) {source = "\\E2\\82\\AC"} : () -> ()', "line 7: `source` holds more than bytes"),
        (7, "}) {} : () -> !noodle.value", "line 7: a module takes and gives no value"),
        (7, "", "line 1: the regions of `module` are not closed"),
        (8, "}) {} : () -> ()", "line 8: a bracket closes that was never opened"),
        (8, "}, {", "line 8: a region outside the module"),
        (8, '"noodle.module"() ({', 'line 8: only one "noodle.module" stands outside'),
        (1, "", 'line 2: only one "noodle.module" stands outside'),
        (1, '"noodle.module"() {} : () -> ()', "line 1: a module without a region"),
    ],
)
def test_errors_name_their_line(line: int, text: str, message: str) -> None:
    lines = list(GOOD)
    lines[line - 1] = text
    if message == "line 5: `if` takes no region 2":
        lines[4] = "}, {"
        lines.insert(4, "}, {")
        message = "line 6: `if` takes no region 2"
    with pytest.raises(TextError) as caught:
        read_module("\n".join(lines))
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


@given(st.data())
def test_damaged_text_is_an_error_or_another_module(data: st.DataObject) -> None:
    text = print_module(translated(SAMPLE))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(start + 40, len(text))))
    pieces = ['"', "\\", "}", "})", "({", "%1", ", ", "[", "]", "9" * 5000, "\n", "noodle.", "\ud800", "ü", "region0."]
    damaged = text[:start] + data.draw(st.sampled_from([*pieces, ""])) + text[end:]
    try:
        read = read_module(damaged)
    except TextError as error:
        assert str(error).startswith("line ")  # noqa: PT017
    else:
        print_module(read)


def test_an_empty_text_is_no_module() -> None:
    with pytest.raises(TextError, match=r"^line 1: no module$"):
        read_module("")


def test_deep_nesting_is_no_problem() -> None:
    inner = Region("block", [Op("pass")])
    for _ in range(20_000):
        inner = Region("block", [Op("while", (), NO_ATTRS, (Region("lazy"), inner, Region("block")))])
    before = module(*inner.ops)
    text = print_module(before)
    assert len(text) < 10_000_000
    assert same(before, read_module(text))


def test_every_construct_reads_back_the_same() -> None:
    before = translated(SAMPLE)
    assert before.body.ops[0].kind != "opaque"
    text = print_module(before, source=True)
    after = read_module(text)
    assert same(before, after, source=True)
    assert print_module(after, source=True) == text
    verify(after)


def library(share: int) -> list[Path]:
    files = [path for path in sorted(LIB.rglob("*.py")) if "site-packages" not in path.parts]
    return files if WHOLE else files[::share]


def test_the_library_reads_back_the_same() -> None:
    for path in library(40):
        before = translated(path.read_bytes(), str(path))
        verify(before)
        after = read_module(print_module(before, source=True))
        assert same(before, after, source=True), path
        verify(after)


def parse_with_xdsl(text: str) -> tuple[int, list[str]]:
    """What xDSL found: the number of ops, and the kinds of the first level."""
    from xdsl.context import Context
    from xdsl.parser import Parser

    parsed = Parser(Context(allow_unregistered=True), text).parse_op()
    parsed.verify()
    kinds = [op.attributes["op_name__"].data for op in parsed.regions[0].block.ops] if parsed.regions[0].blocks else []
    return sum(1 for _ in parsed.walk()) - 1, kinds


def check_with_xdsl(before: Module) -> None:
    count, kinds = parse_with_xdsl(print_module(before, source=True))
    assert count == sum(1 for _ in walk(before.body))
    assert kinds == [f"noodle.{op.kind}" for op in before.body.ops]


def test_xdsl_reads_every_construct() -> None:
    check_with_xdsl(translated(SAMPLE))


def test_xdsl_reads_the_library() -> None:
    files = library(1)
    if not WHOLE:
        files.sort(key=lambda path: (path.stat().st_size, path))
        # Sixty files of all sizes but the largest: xDSL reads some thousand lines a second.
        files = [path for path in files if path.stat().st_size < 16_000]
        files = files[:: len(files) // 60 + 1]
    for path in files:
        check_with_xdsl(translated(path.read_bytes(), str(path)))

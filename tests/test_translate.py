"""Syntax trees to ops: order of evaluation, positions, every construct, hostile input."""

from __future__ import annotations

import ast
import gc
import os
import sys
import sysconfig
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noodlecore_trm.emit import emit
from noodlecore_trm.garbage import collection_rare
from noodlecore_trm.ir.facts import ModuleFacts
from noodlecore_trm.ir.op import Module, Op, Region, walk
from noodlecore_trm.ir.verify import verify
from noodlecore_trm.parse import parse_module
from noodlecore_trm.translate import translate
from noodlecore_trm.translate.translator import EXPRESSIONS, STATEMENTS

LIBRARY = Path(sysconfig.get_paths()["stdlib"])
WHOLE = os.environ.get("NOODLE_TEST_WHOLE_STDLIB") == "1"
SAMPLE = (
    "_pydecimal.py", "argparse.py", "asyncio/base_events.py", "dataclasses.py", "datetime.py", "tarfile.py",
    "test/test_grammar.py", "test/test_fstring.py", "test/test_patma.py", "test/test_except_star.py",
    "test/test_traceback.py", "typing.py",
)  # fmt: skip


def translated(source: str | bytes) -> Module:
    parsed = parse_module(source)
    assert parsed.tree is not None, parsed.error
    module = translate(parsed)
    verify(module)
    return module


def outline(region: Region) -> str:
    """The kinds of a region's ops in order, with the operands of each as distances back."""
    parts = []
    for index, op in enumerate(region.ops):
        label = op.attrs.get("name") or op.attrs.get("value", "")
        operands = "".join(f"<{index - region.ops.index(operand)}" for operand in op.operands)
        regions = "".join(f"{{{outline(inner)}}}" for inner in op.regions)
        parts.append(f"{op.kind}{f' {label}' if label != '' else ''}{operands}{regions}")
    return "; ".join(parts)


def slices(module: Module, kind: str) -> list[str]:
    ops = [op for op in walk(module.body) if op.kind == kind]
    return ["" if op.origin is None else module.source[slice(*op.origin)].decode() for op in ops]


def only(module: Module, kind: str) -> Op:
    (op,) = [op for op in walk(module.body) if op.kind == kind]
    return op


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a = b.c", "load b; getattr c<1; store a<1"),
        ("a.b = c", "load c; load a; setattr b<2<1"),
        ("a[b] = c", "load c; load a; load b; setitem<3<2<1"),
        ("a = b = c", "load c; assign<1{argument; store a<1}{argument; store b<1}"),
        (
            "a, *b.c, [d[e]] = f",
            "load f; assign<1{argument; unpack<1{argument; store a<1}{argument; load b; setattr c<2<1}"
            "{argument; unpack<1{argument; load d; load e; setitem<3<2<1}}}",
        ),
        ("a += b", "load a; load b; inplace<2<1; store a<1"),
        ("a.b -= c", "load a; getattr b<1; load c; inplace<2<1; setattr b<1<4"),
        ("a[b] *= c", "load a; load b; getitem<2<1; load c; inplace<2<1; setitem<1<5<4"),
        ("a: b = c", "load c; annassign<1{argument; store a<1}{load b; result<1}"),
        ("a.b: c", "annassign{argument; load a; setattr b<2<1}{load c; result<1}"),
        ("(a): b", "annassign{argument; store a<1}{load b; result<1}"),
        ("del a, b.c, d[e]", "delete{delname a; load b; delattr c<1; load d; load e; delitem<2<1}"),
        ("f(a, *b, c=d, **e)", "load f; load a; load b; star<1; load d; load e; call<6<5<3<2<1; expression<1"),
        ("f(c=d, *b)", "load f; load b; star<1; load d; call<4<2<1; expression<1"),
        ("{a: b, **c}", "load a; load b; load c; dict<3<2<1; expression<1"),
        ("a < b", "load a; load b; compare<2<1; expression<1"),
        ("a < b < c", "load a; load b; chain<2<1{load c; result<1}; expression<1"),
        ("a and b and c", "load a; boolean<1{load b; result<1}{load c; result<1}; expression<1"),
        ("a if b else c", "load b; select<1{load a; result<1}{load c; result<1}; expression<1"),
        ("assert a, b", "load a; assert<1{load b; result<1}"),
        ("(a := b)", "load b; walrus a<1; expression<1"),
        ("a[b:c, ::d, *e]", "load a; load b; load c; slice<2<1; load d; slice<1; load e; star<1; tuple<5<3<1; "
         "getitem<9<1; expression<1"),
        ("raise a from b", "load a; load b; raise<2<1"),
        ("lambda a=b, *, c=d: a", "load b; load d; lambda<2<1{load a; result<1}; expression<1"),
        (
            "[a for b in c if d if e for f in g]",
            "load c; comprehension<1{argument; comp_for<1{argument; store b<1}{load d; comp_if<1{load e; comp_if<1"
            "{load g; comp_for<1{argument; store f<1}{load a; comp_element<1}}}}}; expression<1",
        ),
        ("{a: b for c in d}", "load d; comprehension<1{argument; comp_for<1{argument; store c<1}{load a; load b; "
         "comp_element<2<1}}; expression<1"),
        ("for a in b: c\nelse: d", "load b; for<1{argument; store a<1}{load c; expression<1}{load d; expression<1}"),
        ("while a: b", "while{load a; result<1}{load b; expression<1}{}"),
        ("with a as b, c: d", "load a; with<1{argument; store b<1}{load c; with<1{}{load d; expression<1}}"),
        ("try: a\nexcept b as c: d\nexcept: e\nfinally: f", "try{load a; expression<1}{handler c{load b; result<1}"
         "{load d; expression<1}; handler{}{load e; expression<1}}{}{load f; expression<1}"),
        ("match a:\n case [b, c.d] if e: f", "load a; match<1{case{load e; result<1}{load f; expression<1}}"),
        ("f'{a!r:>{b}}c'", "load a; constant >; load b; format<1; fstring<3<1; format<5<1; constant c; fstring<2<1; "
         "expression<1"),
        ("'%s-%5r' % (a, b)", "constant %s-%5r; load a; format<1; load b; format<1; fstring<5<3<1; expression<1"),
        ("'%s-%d' % (a, b)", "constant %s-%d; load a; load b; tuple<2<1; binary<4<1; expression<1"),
        ("'%s-%s' % (a, *b)", "constant %s-%s; load a; load b; star<1; tuple<3<1; binary<5<1; expression<1"),
        ("b'%s' % (a,)", "constant b'%s'; load a; tuple<1; binary<3<1; expression<1"),
        ("('%s' * 2) % (a, b)", "opaque_expr; expression<1"),
        ("@a\nclass b(c, *d, e=f): pass", "load a; load c; load d; star<1; load f; class b<5<4<2<1{pass}"),
    ],
)  # fmt: skip
def test_order_of_evaluation(source: str, expected: str) -> None:
    assert outline(translated(source).body) == expected


def test_operands_of_a_function() -> None:
    source = "@a\ndef f(b: c, d: e = g, /, h=i, *j: k, l, m: n = o, **p: q) -> r: pass"
    definition = only(translated(source), "def")
    assert [op.attrs["name"] for op in definition.operands] == list("agioceknqr")
    assert definition.attrs == {
        "name": "f", "scope": "global", "kind": "def",
        "parameters": ("b", "d", "/", "h", "*j", "l", "m", "**p"),
        "layout": "dvvkaaaaaa", "defaulted": ("m",), "annotated": ("b", "d", "j", "m", "p", "return"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("signature", "parameters", "layout"),
    [
        ("", (), ""),
        ("a, b=1", ("a", "b"), "v"),
        ("a, /", ("a", "/"), ""),
        ("a=1, /, *, b=2", ("a", "/", "*", "b"), "vk"),
        ("*a, b", ("*a", "b"), ""),
        ("*, a=1, **b", ("*", "a", "**b"), "k"),
    ],
)
def test_signatures(signature: str, parameters: tuple[str, ...], layout: str) -> None:
    module = translated(f"def f({signature}): pass\ng = lambda {signature}: 0\n")
    for kind in ("def", "lambda"):
        op = only(module, kind)
        assert (op.attrs["parameters"], op.attrs["layout"]) == (parameters, layout)


def test_attributes() -> None:
    module = translated("import a.b, c as d\nfrom ..e import f as g, h\nfrom . import i\nfrom j import *\n")
    first, second, third, fourth = module.body.ops
    assert dict(first.attrs) == {
        "names": ("a.b", "c"), "aliases": ("", "d"), "binds": ("a", "d"), "scope": ("global", "global"),
    }  # fmt: skip
    assert dict(second.attrs) == {
        "module": "e", "level": 2, "names": ("f", "h"), "aliases": ("g", ""), "binds": ("g", "h"),
        "scope": ("global", "global"),
    }  # fmt: skip
    assert (third.attrs["module"], third.attrs["level"]) == ("", 1)
    assert (fourth.attrs["names"], fourth.attrs["binds"], fourth.attrs["scope"]) == (("*",), (), ())


def test_operators() -> None:
    module = translated("a @ b\na @= b\nnot ~-+a\na is not b not in c\na or b\nu'a'\n")
    ops = [op.attrs["op"] for op in walk(module.body) if "op" in op.attrs]
    assert ops == ["@", "@", "+", "-", "~", "not", "or"]
    assert only(module, "chain").attrs["ops"] == ("is not", "not in")
    assert only(module, "constant").attrs == {"value": "a", "u": True}


def test_spans_of_expressions_are_without_parentheses() -> None:
    module = translated("x = ((a) + (b.c))[d]\n")
    assert slices(module, "binary") == ["(a) + (b.c)"]
    assert slices(module, "getattr") == ["b.c"]
    assert slices(module, "store") == ["x = ((a) + (b.c))[d]"]


def test_spans_of_bindings() -> None:
    module = translated("for a, b.c in d: e.f = g\nwith h as i: pass\n")
    assert slices(module, "store") == ["a", "i"]
    assert slices(module, "setattr") == ["b.c", "e.f = g"]


def test_spans_of_definitions_begin_at_the_first_decorator() -> None:
    source = "if x:\n  @a.b(\n  'c')\n  @d\n  def f(): pass\n\n@(\n  # @\n  e\n)\nclass g: pass\n"
    source += "@ \\\nh\nasync def i(): pass\n"
    module = translated(source)
    starts = [text.partition("\n")[0] for text in slices(module, "def") + slices(module, "class")]
    assert starts == ["@a.b(", "@ \\", "@("]
    assert module.body.statements == tuple(op.origin for op in module.body.roots())


def test_spans_of_cases_begin_at_their_keyword() -> None:
    module = translated("match a:\n  case (\n    # case\n    1 |\n    case2.x): b\n  case c: d\n")
    assert slices(module, "case") == ["case (\n    # case\n    1 |\n    case2.x): b", "case c: d"]
    patterns = [op.attrs["pattern"] for op in walk(module.body) if op.kind == "case"]
    assert patterns == ["1 | case2.x", "c"]


def test_names_in_patterns() -> None:
    module = translated("match x:\n case [a, *b, {'k': c.d, **e}, F(g=h.i) as j, (1 | 2) as k, _]: pass\n")
    case = only(module, "case")
    assert set(case.attrs["binds"]) == set("abejk")
    assert set(case.attrs["reads"]) == {"c", "F", "h"}


def test_parts_of_fstrings_have_no_positions() -> None:
    module = translated("x = f'{a + [b for b in c][0]:{d}}' 'e' + f\n")
    located = [op.kind for op in walk(module.body) if op.origin is not None]
    assert located == ["fstring", "load", "binary", "store"]
    assert not any(op.edited for op in walk(module.body))
    assert slices(module, "fstring")[1:] == ["f'{a + [b for b in c][0]:{d}}' 'e'"]


def test_wrong_positions_in_fstrings_do_no_harm() -> None:
    parsed = parse_module("x = f'{a + b}'\n")
    assert parsed.tree is not None
    for node in ast.walk(parsed.tree):
        if isinstance(node, ast.Name) and node.id in "ab":
            node.lineno = node.end_lineno = 1_000_000
    assert only(translate(parsed), "binary").origin is None


def test_statements_of_a_block() -> None:
    module = translated("a\nif b:\n    c # d\n\n    e\n")
    assert [module.source[slice(*span)] for span in module.body.statements] == [b"a", b"if b:\n    c # d\n\n    e"]
    body = only(module, "if").regions[0]
    assert [module.source[slice(*span)] for span in body.statements] == [b"c", b"e"]
    assert not body.inline


@pytest.mark.parametrize(
    "source",
    [
        "if x: y", "if x: y; z", "if x:\n    y; z", "if x:\n    y;", "if x:\n    y ;  # c\n    z", "if x: \\\n    y",
        "if x:\n    y \\\n\n    z", "if x:\n    '''\n''' ; z", "if x: '''\n'''\n",
    ],
)  # fmt: skip
def test_statements_that_share_a_line(source: str) -> None:
    module = translated(source)
    assert only(module, "if").regions[0].inline
    assert not module.body.inline


@pytest.mark.parametrize(
    "source",
    [
        "if x:\n    y", "if x:\n\ty # ; c\n\tz", "if x:\n    y = ';'\n    z", "if x:\n  # a \\\n  y",
        "if x:\n  y = \\\n   z", "if x:\r    y\r    '''\r ; '''\r    z", "\x0cif x:\n\x0c    y\n\x0c    z",
    ],
)  # fmt: skip
def test_statements_on_lines_of_their_own(source: str) -> None:
    assert not only(translated(source), "if").regions[0].inline


def test_inline_arms() -> None:
    module = translated("try: a\nexcept b:\n    c\nelse: d\nfinally:\n    e\n")
    op = only(module, "try")
    assert [region.inline for region in op.regions] == [True, False, True, False]
    assert not op.regions[1].ops[0].regions[1].inline


def test_elif() -> None:
    module = translated("if a: b\nelif c: d\nelse:\n    if e: f\n")
    flags = [op.attrs["elif"] for op in walk(module.body) if op.kind == "if"]
    assert flags == [False, True, False]


def test_joined_managers() -> None:
    module = translated("async def f():\n    async with a as b, c:\n        d\n    with (e, g as h): pass\n")
    flags = [(op.attrs["async"], op.attrs["joined"]) for op in walk(module.body) if op.kind == "with"]
    assert flags == [(True, False), (True, True), (False, False), (False, True)]
    assert len(set(slices(module, "with"))) == 2


def test_functions_are_listed_outermost_first_in_source_order() -> None:
    source = "def a():\n  def b(): pass\n  class C:\n    async def d(self): pass\n"
    source += "class E:\n  def f(self): pass\ndef g(): pass\n"
    assert [op.attrs["name"] for op in translated(source).functions] == list("abdfg")


EVERYTHING = '''\
from __future__ import generator_stop
import os.path as p, sys
async def f(a, /, b: int = 1, *c, d, e=2, **g) -> None:
    """Doc."""
    global h
    async for i, *j in k(): await i
    else: return
    async with l as m[0]: yield m
    return [n async for n in o if await n]
class C(B, metaclass=M):
    x: int
    __y: "z" = lambda self, *, q=1: q
    def m(self):
        nonlocal_ = 1
        def n():
            nonlocal nonlocal_
            nonlocal_ += 1
            yield from n()
        return super().m()
try:
    raise E from None
except* (E, F) as g:
    pass
try: pass
except E: raise
except: pass
else: pass
finally: del a, b.c, d[e:f, ...]
for a in *b, c:
    if a: continue
    else: break
while (a := b()) is not None and not c or d: pass
match a, b:
    case {"k": 1 | -2 | 3 + 4j, **rest} if rest: pass
    case C(1, x=[_, *_]) | None | "a" "b": pass
    case (x): pass
with (a as b, c): d: int = e
x = y = {**a, b: c}, {*a, 1}, [*a, b""], (), {}, [], ...
x @= y ** -z // ~w << 1 >> 2 & 3 | 4 ^ 5 % 6 / 7
a < b <= c != d is e is not f in g not in h == i >= j > k
f"{a!r:{b}}{c=}" rf"\\{d}" "e"
print(*a, b, *c, d=e, **f)
a[b:c:d, *e], a[:], a[::1] = 1, (yield_ := 2), 3
assert a, b
assert c
{a: b for c in d for e in f if g if h}
{a for b in c}
(a for b in c)
x if y else z
del (a)
'''


def test_every_construct_is_understood() -> None:
    module = translated(EVERYTHING)
    assert not [op for op in walk(module.body) if op.kind.startswith("opaque")]


def test_every_kind_of_node_is_translated() -> None:
    for base, table in ((ast.expr, EXPRESSIONS), (ast.stmt, STATEMENTS)):
        for kind in base.__subclasses__():
            known = table[kind].__module__ != "noodlecore_trm.translate.opaque"
            assert known, kind


@pytest.mark.parametrize(
    ("source", "names"), [("del (a, b)", "ab"), ("del [a, [b]], c", "abc"), ("del (), a, (b,)", "ab"), ("del (a)", "a")]
)
def test_what_stands_in_brackets_is_deleted_one_by_one(source: str, names: str) -> None:
    module = translated(source)
    (op,) = module.body.ops
    assert [each.attrs["name"] for each in op.regions[0].ops] == list(names)
    assert list(ModuleFacts(module).bindings) == list(names)
    assert ast.dump(ast.parse(emit(module, everything=True))) == ast.dump(ast.parse(source))


def test_deleting_nothing_stays_text() -> None:
    (op,) = translated("del ()").body.ops
    assert (op.kind, op.attrs["text"]) == ("opaque", "del ()")


def test_a_node_of_a_later_python_stays_text(monkeypatch: pytest.MonkeyPatch) -> None:
    from noodlecore_trm.translate.opaque import complete_tables

    for table, kind in ((EXPRESSIONS, ast.Await), (STATEMENTS, ast.Pass)):
        monkeypatch.delitem(table, kind)
    complete_tables()
    module = translated("async def f():\n    x = await y(z)\n    pass\n")
    text = only(module, "opaque_expr")
    assert (text.attrs["text"], text.attrs["reads"]) == ("await y(z)", ("y", "z"))
    assert only(module, "opaque").attrs["text"] == "pass"
    assert module.functions[0].regions[0].scope.dynamic.startswith("not understood: ")  # type: ignore[union-attr]


@pytest.mark.parametrize("source", [b"x = (", b"# coding: x\n", b"\xff", b"\0", "a+" * 9000 + "a"])
def test_what_does_not_parse_is_one_opaque_op(source: bytes | str) -> None:
    module = translate(parse_module(source))
    (op,) = module.body.ops
    assert op.kind == "opaque"
    assert module.body.scope is not None
    assert module.body.scope.dynamic == "does not parse"
    assert module.functions == ()
    verify(module)


@pytest.mark.parametrize("source", [b"", b"\n", b"# a", b"\xef\xbb\xbf", b"\x0c\n", b"\r"])
def test_empty_files(source: bytes) -> None:
    module = translated(source)
    assert module.body.ops == []
    assert module.body.statements == ()


@pytest.mark.parametrize(
    "source",
    [
        "x = " + "a+" * 900 + "a\n",
        "x = " + "a.b" + ".b" * 900 + "\n",
        "x = " + "(" * 150 + "a" + ")" * 150 + "\n",
        "x = " + "[" * 90 + "a" + "]" * 90 + "\n",
        "x = " + "a if b else " * 900 + "c\n",
        "x = " + "lambda: " * 90 + "c\n",
        "if a: b\n" + "elif c: d\n" * 900,
        "x = " + "a and b < c or " * 2900 + "d\n",
        "x = f(" + "1, " * 20_000 + ")\n",
        "x = " + "not " * 900 + "a\n",
        "".join(f"{' ' * depth}if a:\n" for depth in range(99)) + " " * 99 + "b\n",
        "".join(f"{' ' * depth}def f():\n" for depth in range(19)) + " " * 19 + "b\n",
    ],
    ids=lambda source: source[:12],
)
def test_deep_and_long_code(source: str) -> None:
    limit = sys.getrecursionlimit()
    module = translated(source)
    assert not [op for op in walk(module.body) if op.kind == "opaque"]
    assert sys.getrecursionlimit() == limit


def test_three_thousand_terms() -> None:
    parsed = parse_module("x = " + "a+" * 3000 + "a\n")
    module = translate(parsed)
    kinds = {op.kind for op in walk(module.body)}
    assert kinds == ({"opaque"} if parsed.tree is None else {"load", "binary", "store"})


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_positions_do_not_depend_on_newlines(newline: str, bom: bytes) -> None:
    source = bom + EVERYTHING.replace("\n", newline).encode()
    module = translated(source)
    assert module.newline == newline
    plain = translated(EVERYTHING)
    assert [text.replace(newline, "\n") for text in slices(module, "load")] == slices(plain, "load")
    assert [text.replace(newline, "\n") for text in slices(module, "def")] == slices(plain, "def")


def test_positions_in_another_encoding() -> None:
    module = translated(b"# coding: latin-1\n\xe9 = '\xe9\xe9'; \xe9.\xe9\n")
    assert slices(module, "constant") == ["'éé'"]
    assert slices(module, "getattr") == ["é.é"]


def test_invalid_programs_that_parse_are_translated() -> None:
    sources = (
        "return 1", "yield 1", "nonlocal x", "*a", "def f():\n nonlocal x\n x = 1", "await x", "[x async for x in y]",
        "def f():\n x = 1\n global x", "class C:\n [(x := 1) for y in z]", "break", "def f():\n from x import *",
        "async def f():\n yield from x",
    )  # fmt: skip
    for source in sources:
        parsed = parse_module(source)
        assert parsed.tree is not None
        assert translate(parsed).body.ops


@pytest.mark.parametrize("source", ["*a = b", "*a, *b = c", "for *a in b: c", "[a for *a in b]", "with a as *b: c"])
def test_targets_that_no_compiler_takes_leave_the_file_alone(source: str) -> None:
    parsed = parse_module(source)
    assert parsed.tree is not None
    module = translate(parsed)
    assert [op.kind for op in module.body.ops] == ["opaque"]
    assert module.body.scope is not None
    assert module.body.scope.dynamic == "assigns to a starred target"


def test_the_garbage_collector_is_left_as_it_was() -> None:
    before = gc.get_threshold()
    with collection_rare():
        inside = gc.get_threshold()
        translated("x = 1")
        assert gc.get_threshold() == inside
    assert inside[0] > before[0]
    assert gc.get_threshold() == before
    gc.set_threshold(0)  # the user wants none
    try:
        with collection_rare():
            assert gc.get_threshold()[0] == 0
        assert gc.get_threshold()[0] == 0
    finally:
        gc.set_threshold(*before)


def library_files() -> list[Path]:
    if not WHOLE:
        return [path for name in SAMPLE if (path := LIBRARY / name).is_file()]  # some come without their tests
    return sorted(path for path in LIBRARY.rglob("*.py") if "site-packages" not in path.parts)


@pytest.mark.parametrize("path", library_files(), ids=lambda path: str(path.relative_to(LIBRARY)))
def test_the_library(path: Path) -> None:
    parsed = parse_module(path.read_bytes(), str(path))
    module = translate(parsed)
    if parsed.tree is None:
        assert [op.kind for op in module.body.ops] == ["opaque"]
        return
    verify(module)
    count = 0
    for op in walk(module.body):
        assert not op.edited
        count += op.kind == "def"
        if op.origin is not None:
            text = module.source[op.origin[0] : op.origin[1]]
            if op.kind == "load" and text.isascii():
                assert text.decode() == op.attrs["name"]
            elif op.kind in ("def", "class"):
                assert text.startswith((b"def", b"async", b"class", b"@"))
            elif op.kind == "getattr" and text.isascii():
                assert text.endswith(op.attrs["name"].encode())
            elif op.kind == "case":
                assert text.startswith(b"case")
    assert len(module.functions) == count


@given(st.text(alphabet="ab1 \n\t:=,.()[]{}+*@'\"\\;#\r\x0cdefi", max_size=40))
def test_never_raises(source: str) -> None:
    assert translate(parse_module(source)).body.scope is not None

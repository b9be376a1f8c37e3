"""The scope resolver against the compiler's own symbol table."""

from __future__ import annotations

import _symtable
import os
import symtable
import sysconfig
import warnings
from pathlib import Path
from typing import Any

import pytest

from noodlecore_trm.ir.scope import Scope
from noodlecore_trm.parse import parse_module
from noodlecore_trm.translate import translate

LIBRARY = Path(sysconfig.get_paths()["stdlib"])
WHOLE = os.environ.get("NOODLE_TEST_WHOLE_STDLIB") == "1"
SAMPLE = (
    "abc.py", "ast.py", "collections/__init__.py", "contextlib.py", "dataclasses.py", "datetime.py", "enum.py",
    "functools.py", "importlib/metadata/__init__.py", "inspect.py", "tarfile.py", "textwrap.py", "typing.py",
    "unittest/mock.py", "weakref.py",
)  # fmt: skip

HARD_CASES = '''\
x = 1
def f(a, /, b, *c, d, **e):
    return x, a, b, c, d, e, y
---
def f():
    x = 1
    def g():
        nonlocal x
        x = 2
        def h():
            return x
---
def f():
    global x
    x = 1
    def g():
        return x
---
def f(x):
    def g():
        global x
        def h():
            return x
        x = 2
---
def f(x):
    class C:
        x = x
        def m(self):
            return x, __class__
    return C
---
def f(x):
    class C:
        global x
        x = 1
        def m(self):
            return x
---
def f(x):
    class C:
        nonlocal x
        x = 1
    return C, x
---
class C:
    def m(self):
        return super().m()
    def n(self):
        return lambda: super().n
---
class C:
    x = [super for i in y]
    z = lambda: super
---
class A:
    def f(self):
        class B:
            def g(self):
                return super(), __class__
---
class A:
    def f(self):
        class B:
            x = __class__
---
class C:
    def f(self, __x):
        __y = __x
        return [__z for __z in __y], _C__x
---
class _:
    def f(self):
        __x = 1
        return __x
---
class __C__:
    def f(self):
        import __a, __b.c, d as __e
        return __a, __b, __e, __f__
---
class A:
    class __:
        def f(self):
            return __x
---
class A:
    def f(self):
        def __g():
            nonlocal __h
            __h = 1
        __h = 0
---
[x for x in y if (z := x)]
---
def f():
    return [[(z := x) for x in y] for y in w], z
---
def f():
    global z
    return [(z := x) for x in y]
---
f = lambda x=y: [(z := x) for x in x]
---
def f():
    x: int
    (y): int
    (z): int = 1
    return x, y
---
from __future__ import annotations
def f(a: b) -> c:
    x: d = 1
    y: (lambda: e)
    return d
---
def f(a: b, c: (lambda: d) = 1) -> e:
    return a
---
def f(s):
    match s:
        case [a, *b, {"k": c, **d}, C(x=e, y=f.g as h)] if i:
            return a
---
def f():
    try:
        pass
    except A as e:
        return lambda: e
    finally:
        del g
---
async def f():
    async with a as b:
        async for c in d:
            return [e async for e in c]
---
def f(x):
    return {a: b for a, b in x}, {c for c in x}, (d for d in x for e in d)
---
def f():
    with a as (b, [c, *d]), e as g.h, i as j[k]:
        pass
---
def f():
    for a.b, c[d], *e in g:
        pass
    else:
        del (h, [i])
---
def f():
    x += 1
    y.z += 1
    w[v] += 1
---
class C(B, m=D):
    @dec
    def f(self, a=b): pass
    f: int = f
---
def outer():
    x = 1
    def middle():
        class C:
            def inner(self):
                return x
'''

Canonical = tuple[str, str, tuple[tuple[str, str], ...], tuple[str, ...], tuple[Any, ...]]

_BOUND = _symtable.DEF_LOCAL | _symtable.DEF_PARAM | _symtable.DEF_IMPORT


def library_files() -> list[Path]:
    if not WHOLE:
        return [LIBRARY / name for name in SAMPLE]
    return sorted(path for path in LIBRARY.rglob("*.py") if "site-packages" not in path.parts)


def expected(table: symtable.SymbolTable) -> Canonical:
    kind = table.get_type()
    slots: dict[str, str] = {}
    bound = []
    for name, flags in table._table.symbols.items():  # type: ignore[attr-defined]
        if name == ".0":
            continue
        where = flags >> _symtable.SCOPE_OFF & _symtable.SCOPE_MASK
        if where == _symtable.LOCAL:
            slots[name] = {"module": "global", "class": "class", "function": "local"}[kind]
        elif where == _symtable.CELL:
            slots[name] = "cell"
        elif where == _symtable.FREE:
            slots[name] = "free"
        else:
            slots[name] = "global"
        if flags & _BOUND and kind != "module":
            bound.append(name)
    children = sorted((expected(child) for child in table.get_children()), key=repr)
    name = "module" if kind == "module" else table.get_name()
    return kind, name, tuple(sorted(slots.items())), tuple(sorted(bound)), tuple(children)


def resolved(scope: Scope, class_name: str = "") -> Canonical:
    class_name = scope.name if scope.kind == "class" else class_name
    prefix = "_" + class_name.lstrip("_")

    def is_alias(name: str) -> bool:
        private = name.startswith("__") and not name.endswith("__")
        return bool(private and class_name.strip("_") and prefix + name in scope.slots)

    kind = scope.kind if scope.kind in ("module", "class") else "function"
    slots = tuple(sorted((name, slot) for name, slot in scope.slots.items() if not is_alias(name)))
    bound = () if kind == "module" else tuple(sorted(name for name in scope.bound if not is_alias(name)))
    children = sorted((resolved(child, class_name) for child in scope.children), key=repr)
    return kind, scope.name.strip("<>"), slots, bound, tuple(children)


def scope_of(source: str | bytes) -> Scope:
    scope = translate(parse_module(source)).body.scope
    assert scope is not None
    return scope


def assert_agrees(source: str | bytes) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        table = symtable.symtable(source, "<test>", "exec")
    assert resolved(scope_of(source)) == expected(table)


@pytest.mark.parametrize("path", library_files(), ids=lambda path: str(path.relative_to(LIBRARY)))
def test_agrees_with_symtable_on_the_library(path: Path) -> None:
    source = path.read_bytes()
    parsed = parse_module(source, str(path))
    if parsed.tree is None:
        pytest.skip("does not parse")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            table = symtable.symtable(parsed.source.decode(), str(path), "exec")
    except SyntaxError:
        pytest.skip("does not compile")
    scope = translate(parsed).body.scope
    assert scope is not None
    assert resolved(scope) == expected(table)


@pytest.mark.parametrize("source", HARD_CASES.split("---\n"))
def test_agrees_with_symtable_on_hard_cases(source: str) -> None:
    assert_agrees(source)


def test_every_name_op_tells_its_slot() -> None:
    source = (
        "import a.b as c, d.e\n"
        "def f(x):\n"
        "    from g import h\n"
        "    def i():\n"
        "        return x, c, h\n"
        "    class J:\n"
        "        k = x\n"
        "    return i\n"
    )
    module = translate(parse_module(source))
    imports = module.body.ops[0]
    assert imports.attrs["binds"] == ("c", "d")
    assert imports.attrs["scope"] == ("global", "global")
    outer, inner = module.functions
    assert outer.attrs["scope"] == "global"
    assert inner.attrs["scope"] == "local"
    assert outer.regions[0].ops[0].attrs["scope"] == ("cell",)
    loads = {op.attrs["name"]: op.attrs["scope"] for op in inner.regions[0].ops if op.kind == "load"}
    assert loads == {"x": "free", "c": "global", "h": "free"}
    class_ = next(op for op in outer.regions[0].ops if op.kind == "class")
    assert [op.attrs["scope"] for op in class_.regions[0].ops] == ["free", "class"]


def test_knows_what_a_nested_scope_may_rebind() -> None:
    scope = scope_of(
        "def f():\n    a = b = c = 0\n    def g():\n        nonlocal a, b\n        a = b\n"
        "    [(c := x) for x in y]\n    def h():\n        global d\n        d = 1\n"
    )
    assert scope.written_below == {"d"}
    assert scope.children[0].written_below == {"a", "c"}


@pytest.mark.parametrize(
    "body",
    [
        "return locals()", "exec(s)", "return eval(s)", "sys._getframe(1)", "inspect.currentframe()",
        "return [vars() for x in y]", "return lambda: dir()", "builtins.locals()", "breakpoint()",
        "return s.gi_frame.f_locals", "getattr(sys, '_getframe')(1)", "attrgetter('tb_frame.f_locals')(s)",
        "builtins.__dict__['eval'](s)",
    ],
)  # fmt: skip
def test_code_that_sees_names_taints_its_function(body: str) -> None:
    module = scope_of(f"def outer():\n    def f(s):\n        {body}\n    def clean():\n        return 1\n")
    outer = module.children[0]
    f, clean = outer.children
    assert f.dynamic.startswith("uses ")
    assert outer.dynamic.startswith("uses ")
    assert clean.dynamic == ""


@pytest.mark.parametrize("statement", ["from pdb import eval", "from inspect import currentframe"])
def test_what_sees_names_does_so_where_a_function_imports_it(statement: str) -> None:
    name = statement.rpartition(" ")[2]
    module = scope_of(f"def f():\n    {statement}\n    def g():\n        return {name}\ndef h():\n    return 1\n")
    f, h = module.children
    assert f.dynamic == f"imports {name}"
    assert f.children[0].dynamic == f"uses {name}"
    assert h.dynamic == ""


def test_what_a_pattern_reads_may_see_names() -> None:
    f = scope_of("def f(s):\n    match s:\n        case object(_getframe=g): return g\n").children[0]
    assert f.dynamic == "uses _getframe"


@pytest.mark.parametrize(
    "rest",
    [
        "L = locals\n", "def g():\n    return map(eval, x)\n", "import builtins as b\n",
        "import builtins\nb = builtins\n", "import builtins\ngetattr(builtins, 'eval')(x)\n",
        "import builtins\ng(builtins)\n", "b = __import__('builtins')\n",
        "b = importlib.import_module('builtins')\n", "b = __builtins__\n", "import builtins\nbuiltins.eval(s)\n",
        "six.moves.builtins.eval(s)\n", "from builtins import eval\n",
        "sys.modules['builtins'].vars()\n", "len.__self__.locals()\n", "f.__builtins__['locals']()\n",
    ],
)  # fmt: skip
def test_what_sees_names_by_any_name_taints_the_whole_file(rest: str) -> None:
    module = scope_of(f"def clean():\n    return 1\n{rest}")
    assert all(scope.dynamic for scope in module.walk())


@pytest.mark.parametrize("rest", ["def g(dir):\n    return dir\n", "vars = 1\ndef g():\n    return vars(x)\n"])
def test_names_of_ones_own_do_not(rest: str) -> None:
    assert not scope_of(f"def clean():\n    return 1\n{rest}").children[0].dynamic


@pytest.mark.parametrize(
    "source",
    [
        "class C:\n    def dir(self): pass\n    def eval(self): return self.dir\n",
        "def f(dir):\n    return dir\n",
        "def f():\n    vars = 1\n    return vars\n",
        "x.eval(y).locals.exec\n",
        "import builtins\nbuiltins.open(x)\nbuiltins._ = y\nz = z is builtins\n",
        "import builtins\ngetattr(builtins, 'len')(hasattr(builtins, x))\n",
        "def f(builtins):\n    return 'f' in builtins, g(builtins), 'a frame', 'x.frame'\n",
    ],
)
def test_names_that_only_look_dynamic_do_not_taint(source: str) -> None:
    assert not any(scope.dynamic for scope in scope_of(source).walk())


def test_a_name_bound_in_a_class_may_still_be_the_builtin() -> None:
    scope = scope_of("class C:\n    if x:\n        dir = y\n    z = dir()\n")
    assert scope.children[0].dynamic == "uses dir"


def test_dynamic_names_in_disguise_taint_the_file() -> None:
    scope = scope_of("from builtins import eval as e\ndef f():\n    return e('x')\n")
    assert all(each.dynamic for each in scope.walk())
    assert scope_of("from m import *\n").dynamic == "star import"


def test_private_names_are_known_by_both_spellings_and_left_alone() -> None:
    scope = scope_of("class C:\n  def f(self, __x):\n    def g():\n      nonlocal __x\n      __x = 1\n")
    f = scope.children[0].children[0]
    assert f.parameters == ("self", "_C__x")
    assert f.slots["__x"] == f.slots["_C__x"] == "cell"
    assert {"__x", "_C__x"} <= f.bound & f.written_below
    assert f.dynamic == "uses the private name __x"
    assert scope.dynamic == ""


@pytest.mark.parametrize(
    ("source", "suspending"),
    [
        ("def f():\n    yield 1\n", {"f"}),
        ("def f():\n    return lambda: (yield)\n", {"<lambda>"}),
        ("async def f():\n    return [await x for x in y]\n", {"f", "<listcomp>"}),
        ("async def f():\n    pass\ndef g(): pass\n", {"f"}),
        ("def f():\n    def g():\n        yield from x\n", {"g"}),
    ],
)
def test_knows_what_suspends(source: str, suspending: set[str]) -> None:
    assert {scope.name for scope in scope_of(source).walk() if scope.suspends} == suspending


def test_a_generator_that_awaits_does_not_suspend_its_function() -> None:
    scope = scope_of("def f():\n    return (await x for x in y)\n")
    assert not scope.children[0].suspends
    assert scope.children[0].children[0].suspends


def test_qualified_names() -> None:
    scope = scope_of("def f():\n    class C:\n        def g(self):\n            return [x for x in y]\n")
    assert [each.qualname for each in scope.walk()] == [
        "<module>", "f", "f.<locals>.C", "f.<locals>.C.g", "f.<locals>.C.g.<locals>.<listcomp>",
    ]  # fmt: skip


def test_slots_stand_in_the_order_of_the_code() -> None:
    scope = scope_of("def f(b, a):\n    d = c\n    return a, d, b\n").children[0]
    assert list(scope.slots) == ["b", "a", "c", "d"]

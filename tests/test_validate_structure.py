"""What counts as the same shape of a module."""

from __future__ import annotations

import subprocess
import sys

import pytest

from noodlecore_trm.validate.structure import check_structure, module_names

BEFORE = b'''"""A module."""
from __future__ import annotations
import os.path as p, sys
if sys.argv:
    LIMIT = 3
def f(a, /, b=1, *rest, k, **more):
    """Doc."""
    return a + b
class C(object):
    def m(self): return 1
def g():
    global late
    late = 1
    yield late
'''


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"return a + b", b"return b + a"),
        (b"return a + b", b"_t = a\n    return _t + b"),
        (b"import os", b"_TABLE = frozenset({1})\nimport os"),
        (b"    LIMIT", b"    pass\n    LIMIT"),
    ],
)
def test_same_shape(old: bytes, new: bytes) -> None:
    verdict = check_structure(BEFORE, BEFORE.replace(old, new, 1))
    assert (verdict.status, verdict.detail) == ("passed", "")


@pytest.mark.parametrize(
    ("old", "new", "detail"),
    [
        (b"return a + b", b"return a +", "does not parse"),
        (b"def g", b"return\ndef g", "does not parse"),
        (b"LIMIT = 3", b"pass", "a name is lost: LIMIT"),
        (b"LIMIT = 3", b"LIMIT = other = 3", "a public name is new: other"),
        (b"global late", b"pass", "a name is lost: late"),
        (b"as p, sys", b"as q, sys", "a name is lost: p"),
        (b"(a, /, b=1", b"(a, b=1", "the signature, kind or docstring changed: f"),
        (b"b=1", b"b", "the signature, kind or docstring changed: f"),
        (b"def f", b"async def f", "the signature, kind or docstring changed: f"),
        (b"yield late", b"return late", "the signature, kind or docstring changed: g"),
        (b"Doc.", b"Text.", "the signature, kind or docstring changed: f"),
        (b"A module", b"The module", "the signature, kind or docstring changed: <module>"),
        (b"annotations", b"division", "a name is lost: annotations"),
        (b"m(self)", b"m(self, x)", "the signature, kind or docstring changed: C.m"),
        (b"m(self)", b"n(self)", "the signature, kind or docstring changed: C.m"),
        (b"    def m", b"    @property\n    def m", "the signature, kind or docstring changed: C.m"),
    ],
)
def test_another_shape(old: bytes, new: bytes, detail: str) -> None:
    verdict = check_structure(BEFORE, BEFORE.replace(old, new, 1))
    assert verdict.status == "failed"
    assert detail in verdict.detail


def test_what_never_parsed_must_stay() -> None:
    assert check_structure(b"def", b"def").status == "passed"
    assert check_structure(b"def", b"pass").status == "failed"


def test_text_outside_the_edits() -> None:
    before, after = b"x = 1 # one\ny = 2\n", b"x = 10 # one\ny = 2\n"
    assert check_structure(before, after, edited=[((4, 5), (4, 6))]).status == "passed"
    assert check_structure(before, after, edited=[]).detail == "text outside the edits changed after line 1"
    changed = after.replace(b"one", b"two")
    assert check_structure(before, changed, edited=[((4, 5), (4, 6))]).status == "failed"
    unordered = [((4, 5), (4, 6)), ((0, 1), (0, 1))]
    assert check_structure(before, after, edited=unordered).detail == "the edited spans are not in order"


def test_module_names() -> None:
    import ast

    source = """
import a.b, c.d as e
from f import g as h, i
for j, (k, *l) in []: m = 1
with n as o: pass
try: pass
except E as p: pass
match q:
    case {"r": s, **t} | [s, *t]: pass
(u := 1)
[v for w in [] if (x := w)]
def y(z): inner = 1
class A: attribute = 1
B: int = 1
C += 1
lambda D: 1
"""
    assert module_names(ast.parse(source)) == {
        "a",
        "e",
        "h",
        "i",
        "j",
        "k",
        "l",
        "m",
        "o",
        "p",
        "s",
        "t",
        "u",
        "x",
        "y",
        "A",
        "B",
        "C",
    }


def test_importing_the_judges_is_cheap() -> None:
    code = (
        "import sys, noodlecore_trm.validate as v; before = set(sys.modules); "
        "assert not any(m.startswith('noodlecore_trm.validate.') for m in before); "
        "from noodlecore_trm.validate import pool, same, check_structure; assert callable(pool); "
        "assert not {'numpy', 'networkx', 'libcst', 'rich'} & set(sys.modules); "
        "assert all(getattr(v, name) is not None for name in v.__all__); "
        "assert callable(v.pool)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)

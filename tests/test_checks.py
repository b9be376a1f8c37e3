"""Checks of types and items: what is built is what is read, and what they show ends where it must."""

from __future__ import annotations

import textwrap

import pytest

from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.checks import read_checks, read_limits
from noodlecore_trm.ir.facts.function import ModuleFacts
from noodlecore_trm.ir.facts.loops import comes_first, runs
from noodlecore_trm.ir.op import Op, walk
from noodlecore_trm.parse import parse_module
from noodlecore_trm.translate import translate

GRID = (
    "type(a) is list and not [r for r in a if type(r) is not list]"
    " and not [x for r in a for x in r if type(x) is not int]"
)
TRUSTED = frozenset(("type", "int", "float", "list", "tuple", "str", "len"))


def function(text: str, name: str = "f") -> Function:
    module = translate(parse_module(textwrap.dedent(text)))
    facts = ModuleFacts(module)
    (op,) = [op for op in module.functions if op.attrs["name"] == name]
    return Function(facts, op)


def condition_of(text: str) -> Op:
    (op,) = [op for op in walk(function(f"def f(a, n):\n    if {text}:\n        pass\n").body) if op.kind == "if"]
    return op.operands[0]


def items(found: Function, name: str = "found") -> set[str]:
    """The types that `found = ...` can store."""
    (store,) = [op for op in walk(found.body) if op.kind == "store" and op.attrs["name"] == name]
    found.look_from(store)
    return {str(atom) for atom in found.value(store.operands[0])}


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("type(a) is int", [{"int"}]),
        ("type(a) is int or type(a) is float", [{"int", "float"}]),
        ("type(a) is list and not [x for x in a if type(x) is not int]", [{"list"}, {"int"}]),
        (GRID, [{"list"}, {"list"}, {"int"}]),
        # the items were looked at before anything was known of what holds them
        ("not [x for x in a if type(x) is not int] and type(a) is list", [{"list"}]),
        # what else the test calls may have changed the items
        ("type(a) is list and not [x for x in a if type(x) is not int] and n()", [{"list"}]),
        ("type(a) is list and not [x for x in a if type(n) is not int]", [{"list"}]),
        ("type(a) is list and not {x for x in a if type(x) is not int}", [{"list"}]),
        ("type(a) is list and not [x for y in a for x in n if type(x) is not int]", [{"list"}]),
        ("type(a) is int and (a := n)", None),
        ("type(a) == int", None),
    ],
)
def test_what_a_test_shows(text: str, levels: list[set[str]] | None) -> None:
    checks = read_checks(condition_of(text), TRUSTED.__contains__)
    found = [[set(level) for level in check.levels] for check in checks if check.name == "a"]
    assert found == ([levels] if levels else [])


def test_nothing_is_read_where_type_is_not_the_builtin() -> None:
    assert read_checks(condition_of("type(a) is int"), frozenset(("int",)).__contains__) == []


def test_limits_belong_to_lists_that_the_test_has_checked() -> None:
    (limit,) = read_limits(condition_of("type(a) is list and n <= len(a)"), TRUSTED.__contains__)
    assert (limit.count.attrs["name"], limit.container) == ("n", "a")
    assert read_limits(condition_of("n <= len(a)"), TRUSTED.__contains__) == []
    assert read_limits(condition_of("type(a) is list and n <= len(a) and f()"), TRUSTED.__contains__) == []


def test_items_are_known_in_the_arm() -> None:
    assert items(function(f"def f(a):\n    if {GRID}:\n        found = a[0][0]\n")) == {"int"}


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("g(); found = a[0][0]", "what g does nobody knows"),
        ("found = a[0][0]; yield", "anybody may change the list before the generator goes on"),
        ("b += ['x']; found = a[0][0]", "a row that was empty may hold a string now"),
        ("b[0] = 'x'; found = a[0][0]", "b may be any list, so a row of a"),
        ("a[0][0] = 'x'; found = a[0][0]", "all rows are one as far as we know"),
        ("a.append(1); found = a[0][0]", "an empty row would be an empty table"),
        ("rows = [a[0]]; a.pop(); found = rows[0][0]", "in a list of our own it is lost sight of"),
    ],
)
def test_what_ends_it(body: str, why: str) -> None:
    found = items(function(f"def f(a, b):\n    if {GRID} and type(b) is list:\n        {body}\n"))
    assert found != {"int"}, why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            f"def f(a):\n    if {GRID}:\n        row = a[0]\n    g()\n    found = row[0]",
            "after the arm g may have changed the row",
        ),
        (
            f"def f(a, rows):\n    for _ in rows:\n        if {GRID}:\n            found = a[0][0]",
            "what the turn before has left in variables may have changed since",
        ),
    ],
)
def test_where_it_does_not_hold(text: str, why: str) -> None:
    assert "any" in items(function(text)), why


def test_checked_globals_are_known_until_foreign_code_runs() -> None:
    text = "W = 3\ndef f(a):\n    if type(W) is int:\n        {}\n"
    assert items(function(text.format("found = W + 1"))) == {"int"}
    assert "any" in items(function(text.format("a(); found = W + 1")))
    assert "any" in items(function(text.format("global W; W = 'x'; found = W + 1")))


def loop_of(text: str, target: str = "j") -> tuple[Function, Op]:
    found = function(
        f"def f(n, q):\n    a = [[0] * 3 for _ in range(3)]\n    if type(n) is int:\n{textwrap.indent(text, ' ' * 8)}"
    )
    loops = [op for op in walk(found.body) if op.kind == "for" and op.regions[0].ops[-1].attrs.get("name") == target]
    found.look_from(loops[0])
    return found, loops[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("for j in range(3): pass", True),
        ("for j in range(n): pass", False),
        ("for j in (1, n): pass", True),
        ("for j in (*q,): pass", False),
        ("for i in range(n):\n    for j in range(n): pass", True),
        ("for i in range(n):\n    for j in range(i, n): pass", True),
        ("for i in range(n):\n    for j in range(i): pass", False),
        ("for i in range(n):\n    for j in range(i + 1, n): pass", False),
        ("for i in range(n):\n    n = n - 1\n    for j in range(n): pass", False),
        ("for j in range(3, 0, -1): pass", True),
        ("for j in range(0, 3, -1): pass", False),
    ],
)
def test_loops_that_are_sure_to_turn(text: str, expected: bool) -> None:
    assert runs(*loop_of(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("for j in range(3): x = a[n][j]", True),
        ("for j in range(3): x = a[q[0]][j]", False),
        ("for j in range(3):\n    a[0][0] = 1\n    x = a[n][j]", False),
        ("for j in range(3):\n    q()\n    x = a[n][j]", False),
        ("for j in range(3):\n    if j: x = a[n][j]", False),
        ("for j in range(3):\n    x = 1 // n + a[n][j]", False),
        ("for j in range(3):\n    x = a[j][0] + a[n][j]", True),
        ("for j in range(3):\n    for k in range(2): x = a[n][j]", True),
        ("for j in range(3):\n    for k in range(n): x = a[n][j]", False),
        ("try:\n    for j in range(3):\n        x = 5\n        x = a[n][j]\nexcept IndexError: return x", False),
        ("for j in range(n): x = a[n][j]", False),
    ],
)
def test_what_a_loop_is_sure_to_begin_with(text: str, expected: bool) -> None:
    found, loop = loop_of(text)
    places = [op for op in walk(loop.regions[1]) if op.kind == "getitem" and op.operands[-1].attrs.get("name") == "n"]
    if not places:
        places = [op for op in walk(loop.regions[1]) if op.kind == "getitem" and op.operands[0].kind == "load"][-1:]
    assert comes_first(found, loop, places[0]) is expected

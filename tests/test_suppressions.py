from __future__ import annotations

import sys

import pytest

from noodlecore_trm import suppressions
from noodlecore_trm.parse import parse_module
from noodlecore_trm.suppressions import (
    NOTHING,
    Suppressions,
    loses_free_variables,
    stores_out_of_order,
    suppressed_lines,
)


def covered(source: str) -> list[int]:
    """The suppressed lines; the word OFF stands for the comment."""
    text = source.replace("OFF", "# noodle: off")
    found = suppressed_lines(parse_module(text.encode()))
    return [line for line in range(1, text.count("\n") + 2) if found.covers(line)]


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("x = 1\ny = 2  OFF\nz = 3\n", [2]),
        ("x = 1\ny = 2  # noqa  OFF because\nz = 3\n", [2]),
        ("x = (1,\n     2,  OFF\n     3)\ny = 1\n", [1, 2, 3]),
        ("def f():  OFF\n    x = 1\n    return x\ny = 1\n", [1, 2, 3]),
        ("@wrap\ndef f():  OFF\n    return 1\ny = 1\n", [1, 2, 3]),
        ("def f(\n    a,\n    b,  OFF\n):\n    return 1\ny = 1\n", [1, 2, 3, 4, 5]),
        ("def f(\n    a,\n):  OFF\n    return 1\ny = 1\n", [1, 2, 3, 4]),
        ("def f(): return 1  OFF\ny = 1\n", [1]),
        ("def f():\n    x = 1  OFF\n    return x\n", [2]),
        ("def f():\n    OFF\n    return 1\n", []),
        ("class A:  OFF\n    def f(self):\n        return 1\ny = 1\n", [1, 2, 3]),
        ("class A:\n    async def f(self):  OFF\n        return 1\n    y = 1\n", [2, 3]),
        ("for x in y:  OFF\n    f(x)\n", [1]),
        ("try:\n    a()\nexcept E:\n    def g():  OFF\n        b()\n", [4, 5]),
        ("match x:\n    case 1:\n        def g():  OFF\n            b()\n", [3, 4]),
        ("OFF\nx = 1\n", [1, 2, 3]),
        ("#!/bin/python\n\nOFF\n\nx = 1\n", [1, 2, 3, 4, 5, 6]),
        ('"""Doc."""\nOFF\nx = 1\n', []),
        ("@wrap\nOFF\ndef f():\n    return 1\n", []),
        ("x = 1\nOFF\ny = 2\n", []),
        ("x = 'OFF'\n", []),
        ("x = '''\nOFF\n'''\n", []),
        ("x = 1  # noodle: offset\n", []),
        ("x = 1  #noodle:off\n", [1]),
        ("OFF\n", [1, 2]),
        ("", []),
        ("def (:  OFF\n", []),
        ("if x:\n    y = 1  OFF\nelse:\n    z = 1\n", [2]),
        ("x = 1  OFF", [1]),
    ],
)
def test_what_is_switched_off(source: str, lines: list[int]) -> None:
    assert covered(source) == lines
    assert covered(source.replace("\n", "\r\n")) == lines


def test_a_form_feed_ends_no_line() -> None:
    assert suppressed_lines(parse_module(b"\x0cx = 1\n\x0cy = 1  # noodle: off\n")).ranges == ((2, 2),)


def test_stretches() -> None:
    found = Suppressions(ranges=((3, 5),))
    assert [found.covers(1, last) for last in (1, 2, 3, 9)] == [False, False, True, True]
    assert found.covers(5, 9)
    assert not found.covers(6, 9)
    assert Suppressions("switched off").covers(99)
    assert not NOTHING.covers(1)


def assert_stays_where_wrong(mistake: str, source: str, why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file stays for that reason where the interpreter makes the mistake, and is free where it does not."""
    monkeypatch.setattr(suppressions, mistake, lambda: True)
    assert suppressed_lines(parse_module(source)).file == why
    monkeypatch.setattr(suppressions, mistake, lambda: False)
    assert suppressed_lines(parse_module(source)) == NOTHING


def test_the_order_of_stores_was_wrong_before_3_11_4() -> None:
    assert stores_out_of_order() == (sys.version_info < (3, 11, 4))


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("x = 1\na, a = x, 2\n", 2),
        ("def f(x):\n    a, b, [*a] = x, 1, ()\n", 2),
        ("b = (a, (c, a)) = f()\n", 1),
        ("a, b = b, a\n", 0),
        ("a[i], a[j] = a[j], a[i]\n", 0),
        ("a = a, a\n", 0),
    ],
)
def test_where_stores_are_out_of_order_a_file_that_shows_it_stays(
    source: str, line: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    why = f"line {line} assigns to a name twice, which this interpreter does in the wrong order" if line else ""
    assert_stays_where_wrong("stores_out_of_order", source, why, monkeypatch)


def test_free_variables_are_known_until_comprehensions_are_inlined() -> None:
    assert sys.version_info >= (3, 12) or not loses_free_variables()


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("def f(x):\n    def g():\n        return [x for x in y]\n", 3),
        ("def f():\n    import x.y\n    class A:\n        def g(self):\n            return {x: 1 for x in y}\n", 5),
        ("def f():\n    try: pass\n    except E as x: pass\n    return lambda: {x for _, (x, *_) in y}\n", 4),
        ("def f(a):\n    match a:\n        case {**x}:\n            return ([x for x in b] for b in a)\n", 4),
        ("def f(x):\n    return [x for x in y]\n", 0),
        ("x = 1\ndef f():\n    return [x for x in y]\n", 0),
        ("def f(x):\n    def g():\n        return [z for z in x], (x for x in z)\n", 0),
        ("class A:\n    x = 1\n    def g():\n        return [x for x in y]\n", 0),
    ],
)
def test_where_free_variables_are_lost_a_file_that_shows_it_stays(
    source: str, line: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    why = f"line {line} has a variable of a function around it, which this interpreter mistakes" if line else ""
    assert_stays_where_wrong("loses_free_variables", source, why, monkeypatch)

"""Arguments that fit, as far as a function lets one guess."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from noodlecore_trm.validate.fitting import fitting_calls
from noodlecore_trm.validate.made_up import synthesize
from noodlecore_trm.validate.runner import Limits, Setting, run_calls

PROGRAMS = Path(__file__).resolve().parents[1] / "ir_corpus" / "programs"


def calls_of(source: str, name: str = "f") -> list[str]:
    return list(fitting_calls(ast.parse(source), name))


def returns(source: str, call: str) -> bool:
    space: dict[str, object] = {}
    exec(source, space)
    try:
        eval(call, space)
    except Exception:
        return False
    return True


@pytest.mark.parametrize(
    "source",
    [
        "def f(rows, factor):\n    return [[x * factor for x in row] for row in rows]",
        "def f(grid, n):\n    return sum(grid[i][j] for i in range(n) for j in range(n))",
        "def f(edges, n):\n    near = [[] for _ in range(n)]\n    for a, b, cost in edges:\n"
        "        near[a % n].append((b, cost))\n    return near",
        "def f(prices):\n    return {name.upper(): round(price, 2) for name, price in sorted(prices.items())} and 0",
        "def f(people):\n    return [person['name'] + '!' for person in people] and 1",
        "def f(text, letter):\n    return text.count(letter) + ord(letter)",
        "def f(words):\n    return ', '.join(word.title() for word in words)",
        "def f(data):\n    return data.startswith(b'ab') and data.decode()",
        "def f(key, items):\n    return [item for item in items if key(item)]",
        "def f(items, low=None, *, top):\n    return items[low or 0] < top",
        "def f(stack):\n    stack.append(1)\n    return stack.pop() + stack[0]",
        "def g(row):\n    return sum(row) / len(row)\ndef f(rows):\n    return max(g(row) for row in rows)",
        "def f(table: 'dict[str, list[int]]', key: str | None = 'a'):\n    return sum(table[key])",
        "def f(points):\n    return [x * x + y * y for x, y in zip(points, points[1:])]",
        "def f(first, second):\n    return first | second, first.issubset(second)",
        "def f(pairs):\n    for i, (a, b) in enumerate(pairs):\n        pairs[i] = (b - a, i)\n    return pairs",
    ],
)
def test_most_calls_return(source: str) -> None:
    calls = calls_of(source)
    assert len(calls) == 5
    assert sum(returns(source, call) for call in calls) >= 4, calls


def test_examples_and_other_calls_come_first_and_only_if_their_arguments_are_literals() -> None:
    source = '''
def f(x, y=1):
    """
    >>> f([1], y=2)
    3
    >>> f(open("x"))
    >>> f(
    """
    return x

print(f("abc", -1), f(print), f(*[1]), f(**{"x": 1}), f("abc", -1))
'''
    assert calls_of(source)[:3] == ["f([1], y=2)", "f('abc', -1)", calls_of("def f(x, y=1):\n    return x")[0]]


@pytest.mark.parametrize(
    "source",
    [
        "def f(): pass",
        "def f(*a, **k): return a, k",
        "def f(x): return x[x[x[x[x[x[0]]]]]][x][0][0][0][0]",
        "def f(x):\n    for x in x:\n        for x in x: x, y = x\n    return f(f(x))",
        "def f(x: 'list[', y: list[list[list[list[list[list[int]]]]]], z: 3 = ...): pass",
        'def f(x):\n    """\n    >>> f(1\n  bad\n    """',
        "async def f(x):\n    async for y in x: await y",
        "def g(a):\n    return f(a)\ndef f(a):\n    return g(a)",
        "def f(x):\n    match x:\n        case [f, *x]: return 1",
        "def f(x): return x @ x, x < (x, 1) in x, {**x}, [*x], lambda x: x, -x, ~x, x.y.z(x), x()()",
    ],
)
def test_anything_has_calls_that_can_be_read(source: str) -> None:
    for call in calls_of(source):
        assert isinstance(ast.parse(call, mode="eval").body, ast.Call)


def test_the_programs_of_the_corpus_are_reached() -> None:
    """Of functions that other programs were written for, most of the calls return."""
    setting = Setting(strict=True, limits=Limits(call_seconds=0.05))
    every: list[str] = []
    for path in sorted(PROGRAMS.glob("*/*.py"))[::60]:
        module = ast.parse(path.read_text("utf-8"))
        functions = [each for each in module.body if isinstance(each, ast.FunctionDef)]
        calls = [call for function in functions for call in list(fitting_calls(module, function.name))[-5:]]
        every += [outcomes[0].status for outcomes in run_calls(path.read_bytes(), calls, setting).outcomes]
    assert len(every) > 50
    assert every.count("returned") > len(every) / 2


def test_what_is_compared_begins_with_calls_that_fit() -> None:
    before = b"def f(rows):\n    return [sum(row) for row in rows]\n"
    after = before.replace(b"sum(row)", b"sum(row, 0)")
    made = synthesize(before, after, ["f"], limit=20)
    assert made is not None
    _, _, calls = made
    assert len(calls) == 20
    assert calls[0] == "f([[3, 1, 4, 1], [1, 4, 1, 5], [4, 1, 5, 9], [1, 5, 9, 2]])"
    assert any("hostile" in call for call in calls)

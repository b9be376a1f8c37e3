"""The pool must refute rewrites that are known to be wrong, and must not refute right ones."""

from __future__ import annotations

import ast

import pytest

from noodlecore_trm.validate import hostile
from noodlecore_trm.validate.behaviour import BehaviourVerdict, compare_calls
from noodlecore_trm.validate.made_up import made_up_calls
from noodlecore_trm.validate.pool import HOSTILE, ORDINARY, kin, pool
from noodlecore_trm.validate.runner import EVERY_DRIVE, Limits, Setting

SETTING = Setting(drives=EVERY_DRIVE, limits=Limits(call_seconds=1.0, hang_seconds=20.0, total_seconds=100.0))


def judge(before: str, after: str, *, like: tuple[str, ...] = (), limit: int = 120) -> BehaviourVerdict:
    functions = [node for node in ast.parse(before).body if isinstance(node, ast.FunctionDef)]
    calls = [*like, *made_up_calls(functions[-1], limit=limit, like=like)]
    return compare_calls(before.encode(), after.encode(), calls, SETTING, required=False)


UNSOUND = {
    "list to set in a membership test": ("def f(x): return x in [1, 'abc']", "def f(x): return x in {1, 'abc'}"),
    "tuple of equality tests": ("def f(x): return x == 1 or x == 2", "def f(x): return x in (1, 2)"),
    "power to product": ("def f(x): return x ** 2", "def f(x): return x * x"),
    "emptiness": ("def f(x): return len(x) == 0", "def f(x): return not x"),
    "emptiness of a condition": (
        "def f(x):\n    if len(x) > 0: return 1\n    return 2\n",
        "def f(x):\n    if x: return 1\n    return 2\n",
    ),
    "commuted addition": ("def f(a, b): return a + b", "def f(a, b): return b + a"),
    "commuted product": ("def f(a, b): return a * b", "def f(a, b): return b * a"),
    "reassociation": ("def f(a, b): return (a + b) + 1", "def f(a, b): return a + (b + 1)"),
    "any to a loop": (
        "def f(xs): return any(bool(x) for x in xs)",
        "def f(xs):\n    for x in xs:\n        if bool(x): return True\n    return False\n",
    ),
    "arguments of min": (
        "def f(a, b): return min(a, b)",
        "def f(a, b): return min(b, a)",
    ),
    "min to a conditional": ("def f(a, b): return min(a, b)", "def f(a, b): return a if a < b else b"),
    "augmented addition": ("def f(x, y):\n    x = x + y\n    return x\n", "def f(x, y):\n    x += y\n    return x\n"),
    "get for a test": (
        "def f(d, k):\n    if k in d: return d[k]\n    return None\n",
        "def f(d, k): return d.get(k)",
    ),
    "range(len) to iteration": (
        "def f(xs):\n    out = []\n    for i in range(len(xs)):\n        out.append(xs[i] + 0)\n    return out\n",
        "def f(xs):\n    out = []\n    for x in xs:\n        out.append(x + 0)\n    return out\n",
    ),
    "evaluated twice": ("def f(x):\n    y = x.a\n    return y, y\n", "def f(x): return x.a, x.a"),
    "evaluated once": ("def f(x): return x.a, x.a", "def f(x):\n    y = x.a\n    return y, y\n"),
    "f-string for str": ("def f(x): return str(x)", "def f(x): return f'{x}'"),
    "f-string for addition": ("def f(x): return 'a' + x", "def f(x): return f'a{x}'"),
    "loop to sum": (
        "def f(xs):\n    total = 0\n    for x in xs: total += x\n    return total\n",
        "def f(xs): return sum(xs)",
    ),
    "loop to join": (
        "def f(xs):\n    out = ''\n    for x in xs: out += x\n    return out\n",
        "def f(xs): return ''.join(xs)",
    ),
    "swapped evaluation": ("def f(x, y): return [x.a, y.b]", "def f(x, y):\n    b = y.b\n    return [x.a, b]\n"),
    "hoisted global": (
        "LIMIT = 3\ndef f(xs):\n    return [x + LIMIT for x in xs]\n",
        "LIMIT = 3\ndef f(xs):\n    limit = LIMIT\n    return [x + limit for x in xs]\n",
    ),
    "inlined function": (
        "def g(x): return x * 2\ndef f(xs):\n    return [g(x + 1) for x in xs]\n",
        "def g(x): return x * 2\ndef f(xs):\n    return [(x + 1) * 2 for x in xs]\n",
    ),
    "hoisted length": (
        "def f(xs, n):\n    i = 0\n    while i < len(xs):\n        xs[i] + n\n        i += 1\n",
        "def f(xs, n):\n    i = 0\n    m = len(xs)\n    while i < m:\n        xs[i] + n\n        i += 1\n",
    ),
    "not not": ("def f(a, b): return not a == b", "def f(a, b): return a != b"),
    "isinstance to type": ("def f(x): return isinstance(x, int)", "def f(x): return type(x) is int"),
    "equal to is": ("def f(x): return x == None", "def f(x): return x is None"),
    "bool of a comparison": ("def f(a, b): return True if a < b else False", "def f(a, b): return a < b"),
    "add zero": ("def f(x): return x + 0", "def f(x): return x"),
    "times one": ("def f(x): return x * 1", "def f(x): return x"),
    "halving by a shift": ("def f(x): return x // 2", "def f(x): return x >> 1"),
    "copy by a slice": ("def f(x): return list(x)", "def f(x): return x[:]"),
    "no copy": ("def f(x): return list(x)", "def f(x): return x"),
    "lazy to eager": ("def f(xs): return (x + 1 for x in xs)", "def f(xs): return iter([x + 1 for x in xs])"),
    "keys": ("def f(d): return [k for k in d.keys()]", "def f(d): return [k for k in d]"),
    "unpacked by index": ("def f(p):\n    a, b = p\n    return a\n", "def f(p): return p[0]"),
    "try for a test": (
        "def f(d, k):\n    if k in d: return d[k]\n    return 0\n",
        "def f(d, k):\n    try: return d[k]\n    except KeyError: return 0\n",
    ),
    "enumerate": (
        "def f(xs):\n    i = 0\n    for x in xs:\n        i += 1\n    return i\n",
        "def f(xs):\n    for i, x in enumerate(xs, 1): pass\n    return i\n",
    ),
    "merged loops": (
        "def f(xs):\n    a = [x + 1 for x in xs]\n    b = [x + 2 for x in xs]\n    return a, b\n",
        "def f(xs):\n    a, b = [], []\n    for x in xs:\n        a.append(x + 1); b.append(x + 2)\n    return a, b\n",
    ),
    "aliased rows": ("def f(n): return [[0] for _ in range(n)]", "def f(n): return [[0]] * n"),
    "sorted in place": ("def f(xs): return sorted(xs)", "def f(xs):\n    xs.sort()\n    return xs\n"),
}


@pytest.mark.parametrize("name", UNSOUND)
def test_unsound_rewrites_are_refuted(name: str) -> None:
    verdict = judge(*UNSOUND[name])
    assert verdict.status == "failed", verdict


SOUND = {
    "chained comparison": ("def f(a, b, c): return a < b and b < c", "def f(a, b, c): return a < b < c"),
    "the same": ("def f(a, b): return a + b", "def f(a, b): return a + b"),
    "a name for a result": ("def f(x): return x.a + 1", "def f(x):\n    y = x.a\n    return y + 1\n"),
    "guarded": (
        "def f(x): return x + 0",
        "def f(x):\n    if type(x) is int: return x\n    return x + 0\n",
    ),
    "append to a comprehension": (
        "def f(xs):\n    out = []\n    for x in xs: out.append(x)\n    return out\n",
        "def f(xs): return [x for x in xs]",
    ),
    "len of a fresh list": (
        "def f(xs):\n    ys = list(xs)\n    return len(ys) == 0\n",
        "def f(xs):\n    ys = list(xs)\n    return not ys\n",
    ),
    "dead store": ("def f(x):\n    y = 1\n    return x\n", "def f(x): return x"),
    "range of an unrolled loop": (
        "def f(x):\n    for i in range(2): x = x + i\n    return x\n",
        "def f(x):\n    x = x + 0\n    x = x + 1\n    return x\n",
    ),
}


@pytest.mark.parametrize("name", SOUND)
def test_sound_rewrites_are_not(name: str) -> None:
    verdict = judge(*SOUND[name])
    assert verdict.status == "passed", verdict
    assert verdict.executions >= 100


def test_every_hostile_value_repeats_itself() -> None:
    source = "import copy\ndef f(x):\n    return [x, x == x, bool(x), str(x), x + 1]\n"
    assert judge(source, source, limit=300).status == "passed"
    calls = [f"f({text})" for text in (*HOSTILE, *ORDINARY)]
    verdict = compare_calls(source.encode(), source.encode(), calls, SETTING, required=False)
    assert verdict.status == "passed"
    assert verdict.executions > 0.9 * len(calls)


def test_the_pool_is_deterministic_and_distinct() -> None:
    like = [("[1, 2]", "'a'")]
    first = list(pool(2, seed=3, limit=300, like=like))
    assert first == list(pool(2, seed=3, limit=300, like=like))
    assert first != list(pool(2, seed=4, limit=300, like=like))
    assert len(set(first)) == len(first) == 300
    assert all(len(arguments) == 2 for arguments in first)


@pytest.mark.parametrize("arity", range(5))
def test_arity(arity: int) -> None:
    found = list(pool(arity, limit=50))
    assert len(found) == (50 if arity else 1)
    assert {len(arguments) for arguments in found} == {arity}
    assert list(pool(arity, limit=0)) == []


def test_every_hostile_value_comes_up() -> None:
    found = {text for arguments in pool(1, limit=1000) for text in arguments}
    assert set(HOSTILE) <= found


def test_the_pool_varies_what_makes_sense() -> None:
    found = list(pool(2, limit=200, like=[("[7, 8]", "{'k': 9}")]))
    assert ("""hostile("lying_like", [7, 8])""", "{'k': 9}") in found
    assert any("[7, " in first and "hostile" in first for first, _ in found)
    assert any(first == "[7, 8]" and "'k': 9" in second and "hostile" in second for first, second in found)


@pytest.mark.parametrize(
    "text", ["1", "-1", "2.5", "'a'", "[1, (2,)]", "(1,)", "{1: 2}", "{1}", "len", "f(1)", "lambda: 1", "("]
)
def test_kin_can_be_evaluated(text: str) -> None:
    for found in kin(text):
        eval(found, {"hostile": hostile.make, "f": lambda x: [x]})


def test_arguments_fit_the_signature() -> None:
    source = "def f(a, /, b, c=1, *rest, k, m=2): return a"
    function = ast.parse(source).body[0]
    assert isinstance(function, ast.FunctionDef)
    calls = list(made_up_calls(function, limit=40, like=["f(1, 2, k=3)"]))
    counts = set()
    for text in calls:
        call = ast.parse(text, mode="eval").body
        assert isinstance(call, ast.Call)
        assert [keyword.arg for keyword in call.keywords] == ["k"]
        counts.add(len(call.args))
    assert counts == {2, 3, 5}


def test_unknown_names_are_refused() -> None:
    with pytest.raises(KeyError):
        hostile.make("friendly")

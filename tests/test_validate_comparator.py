"""The comparator must tell apart whatever a program could tell apart, and nothing else."""

from __future__ import annotations

import pytest

from noodlecore_trm.validate.comparator import Difference, Outcome, same
from noodlecore_trm.validate.runner import EVERY_DRIVE, Limits, Run, Setting, run_calls

LIMITS = Limits(call_seconds=1.0, hang_seconds=20.0, total_seconds=60.0)


def outcome(source: str, call: str = "f()", drives: tuple[str, ...] = ("exhaust",)) -> list[Outcome]:
    run = run_calls(source.encode(), [call], Setting(limits=LIMITS, drives=drives))
    assert run.error == ""
    return list(run.outcomes[0])


def difference(before: str, after: str, call: str = "f()", drives: tuple[str, ...] = ("exhaust",)) -> Difference | None:
    pairs = zip(outcome(before, call, drives), outcome(after, call, drives), strict=True)
    found = [same(one, other) for one, other in pairs]
    return next((each for each in found if each is not None), None)


def returning(expression: str, setup: str = "pass") -> str:
    return f"def f():\n    {setup}\n    return {expression}\n"


VALUES = {
    "type of number": ("1", "True"),
    "int and float": ("1", "1.0"),
    "sign of zero": ("0.0", "-0.0"),
    "sign of zero in a complex": ("complex(0.0, 0.0)", "complex(0.0, -0.0)"),
    "payload of NaN": ("float('nan')", "-float('nan')"),
    "last bit": ("0.1 + 0.2", "0.3"),
    "str and bytes": ("'a'", "b'a'"),
    "bytes and bytearray": ("b'a'", "bytearray(b'a')"),
    "list and tuple": ("[1]", "(1,)"),
    "order of a dict": ("{1: 2, 3: 4}", "{3: 4, 1: 2}"),
    "key of a dict": ("{1: 2}", "{True: 2}"),
    "element of a set": ("{1, 2}", "{1, 2, 3}"),
    "type in a set": ("{1, 'a'}", "{1.0, 'a'}"),
    "set and frozenset": ("{1}", "frozenset({1})"),
    "default factory": ("collections.defaultdict(list)", "collections.defaultdict(set)"),
    "dict and defaultdict": ("{}", "collections.defaultdict(list)"),
    "order of an OrderedDict": ("moved(1)", "moved(2)"),
    "length of a deque": ("collections.deque([1], 3)", "collections.deque([1], 4)"),
    "range": ("range(3)", "range(0, 3, 2)"),
    "slice": ("slice(1)", "slice(None, 1, 1)"),
    "deep in a list": ("[[[[1]]]]", "[[[[2]]]]"),
    "what an iterator still holds": ("iter([1, 2])", "iter([1])"),
    "type of iterator": ("iter([1])", "iter((1,))"),
    "map and generator": ("map(str, [1])", "(str(x) for x in [1])"),
    "dict view": ("{1: 2}.keys()", "{1: 2}.values()"),
    "decimal": ("decimal.Decimal('1.0')", "decimal.Decimal('1.00')"),
    "fraction": ("fractions.Fraction(1, 2)", "fractions.Fraction(1, 3)"),
    "partial": ("functools.partial(int, '1')", "functools.partial(int, '2')"),
    "pattern": ("re.compile('a')", "re.compile('a', re.I)"),
    "array": ("array.array('i', [1])", "array.array('i', [2])"),
    "attribute": ("Thing(1)", "Thing(2)"),
    "order of attributes": ("Thing(1, 2)", "Thing(b=2, a=1)"),
    "slot": ("Slotted(1)", "Slotted(2)"),
    "class": ("Thing(1)", "Other(1)"),
    "subclass of a builtin": ("Text('a')", "'a'"),
    "attribute of a subclass of a builtin": ("tagged(1)", "tagged(2)"),
    "returned class": ("Thing", "Other"),
    "closure": ("closure(1)", "closure(2)"),
    "default": ("lambda a=1: a", "lambda a=2: a"),
    "bound method": ("[1].append", "[2].append"),
    "aliasing": ("twice([])", "[[], []]"),
    "aliasing with an object": ("twice(Thing(1))", "[Thing(1), Thing(1)]"),
    "cycle": ("cycle(1)", "cycle(2)"),
    "size of a cycle": ("cycle(1)", "[cycle(1)]"),
    "large int": ("10**5000", "10**5000 + 1"),
    "lone surrogate": ("'\\ud800'", "'?'"),
}

PRELUDE = """
import array, collections, decimal, fractions, functools, re
class Thing:
    def __init__(self, a, b=None):
        self.a, self.b = a, b
class Other(Thing): pass
class Slotted:
    __slots__ = ("x",)
    def __init__(self, x): self.x = x
class Text(str): pass
def tagged(tag):
    text = Text("a")
    text.tag = tag
    return text
def twice(x): return [x, x]
def closure(n): return lambda: n
def moved(key):
    made = collections.OrderedDict([(1, 1), (2, 2)])
    made.move_to_end(key)
    return made
def cycle(n):
    made = [n]
    made.append(made)
    return made
"""


@pytest.mark.parametrize("name", VALUES)
def test_values_apart(name: str) -> None:
    one, other = VALUES[name]
    setup = "it = Thing(1, 2); it.__dict__ = {'b': 2, 'a': 1}"
    before = PRELUDE + returning(one)
    after = PRELUDE + (returning("it", setup) if other == "Thing(b=2, a=1)" else returning(other))
    found = difference(before, after)
    assert found is not None
    assert not found.inconclusive
    assert found.before != found.after
    assert difference(before, before) is None


CHANGES = {
    "type of exception": ("raise KeyError(1)", "raise IndexError(1)"),
    "argument of exception": ("raise KeyError(1)", "raise KeyError(True)"),
    "cause": ("raise KeyError(1) from ValueError(1)", "raise KeyError(1) from ValueError(2)"),
    "no cause": ("raise KeyError(1) from None", "raise KeyError(1)"),
    "raise and return": ("raise KeyError(1)", "return KeyError(1)"),
    "note": ("e = KeyError(); e.add_note('n'); raise e", "raise KeyError()"),
    "attribute of exception": ("e = KeyError(); e.x = 1; raise e", "e = KeyError(); e.x = 2; raise e"),
    "exit code": ("raise SystemExit(1)", "raise SystemExit(2)"),
    "output": ("print('a')", "print('b')"),
    "no output": ("print('a')", "pass"),
    "stream": ("print('a')", "print('a', file=sys.stderr)"),
    "warning": ("warnings.warn('a')", "warnings.warn('a', FutureWarning)"),
    "global": ("STATE.append(1)", "STATE.append(2)"),
    "rebound global": ("global COUNT; COUNT = 1", "global COUNT; COUNT = 2"),
    "deleted global": ("global COUNT; del COUNT", "pass"),
    "global that is the result": ("return STATE", "return []"),
    "class attribute": ("Box.x = 1", "Box.x = 2"),
    "attribute of a function": ("f.x = 1", "pass"),
    "file": ("open('a.txt', 'w').write('1')", "open('a.txt', 'w').write('2')"),
    "no file": ("open('a.txt', 'w').write('1')", "return 1"),
    "yield": ("yield 1", "yield 2"),
    "order of yields": ("yield 1; yield 2", "yield 2; yield 1"),
    "returned by a generator": ("yield 1; return 2", "yield 1; return 3"),
    "raised by a generator": ("yield 1; raise KeyError", "yield 1"),
    "laziness": ("print(1); yield 1", "yield 1; print(1)"),
    "output between yields": ("yield 1; print(1); yield 2", "yield 1; yield 2; print(1)"),
    "yielded list that changes": ("x = []; yield x; x.append(1); yield x", "x = [1]; yield x; yield x"),
    "one list yielded twice": ("x = []; yield x; yield x", "yield []; yield []"),
    "generator and list": ("yield 1", "return [1]"),
}
MODULE = "import sys, warnings\nSTATE = []\nCOUNT = 0\nclass Box: pass\ndef f():\n    "


@pytest.mark.parametrize("name", CHANGES)
def test_changes_apart(name: str) -> None:
    before, after = (f"{MODULE}{body}\n" for body in CHANGES[name])
    found = difference(before, after)
    assert found is not None
    assert not found.inconclusive
    assert difference(before, before) is None


ARGUMENTS = {
    "argument afterwards": ("a.append(1)", "a.append(2)"),
    "result is the argument": ("return a", "return list(a)"),
    "result is the tuple given": ("return b", "return (*b,)"),
    "argument put into itself": ("a.append(a)", "a.append([])"),
    "which argument": ("return [a, c]", "return [c, a]"),
    "drained argument": ("next(d)", "pass"),
    "attribute": ("e.x = 1", "e.x = 2"),
    "order of effects": ("e + 1; e - 1", "e - 1; e + 1"),
    "number of effects": ("e + 1", "e + 1; e + 1"),
    "state seen by an effect": ("a.append(1); e + 1", "e + 1; a.append(1)"),
    "output and effect": ("print(1); e + 1", "e + 1; print(1)"),
}


@pytest.mark.parametrize("name", ARGUMENTS)
def test_arguments_apart(name: str) -> None:
    before, after = (f"def f(a, b, c, d, e):\n    {body}\n" for body in ARGUMENTS[name])
    call = "f([0], (1, 2), [0], iter([1, 2]), hostile('loud'))"
    found = difference(before, after, call)
    assert found is not None
    assert not found.inconclusive
    assert difference(before, before, call) is None


@pytest.mark.parametrize(
    ("drive", "before", "after"),
    [
        ("throw", "try:\n        yield 1\n        yield 2\n    except Exception: yield 5\n", "yield 1\n    yield 2\n"),
        ("send", "x = yield 1\n    yield x\n", "yield 1\n    yield None\n"),
        ("close", "try:\n        yield 1\n    finally: print('closed')\n", "yield 1\n    print('closed')\n"),
    ],
)
def test_generators_are_driven_in_every_way(drive: str, before: str, after: str) -> None:
    one, other = f"def f():\n    {before}", f"def f():\n    {after}"
    assert difference(one, other, drives=EVERY_DRIVE) is not None
    assert difference(one, one, drives=EVERY_DRIVE) is None


SAME = {
    "identity of equal ints": ("x = 10**9\n    return [x, x]", "return [10**9, 10**8 * 10]"),
    "identity of constant tuples": ("x = (1, 2)\n    return [x, x]", "return [(1, 2), tuple([1, 2])]"),
    "order in which a set was filled": (
        "return {'a', 'b', 'c'}",
        "s = {'c'}\n    s.add('b'); s.add('a')\n    return s",
    ),
    "cells of a function": ("n = 1\n    m = 2\n    return lambda: n + m", "n = 1\n    return lambda: n + 2"),
    "pieces of output": ("print('a'); print('b')", "print('a\\nb')"),
    "addresses": ("return repr(object())", "object()\n    x = [object()]\n    return repr(object())"),
    "sets of objects": ("return {Box(), 1, (2, 'x')}", "return {(2, 'x'), 1, Box()}"),
}


@pytest.mark.parametrize("name", SAME)
def test_what_the_language_leaves_open_is_the_same(name: str) -> None:
    before, after = (f"class Box: pass\ndef f():\n    {body}\n" for body in SAME[name])
    assert difference(before, after) is None


def test_globals_of_rewrites_may_be_new() -> None:
    assert difference("def f(): return 1\n", "_table = 1\ndef f(): return _table\n") is None
    assert difference("def f(): return 1\n", "table = 1\ndef f(): return table\n") is not None


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("while True: pass", "time"),
        ("return f()", "recursion"),
        ("try:\n        f()\n    except RecursionError as e: raise ValueError from e", "recursion"),
        ("return 'a' * 10**12", "memory"),
        ("raise MemoryError", "memory"),
        ("while True:\n        try:\n            while True: pass\n        except BaseException: pass", "time"),
        ("while True: print('x' * 1000)", "output"),
        ("import os; os._exit(0)", "the process ended"),
    ],
)
def test_inconclusive_is_never_the_same(body: str, reason: str) -> None:
    (one,) = outcome(f"def f():\n    {body}\n")
    assert one.inconclusive
    assert one.reason == reason
    found = same(one, one)
    assert found is not None
    assert found.inconclusive


def test_deep_values_are_compared() -> None:
    deep = "x = {0}\n    for _ in range(5000): x = [x]\n    return x"
    before, after = (f"def f():\n    {deep.format(n)}\n" for n in ("1", "2"))
    assert difference(before, before) is None
    assert difference(before, after) is not None


def test_endless_iterators_are_compared_as_far_as_they_are_driven() -> None:
    source = "import itertools\ndef f():\n    return itertools.count({0})\n"
    assert difference(source.format(1), source.format(1)) is None
    assert difference(source.format(1), source.format(2)) is not None


def test_relaxed_floats() -> None:
    (one,), (other,) = outcome(returning("[0.1 + 0.2]")), outcome(returning("[0.3]"))
    assert same(one, other) is not None
    assert same(one, other, relaxed_floats=True) is None
    (other,) = outcome(returning("[0.31]"))
    assert same(one, other, relaxed_floats=True) is not None


def test_outcomes_survive_being_written_down() -> None:
    (one,) = outcome("def f(a):\n    a.append(a)\n    yield {1: a}\n", "f([])")
    assert Outcome.from_list(one.to_list()) == one


def test_pictures_run_no_code() -> None:
    source = """
class Trap(list):
    def __getattribute__(self, name): raise KeyError(name)
    def __iter__(self): raise KeyError
    def __len__(self): raise KeyError
    def __eq__(self, other): raise KeyError
    def __reduce_ex__(self, protocol): raise KeyError
    __hash__ = None
    @property
    def __class__(self): raise KeyError
def f(n):
    return Trap([n])
"""
    (one,), (other,) = outcome(source, "f(1)"), outcome(source, "f(2)")
    assert one.status == other.status == "returned"
    assert same(one, other) is not None
    assert same(one, one) is None


def test_runs_continue_after_a_call_that_ends_the_process() -> None:
    source = b"import os\ndef f(n):\n    if n == 1: os._exit(3)\n    return n\n"
    run: Run = run_calls(source, ["f(0)", "f(1)", "f(2)"], Setting(limits=LIMITS))
    assert [outcomes[0].status for outcomes in run.outcomes] == ["returned", "inconclusive", "returned"]


def test_a_call_that_hangs_is_killed() -> None:
    source = b"import time\ndef f(n):\n    time.sleep(n)\n    return n\n"
    limits = Limits(call_seconds=1.0, hang_seconds=2.0, total_seconds=60.0)
    run = run_calls(source, ["f(1000)", "f(0)"], Setting(limits=limits))
    assert [outcomes[0].status for outcomes in run.outcomes] == ["inconclusive", "returned"]


def test_lines_are_recorded() -> None:
    source = b"def f(n):\n    if n:\n        return 1\n    return 2\n"
    run = run_calls(source, ["f(0)"], Setting(limits=LIMITS, coverage=True))
    assert {2, 4} <= run.lines
    assert 3 not in run.lines


def test_calls_see_a_fresh_module_each() -> None:
    source = b"STATE = []\ndef f():\n    STATE.append(1)\n    return len(STATE)\n"
    run = run_calls(source, ["f()", "f()"], Setting(limits=LIMITS))
    (one,), (other,) = run.outcomes
    assert same(one, other) is None
    assert one.summary() == "returned 1"

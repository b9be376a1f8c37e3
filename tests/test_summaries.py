"""What is known of calls of the module's own functions, where their names are pinned."""

from __future__ import annotations

import textwrap

import pytest

from noodlecore_trm.ir.dialect import CALL, RAISE, WRITE_HEAP
from noodlecore_trm.ir.facts import Function, ModuleFacts
from noodlecore_trm.ir.facts.atoms import Site, Value
from noodlecore_trm.ir.op import Op, walk
from noodlecore_trm.parse import parse_module
from noodlecore_trm.translate import translate

HELPERS = """
STORE = []
count = 0

def square(x):
    result = x * x
    return result

def put(row, x):
    row[0] = x
    return row

def make(n):
    out = []
    for i in range(n):
        out.append([i])
    return out

def fill(rows, n):
    for row in rows:
        row.append(n)

def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)

def even(n):
    return True if n == 0 else odd(n - 1)

def odd(n):
    return False if n == 0 else even(n - 1)

def check(n, least=0):
    if n < least:
        raise ValueError("too small")
    return n

def keep(x):
    STORE.append(x)

def later(items):
    return (item for item in items)

def holding(items):
    return lambda: items

def step():
    global count
    count += 1
    return count

def current():
    return count

def waits(n):
    while n:
        n = n - 1

def falls_through(n):
    if n:
        return 1

def nested(x):
    return nested((x, x))

def maps(f, n):
    return f(n)

def asks(items):
    if type(items) is list:
        items[0] = "a"

def both(items, others):
    others[0] = "a"
    return items[0]

def writes(items):
    items[0] = "a"

def writes_somewhere(items):
    others = STORE
    if type(others) is list:
        others[0] = "a"
    return items[0]
"""


def last_call(body: str) -> tuple[Function, Op]:
    source = HELPERS + "\ndef main(q):\n" + textwrap.indent(textwrap.dedent(body), "    ")
    module = translate(parse_module(source))
    function = Function(ModuleFacts(module, closed_world=True), module.functions[-1])
    calls = [op for op in walk(function.body) if op.kind == "call" and op.operands[0].kind == "load"]
    return function, calls[-1]


def site(value: Value) -> Site:
    (atom,) = value
    assert isinstance(atom, Site)
    return atom


@pytest.mark.parametrize(
    ("call", "types", "effects"),
    [
        ("square(2)", {"int"}, 0),
        ("square(x=2.5)", {"float"}, 0),
        ("fib(7)", {"int"}, RAISE),
        ("even(4)", {"bool"}, RAISE),
        ("check(4)", {"int"}, RAISE),
        ("check(4, least=2.5)", {"int"}, RAISE),
        ("waits(3)", {"NoneType"}, RAISE),
        ("falls_through(3)", {"int", "NoneType"}, 0),
    ],
)
def test_results_and_effects_follow_from_the_arguments(call: str, types: set[str], effects: int) -> None:
    function, op = last_call(f"return {call}\n")
    assert function.value(op) == types
    assert function.effects(op) == effects


@pytest.mark.parametrize(
    "call", ["square(q)", "step()", "current()", "maps(square, 2)", "nested(q)", "check(*q)", "fib()"]
)
def test_what_is_not_known_is_foreign_code(call: str) -> None:
    function, op = last_call(f"return {call}\n")
    assert "any" in function.value(op)
    assert function.effects(op) & CALL


def test_a_call_that_writes_to_an_argument() -> None:
    function, op = last_call("mine = [1, 2]\nother = [3]\nput(mine, 2.5)\n")
    mine, other = (store for store in walk(function.body) if store.kind == "store")
    changed = site(function.value(mine.operands[0]))
    assert changed.elements == {"int", "float"}
    assert not changed.escaped
    assert not changed.resized
    assert function.effects(op) == RAISE | WRITE_HEAP
    assert function.written(op) == {changed}
    assert function.value(op) == {changed}
    assert site(function.value(other.operands[0])).elements == {"int"}


def test_a_call_that_reaches_through_an_argument() -> None:
    function, op = last_call("inner = []\nrows = [inner]\nfill(rows, 'a')\n")
    inner = next(store for store in walk(function.body) if store.kind == "store")
    changed = site(function.value(inner.operands[0]))
    assert changed.elements == {"str"}
    assert changed.resized
    assert function.written(op) == {changed}


def test_a_list_that_a_call_makes_is_the_callers_own() -> None:
    function, op = last_call("return make(3)\n")
    made = site(function.value(op))
    assert not made.escaped
    assert site(frozenset(made.elements)).elements == {"int"}
    assert not function.effects(op) & (WRITE_HEAP | CALL)


@pytest.mark.parametrize("call", ["keep(mine)", "later(mine)", "holding(mine)"])
def test_an_argument_that_somebody_else_holds_afterwards(call: str) -> None:
    function, _ = last_call(f"mine = [1, 2]\n{call}\n")
    mine = next(store for store in walk(function.body) if store.kind == "store")
    assert site(function.value(mine.operands[0])).escaped


def test_a_generator_that_is_given_away_takes_its_source_along() -> None:
    function, _ = last_call("mine = [1, 2]\nq.append(reversed(mine))\nreturn fib(2)\n")
    mine = next(store for store in walk(function.body) if store.kind == "store")
    assert site(function.value(mine.operands[0])).escaped


def test_without_a_check_nothing_is_known() -> None:
    source = HELPERS + "\ndef main(q):\n    return square(2)\n"
    module = translate(parse_module(source))
    function = Function(ModuleFacts(module), module.functions[-1])
    (call,) = (op for op in walk(function.body) if op.kind == "call")
    assert function.value(call) == {"any"}


def test_a_check_does_not_hide_which_object_it_is() -> None:
    function, op = last_call("mine = [1]\nasks(mine)\n")
    mine = next(store for store in walk(function.body) if store.kind == "store")
    changed = site(function.value(mine.operands[0]))
    assert changed.elements == {"int", "str"}
    assert function.written(op) == {changed}


def test_a_check_in_the_same_function_does_not_either() -> None:
    function, _ = last_call("mine = [1]\nother = mine\nif type(other) is list:\n    other[0] = 'a'\nfib(2)\n")
    mine = next(store for store in walk(function.body) if store.kind == "store")
    assert site(function.value(mine.operands[0])).elements == {"int", "str"}


CHECKED = """
def f(xs, ys):
    total = 0
    if type(xs) is list and not [x for x in xs if type(x) is not int]{more}:
        for i in range(3):
            {call}
            total += xs[i]
    return total
"""


@pytest.mark.parametrize(
    ("call", "more", "kinds"),
    [
        ("put(xs, 5)", "", {"int"}),
        ("put(xs, 'a')", "", {"int", "str"}),
        ("both(xs, ys)", " and type(ys) is list", {"any"}),
        ("writes(ys)", " and type(ys) is list", {"any"}),
        ("writes_somewhere(xs)", "", {"any", "int"}),
    ],
)
def test_what_a_call_does_to_a_checked_list(call: str, more: str, kinds: set[str]) -> None:
    source = HELPERS + CHECKED.format(call=call, more=more)
    module = translate(parse_module(source))
    function = Function(ModuleFacts(module, closed_world=True), module.functions[-1])
    (addition,) = (op for op in walk(function.body) if op.kind == "inplace")
    assert function.value(addition.operands[1]) == kinds


CODED = """
ALPHABET = "abc"
OTHER = "abc"

def code(letter):
    return ALPHABET.find(letter)
_code = code

def own(letter):
    {declared}
    return ALPHABET.find(letter)
_own = own

def main(q, letter):
    if {test} and type(letter) is str:
        {first}
        {call}(letter)
"""


@pytest.mark.parametrize(
    ("test", "call", "first", "known"),
    [
        ("type(ALPHABET) is str and code is _code", "code", "pass", True),
        ("type(OTHER) is str and code is _code", "code", "pass", False),
        ("type(ALPHABET) is list and code is _code", "code", "pass", False),
        ("type(ALPHABET) is str", "code", "pass", False),
        ("type(ALPHABET) is str and code is _code", "code", "q()", False),
        ("type(ALPHABET) is str and own is _own", "own", "pass", False),
    ],
)
def test_constants_whose_types_were_checked_are_known_in_what_is_called(
    test: str, call: str, first: str, known: bool
) -> None:
    declared = "global ALPHABET\n    ALPHABET = 'x'" if call == "own" else "pass"
    module = translate(parse_module(CODED.format(test=test, call=call, first=first, declared=declared)))
    function = Function(ModuleFacts(module), module.functions[-1])
    op = next(op for op in walk(function.body) if op.kind == "call" and op.operands[0].attrs.get("name") == call)
    assert (function.value(op) == {"int"}) == known
    assert bool(function.effects(op) & CALL) != known

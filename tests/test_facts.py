"""What the rules for containers and expressions ask about values, uses and names."""

from __future__ import annotations

import textwrap

import pytest

from noodlecore_trm.ir.facts import Function, ModuleFacts
from noodlecore_trm.ir.facts.atoms import Site, Tuple
from noodlecore_trm.ir.facts.uses import can_drop, is_tested, may_be_same, yields_quietly
from noodlecore_trm.ir.op import Op, everything, walk
from noodlecore_trm.parse import parse_module
from noodlecore_trm.translate import translate


def view(source: str) -> Function:
    module = translate(parse_module(textwrap.dedent(source)))
    return Function(ModuleFacts(module), module.functions[0])


def ops(function: Function, kind: str) -> list[Op]:
    return [op for op in walk(function.body) if op.kind == kind]


@pytest.mark.parametrize(
    ("call", "kind"),
    [("list(x)", "list"), ("sorted(x)", "list"), ("set(x)", "set"), ("tuple(x)", "tuple"), ("reversed(x)", "any")],
)
def test_constructors_of_unknown_iterables_have_known_results(call: str, kind: str) -> None:
    function = view(f"def f(x):\n    made = {call}\n    return made\n")
    (store,) = ops(function, "store")
    if kind == "any":
        assert function.value(store.operands[0]) == frozenset(("any",))
    else:
        assert function.is_exactly(store.operands[0], kind)
    assert function.runs_foreign_code(function.tree_effects(store))


def test_enumerate_of_anything_yields_pairs_with_an_int() -> None:
    function = view("def f(x):\n    for i, item in enumerate(x):\n        print(i)\n")
    (unpack,) = ops(function, "unpack")
    (pair,) = function.value(unpack.operands[0])
    assert isinstance(pair, Tuple)
    assert pair.items == (frozenset(("int",)), frozenset(("any",)))
    (loop,) = ops(function, "for")
    assert function.runs_foreign_code(function.effects(loop))


def test_looking_up_a_plain_key_does_not_give_the_dict_away() -> None:
    function = view("def f(x):\n    held = {1: x}\n    return 1 in held\n")
    (made,) = (op for op in ops(function, "dict"))
    (site,) = function.value(made)
    assert isinstance(site, Site)
    assert not site.escaped


def test_a_variable_whose_type_was_checked_is_still_the_one_that_was_bound() -> None:
    function = view(
        """
        def f(xs):
            for x in xs:
                if type(x) is int:
                    break
            else:
                return 0
            return x
        """
    )
    (loop,) = ops(function, "for")
    assert function.live_after(loop, "x")


@pytest.mark.parametrize(
    ("code", "tested"),
    [
        ("if len(x): pass", True),
        ("while len(x): pass", True),
        ("y = not len(x)", True),
        ("y = 1 if len(x) else 2", True),
        ("y = [1 for z in x if len(x)]", True),
        ("if x and len(x): pass", True),
        ("y = x and len(x)", False),
        ("if (1 if x else len(x)): pass", True),
        ("y = len(x)", False),
        ("if len(x) > 1: pass", False),
        ("assert x, len(x)", False),
    ],
)
def test_where_only_the_truth_is_asked_for(code: str, tested: bool) -> None:
    function = view(f"def f(x):\n    {code}\n")
    (call,) = ops(function, "call")
    assert is_tested(call) is tested


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("return 1", True),
        ("return item", False),
        ("del item", False),
        ("x[item]: int", False),
        ("(item): int; return item", False),
        ("item = 3; return item", True),
        ("return [item for y in x]", False),
        ("return [item for item in x]", False),
        ("return lambda item: item", False),
    ],
)
def test_a_binding_can_go_if_the_name_stays_what_it_is(rest: str, expected: bool) -> None:
    function = view(f"def f(x):\n    for item in x:\n        pass\n    {rest}\n")
    (loop,) = ops(function, "for")
    assert can_drop(function, "item", set(everything(loop))) is expected


@pytest.mark.parametrize(
    ("items", "quiet"),
    [("range(3)", True), ("[x]", True), ("{1: x}.items()", True), ("x", False), ("(y for y in [1])", False)],
)
def test_what_can_be_iterated_without_foreign_code(items: str, quiet: bool) -> None:
    function = view(f"def f(x):\n    for item in {items}:\n        pass\n")
    (loop,) = ops(function, "for")
    assert yields_quietly(function, loop.operands[0]) is quiet


@pytest.mark.parametrize(
    ("other", "same"), [("mine", True), ("mine[:]", False), ("[mine]", False), ("x", False), ("[y for y in x]", False)]
)
def test_which_values_may_be_one_object(other: str, same: bool) -> None:
    function = view(f"def f(x):\n    mine = [x]\n    other = {other}\n    return 1\n")
    mine, second = (op for op in ops(function, "store") if op.attrs["name"] in ("mine", "other"))
    assert may_be_same(function.value(mine.operands[0]), function.value(second.operands[0])) is same


def test_what_escaped_may_be_anything_of_its_kind() -> None:
    function = view("def f(x):\n    mine = [x]\n    x(mine)\n    return 1\n")
    (mine,) = ops(function, "store")
    assert may_be_same(function.value(mine.operands[0]), frozenset(("any",)))
    assert may_be_same(function.value(mine.operands[0]), frozenset(("list",)))
    assert not may_be_same(function.value(mine.operands[0]), frozenset(("dict",)))


def test_an_annotation_alone_binds_nothing() -> None:
    function = view("def f(c):\n    x: int\n    y: int = 2\n    if c:\n        x = 1\n    return x, y\n")
    *_, x, y = ops(function, "load")
    assert not function.is_bound(x)
    assert function.is_bound(y)


@pytest.mark.parametrize("container", ["'abc'", "[1]", "range(3)", "(1, 2)"])
def test_an_index_of_a_wrong_type_raises_and_runs_nothing(container: str) -> None:
    function = view(f"def f(x):\n    i = 1.5 if x is None else 0\n    return {container}[i], {container}['a']\n")
    either, wrong = ops(function, "getitem")
    assert "any" not in function.value(either)
    assert function.value(either)
    assert not function.value(wrong)
    assert not function.runs_foreign_code(function.effects(either) | function.effects(wrong))

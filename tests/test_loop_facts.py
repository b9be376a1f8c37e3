"""What the loop rules ask about bounds, aliases and names."""

from __future__ import annotations

import textwrap

import pytest

from noodlecore_trm.ir.dialect import RAISE
from noodlecore_trm.ir.facts import Function, ModuleFacts
from noodlecore_trm.ir.facts.bounds import in_bounds
from noodlecore_trm.ir.facts.loops import can_call, changed_names, disturbs, is_steady, jumps, reachable, same
from noodlecore_trm.ir.op import Op, walk
from noodlecore_trm.parse import parse_module
from noodlecore_trm.translate import translate


def view(source: str) -> Function:
    module = translate(parse_module(textwrap.dedent(source)))
    return Function(ModuleFacts(module), module.functions[0])


def ops(function: Function, kind: str) -> list[Op]:
    return [op for op in walk(function.body) if op.kind == kind]


@pytest.mark.parametrize(
    ("made", "limit", "index", "inside"),
    [
        ("[0] * n", "n", "i", True),
        ("[0] * n", "n + 1", "i", False),
        ("[0] * (n + 1)", "n", "i + 1", True),
        ("[0 for _ in range(n)]", "n", "i", True),
        ("[0] * n", "n", "i - 1", False),
        ("[0] * n", "len(xs)", "i", True),
        ("[1, 2, 3]", "len(xs)", "i", True),
        ("[1, 2, 3]", "4", "i", False),
    ],
)
def test_an_index_is_inside_a_list_that_keeps_its_length(made: str, limit: str, index: str, inside: bool) -> None:
    function = view(
        f"""
        def f(text):
            n = len(text)
            xs = {made}
            for i in range({limit}):
                print(xs[{index}])
        """
    )
    item = ops(function, "getitem")[-1]
    assert in_bounds(function, *item.operands) is inside
    assert bool(function.effects(item) & RAISE) is not inside


def test_the_length_of_a_list_made_a_negative_number_of_times_is_not_that_number() -> None:
    function = view(
        """
        def f(n):
            if type(n) is int:
                xs = [0] * n
                ys = [0] * (n + 3)
                for i in range(len(xs) + 3):
                    print(ys[i])
        """
    )
    (item,) = ops(function, "getitem")
    assert not in_bounds(function, *item.operands)


def test_a_list_that_grows_has_no_known_bounds() -> None:
    function = view(
        """
        def f():
            xs = [1, 2, 3]
            for i in range(3):
                print(xs[i])
                xs.pop()
        """
    )
    (item,) = ops(function, "getitem")
    assert not in_bounds(function, *item.operands)


@pytest.mark.parametrize(
    ("body", "disturbed", "resized"),
    [
        ("print(1)", False, False),
        ("ys[0] = 2", False, False),
        ("xs[0] = 2", True, False),
        ("xs.append(2)", True, True),
        ("zs = xs; zs.clear()", True, True),
        ("xs += [1]", True, True),
        ("xs[1:] = [1]", True, True),
        ("del xs[0]", True, True),
    ],
)
def test_who_changes_a_list_of_our_own(body: str, disturbed: bool, resized: bool) -> None:
    function = view(
        f"""
        def f():
            xs = [1, 2]
            ys = [3]
            for i in range(3):
                {body}
            return [xs, ys]
        """
    )
    (loop,) = ops(function, "for")
    value = function.value(ops(function, "list")[0])
    assert disturbs(function, loop, value) is disturbed
    assert disturbs(function, loop, value, resizing=True) is resized


def test_a_list_that_others_hold_is_disturbed_by_any_call() -> None:
    function = view(
        """
        def f(xs, g):
            for i in range(3):
                g()
            return xs
        """
    )
    (loop,) = ops(function, "for")
    assert disturbs(function, loop, frozenset(("list",)))
    assert not disturbs(function, loop, frozenset(("tuple",)))


def test_the_header_of_a_loop_counts_as_part_of_it() -> None:
    function = view(
        """
        def f():
            xs = [1, 2]
            for i in [xs.pop(), (n := 3)]:
                print(i)
            return xs, n
        """
    )
    (loop,) = ops(function, "for")
    assert disturbs(function, loop, function.value(ops(function, "list")[0]))
    assert changed_names(loop) == {"i", "n"}


def test_iterators_reach_what_they_run_over() -> None:
    function = view(
        """
        def f():
            xs = [1, 2]
            pairs = enumerate(xs)
            for i, x in pairs:
                xs[0] += x
        """
    )
    (pairs, *_) = [op for op in ops(function, "store") if op.attrs["name"] == "pairs"]
    assert function.value(ops(function, "list")[0]) <= reachable(function, function.value(pairs.operands[0]))


def test_jumps_belong_to_the_innermost_loop_but_for_its_else() -> None:
    function = view(
        """
        def f(xs):
            for x in xs:
                while x:
                    break
                else:
                    continue
                if x:
                    break
        """
    )
    (loop,) = ops(function, "for")
    assert sorted(op.kind for op in jumps(loop)) == ["break", "continue"]
    (inner,) = ops(function, "while")
    assert [op.kind for op in jumps(inner)] == ["break"]


def test_names_and_constants_are_compared_with_their_types() -> None:
    function = view(
        """
        def f(a):
            return [a + 1, a + 1, a + 1.0, a + True, -0.0, 0.0]
        """
    )
    first, second, third, fourth = ops(function, "binary")
    assert same(first, second)
    assert not same(first, third)
    assert not same(first, fourth)


def test_steady_expressions_hold_names_the_loop_leaves_alone() -> None:
    function = view(
        """
        def f(a, b):
            for i in range(3):
                b = print(a + 1, b + 1, [a + 2 for a in range(2)])
        """
    )
    (loop,) = ops(function, "for")
    first, second, third = ops(function, "binary")
    assert changed_names(loop) == {"i", "b", "a"}
    assert is_steady(function, {"i", "b"}, first)
    assert not is_steady(function, {"i", "b"}, second)
    assert not is_steady(function, changed_names(loop), third)


def test_a_builtin_can_be_written_where_nothing_hides_it() -> None:
    assert can_call(view("def f(a): return a"), "range")
    assert not can_call(view("def f(range): return range"), "range")
    assert not can_call(view("def f(a): return a\nrange = list"), "range")


@pytest.mark.parametrize(("before", "known"), [("", True), ("int = float", False), ("def type(x): return int", False)])
def test_a_check_of_a_type_means_something_only_with_the_builtins(before: str, known: bool) -> None:
    function = view(f"def f(n):\n    if type(n) is int:\n        return n + 1\n{before}\n")
    (result,) = ops(function, "binary")
    assert function.is_exactly(result, "int") is known

"""What the chooser is taught from: counted work, its price, and the graph of versions."""

from __future__ import annotations

import dis
import math
import sys
from collections import Counter as Counted
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

sys.path[:0] = [str(Path(__file__).parents[1] / "benchmarks")]

import cost_model  # noqa: E402

from noodlecore_trm.emit import emit  # noqa: E402
from noodlecore_trm.ir.rewriter import Rewriter  # noqa: E402
from noodlecore_trm.rules import load  # noqa: E402
from noodlecore_trm.rules.listing import RuleTable, apply, find  # noqa: E402
from noodlecore_trm.teacher import counting  # noqa: E402
from noodlecore_trm.teacher.cost import Counter, Uncounted, Weights, shipped_weights  # noqa: E402
from noodlecore_trm.teacher.explore import WIDTHS, Explorer, Graph  # noqa: E402


@pytest.fixture(scope="module")
def counter() -> Iterator[Counter]:
    with Counter(seconds=0.5) as counter:
        yield counter


def counted(counter: Counter, source: str, call: str) -> dict[str, int]:
    (counts,) = counter.count(source.encode(), [call])
    return counts


LOOP = "def f(n):\n    total = 0\n    for i in range(n):\n        total += i * 3\n    return total\n"


def test_instructions_are_counted_exactly(counter: Counter) -> None:
    short, long = (counted(counter, LOOP, f"f({turns})") for turns in (10, 110))
    more = {feature: long[feature] - short[feature] for feature in long if long[feature] != short[feature]}
    assert more["BINARY_OP *"] == more["BINARY_OP +"] == more["JUMP_BACKWARD"] == more["FOR_ITER"] == 100
    assert short["ENTER"] == long["ENTER"] == 1
    assert "call range" not in more
    assert counted(counter, LOOP, "f(10)") == short


@pytest.mark.parametrize(
    ("body", "call", "feature", "times"),
    [
        ("return sum(xs)", "f([1, 2, 3])", "each sum", 3),
        ("return xs.count(2)", "f([1, 2, 3])", "each list.count", 3),
        ("return list(map(str, xs))", "f((1, 2))", "each map", 2),
        ("return xs[1:4]", "f([1, 2, 3, 4])", "each slice", 3),
        ("return xs + xs", "f('abc')", "each joined", 6),
        ("xs += [0]; return xs", "f([1])", "each joined", 2),
        ("return xs * 3 + 1.0", "f(2)", "of mixed numbers", 1),
        ("return xs * 3 + 1.0", "f(2)", "of int", 1),
        ("xs **= 2; return xs", "f(2.0)", "of mixed numbers", 1),
        ("return 3 in xs", "f([1, 3, 2])", "each compared", 2),
        ("return 9 not in xs", "f([1, 3, 2])", "each compared", 3),
        ("return xs['a']", "f({'a': 1})", "item of dict", 1),
        ("return [len(x) for x in xs]", "f(['a', 'b'])", "call len", 2),
        ("return print(xs)", "f(1)", "ENTER", 1),
    ],
)
def test_elements_are_counted(counter: Counter, body: str, call: str, feature: str, times: int) -> None:
    assert counted(counter, f"def f(xs):\n    {body}\n", call)[feature] == times


def test_a_generator_is_driven_to_its_end(counter: Counter) -> None:
    source = "def f(n):\n    for i in range(n):\n        yield i\n"
    assert counted(counter, source, "f(7)")["YIELD_VALUE"] == 7


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("def f():\n    while True: pass\n", "takes too long"),
        ("def f():\n    return 1 / 0\n", "ZeroDivisionError"),
        ("def f():\n    return open('x', 'w')\n", "Cut"),
        ("def f(:\n", "SyntaxError"),
        ("def f():\n    import os\n    os._exit(3)\n", "has ended"),
    ],
)
def test_what_cannot_be_counted_leaves_the_next_one_alone(counter: Counter, source: str, said: str) -> None:
    with pytest.raises(Uncounted, match=said):
        counter.count(source.encode(), ["f()"])
    assert counted(counter, LOOP, "f(2)")["FOR_ITER"] == 3


def test_what_no_program_had_has_a_price() -> None:
    weights = Weights({"LOAD_FAST": 1.0, "OTHER": 7.0, "call other": 40.0, "each other": 2.0})
    counts = {"LOAD_FAST": 3, "NEVER_SEEN": 1, "call frobnicate": 2, "each frobnicate": 5}
    assert weights.price(counts) == 3 + 7 + 80 + 10


@pytest.mark.parametrize(
    ("slower", "faster", "call"),
    [
        (LOOP, LOOP.replace("total += i * 3", "total += i"), "f(50)"),
        ("def f(xs, y):\n    return y in xs\n", "def f(xs, y):\n    return xs[-1] == y\n", "f(list(range(99)), 98)"),
        (
            "def f(xs):\n    t = 0\n    for x in xs:\n        t += x\n    return t\n",
            "def f(xs):\n    return sum(xs)\n",
            "f(list(range(50)))",
        ),
        ("def f(a, b):\n    return min(a, b)\n", "def f(a, b):\n    return a if a <= b else b\n", "f(1, 2)"),
    ],
)
def test_the_price_of_less_work_is_less(counter: Counter, slower: str, faster: str, call: str) -> None:
    weights = shipped_weights()
    assert weights.price(counted(counter, faster, call)) < weights.price(counted(counter, slower, call))


ROWS = """
def work(n):
    rows = [[1.5] * n for _ in range(n)]
    best = 0.0
    for i in range(n):
        for j in range(n):
            best = max(best, rows[i][j])
    return best
"""


SMALL = """
def work(n):
    found = []
    i = 0
    while i < n:
        if i in [3, 5, 7]:
            found.append(i)
        i += 1
    return found
"""


def priced(counter: Counter) -> Callable[[bytes], float]:
    def price(text: bytes) -> float:
        (counts,) = counter.count(text, ["work(12)"])
        return shipped_weights().price(counts)

    return price


@pytest.fixture(scope="module")
def graph(counter: Counter) -> Graph:
    table = RuleTable(rule for rule in load().values() if not rule.needs)
    return Explorer(ROWS.encode(), "work", priced(counter), table, versions=40).run()


def test_versions_that_read_the_same_are_one(graph: Graph) -> None:
    edges = [edge for node in graph.nodes.values() for edge in node.edges or () if edge.target is not None]
    assert 20 <= len(graph.nodes) <= 60
    assert len(edges) > len(graph.nodes)
    assert {edge.target for edge in edges} <= set(graph.nodes)


def test_more_rewrites_are_never_worth_less(graph: Graph) -> None:
    gains = [graph.gain(rewrites) for rewrites in range(7)]
    assert gains[0] == 1.0
    assert gains == sorted(gains)
    assert gains[2] > 1.1


def test_a_candidate_is_worth_the_best_that_follows(graph: Graph) -> None:
    root = graph.root
    assert root.edges is not None
    for rewrites in (1, 2, 4):
        worth = [value for value in graph.worth(root, rewrites) if not math.isnan(value)]
        assert math.exp(max([0.0, *worth])) == pytest.approx(graph.gain(rewrites))


@pytest.mark.parametrize("wider", [1, 3])
def test_worth_is_the_best_of_all_sequences(counter: Counter, wider: int) -> None:
    """Tried one by one, without a graph: every sequence of up to three candidates."""
    source = SMALL.encode()
    table = RuleTable(rule for rule in load().values() if not rule.needs)
    explorer = Explorer(source, "work", priced(counter), table, versions=1000)
    graph = explorer.run([wider * width for width in WIDTHS])
    assert all(node.edges is not None for node in graph.nodes.values()), "it is small enough to be seen whole"

    def best(rewriter: Rewriter, rewrites: int) -> tuple[float, list[float]]:
        """The least cost within so many rewrites, and with each of the candidates first."""
        after = []
        for candidate in find(explorer.function, table).candidates if rewrites else ():
            mark = rewriter.mark()
            apply(rewriter, candidate)
            after.append(best(rewriter, rewrites - 1)[0])
            rewriter.rollback(mark)
        return min([explorer.price(emit(explorer.module)), *after]), after

    for rewrites in (1, 2, 3):
        least, after = best(explorer.rewriter, rewrites)
        assert graph.gain(rewrites) == pytest.approx(graph.root.cost / least)
        assert graph.worth(graph.root, rewrites) == pytest.approx([math.log(graph.root.cost / cost) for cost in after])


def test_what_can_change_places_is_known_without_a_look(counter: Counter) -> None:
    """Where a version was not looked at further, what follows from it is read off the other way round."""
    table = RuleTable(rule for rule in load().values() if not rule.needs)
    whole = Explorer(SMALL.encode(), "work", priced(counter), table, versions=1000).run()
    few = Explorer(SMALL.encode(), "work", priced(counter), table, versions=1).run((1, 1, 1))
    assert len(few.expanded()) < len(whole.expanded())
    part = Graph(whole.root)
    part.nodes = {text: replace(node) for text, node in whole.nodes.items()}
    part.root = part.nodes[whole.root.text]
    first, other = (edge.target for edge in whole.root.edges or () if edge.target is not None)
    part.nodes[first].edges = None
    assert part.worth(part.root, 2) == pytest.approx(whole.worth(whole.root, 2))
    part.nodes[other].edges = None
    lonely = Graph(part.root)
    lonely.nodes = part.nodes
    assert lonely.worth(lonely.root, 2) == pytest.approx(whole.worth(whole.root, 1))


def test_a_version_can_be_gone_to_and_left(counter: Counter) -> None:
    explorer = Explorer(
        ROWS.encode(), "work", lambda text: 1.0, RuleTable(r for r in load().values() if not r.needs), versions=40
    )
    graph = explorer.run()
    deepest = max(graph.nodes.values(), key=lambda node: len(node.path))
    assert len(deepest.path) > 1
    with explorer.at(deepest):
        assert emit(explorer.module) == deepest.text
    assert emit(explorer.module) == ROWS.encode()


BRANCHES = """
def g(x):
    if x > 2:
        raise ValueError(x)
    return x


def items(n):
    for i in range(n):
        yield i


def f(n):
    found = [x for x in items(n) if x % 2 or x > 3]
    while n > 0 and n != 1:
        try:
            n -= 1
            found.append(g(n))
        except ValueError:
            continue
        finally:
            found.append(0)
    return found
"""


@pytest.mark.parametrize("turns", [0, 1, 3])
def test_blocks_count_as_their_instructions_do(turns: int) -> None:
    """What is counted by blocks is what a trace function is told of, instruction by instruction."""
    told: Counted[str] = Counted()

    def trace(frame: FrameType, event: str, arg: object) -> Any:
        frame.f_trace_lines, frame.f_trace_opcodes = False, True
        if event == "opcode":
            told[at[frame.f_code][frame.f_lasti]] += 1
        return trace if frame.f_code.co_filename == "<program>" else None

    code = compile(BRANCHES, "<program>", "exec")
    space: dict[str, Any] = {}
    exec(code, space)
    codes = [code, *(each for each in code.co_consts if isinstance(each, CodeType))]
    codes += [inner for each in codes[1:] for inner in each.co_consts if isinstance(inner, CodeType)]
    at = {each: {op.offset: counting.feature_of(op) for op in dis.get_instructions(each)} for each in codes}
    sys.settrace(trace)
    space["f"](turns)
    sys.settrace(None)
    counts = counting.Version(BRANCHES.encode(), "<program>").count(f"f({turns})", 5.0)
    assert {feature: counts[feature] for feature in told} == told


def test_what_is_counted_within_a_function(counter: Counter) -> None:
    source = b"def g(x):\n    return len(x) + 1\n\n\ndef f(xs):\n    return [g(x) for x in xs] + sorted(xs)\n"
    (inside,) = counter.count(source, ["f(['a', 'bc'])"], within="g")
    assert inside["ENTER"] == inside["call len"] == inside["of int"] == 2
    assert inside["each len"] == 3
    assert "call sorted" not in inside
    assert counter.count(source, ["f([])"], within="g") == [{}]
    whole = counter.count(source, ["f(['a', 'bc'])"])
    assert counter.count(source, ["f(['a', 'bc'])"], within="f") == whole


def test_what_a_function_calls_is_counted_within_it(counter: Counter) -> None:
    source = b"def g(n):\n    return n and 1 + g(n - 1)\n\n\ndef f(n):\n    yield g(n)\n    yield g(1)\n"
    (inside,) = counter.count(source, ["f(3)"], within="g")
    assert inside["ENTER"] == 6
    (inside,) = counter.count(source, ["f(3)"], within="f")
    assert inside == counter.count(source, ["f(3)"])[0]


def test_a_function_that_is_not_there() -> None:
    with pytest.raises(ValueError, match="no function g"):
        Explorer(LOOP.encode(), "g", lambda text: 0.0, RuleTable(load().values()))


def test_weights_are_found_again() -> None:
    """Programs whose times follow from weights exactly are priced to within what the prior pulls."""
    costs = {"LOAD_FAST": 3.0, "BINARY_OP +": 12.0, "call len": 25.0}
    weights = Weights(costs)
    rows = [
        cost_model.Row("s", f"{one},{two},{three}", 0, counts, weights.price(counts) / 1e9, 1.0)
        for one in (1, 5, 40)
        for two in (1, 9, 30)
        for three in (0, 2, 20)
        for counts in [{"LOAD_FAST": one, "BINARY_OP +": two, "call len": three}]
    ]
    found = cost_model.fitted(rows).nanoseconds
    assert {key: found[key] for key in costs} == pytest.approx(costs, rel=0.1)
    assert found["OTHER"] == pytest.approx(cost_model.PRIOR["OTHER"], rel=0.01)


def test_an_order_is_judged() -> None:
    rows = [
        cost_model.Row("s", "f()", version, {"LOAD_FAST": 10 * (version + 1)}, seconds, 1.0)
        for version, seconds in enumerate((1.0, 2.0, 1.5, 1.52))
    ]
    quality = cost_model.judged(rows, Weights({"LOAD_FAST": 1.0}))
    # all are at least 5% apart but the last two; the second is slower than those that count more
    assert (quality.pairs, quality.right) == (5, 3)
    assert quality.regrets == [1.0]
    assert len(quality.correlations) == 1

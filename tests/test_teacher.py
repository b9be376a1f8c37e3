"""What the chooser is taught from: counted work, its price, and the graph of versions."""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path[:0] = [str(Path(__file__).parents[1] / "benchmarks")]

import cost_model  # noqa: E402

from noodlecore_trm.emit import emit  # noqa: E402
from noodlecore_trm.rules import load  # noqa: E402
from noodlecore_trm.rules.listing import RuleTable  # noqa: E402
from noodlecore_trm.teacher.cost import Counter, Uncounted, Weights, shipped_weights  # noqa: E402
from noodlecore_trm.teacher.explore import Explorer, Graph  # noqa: E402


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


@pytest.fixture(scope="module")
def graph(counter: Counter) -> Graph:
    def price(text: bytes) -> float:
        (counts,) = counter.count(text, ["work(12)"])
        return shipped_weights().price(counts)

    table = RuleTable(rule for rule in load().values() if not rule.needs)
    return Explorer(ROWS.encode(), "work", price, table, versions=40).run()


def test_versions_that_read_the_same_are_one(graph: Graph) -> None:
    edges = [edge for node in graph.nodes.values() for edge in node.edges or () if edge.target is not None]
    assert 20 <= len(graph.nodes) <= 41
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


def test_a_path_leads_to_its_version(graph: Graph) -> None:
    deepest = max(graph.nodes.values(), key=lambda node: len(node.path))
    assert len(deepest.path) > 1
    explorer = Explorer(ROWS.encode(), "work", lambda text: 0.0, RuleTable(r for r in load().values() if not r.needs))
    for _ in explorer.at(deepest):
        assert emit(explorer.module) == deepest.text
    assert emit(explorer.module) == ROWS.encode()


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

"""The graph of a function says what the ops say."""

from __future__ import annotations

import subprocess
import sys

import pytest

from noodlecore_trm.ir.graph import EDGES, to_networkx
from noodlecore_trm.ir.op import Op, walk
from noodlecore_trm.parse import parse_module
from noodlecore_trm.translate import translate

SOURCE = """\
total = 0

def f(items, limit=3):
    global total
    n = 0
    for item in items:
        if item > limit:
            break
        elif not item:
            continue
        n += item
    else:
        raise ValueError
    try:
        total = total + n
        raise KeyError(n)
    except KeyError as error:
        print(error)
    except OSError:
        raise
    finally:
        n = None

    def g():
        return n + limit

    return [item for item in g(items)]
"""


def function(source: str = SOURCE) -> Op:
    return translate(parse_module(source)).functions[0]


def numbered(op: Op) -> list[Op]:
    return [op, *(inner for region in op.regions for inner in walk(region))]


def pairs(source: str, kind: str) -> set[tuple[str, str]]:
    """The edges of a kind, as the labels of their ends."""
    root = function(source)
    ops = numbered(root)
    return {(label(ops[a]), label(ops[b])) for a, b in to_networkx(root, (kind,)).edges()}


def label(op: Op) -> str:
    name = op.attrs.get("name")
    return f"{op.kind} {name}" if name else op.kind


def test_nodes_are_numbered_in_order_of_evaluation() -> None:
    root = function()
    ops = numbered(root)
    graph = to_networkx(root)
    assert list(graph.nodes) == list(range(len(ops)))
    for number, op in enumerate(ops):
        assert graph.nodes[number] == {"kind": op.kind, "attrs": dict(op.attrs), "origin": op.origin}
    assert {data["kind"] for _, _, data in graph.edges(data=True)} == set(EDGES)


def test_data_edges_follow_operands() -> None:
    root = function()
    ops = numbered(root)
    graph = to_networkx(root, ("data",))
    found = sorted((a, b, data["index"]) for a, b, data in graph.edges(data=True))
    numbers = {op: number for number, op in enumerate(ops)}
    expected = sorted(
        (numbers[operand], numbers[op], index) for op in ops[1:] for index, operand in enumerate(op.operands)
    )
    assert found == expected


def test_order_edges_chain_every_region() -> None:
    root = function()
    graph = to_networkx(root, ["order"])
    regions = [region for op in numbered(root) for region in op.regions]
    assert graph.number_of_edges() == sum(max(len(region.ops) - 1, 0) for region in regions)
    assert all(a < b for a, b in graph.edges())


def test_region_edges_are_a_tree() -> None:
    root = function()
    graph = to_networkx(root, ["region"])
    assert graph.in_degree(0) == 0
    assert all(graph.in_degree(number) == 1 for number in graph if number)


def test_control_edges_lead_to_targets() -> None:
    assert pairs(SOURCE, "control") == {
        ("break", "for"),
        ("continue", "for"),
        ("raise", "def f"),
        ("raise", "handler error"),
        ("raise", "handler"),
        ("return", "def f"),
        ("return", "def g"),
    }
    assert pairs("def f():\n while 1:\n  while 1: pass\n  else: break\n", "control") == {("break", "while")}
    root = function("def f():\n while 1:\n  while 1: pass\n  else: break\n")
    graph = to_networkx(root, ["control"])
    assert [target for _, target in graph.edges()] == [1]


def test_a_raise_in_a_try_without_handlers_passes_on() -> None:
    source = "def f():\n try:\n  try: raise\n  finally: pass\n except A: pass\n"
    assert pairs(source, "control") == {("raise", "handler")}


def test_slot_edges_join_bindings_and_reads() -> None:
    found = pairs(SOURCE, "slot")
    assert {
        ("def f", "load items"),
        ("def f", "load limit"),
        ("store n", "load n"),
        ("store item", "load item"),
        ("store total", "load total"),
        ("handler error", "load error"),
        ("def g", "load g"),
    } == found


def slots(source: str) -> list[tuple[str, str]]:
    root = function(source)
    ops = numbered(root)
    return sorted((label(ops[a]), label(ops[b])) for a, b in to_networkx(root, ("slot",)).edges())


def test_slots_of_other_scopes_are_other_slots() -> None:
    assert slots("def f():\n x = 1\n def g(x): return x\n") == [("def g", "load x")]
    assert slots("def f():\n x = 1\n class C:\n  x = 2\n  def g(self): return x\n") == [("store x", "load x")]
    assert slots("def f(a):\n [a for a in a]\n") == [("def f", "load a"), ("store a", "load a")]
    assert slots("def f():\n [(y := x) for x in z]\n return y\n") == [("store x", "load x"), ("walrus y", "load y")]
    assert slots("def f():\n [[y := x for x in z] for z in a]\n return y\n") == [
        ("store x", "load x"),
        ("store z", "load z"),
        ("walrus y", "load y"),
    ]
    assert slots("class C:\n def f(self, __x): return lambda: __x\n") == [("def f", "load __x")]
    assert slots("def f():\n x = 1\n def g():\n  nonlocal x\n  x = 2\n return x\n") == [
        ("store x", "load x"),
        ("store x", "load x"),
    ]


def test_patterns_and_imports_bind() -> None:
    assert slots("def f(a):\n match a:\n  case [b]: return b\n") == [("case", "load b"), ("def f", "load a")]
    assert slots("def f():\n import a.b, c as d\n return a, d\n") == [("import", "load a"), ("import", "load d")]


def test_unknown_edges_are_an_error() -> None:
    with pytest.raises(ValueError, match="unknown edges: flow; there are data, order"):
        to_networkx(function(), ("data", "flow"))


def test_networkx_is_imported_on_demand() -> None:
    code = "import sys, noodlecore_trm.ir.graph; sys.exit('networkx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

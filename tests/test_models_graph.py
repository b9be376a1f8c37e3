"""The recursion over graphs, against loops in plain Python and against what must not matter."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import Tensor

from noodlecore_trm.models.config import GraphConfig
from noodlecore_trm.models.graph_mixer import Graph, GraphMixer, build_graph_recursion
from noodlecore_trm.models.recursion import Recursion, States

RELATIONS = 3
Edges = list[tuple[int, int, int]]

SMALL: Edges = [(0, 0, 2), (0, 1, 2), (1, 2, 0), (2, 3, 3), (0, 1, 2), (2, 0, 4)]
"""Relation, who tells, who hears; two edges of one kind into one node, one edge twice, a node that hears itself."""
OTHER: Edges = [(1, 0, 1), (1, 1, 0), (2, 1, 0)]


def config(**more: object) -> GraphConfig:
    settings: dict[str, object] = {"hidden_size": 8, "relations": RELATIONS, "inner_multiple": 8, **more}
    return GraphConfig(**settings)  # type: ignore[arg-type]


def recursion(**more: object) -> Recursion:
    torch.manual_seed(1)
    return build_graph_recursion(config(**more))


def run(model: Recursion, graph: Graph, x: Tensor) -> States:
    states: States = model(model.initial(len(x)), x, graph)
    return states


def plain_neighbours(x: np.ndarray, edges: Edges, relations: int) -> np.ndarray:
    nodes, width = x.shape
    means = np.zeros((nodes, relations, width))
    for node in range(nodes):
        for relation in range(relations):
            told = [x[teller] for kind, teller, hearer in edges if (kind, hearer) == (relation, node)]
            if told:
                means[node, relation] = np.mean(told, axis=0)
    return means.reshape(nodes, relations * width)


def neighbours(graph: Graph, x: Tensor) -> Tensor:
    """[N, R·D]: all means, 0 where a node hears nothing along a kind of edge."""
    means = graph.means(x)
    wide = x.new_zeros(len(x), RELATIONS, x.shape[1])
    kinds = torch.repeat_interleave(torch.tensor(graph.counts))
    return wide.index_put((graph.hearer, kinds), means).flatten(1)


def test_neighbours_and_mean() -> None:
    x = torch.randn(7, 4, generator=torch.Generator().manual_seed(0))
    graph = Graph.batch([5, 2], [SMALL, OTHER], RELATIONS)
    expected = [plain_neighbours(x[:5].numpy(), SMALL, RELATIONS), plain_neighbours(x[5:].numpy(), OTHER, RELATIONS)]
    np.testing.assert_allclose(neighbours(graph, x).numpy(), np.concatenate(expected), atol=1e-6)
    np.testing.assert_allclose(graph.mean(x), torch.stack((x[:5].mean(0), x[5:].mean(0))), atol=1e-6)
    assert graph.owner.tolist() == [0] * 5 + [1] * 2


def test_gradients_of_neighbours_and_mean() -> None:
    graph = Graph.batch([5, 2], [SMALL, OTHER], RELATIONS)
    x = torch.randn(7, 3, dtype=torch.float64, requires_grad=True)
    assert torch.autograd.gradcheck(graph.means, (x,))
    assert torch.autograd.gradcheck(graph.mean, (x,))
    told = torch.randn(sum(graph.counts), 3, dtype=torch.float64, requires_grad=True)
    assert torch.autograd.gradcheck(graph.sums, (told,))


def test_the_mixer_is_a_matrix_for_each_relation() -> None:
    torch.manual_seed(0)
    mixer = GraphMixer(config())
    assert mixer.whole is not None
    graph = Graph.batch([5], [SMALL], RELATIONS)
    x = torch.randn(5, 8)
    heard = torch.from_numpy(plain_neighbours(x.numpy(), SMALL, RELATIONS)).float()
    parts = zip(heard.chunk(RELATIONS, -1), mixer.edges.weight.chunk(RELATIONS, -1), strict=True)
    expected = sum(mean @ matrix.T for mean, matrix in parts) + x.mean(0) @ mixer.whole.weight.T
    torch.testing.assert_close(mixer(x, graph), expected)


def test_the_size_with_ten_relations() -> None:
    with torch.device("meta"):
        made = build_graph_recursion(GraphConfig(relations=10))
    assert sum(weight.numel() for weight in made.parameters()) == 630_784


@pytest.mark.parametrize("edges", [np.array(SMALL), torch.tensor(SMALL), SMALL])
def test_edges_may_be_any_array(edges: object) -> None:
    x = torch.randn(5, 4)
    expected = neighbours(Graph.batch([5], [SMALL], RELATIONS), x)
    assert torch.equal(neighbours(Graph.batch([5], [edges], RELATIONS), x), expected)


def test_a_graph_without_edges() -> None:
    graph = Graph.batch([2, 1], [[], np.zeros((0, 3))], RELATIONS)
    x = torch.randn(3, 4, requires_grad=True)
    heard = neighbours(graph, x)
    heard.sum().backward()
    assert heard.shape == (3, 12)
    assert heard.eq(0).all()
    assert x.grad is not None
    assert x.grad.eq(0).all()


@pytest.mark.parametrize(
    ("sizes", "edges"),
    [
        ([2], [[(RELATIONS, 0, 1)]]),
        ([2], [[(0, 2, 1)]]),
        ([2, 2], [[(0, 0, 2)], []]),
        ([2], [[(0, -1, 1)]]),
        ([2, 0], [[], []]),
        ([2], [[], []]),
    ],
)
def test_edges_out_of_range(sizes: list[int], edges: list[Edges]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        Graph.batch(sizes, edges, RELATIONS)


@torch.no_grad()
@pytest.mark.parametrize("channel", [False, True])
def test_others_in_the_batch_do_not_matter(channel: bool) -> None:
    model = recursion(global_channel=channel)
    x = torch.randn(7, 8)
    alone = run(model, Graph.batch([5], [SMALL], RELATIONS), x[:5])
    together = run(model, Graph.batch([5, 2], [SMALL, OTHER], RELATIONS), x)
    for name, state in alone.items():
        torch.testing.assert_close(together[name][:5], state, msg=name)


@torch.no_grad()
def test_the_order_of_nodes_does_not_matter() -> None:
    model = recursion()
    x = torch.randn(5, 8)
    order = [3, 0, 4, 2, 1]
    renamed = [(kind, order.index(teller), order.index(hearer)) for kind, teller, hearer in SMALL]
    expected = run(model, Graph.batch([5], [SMALL], RELATIONS), x)["z_H"]
    reordered = run(model, Graph.batch([5], [renamed], RELATIONS), x[order])["z_H"]
    torch.testing.assert_close(reordered, expected[order])


@torch.no_grad()
@pytest.mark.parametrize(("cycles", "reach"), [((1, 1), 4), ((1, 3), 8), ((2, 1), 8)])
def test_news_travels_one_edge_a_layer(cycles: tuple[int, int], reach: int) -> None:
    nodes = 12
    chain = [(0, node, node + 1) for node in range(nodes - 1)]
    graph = Graph.batch([nodes], [chain], RELATIONS)
    model = recursion(global_channel=False, H_cycles=cycles[0], L_cycles=cycles[1])
    x = torch.randn(nodes, 8)
    changed = x.clone()
    changed[0] += 1
    differs = (run(model, graph, x)["z_H"] != run(model, graph, changed)["z_H"]).any(-1)
    assert differs.tolist() == [node <= reach for node in range(nodes)]


@torch.no_grad()
def test_the_global_channel_reaches_everybody() -> None:
    graph = Graph.batch([5], [[]], RELATIONS)
    x = torch.randn(5, 8)
    changed = x.clone()
    changed[0] += 1
    for channel in (False, True):
        model = recursion(global_channel=channel)
        differs = (run(model, graph, x)["z_H"] != run(model, graph, changed)["z_H"]).any(-1)
        assert differs.tolist() == [True, *([channel] * 4)]


@pytest.mark.parametrize("variant", ["trm", "single_z", "six_z", "hrm", "flat", "loop"])
def test_every_recursion_works_over_graphs(variant: str) -> None:
    model = recursion(variant=variant, H_layers=1, forward_dtype="bfloat16")
    graph = Graph.batch([5, 2], [SMALL, OTHER], RELATIONS)
    x = torch.randn(7, 8).bfloat16()
    y = run(model, graph, x)[model.answer]
    assert y.dtype == torch.bfloat16
    y.square().sum().backward()
    for name, weight in model.named_parameters():
        assert weight.grad is not None, name
        assert weight.grad.isfinite().all(), name


def test_it_learns_what_only_a_path_can_tell() -> None:
    """How one end of a chain is marked is known at the other end after some training; two trainings are equal."""
    nodes = 4
    chain = [(0, node, node + 1) for node in range(nodes - 1)] + [(1, node + 1, node) for node in range(nodes - 1)]
    graph = Graph.batch([nodes] * 2, [chain] * 2, RELATIONS)
    x = torch.zeros(2 * nodes, 8)
    x[0, 0], x[nodes, 1] = 3, 3
    wanted = torch.tensor([0.0, 1.0])

    def train() -> list[float]:
        model = recursion(global_channel=False)
        optimizer = torch.optim.AdamW(model.parameters(), lr=2e-2)
        losses = []
        for _ in range(40):
            guess = run(model, graph, x)["z_H"][nodes - 1 :: nodes, 0]
            loss = torch.nn.functional.binary_cross_entropy_with_logits(3 * guess, wanted)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        return losses

    losses = train()
    assert losses[0] > 0.5
    assert losses[-1] < 0.1
    assert train() == losses

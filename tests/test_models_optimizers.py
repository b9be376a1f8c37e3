"""The optimizers, against the same update rules written in NumPy."""

from __future__ import annotations

import copy

import numpy as np
import pytest
import torch
from torch import nn

from noodlecore_trm.models.adam_atan2 import AdamATan2
from noodlecore_trm.models.puzzle_embedding import PuzzleEmbedding, SparseSignSGD

Array = np.ndarray


class PlainAdamATan2:
    """One weight, float64."""

    def __init__(self, weight: Array, lr: float, betas: tuple[float, float], decay: float) -> None:
        self.weight, self.lr, self.betas, self.decay = weight.astype(np.float64), lr, betas, decay
        self.mean, self.square, self.steps = np.zeros_like(self.weight), np.zeros_like(self.weight), 0

    def step(self, slope: Array) -> None:
        first, second = self.betas
        self.steps += 1
        self.mean = first * self.mean + (1 - first) * slope
        self.square = second * self.square + (1 - second) * slope**2
        root = np.sqrt(self.square / (1 - second**self.steps))
        self.weight = self.weight * (1 - self.lr * self.decay)
        self.weight -= self.lr * np.arctan2(self.mean, root) / (1 - first**self.steps)


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
@pytest.mark.parametrize(("lr", "betas", "decay"), [(1e-2, (0.9, 0.95), 0.1), (1e-3, (0.5, 0.999), 0.0)])
def test_adam_atan2(dtype: torch.dtype, lr: float, betas: tuple[float, float], decay: float) -> None:
    random = np.random.default_rng(0)
    weight = nn.Parameter(torch.from_numpy(random.normal(size=(5, 3))).to(dtype))
    tolerance = 1e-6 if dtype == torch.float32 else 1e-12
    plain = PlainAdamATan2(weight.detach().numpy(), lr, betas, decay)
    optimizer = AdamATan2([weight], lr=lr, betas=betas, weight_decay=decay)
    for step in range(8):
        slope = random.normal(size=(5, 3)) * 10.0**-step
        slope[0] = 0
        weight.grad = torch.from_numpy(slope).to(dtype)
        optimizer.step()
        plain.step(weight.grad.double().numpy())
        np.testing.assert_allclose(weight.detach().numpy(), plain.weight, atol=tolerance)


def test_adam_atan2_does_not_see_the_scale_of_the_loss() -> None:
    moved = []
    for scale in (1.0, 2.0**-20):
        weight = nn.Parameter(torch.ones(3))
        optimizer = AdamATan2([weight], lr=0.1, weight_decay=0.0)
        for slope in (torch.tensor([1.0, -2.0, 0.5]), torch.tensor([3.0, 1.0, -0.5])):
            weight.grad = scale * slope
            optimizer.step()
        moved.append(weight.detach().clone())
    assert torch.equal(*moved)


def test_adam_atan2_leaves_alone_what_has_no_gradient_and_goes_on_from_a_saved_state() -> None:
    weights = [nn.Parameter(torch.ones(2)), nn.Parameter(torch.ones(2))]
    optimizer = AdamATan2(weights, lr=0.1)

    def step(on: AdamATan2, weight: nn.Parameter) -> None:
        weight.grad = torch.tensor([1.0, -3.0])
        on.step()

    step(optimizer, weights[0])
    assert weights[1].tolist() == [1, 1]
    assert weights[0].tolist() != [1, 1]
    twins = copy.deepcopy(weights)
    other = AdamATan2(twins, lr=0.1)
    other.load_state_dict(copy.deepcopy(optimizer.state_dict()))
    step(optimizer, weights[0])
    step(other, twins[0])
    assert torch.equal(weights[0], twins[0])


def plain_sign_sgd(table: Array, puzzles: list[int], slopes: Array, lr: float, decay: float) -> Array:
    table = table.copy()
    for puzzle in set(puzzles):
        total = sum(slope for number, slope in zip(puzzles, slopes, strict=True) if number == puzzle)
        table[puzzle] = table[puzzle] * (1 - lr * decay) - lr * np.sign(total)
    return table


def test_sparse_sign_sgd() -> None:
    random = np.random.default_rng(0)
    embedding = PuzzleEmbedding(6, 4).train()
    embedding.weights.copy_(torch.from_numpy(random.normal(size=(6, 4))))
    optimizer = SparseSignSGD(embedding, lr=0.1, weight_decay=0.5)
    for puzzles in ([3, 1, 3, 5], [1, 1, 1, 1], [0, 2, 4, 3]):
        slopes = random.normal(size=(4, 4))
        slopes[0, 0] = 0
        slopes[2] = -slopes[0]
        expected = plain_sign_sgd(embedding.weights.numpy(), puzzles, slopes, 0.1, 0.5)
        embedding(torch.tensor(puzzles), torch.float32).backward(torch.from_numpy(slopes).float())
        optimizer.step()
        np.testing.assert_allclose(embedding.weights.numpy(), expected, atol=1e-6)


def test_only_training_with_gradients_keeps_rows() -> None:
    embedding = PuzzleEmbedding(3, 2).train()
    optimizer = SparseSignSGD(embedding, lr=0.1, weight_decay=0.5)
    puzzles = torch.tensor([0, 2])
    rows = embedding(puzzles, torch.bfloat16)
    assert rows.dtype == torch.bfloat16
    kept = embedding.local_weights
    assert kept is not None
    with torch.no_grad():
        embedding(torch.tensor([1, 1]), torch.float32)
    assert embedding.local_weights is kept
    optimizer.step()
    assert embedding.weights.eq(0).all(), "without a backward pass there is nothing to learn from"
    rows.sum().backward()
    optimizer.step()
    assert embedding.weights.tolist() == [[pytest.approx(-0.1)] * 2, [0, 0], [pytest.approx(-0.1)] * 2]
    optimizer.zero_grad()
    assert embedding.local_weights is None
    assert not embedding.eval()(puzzles, torch.float32).requires_grad

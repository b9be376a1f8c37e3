"""What the published tensors do not reach: variants, settings, halting, losses, weights on file."""

from __future__ import annotations

import math
import re
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from noodlecore_trm.errors import ConfigurationError, ModelLoadError
from noodlecore_trm.models.config import GraphConfig, PuzzleConfig
from noodlecore_trm.models.conversion import COMPILED, PLAIN, load_published, published_name, to_published
from noodlecore_trm.models.ema import MovingAverage
from noodlecore_trm.models.halting import AdaptiveComputation, Carry, Outputs
from noodlecore_trm.models.layers import truncated_normal
from noodlecore_trm.models.losses import IGNORE, judge, log_stablemax, softmax_cross_entropy, stablemax_cross_entropy
from noodlecore_trm.models.recursion import Recursion, States, detached
from noodlecore_trm.models.schedule import learning_rate
from tests.parity_tensors import case

VARIANTS = ["trm", "single_z", "six_z", "hrm", "flat", "loop"]
BATCH = {
    "inputs": torch.tensor([[1, 2, 3, 4], [4, 3, 2, 1], [2, 2, 2, 2]], dtype=torch.int32),
    "labels": torch.tensor([[4, 3, 2, 1], [IGNORE, 3, 2, 1], [IGNORE] * 4], dtype=torch.int32),
    "puzzle_identifiers": torch.tensor([0, 2, 2], dtype=torch.int32),
}


def config(**more: Any) -> PuzzleConfig:
    settings: dict[str, Any] = {
        "hidden_size": 16,
        "num_heads": 2,
        "inner_multiple": 8,
        "H_cycles": 2,
        "L_cycles": 3,
        "H_layers": 1,
        "L_layers": 1,
        "seq_len": 4,
        "vocab_size": 5,
        "num_puzzle_identifiers": 3,
        "puzzle_emb_ndim": 16,
        "puzzle_emb_len": 2,
        "halt_max_steps": 4,
        "forward_dtype": "float32",
        **more,
    }
    return PuzzleConfig(**settings)


def model(**more: Any) -> AdaptiveComputation:
    torch.manual_seed(0)
    made = AdaptiveComputation(config(**more))
    with torch.no_grad():
        made.inner.q_head.weight.normal_()
    return made


# settings

PUBLISHED = {
    "name": "recursive_reasoning.trm@TinyRecursiveReasoningModel_ACTV1",
    "loss": {"name": "losses@ACTLossHead", "loss_type": "softmax_cross_entropy"},
    "halt_exploration_prob": 0.1,
    "halt_max_steps": 16,
    "H_cycles": 3,
    "L_cycles": 6,
    "H_layers": 0,
    "L_layers": 2,
    "hidden_size": 512,
    "num_heads": 8,
    "expansion": 4,
    "puzzle_emb_ndim": 512,
    "pos_encodings": "rope",
    "forward_dtype": "bfloat16",
    "mlp_t": False,
    "puzzle_emb_len": 16,
    "no_ACT_continue": True,
    "batch_size": 768,
    "seq_len": 81,
    "vocab_size": 11,
    "num_puzzle_identifiers": 1,
    "rms_norm_eps": 1e-5,
    "rope_theta": 10000.0,
    "causal": False,
}


def test_a_published_configuration_is_read_as_it_is() -> None:
    read = PuzzleConfig.from_published(PUBLISHED)
    assert read.variant == "trm"
    assert read.loss_type == "softmax_cross_entropy"
    assert (read.puzzle_slots, read.places) == (16, 97)
    plain = {"seq_len": 81, "vocab_size": 11, "hidden_size": 512, "puzzle_emb_ndim": 512}
    assert replace(read, loss_type="stablemax_cross_entropy", batch_size=0) == PuzzleConfig(**plain)


@pytest.mark.parametrize(
    ("name", "variant"),
    [
        ("recursive_reasoning.trm_singlez@X", "single_z"),
        ("recursive_reasoning.trm_hier6@X", "six_z"),
        ("hrm.hrm@X", "hrm"),
        ("recursive_reasoning.transformers_baseline@X", "flat"),
    ],
)
def test_the_name_of_a_published_architecture_gives_the_variant(name: str, variant: str) -> None:
    assert PuzzleConfig.from_published(PUBLISHED, name=name, H_layers=4).variant == variant


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"depth": 3}, "unknown settings: depth"),
        ({"causal": True}, "causal"),
        ({"name": "gpt@X"}, "no architecture"),
        ({"variant": "seven_z"}, "variant"),
        ({"variant": "six_z", "L_cycles": 7}, "six latents"),
        ({"variant": "hrm"}, "H_layers"),
        ({"L_layers": 0}, "L_layers"),
        ({"H_cycles": 0}, "H_cycles"),
        ({"pos_encodings": "alibi"}, "pos_encodings"),
        ({"forward_dtype": "int8"}, "forward_dtype"),
        ({"halt_max_steps": 0}, "halt_max_steps"),
        ({"num_heads": 1024}, "heads"),
        ({"hidden_size": 24, "puzzle_emb_ndim": 24}, "even"),
        ({"puzzle_emb_ndim": 513, "puzzle_emb_len": 1}, "does not fit"),
    ],
)
def test_settings_that_make_no_sense(more: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        PuzzleConfig.from_published(PUBLISHED, **more)


@pytest.mark.parametrize(
    ("more", "slots"),
    [
        ({}, 16),
        ({"puzzle_emb_len": 0}, 1),
        ({"puzzle_emb_len": 0, "puzzle_emb_ndim": 513}, 2),
        ({"puzzle_emb_ndim": 0}, 0),
        ({"variant": "hrm", "H_layers": 4}, 1),
    ],
)
def test_puzzle_slots(more: dict[str, Any], slots: int) -> None:
    assert PuzzleConfig.from_published(PUBLISHED, **more).puzzle_slots == slots


@pytest.mark.parametrize(
    ("more", "parameters"),
    [
        ({}, 6_828_034),
        ({"vocab_size": 6, "seq_len": 900}, 6_822_914),
        ({"vocab_size": 12, "seq_len": 900}, 6_829_058),
        ({"mlp_t": True, "pos_encodings": "none"}, 5_028_866),
        ({"mlp_t": True, "pos_encodings": "none", "vocab_size": 12, "seq_len": 900}, 18_801_666),
        ({"variant": "hrm", "H_layers": 4, "L_layers": 4}, 27_275_266),
        ({"variant": "flat", "H_layers": 8, "num_heads": 12, "pos_encodings": "none"}, 27_144_194),
    ],
)
def test_parameters_of_the_published_sizes(more: dict[str, Any], parameters: int) -> None:
    with torch.device("meta"):
        made = AdaptiveComputation(PuzzleConfig.from_published(PUBLISHED, **more))
    assert sum(weight.numel() for weight in made.parameters()) == parameters


# the recursions


class Watched:
    """Counts the calls of a recursion's networks, and those that a gradient goes through."""

    def __init__(self, recursion: Recursion) -> None:
        self.calls: list[tuple[str, bool]] = []
        for name, level in recursion.named_children():
            level.register_forward_hook(
                lambda module, inputs, output, name=name: self.calls.append((name[0], output.requires_grad))
            )


@pytest.mark.parametrize(
    ("variant", "forgotten", "remembered"),
    [
        ("trm", "LLLL", "LLLL"),
        ("single_z", "LLLL", "LLLL"),
        ("six_z", "LLLL", "LLLL"),
        ("hrm", "LLLHLL", "LH"),
        ("flat", "", "H"),
        ("loop", "", "LLLLLLLL"),
    ],
)
def test_the_calls_of_one_step(variant: str, forgotten: str, remembered: str) -> None:
    made = model(variant=variant).eval()
    watched = Watched(made.inner.recursion)
    made(made.initial_carry(BATCH), BATCH)
    expected = [(name, False) for name in forgotten] + [(name, True) for name in remembered]
    assert watched.calls == expected


def test_three_times_six_is_twenty_one_calls() -> None:
    made = model(H_cycles=3, L_cycles=6)
    watched = Watched(made.inner.recursion)
    made(made.initial_carry(BATCH), BATCH)
    assert [remembered for _, remembered in watched.calls] == [False] * 14 + [True] * 7


class Halving(nn.Module):
    """A network so plain that what a recursion does with it can be worked out: half of what comes in."""

    def forward(self, x: Tensor, relations: object) -> Tensor:
        return x / 2


@pytest.mark.parametrize(
    ("variant", "before", "after"),
    [
        # n = 2, x = 8: z ← (z + y + x)/2 twice, y ← (y + z)/2
        ("trm", {"z_H": 4, "z_L": 0}, {"z_H": 6.5, "z_L": 9}),
        ("hrm", {"z_H": 4, "z_L": 0}, {"z_H": 6.5, "z_L": 9}),
        # z ← (z + x)/2 twice, z ← z/2
        ("single_z", {"z_L": 0}, {"z_L": 3}),
        # z1 ← (Σz + y + x)/2, then z2 ← the same with the new z1, y ← (y + Σz)/2
        (
            "six_z",
            {"z_H": 4, "z_L1": 0, "z_L2": 1, "z_L3": 2, "z_L4": 0, "z_L5": 0, "z_L6": 0},
            {"z_H": 12.375, "z_L1": 7.5, "z_L2": 11.25, "z_L3": 2, "z_L4": 0, "z_L5": 0, "z_L6": 0},
        ),
        ("flat", {"z_H": 4}, {"z_H": 6}),
        ("loop", {"z_H": 0}, {"z_H": 7}),
    ],
)
def test_what_a_cycle_adds_up(variant: str, before: dict[str, float], after: dict[str, float]) -> None:
    made = model(variant=variant, H_cycles=1, L_cycles=2).inner.recursion
    for name, _ in list(made.named_children()):
        setattr(made, name, Halving())
    z: States = {name: torch.full((1, 1, 1), float(value)) for name, value in before.items()}
    result = made(z, torch.full((1, 1, 1), 8.0))
    assert {name: state.item() for name, state in result.items()} == after


def test_the_gradient_is_that_of_the_last_cycle_alone() -> None:
    made = model(pos_encodings="none").inner.recursion
    x = torch.randn(2, 6, 16, requires_grad=True)
    z = made.initial(2, 6)
    made(z, x)["z_H"].sum().backward()
    whole = {name: weight.grad for name, weight in made.named_parameters()}
    slope, x.grad = x.grad, None
    made.zero_grad()
    with torch.no_grad():
        y, latent = z["z_H"], z["z_L"]
        for _ in range(3):
            latent = made.L_level(latent + (y + x), None)
        y = made.L_level(y + latent, None)
    for _ in range(3):
        latent = made.L_level(latent + (y + x), None)
    made.L_level(y + latent, None).sum().backward()
    torch.testing.assert_close(slope, x.grad)
    for name, weight in made.named_parameters():
        torch.testing.assert_close(whole[name], weight.grad, msg=name)


def test_detached_states_have_no_history() -> None:
    state = torch.ones(2, requires_grad=True) * 2
    assert not detached({"z_H": state})["z_H"].requires_grad


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize(
    "more",
    [
        {},
        {"mlp_t": True, "pos_encodings": "none"},
        {"pos_encodings": "learned"},
        {"puzzle_emb_ndim": 0, "puzzle_emb_len": 0},
        {"forward_dtype": "bfloat16"},
        {"no_ACT_continue": False},
        {"halt_max_steps": 1},
        {"loss_type": "softmax_cross_entropy"},
    ],
    ids=str,
)
def test_every_variant_trains_in_every_setting(variant: str, more: dict[str, Any]) -> None:
    made = model(variant=variant, **more).train()
    settings = made.config
    carry = made.initial_carry(BATCH)
    for _ in range(2):
        made.zero_grad()
        carry, outputs = made(carry, BATCH)
        judge(carry, outputs, settings.loss_type).loss.backward()
    assert outputs.logits.shape == (3, 4, 5)
    assert outputs.logits.dtype == getattr(torch, settings.forward_dtype)
    assert outputs.q_halt.dtype == torch.float32
    learns = settings.learns_to_continue and settings.halt_max_steps > 1
    assert (outputs.target_q_continue is not None) == learns
    for name, weight in made.named_parameters():
        assert weight.grad is not None, name
        assert weight.grad.isfinite().all(), name
        assert weight.dtype == torch.float32, name
    assert made.inner.q_head.weight.grad[1].any() == learns
    for name, state in carry.states.items():
        assert not state.requires_grad, name
        assert state.dtype == getattr(torch, settings.forward_dtype), name
        assert state.shape == (3, settings.places, 16), name


def test_learned_positions() -> None:
    inner = model(pos_encodings="learned").inner
    assert inner.embed_pos.embedding_weight.shape == (6, 16)
    tokens = inner.embed_tokens.embedding_weight[BATCH["inputs"].long()]
    expected = 4 * 0.5**0.5 * (tokens + inner.embed_pos.embedding_weight[2:])
    torch.testing.assert_close(inner.embed(BATCH)[:, 2:], expected)


def test_puzzle_slots_stand_in_front_and_are_filled_up_with_zeros() -> None:
    inner = model(puzzle_emb_ndim=12).inner
    inner.puzzle_emb.weights.normal_()
    x = inner.embed(BATCH)
    assert x.shape == (3, 6, 16)
    torch.testing.assert_close(x[:, 0, :12], 4 * inner.puzzle_emb.weights[BATCH["puzzle_identifiers"].long()])
    assert x[:, 0, 12:].eq(0).all()
    assert x[:, 1].eq(0).all()
    torch.testing.assert_close(x[:, 2:], 4 * inner.embed_tokens.embedding_weight[BATCH["inputs"].long()])


def test_bfloat16_states_are_drawn_in_bfloat16() -> None:
    recursion = model(forward_dtype="bfloat16").inner.recursion
    assert recursion.get_buffer("H_init").dtype == torch.bfloat16
    torch.manual_seed(3)
    drawn = truncated_normal(16, std=1.0, dtype=torch.bfloat16)
    torch.manual_seed(3)
    assert torch.equal(drawn, truncated_normal(16, std=1.0, dtype=torch.bfloat16))


def test_the_truncated_normal_has_the_deviation_it_is_asked_for() -> None:
    torch.manual_seed(0)
    drawn = truncated_normal(200_000, std=0.5)
    assert drawn.std().item() == pytest.approx(0.5, rel=0.01)
    assert drawn.mean().item() == pytest.approx(0, abs=0.01)
    # two sigma of the wide normal distribution, of which what is left within them has a deviation of 1
    assert drawn.abs().max().item() == pytest.approx(0.5 * 2.2737, rel=0.001)
    state = torch.get_rng_state()
    assert truncated_normal(3, std=0).eq(0).all()
    assert torch.equal(torch.get_rng_state(), state)


def test_a_seed_gives_the_same_training_twice() -> None:
    def train() -> list[float]:
        made = model(variant="hrm", halt_exploration_prob=0.5).train()
        optimizer = torch.optim.SGD(made.parameters(), lr=0.1)
        carry, losses = made.initial_carry(BATCH), []
        for _ in range(6):
            carry, outputs = made(carry, BATCH)
            loss = judge(carry, outputs).loss
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        return losses

    assert train() == train()


# halting


def decided(made: AdaptiveComputation, steps: int, q_halt: float, q_continue: float) -> Carry:
    """The carry after a step before which `steps` steps were done, with a Q head that says this."""
    with torch.no_grad():
        made.inner.q_head.weight.zero_()
        made.inner.q_head.bias.copy_(torch.tensor([q_halt, q_continue]))
    carry = made.initial_carry(BATCH)
    running = torch.zeros(3, dtype=torch.bool)
    after: Carry = made(Carry(carry.states, torch.full((3,), steps, dtype=torch.int32), running, BATCH), BATCH)[0]
    return after


@pytest.mark.parametrize(
    ("more", "training", "steps", "q", "halts"),
    [
        ({}, True, 0, (1, 2), True),
        ({}, True, 0, (-1, -2), False),
        ({}, True, 3, (-1, -2), True),
        ({}, False, 0, (1, 2), False),
        ({}, False, 3, (-1, -2), True),
        ({"no_ACT_continue": False}, True, 0, (1, 2), False),
        ({"no_ACT_continue": False}, True, 0, (-1, -2), True),
        ({"variant": "hrm"}, True, 0, (1, 2), False),
        ({"variant": "hrm"}, True, 0, (-1, -2), True),
        ({"halt_max_steps": 1}, True, 0, (-1, -2), True),
        ({"halt_exploration_prob": 1.0}, True, 0, (1, 2), False),
    ],
)
def test_who_halts(more: dict[str, Any], training: bool, steps: int, q: tuple[float, float], halts: bool) -> None:
    made = model(**{"halt_exploration_prob": 0.0, **more}).train(training)
    after = decided(made, steps, *q)
    assert after.steps.tolist() == [steps + 1] * 3
    assert after.halted.tolist() == [halts] * 3


def test_exploration_draws_first_who_and_then_how_long() -> None:
    made = model(halt_exploration_prob=0.5).train()
    q_halt, steps = torch.zeros(500), torch.zeros(500, dtype=torch.int32)
    torch.manual_seed(7)
    drawn = made.explore(q_halt, steps)
    torch.manual_seed(7)
    chosen = torch.rand(500) < 0.5
    length = torch.randint(2, 5, (500,), dtype=torch.int32)
    assert torch.equal(drawn, chosen * length)
    assert sorted(set(drawn.tolist())) == [0, 2, 3, 4]


def test_exploration_holds_back_until_its_step() -> None:
    made = model(halt_exploration_prob=1.0).train()
    torch.manual_seed(5)
    least = made.explore(torch.zeros(3), torch.zeros(3, dtype=torch.int32))
    for steps in range(4):
        torch.manual_seed(5)
        assert decided(made, steps, 1, 0).halted.tolist() == (least <= steps + 1).tolist()


def test_evaluation_draws_nothing() -> None:
    made = model(halt_exploration_prob=1.0).eval()
    state = torch.get_rng_state()
    made(made.initial_carry(BATCH), BATCH)
    assert torch.equal(torch.get_rng_state(), state)


@torch.no_grad()
def test_only_halted_slots_take_a_new_question() -> None:
    made = model().eval()
    carry, _ = made(made.initial_carry(BATCH), BATCH)
    halted = torch.tensor([False, True, False])
    offered = {name: value.roll(1, 0) for name, value in BATCH.items()}
    offered["puzzle_identifiers"] = torch.tensor([1, 1, 1], dtype=torch.int32)
    after, outputs = made(Carry(carry.states, carry.steps, halted, carry.batch), offered)
    assert after.steps.tolist() == [2, 1, 2]
    for name, value in after.batch.items():
        assert torch.equal(value[1], offered[name][1]), name
        assert torch.equal(value[::2], BATCH[name][::2]), name
    fresh, fresh_outputs = made(made.initial_carry(offered), offered)
    going, going_outputs = made(Carry(carry.states, carry.steps, torch.zeros(3, dtype=torch.bool), BATCH), BATCH)
    torch.testing.assert_close(outputs.logits[1], fresh_outputs.logits[1])
    torch.testing.assert_close(outputs.logits[::2], going_outputs.logits[::2])
    torch.testing.assert_close(after.states["z_L"][1], fresh.states["z_L"][1])
    torch.testing.assert_close(after.states["z_L"][::2], going.states["z_L"][::2])


@pytest.mark.parametrize("steps", [0, 3])
def test_going_on_is_worth_the_better_choice_one_step_later(steps: int) -> None:
    made = model(variant="hrm", halt_exploration_prob=0.0).train()
    carry = made.initial_carry(BATCH)
    running = torch.zeros(3, dtype=torch.bool)
    before = Carry(carry.states, torch.full((3,), steps, dtype=torch.int32), running, BATCH)
    after, outputs = made(before, BATCH)
    _, later = made.inner(after.states, BATCH)
    better = later.q_halt if steps == 3 else torch.maximum(later.q_halt, later.q_continue)
    torch.testing.assert_close(outputs.target_q_continue, better.sigmoid())
    assert not outputs.target_q_continue.requires_grad


# losses


def test_stablemax_in_float64() -> None:
    x = torch.tensor([-3.0, -0.5, 0.0, 2.0, 1e4])
    s = np.array([1 / 4, 1 / 1.5, 1, 3, 10001])
    logs = log_stablemax(x)
    assert logs.dtype == torch.float64
    np.testing.assert_allclose(logs.numpy(), np.log(s / s.sum()), rtol=1e-12)


def test_ignored_tokens_cost_nothing() -> None:
    logits, labels = torch.randn(2, 4, 5), BATCH["labels"][:2]
    for loss in (stablemax_cross_entropy, softmax_cross_entropy):
        costs = loss(logits, labels)
        assert costs.shape == (2, 4)
        assert ((costs == 0) == (labels == IGNORE)).all()
    expected = -logits.log_softmax(-1)[0, 1, 3]
    torch.testing.assert_close(softmax_cross_entropy(logits, labels)[0, 1], expected)


def judged(**more: Any) -> tuple[Carry, Outputs]:
    logits = torch.full((3, 4, 5), -1.0)
    for row, token, word in [(0, 0, 4), (0, 1, 3), (0, 2, 2), (0, 3, 1), (1, 1, 3), (1, 2, 0), (1, 3, 1)]:
        logits[row, token, word] = 3
    outputs = Outputs(logits, torch.tensor([2.0, 1.0, -1.0]), torch.tensor([0.5, -0.5, 0.0]), **more)
    halted = torch.tensor([True, True, True])
    return Carry({}, torch.tensor([3, 4, 2], dtype=torch.int32), halted, BATCH), outputs


def test_what_is_reported() -> None:
    carry, outputs = judged()
    metrics = {name: value.item() for name, value in judge(carry, outputs).metrics.items()}
    # the third question has no labels: it counts for the losses, as solved, but not here
    assert metrics["count"] == 2
    assert metrics["accuracy"] == pytest.approx(1 + 2 / 3)
    assert metrics["exact_accuracy"] == 1
    assert metrics["q_halt_accuracy"] == 1
    assert metrics["steps"] == 7
    assert "q_continue_loss" not in metrics
    right, wrong = -math.log(4 / 6), -math.log(0.5 / 6)
    assert metrics["lm_loss"] == pytest.approx(right + (2 * right + wrong) / 3)
    expected = math.log(1 + math.exp(-2)) + math.log(1 + math.exp(1)) + math.log(1 + math.exp(1))
    assert metrics["q_halt_loss"] == pytest.approx(expected)


def test_every_question_counts_the_same_however_many_tokens_it_has() -> None:
    carry, outputs = judged()
    labels = torch.tensor([[4, IGNORE, IGNORE, IGNORE], [3, IGNORE, IGNORE, IGNORE], [IGNORE] * 4])
    metrics = judge(replace(carry, batch={"labels": labels}), outputs).metrics
    assert metrics["accuracy"].item() == 1
    tokens = stablemax_cross_entropy(outputs.logits, labels)
    assert metrics["lm_loss"].item() == pytest.approx((tokens[0, 0] + tokens[1, 0]).item())


def test_questions_that_go_on_are_not_reported() -> None:
    carry, outputs = judged()
    going = replace(carry, halted=torch.tensor([False, True, False]))
    metrics = judge(going, outputs).metrics
    assert {name: metrics[name].item() for name in ("count", "exact_accuracy", "steps")} == {
        "count": 1,
        "exact_accuracy": 0,
        "steps": 4,
    }
    assert judge(going, outputs).loss == judge(carry, outputs).loss


def test_halting_counts_half() -> None:
    target = torch.tensor([0.1, 0.5, 1.0])
    carry, outputs = judged(target_q_continue=target)
    judgement = judge(carry, outputs)
    metrics = {name: value.item() for name, value in judgement.metrics.items()}
    x, t = outputs.q_continue.double(), target.double()
    expected = (torch.log1p(x.exp()) - x * t).sum().item()
    assert metrics["q_continue_loss"] == pytest.approx(expected)
    total = metrics["lm_loss"] + 0.5 * (metrics["q_halt_loss"] + metrics["q_continue_loss"])
    assert judgement.loss.item() == pytest.approx(total)


def test_a_loss_that_does_not_exist() -> None:
    with pytest.raises(ConfigurationError, match="loss_type"):
        judge(*judged(), loss_type="hinge")


# what goes along with training


def test_the_learning_rate_warms_up_and_goes_down_a_cosine() -> None:
    rates = [learning_rate(step, base=2.0, warmup=4, total=12, min_ratio=0.1) for step in range(1, 14)]
    cosine = [2 * (0.1 + 0.45 * (1 + math.cos(math.pi * k / 8))) for k in range(9)]
    assert rates == pytest.approx([0.5, 1.0, 1.5, *cosine, rates[-1]])
    assert rates[-2] == pytest.approx(0.2)
    assert learning_rate(500, base=2.0, warmup=4, total=12) == 2.0
    assert learning_rate(1, base=2.0, warmup=0, total=12) == 2.0


def test_averages_stand_in_for_weights_and_step_back() -> None:
    layer = nn.Linear(2, 1)
    with torch.no_grad():
        layer.weight.fill_(1)
    average = MovingAverage(layer, mu=0.75)
    with torch.no_grad():
        layer.weight.fill_(5)
    average.update(layer)
    with average.applied(layer):
        assert layer.weight.tolist() == [[2, 2]]
        again = MovingAverage(layer, mu=0.75)
        again.load_state_dict(average.state_dict())
    assert layer.weight.tolist() == [[5, 5]]
    again.update(layer)
    assert again.shadow["weight"].tolist() == [[2.75, 2.75]]
    assert average.shadow["weight"].tolist() == [[2, 2]]


# weights on file


@pytest.mark.parametrize("prefix", ["", PLAIN, COMPILED, "_orig_mod."])
@pytest.mark.parametrize("variant", ["trm", "single_z", "six_z", "hrm", "flat"])
def test_weights_go_to_published_names_and_back(prefix: str, variant: str) -> None:
    one, other = model(variant=variant), AdaptiveComputation(config(variant=variant))
    state = to_published(one, prefix)
    assert all(name.startswith(prefix) for name in state)
    load_published(other, state)
    for name, value in one.state_dict().items():
        assert torch.equal(other.state_dict()[name], value), name


def test_published_names() -> None:
    stored = case("trm_att").group("sd/")
    made = AdaptiveComputation(case("trm_att").config)
    load_published(made, {COMPILED + name: value for name, value in stored.items()})
    exported = to_published(made)
    assert exported.keys() == stored.keys()
    for name, value in stored.items():
        assert torch.equal(exported[name], value), name
    assert published_name("inner.recursion.L_level.layers.0.mlp.down_proj.weight") == (
        "inner.L_level.layers.0.mlp.down_proj.weight"
    )
    six = set(to_published(model(variant="six_z")))
    assert {"inner.H_init", *(f"inner.L{number}_init" for number in range(1, 7))} <= six
    assert "inner.H_init" not in to_published(model(variant="single_z"))


def test_weights_that_do_not_fit_change_nothing() -> None:
    made = model()
    before = {name: value.clone() for name, value in made.state_dict().items()}
    state = to_published(model(variant="hrm"))
    state["inner.lm_head.weight"] = torch.zeros(7, 16)
    del state["inner.q_head.bias"]
    with pytest.raises(ModelLoadError) as caught:
        load_published(made, state)
    parts = ["inner.q_head.bias is missing", "inner.H_level", "is unknown", "lm_head.weight is [7, 16], not [5, 16]"]
    for part in parts:
        assert part in str(caught.value)
    assert all(torch.equal(value, before[name]) for name, value in made.state_dict().items())


# the page about it

PAGE = (Path(__file__).parent.parent / "docs" / "reference" / "models.md").read_text("utf-8")


@pytest.mark.parametrize("example", re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))
def test_the_examples_of_the_page_run(example: str) -> None:
    names: dict[str, Any] = {}
    exec(compile(example, "models.md", "exec"), names)
    if "graph" in names:
        assert names["answer"].shape == (4, 64)
    elif "path" in names:
        assert names["model"].vocabulary == names["vocabulary"]
    else:
        assert names["carry"].steps.tolist() == [16] * 8
        assert names["carry"].halted.all()
        assert names["model"].inner.puzzle_emb.weights.any()


def test_the_page_has_every_setting() -> None:
    for kind in (PuzzleConfig, GraphConfig):
        for field in fields(kind):
            assert f"`{field.name}`" in PAGE, field.name

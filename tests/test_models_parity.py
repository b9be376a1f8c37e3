"""Our models compute what the published ones do."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor, nn

from noodlecore_trm.models.adam_atan2 import AdamATan2
from noodlecore_trm.models.conversion import published_name, to_published
from noodlecore_trm.models.ema import MovingAverage
from noodlecore_trm.models.losses import judge
from noodlecore_trm.models.puzzle_embedding import SparseSignSGD
from tests.parity_tensors import CASES, MANIFEST, Case, case, distance, sampled

ONE_STEP = 2e-5
FREE = 3e-5
UPDATE = 1e-6
STEPS = range(4)
SETTINGS = MANIFEST["optimizer"]


@pytest.fixture(params=CASES)
def published(request: pytest.FixtureRequest) -> Case:
    return case(request.param)


def test_the_same_seed_draws_the_same_weights(published: Case) -> None:
    model = published.seeded()
    state = to_published(model)
    stored = published.group("sd/")
    assert state.keys() == stored.keys()
    for name, value in state.items():
        if "q_head" in name or "puzzle_emb" in name:
            continue
        assert distance(sampled(value, stored[name]), stored[name]) <= 1e-6, name
    assert state["inner.q_head.weight"].eq(0).all()
    assert state["inner.q_head.bias"].eq(-5).all()
    assert state["inner.puzzle_emb.weights"].eq(0).all()
    assert sum(weight.numel() for weight in model.parameters()) == MANIFEST["cases"][published.name]["parameters"]


def test_rotary_tables(published: Case) -> None:
    tables = published.model().inner.rotary_emb
    if published.config.pos_encodings != "rope":
        assert tables is None
        return
    assert tables is not None
    stored = published.group("nonpersistent/inner.rotary_emb.")
    assert distance(tables.cos, stored["cos_cached"]) <= 1e-6
    assert distance(tables.sin, stored["sin_cached"]) <= 1e-6


@torch.no_grad()
def test_every_call_of_the_first_step(published: Case) -> None:
    model = published.model().eval()
    returned: list[tuple[str, Tensor]] = []

    def watch(module: nn.Module, name: str) -> None:
        module.register_forward_hook(lambda module, inputs, output: returned.append((name, output[:1])))

    for name, level in model.inner.recursion.named_children():
        watch(level, name)
    block = model.inner.recursion.L_level.layers[0]
    for name, part in [*block.named_children(), ("block", block)]:
        watch(part, f"first_L_block/{name}")
    carry = published.carry(model, -1)
    assert distance(model.inner.embed(carry.batch)[:1], published.tensors["eval/input_embeddings"]) <= 1e-6
    model(carry, carry.batch)

    parts = {name: value for name, value in reversed(returned) if "/" in name}
    for name, value in published.group("eval/step0/first_L_block/").items():
        assert distance(parts[f"first_L_block/{name}"], value) <= ONE_STEP, name
    calls = [(name, value) for name, value in returned if "/" not in name]
    assert [name for name, _ in calls] == MANIFEST["cases"][published.name]["calls"]
    for number, (name, value) in enumerate(calls):
        assert distance(value, published.tensors[f"eval/step0/call{number:02}_{name}"]) <= ONE_STEP, number


@torch.no_grad()
@pytest.mark.parametrize("step", STEPS)
def test_one_step_from_the_published_state(published: Case, step: int) -> None:
    model = published.model().eval()
    before = published.carry(model, step - 1)
    carry, outputs = model(before, before.batch)
    after = published.group(f"eval/step{step}/")
    assert distance(outputs.logits, after["logits"][:2]) <= ONE_STEP
    assert distance(outputs.q_halt, after["q_halt_logits"][:2]) <= ONE_STEP
    assert distance(outputs.q_continue, after["q_continue_logits"][:2]) <= ONE_STEP
    for name, state in carry.states.items():
        assert distance(state, after[name]) <= ONE_STEP, name
    assert torch.equal(carry.steps, after["steps"][:2])
    assert torch.equal(carry.halted, after["halted"][:2])


@torch.no_grad()
@pytest.mark.parametrize("name", [name for name in CASES if not case(name).config.mlp_t])
def test_four_steps_on_our_own(name: str) -> None:
    published = case(name)
    model = published.model().eval()
    carry = model.initial_carry(published.batch)
    for step in STEPS:
        carry, outputs = model(carry, published.batch)
        after = published.group(f"eval/step{step}/")
        assert distance(outputs.logits, after["logits"]) <= FREE
        assert distance(outputs.q_halt, after["q_halt_logits"]) <= FREE
        assert distance(carry.states["z_H"][:2], after["z_H"]) <= FREE
        assert distance(carry.states["z_L"][:2], after["z_L"]) <= FREE
        assert torch.equal(carry.steps, after["steps"])
        assert torch.equal(carry.halted, after["halted"])
    assert carry.halted.all()


def test_one_step_of_training(published: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    model = published.model().train()
    step = published.group("train/step0/")
    weights = AdamATan2(
        model.parameters(), lr=SETTINGS["lr"], betas=SETTINGS["betas"], weight_decay=SETTINGS["weight_decay"]
    )
    puzzles = SparseSignSGD(
        model.inner.puzzle_emb, lr=SETTINGS["puzzle_lr"], weight_decay=SETTINGS["puzzle_weight_decay"]
    )
    average = MovingAverage(model, SETTINGS["ema_mu"])
    monkeypatch.setattr(torch, "rand_like", lambda like: step["draw_rand"])
    monkeypatch.setattr(torch, "randint_like", lambda like, low, high: step["draw_randint"])

    carry, outputs = model(model.initial_carry(published.batch), published.batch)
    judgement = judge(carry, outputs, published.config.loss_type)

    assert abs(judgement.loss.item() - step["loss"].item()) <= 1e-5
    assert judgement.loss.dtype == torch.float64
    assert judgement.metrics.keys() == published.group("train/step0/metric/").keys()
    for name, value in judgement.metrics.items():
        assert value.item() == pytest.approx(step[f"metric/{name}"].item(), abs=1e-5), name
    assert torch.equal(judgement.predictions, step["preds"])
    assert distance(outputs.logits, step["logits"]) <= ONE_STEP
    assert distance(outputs.q_halt, step["q_halt_logits"]) <= ONE_STEP
    assert distance(outputs.q_continue, step["q_continue_logits"]) <= ONE_STEP
    assert (outputs.target_q_continue is None) == ("target_q_continue" not in step)
    if outputs.target_q_continue is not None:
        assert distance(outputs.target_q_continue, step["target_q_continue"]) <= ONE_STEP
    assert distance(carry.states["z_H"][:1], step["z_H"]) <= ONE_STEP
    assert distance(carry.states["z_L"][:1], step["z_L"]) <= ONE_STEP
    assert torch.equal(carry.steps, step["steps"])
    assert torch.equal(carry.halted, step["halted"])

    (judgement.loss * SETTINGS["loss_scale"]).backward()
    gradients = published.group("train/step0/grad/")
    rows = model.inner.puzzle_emb.local_weights
    assert rows is not None
    assert rows.grad is not None
    assert distance(rows.grad, gradients.pop("inner.puzzle_emb.local_weights")) <= 1e-5
    own = {published_name(name): weight for name, weight in model.named_parameters()}
    assert own.keys() == gradients.keys()
    for name, weight in own.items():
        assert weight.grad is not None
        assert distance(sampled(weight.grad, gradients[name]), gradients[name]) <= 1e-5, name

    puzzles.step()
    weights.step()
    average.update(model)
    after, shadow = published.group("train/step0/sd_after/"), published.group("train/step0/ema_after/")
    moved = to_published(model)
    averaged = {published_name(name): value for name, value in average.shadow.items()}
    for expected, values in ((after, moved), (shadow, averaged)):
        assert values.keys() == expected.keys()
        for name, value in values.items():
            # the first step goes by the sign of the gradient, which rounding decides where it is next to nothing
            slope = gradients.get(name, torch.zeros(1))
            certain = (slope.abs() > 1e-6) | (slope == 0)
            assert certain.float().mean() > 0.9, name
            compared = torch.where(certain, sampled(value, expected[name]), expected[name])
            assert distance(compared, expected[name]) <= 1e-5, name


def test_the_update_that_published_gradients_make(published: Case) -> None:
    gradients = published.group("train/step0/grad/")
    after = published.group("train/step0/sd_after/")
    shadow = published.group("train/step0/ema_after/")
    puzzles = published.model().train().inner.puzzle_emb
    state = to_published(published.model())
    before = {name: sampled(value, after[name]) for name, value in state.items() if name in gradients}
    sample = nn.ParameterDict({name.replace(".", "|"): nn.Parameter(value.clone()) for name, value in before.items()})
    for name, weight in sample.items():
        weight.grad = gradients[name.replace("|", ".")].clone()
    average = MovingAverage(sample, SETTINGS["ema_mu"])

    AdamATan2(
        sample.parameters(), lr=SETTINGS["lr"], betas=SETTINGS["betas"], weight_decay=SETTINGS["weight_decay"]
    ).step()
    average.update(sample)
    for name, weight in sample.items():
        assert distance(weight, after[name.replace("|", ".")]) <= UPDATE, name
        assert distance(average.shadow[name], shadow[name.replace("|", ".")]) <= UPDATE, name

    rows = puzzles(published.batch["puzzle_identifiers"], torch.float32)
    rows.backward(gradients["inner.puzzle_emb.local_weights"])
    SparseSignSGD(puzzles, lr=SETTINGS["puzzle_lr"], weight_decay=SETTINGS["puzzle_weight_decay"]).step()
    assert distance(puzzles.weights, after["inner.puzzle_emb.weights"]) <= UPDATE

"""The model that chooses: what its scores depend on, and what they do not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from noodlecore_trm.errors import ConfigurationError  # noqa: E402
from noodlecore_trm.models.scoring import Question, Scores, ScoringConfig, ScoringModel, Verdicts  # noqa: E402

CONFIG = ScoringConfig(
    hidden_size=32,
    L_cycles=2,
    columns=(5, 256, 4),
    masks=(1,),
    context=(3, 4),
    rules=6,
    outcomes=3,
    outlook=2,
    verdict=3,
    relations=4,
)


def drawn(draw: np.random.Generator, ops: int, actions: int) -> tuple[Any, ...]:
    """The arrays of a choice: ops, edges, actions, outlook, context."""
    columns = np.stack([draw.integers(0, size, ops) for size in CONFIG.columns], 1)
    edges = np.stack([draw.integers(0, size, 2 * ops) for size in (CONFIG.relations, ops, ops)], 1)
    at = np.stack([draw.integers(0, size, actions) for size in (ops, CONFIG.rules)], 1)
    context = np.array([draw.integers(0, size) for size in CONFIG.context])
    return columns, edges, at, draw.normal(size=(actions, CONFIG.outlook)), context


def question(*choices: tuple[Any, ...]) -> Question:
    ops, edges, actions, outlook, context = zip(*choices, strict=True)
    return Question.batch(CONFIG, ops, edges, actions, outlook, np.stack(context))


@pytest.fixture
def model() -> ScoringModel:
    torch.manual_seed(0)
    made = ScoringModel(CONFIG)
    torch.nn.init.normal_(made.action_head.weight)
    torch.nn.init.normal_(made.choice_head.weight)
    return made


def scores(model: ScoringModel, asked: Question, verdicts: Verdicts | None = None, steps: int = 2) -> Scores:
    z = model.initial(asked)
    for _ in range(steps):
        z, given = model(z, asked, verdicts or Verdicts.none(asked, CONFIG))
    return given  # type: ignore[no-any-return]


def test_one_score_for_each_action_and_two_for_each_choice(model: ScoringModel) -> None:
    draw = np.random.default_rng(1)
    given = scores(model, question(drawn(draw, 7, 3), drawn(draw, 4, 0), drawn(draw, 1, 2)))
    assert given.actions.shape == (5,)
    assert given.value.shape == given.halt.shape == (3,)


def test_a_choice_is_scored_alone_as_in_a_batch(model: ScoringModel) -> None:
    draw = np.random.default_rng(2)
    choices = [drawn(draw, ops, actions) for ops, actions in ((7, 3), (30, 5), (1, 1), (12, 0))]
    together = scores(model, question(*choices))
    alone = [scores(model, question(choice)) for choice in choices]
    torch.testing.assert_close(together.actions, torch.cat([each.actions for each in alone]))
    torch.testing.assert_close(together.value, torch.cat([each.value for each in alone]))
    torch.testing.assert_close(together.halt, torch.cat([each.halt for each in alone]))


def test_the_order_of_the_actions_does_not_matter(model: ScoringModel) -> None:
    columns, edges, at, outlook, context = drawn(np.random.default_rng(3), 9, 4)
    order = np.array([2, 0, 3, 1])
    given = scores(model, question((columns, edges, at, outlook, context)))
    turned = scores(model, question((columns, edges, at[order], outlook[order], context)))
    torch.testing.assert_close(turned.actions, given.actions[torch.from_numpy(order)])
    torch.testing.assert_close(turned.value, given.value)


@pytest.mark.parametrize("part", range(5))
def test_every_part_of_a_question_counts(model: ScoringModel, part: int) -> None:
    draw = np.random.default_rng(4)
    choice = list(drawn(draw, 9, 4))
    before = scores(model, question(tuple(choice)))
    choice[part] = drawn(draw, 9, 4)[part]
    assert not torch.allclose(scores(model, question(tuple(choice))).actions, before.actions)


def test_bits_of_a_mask_add_up(model: ScoringModel) -> None:
    start = int(model.column_starts[1])
    table = model.ops.embedding_weight
    given = model._ops(torch.tensor([[0, 0, 0], [0, 0b101, 0]]))
    torch.testing.assert_close(given[1] - given[0], table[start] + table[start + 2])


def test_a_verdict_on_one_action_changes_what_is_thought_of_others(model: ScoringModel) -> None:
    asked = question(drawn(np.random.default_rng(5), 6, 3))
    before = scores(model, asked)
    for verdicts in (
        replace(Verdicts.none(asked, CONFIG), outcomes=torch.tensor([1, 0, 0])),
        replace(Verdicts.none(asked, CONFIG), opens=torch.tensor([2, 0, 0])),
        replace(Verdicts.none(asked, CONFIG), numbers=torch.tensor([[0.5, 0.0, 0.1], [0.0] * 3, [0.0] * 3])),
    ):
        assert (scores(model, asked, verdicts).actions != before.actions).all()


def test_all_weights_learn(model: ScoringModel) -> None:
    draw = np.random.default_rng(6)
    asked = question(*(drawn(draw, 60, 20) for _ in range(3)))
    numbers = torch.linspace(-1, 1, 60 * CONFIG.verdict).view(60, -1)
    verdicts = Verdicts(torch.arange(60) % CONFIG.outcomes, torch.arange(60) % (CONFIG.rules + 1), numbers)
    given = scores(model, asked, verdicts)
    (given.actions.square().sum() + given.value.square().sum() + given.halt.square().sum()).backward()
    assert [name for name, weight in model.named_parameters() if weight.grad is None or not weight.grad.any()] == []


def test_a_new_model_thinks_nothing_of_any_action() -> None:
    torch.manual_seed(7)
    given = scores(ScoringModel(CONFIG), question(drawn(np.random.default_rng(7), 8, 4)))
    assert not given.actions.any()
    assert not given.value.any()


def test_what_is_out_of_range_is_refused() -> None:
    columns, edges, _, outlook, context = drawn(np.random.default_rng(8), 5, 2)
    with pytest.raises(ValueError, match="out of range"):
        question((columns, edges, np.array([[5, 0], [0, 0]]), outlook, context))
    with pytest.raises(ConfigurationError, match="variant is one of"):
        replace(CONFIG, variant="twice")


@pytest.mark.parametrize("variant", ["trm", "single_z", "six_z", "flat", "loop"])
def test_every_variant_of_the_recursion_can_choose(variant: str) -> None:
    torch.manual_seed(9)
    model = ScoringModel(replace(CONFIG, variant=variant, H_layers=2))
    asked = question(drawn(np.random.default_rng(9), 8, 4))
    assert scores(model, asked).actions.shape == (4,)

"""Learning from feedback: what rows teach, what they count, and a run from a store to a candidate."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from labelled import RULES, VOCABULARY, a_folder, a_function, a_sample  # noqa: E402

from noodlecore_trm.cli import main  # noqa: E402
from noodlecore_trm.encoding import BadSamples, current_vocabulary  # noqa: E402
from noodlecore_trm.encoding.storage import samples_to_bytes  # noqa: E402
from noodlecore_trm.encoding.taken import pack_taken, unpack_taken  # noqa: E402
from noodlecore_trm.feedback import FeedbackStore, MeasuredChange  # noqa: E402
from noodlecore_trm.models.scoring import Scores, Verdicts  # noqa: E402
from noodlecore_trm.registry import Registry  # noqa: E402
from noodlecore_trm.serving import read_model  # noqa: E402
from noodlecore_trm.teacher.players import first_thoughts  # noqa: E402
from noodlecore_trm.training.checkpoint import load_checkpoint  # noqa: E402
from noodlecore_trm.training.choices import Choice, ChoiceSet, Target  # noqa: E402
from noodlecore_trm.training.config import Settings  # noqa: E402
from noodlecore_trm.training.feedback import Replay, choices_of  # noqa: E402
from noodlecore_trm.training.objective import Weights, loss  # noqa: E402

SURE = {"lower_bound": 2.0, "upper_bound": 2.0}


def row(action: int = 1, ratio: float | None = 2.0, left: int | None = 2, **changes: Any) -> MeasuredChange:
    sample = a_sample(3).with_remaining(left)
    known: dict[str, Any] = {
        "ir_hash": "0" * 64, "plan": (RULES[action],), "outcome": "kept", "ratio": ratio, "propensity": 0.25,
        "sample": pack_taken(sample, action, VOCABULARY, "f"), **SURE, "time": 1000.0,
    }  # fmt: skip
    if ratio != 2.0:
        known |= {"lower_bound": ratio, "upper_bound": ratio}
    return MeasuredChange(**{**known, **changes})


def only(*rows: MeasuredChange, most: float = 4.0) -> Choice:
    (choice,), skipped = choices_of(rows, VOCABULARY, Settings(most_weight=most))
    assert not skipped
    return choice


def known(choice: Choice) -> dict[str, float]:
    """What is known of actions, by their rules."""
    pairs = zip(choice.sample.actions, choice.worth, strict=True)
    return {RULES[rule]: float(worth) for (_, rule), worth in pairs if not np.isnan(worth)}


# rows


def test_a_choice_that_was_made_comes_back_with_its_action_in_front() -> None:
    sample = a_sample(3)
    taken, words = unpack_taken(pack_taken(sample, 2, VOCABULARY, "f"))
    assert words == VOCABULARY
    assert taken.actions.tolist() == [sample.actions[place].tolist() for place in (2, 0, 1)]
    assert taken.outlook.tolist() == [sample.outlook[place].tolist() for place in (2, 0, 1)]
    assert (taken.ops == sample.ops).all()
    for bad in (b"", b"x" * 100, samples_to_bytes([sample, sample], ["f", "g"], VOCABULARY),
                samples_to_bytes([a_sample(0)], ["f"], VOCABULARY)):  # fmt: skip
        with pytest.raises(BadSamples):
            unpack_taken(bad)


def test_a_row_teaches_what_one_action_came_to() -> None:
    choice = only(row())
    assert known(choice) == {RULES[1]: pytest.approx(math.log(2))}
    assert (choice.budget, choice.whole) == (2, False)
    assert not choice.verdicts.outcomes.any()
    assert [only(row(left=left)).budget for left in (1, 4, 5, 9, None)] == [1, 4, 6, 12, 12]


def test_the_first_rewrite_of_a_plan_is_taken_to_have_brought_an_equal_share_at_once() -> None:
    plan = (RULES[1], RULES[0], RULES[2])
    for haste, part in ((0.0, 1.0), (0.5, 2 / 3), (1.0, 1 / 3)):
        (choice,), _ = choices_of([row(plan=plan)], VOCABULARY, Settings(haste=haste))
        assert known(choice) == {RULES[1]: pytest.approx(part * math.log(2))}
    assert known(only(row())) == {RULES[1]: pytest.approx(math.log(2))}


def test_rows_about_one_choice_are_one() -> None:
    choice = only(row(0), row(2, 0.5), row(0))
    assert known(choice) == {RULES[0]: pytest.approx(math.log(2)), RULES[2]: pytest.approx(math.log(0.5))}
    apart = [row(0), row(0, left=3), row(0, ir_hash="1" * 64)]  # other rewrites left, another function
    assert len(choices_of(apart, VOCABULARY, Settings())[0]) == 3


def test_the_best_plan_counts_that_begins_with_an_action() -> None:
    plan = (RULES[1], RULES[0])
    choice, _ = choices_of([row(), row(plan=plan, ratio=3.0)], VOCABULARY, Settings(haste=0.0))
    assert known(choice[0]) == {RULES[1]: pytest.approx(math.log(3))}
    unsure = {"lower_bound": 0.1, "upper_bound": 90.0}
    choice, _ = choices_of([row(), row(plan=plan, ratio=3.0, **unsure)], VOCABULARY, Settings(haste=0.0))
    assert known(choice[0]) == {RULES[1]: pytest.approx(math.log(2))}


def test_measurements_of_one_plan_are_a_mean_by_how_sure_they_are() -> None:
    def measured(ratio: float, error: float) -> MeasuredChange:
        bound = math.exp(2.576 * error)
        return row(ratio=ratio, lower_bound=ratio / bound, upper_bound=ratio * bound)

    even = only(measured(2.0, 0.03), measured(8.0, 0.03))
    assert known(even) == {RULES[1]: pytest.approx(math.log(4))}
    assert even.weight == pytest.approx(only(row()).weight / 1.5, rel=1e-2)  # two are surer than one, that counts half
    surer = only(measured(2.0, 0.03), measured(8.0, 0.06))
    assert known(surer) == {RULES[1]: pytest.approx((4 * math.log(2) + math.log(8)) / 5)}


def test_a_row_counts_for_the_more_the_rarer_its_action_was_tried() -> None:
    weights = [only(row(propensity=each)).weight for each in (1.0, 0.5, 0.25, 0.1, 0.001, None)]
    assert weights == pytest.approx([0.25, 0.5, 1.0, 2.5, 4.0, 0.25])  # of four things to do
    assert only(row(propensity=0.001), most=100.0).weight == 100.0
    assert only(row(propensity=1.0), most=1.0).weight == 1.0


def test_a_row_counts_for_the_less_the_less_sure_it_is() -> None:
    sure = only(row()).weight
    error = math.exp(0.03 * 2.576)
    half = only(row(lower_bound=2.0 / error, upper_bound=2.0 * error)).weight
    assert half == pytest.approx(sure / 2)
    assert only(row(lower_bound=1.0, upper_bound=4.0)).weight < 0.05 * sure
    assert only(row(lower_bound=None, upper_bound=None)).weight < 0.1 * sure


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"ratio": None, "lower_bound": None, "upper_bound": None}, "nothing was measured"),
        ({"outcome": "different"}, "the result was another"),
        ({"sample": b""}, "they hold no sample"),
        ({"sample": b"PK damaged"}, "their sample is damaged"),
        ({"plan": (RULES[0],)}, "their plan is another than their sample says"),
        ({"plan": ()}, "their plan is another than their sample says"),
        (
            {"sample": pack_taken(a_sample(3), 1, current_vocabulary((*RULES, "sum_loop")), "f")},
            "they are of other rules or another encoding",
        ),
    ],
)
def test_rows_that_teach_nothing(change: dict[str, Any], reason: str) -> None:
    choices, skipped = choices_of([row(), row(**change)], VOCABULARY, Settings())
    assert len(choices) == 1
    assert dict(skipped) == {reason: 1}


# what is learned


def target(**changes: torch.Tensor) -> Target:
    worth = torch.tensor([0.5, math.nan, 0.2, 0.1])
    none = Verdicts(torch.zeros(4, dtype=torch.int64), torch.zeros(4, dtype=torch.int64), torch.zeros(4, 6))
    given = {"weight": torch.ones(2), "whole": torch.ones(2), **changes}
    return Target(worth, none, torch.arange(4), torch.tensor([1, 1]), (2, 2), **given)


def gradients(**changes: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    given = [torch.zeros(4), torch.zeros(2), torch.zeros(2)]
    for each in given:
        each.requires_grad_()
    total, _ = loss(Scores(*given), target(**changes), Weights())
    total.backward()  # type: ignore[no-untyped-call]
    return tuple(each.grad for each in given)  # type: ignore[return-value]


def test_a_choice_counts_as_its_weight_says() -> None:
    plain, weighted = gradients(), gradients(weight=torch.tensor([0.0, 3.0]))
    for one, other in zip(plain, weighted, strict=True):
        assert not other[: len(one) // 2].any()
        torch.testing.assert_close(other[len(one) // 2 :], 3 * one[len(one) // 2 :])


def test_what_is_best_is_not_learned_where_it_is_not_known() -> None:
    plain, part = gradients(), gradients(whole=torch.tensor([0.0, 1.0]))
    torch.testing.assert_close(part[0], plain[0])
    for one, other in zip(plain[1:], part[1:], strict=True):
        assert one[0] != 0 == other[0]
        assert one[1] == other[1]


def test_a_share_of_each_batch_comes_from_the_labels() -> None:
    labels = ChoiceSet([a_function("dates", "x")])
    choices, _ = choices_of([row(), row(2)], VOCABULARY, Settings())
    for share, expected in ((0.5, 5), (0.0, 0), (1.0, 10), (0.25, 2)):
        drawn = Replay(labels, tuple(choices), share).draw(np.random.default_rng(0), 10)
        assert [each.whole for each in drawn] == [True] * expected + [False] * (10 - expected)
    assert len(Replay(labels, (), 0.5).draw(np.random.default_rng(0), 10)) == 10


# a run


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Labels, and a model that learned from them."""
    folder = tmp_path_factory.mktemp("made")
    a_folder(folder / "labels")
    settings = "hidden_size = 16\nL_cycles = 1\nsteps = 2\nleast_steps = 2\nmost_steps = 2\nbatches = 40\nbatch = 8\n" \
        "rate = 5e-3\nwarmup = 5\naverage = 0.9\nthreads = 1\nevaluate_every = 30\n"  # fmt: skip
    (folder / "small.toml").write_text(settings)
    again = settings + "save_every = 7\nreplay = 0.25\nkeep = 'last'\n"
    (folder / "again.toml").write_text(again)
    given = ["--labels", str(folder / "labels"), "--recipe", str(folder / "small.toml"), "-q"]
    assert main(["train", str(folder / "run"), *given]) == 0
    return folder


@pytest.fixture
def home(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The model as the active version, and a store by which the second rule gains, which it does not."""
    monkeypatch.setenv("NOODLE_TRM_MODELS", str(tmp_path / "models"))
    monkeypatch.setattr("noodlecore_trm.registry.tracking.importlib.util.find_spec", lambda name: None)
    registry = Registry()
    registry.add(made / "run" / "model.safetensors")
    registry.activate("1.0", "promote", after=0)
    store = FeedbackStore(tmp_path / "feedback.sqlite3")
    store.write(row(ratio=ratio, time=100.0 + number) for number, ratio in enumerate((2.0, 2.2, 2.1, 1.9) * 5))
    store.write([row(ratio=0.5, time=50.0)])
    return tmp_path


def retrain(made: Path, home: Path, *more: str, name: str = "again") -> int:
    return main(
        ["train", str(home / name), "--labels", str(made / "labels"), "--recipe", str(made / "again.toml"),
         "--from-feedback", str(home / "feedback.sqlite3"), "--since", "1970-01-01T00:01:30+00:00", *more]
    )  # fmt: skip


def score(path: Path) -> float:
    """Of the second rule, in the choice that the rows are about."""
    taken, _ = unpack_taken(row().sample)
    return float(first_thoughts(read_model(path), taken.with_remaining(2))[0])


def test_from_rows_to_a_candidate(made: Path, home: Path, capfd: pytest.CaptureFixture[str]) -> None:
    before = score(made / "run" / "model.safetensors")
    assert retrain(made, home) == 0
    said = capfd.readouterr().err
    assert "20 rows of feedback to learn from" in said
    assert "a candidate: noodle-trm models promote 1.1 --labels" in said
    registry = Registry()
    assert registry.names() == ["1.0", "1.1"]
    version, active = registry.read("1.1"), registry.active()
    assert active is not None
    assert active.name == "1.0"  # nothing becomes active by itself
    assert version.model.read_bytes() == (home / "again" / "model.safetensors").read_bytes()
    assert version.parent == "1.0"
    assert version.lineage["base_sha256"] == active.files["model.safetensors"]
    assert version.lineage["feedback"]["rows"] == version.lineage["learned_from"] == 20
    assert version.lineage["feedback"]["since"] == "1970-01-01T00:01:30+00:00"
    after = score(version.model)
    assert after > before + 0.15
    assert after == pytest.approx(math.log(2.05), abs=0.35)


def test_a_run_that_was_stopped_goes_on_with_the_same_rows(
    made: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from noodlecore_trm.training import run as running

    assert retrain(made, home, "-q", name="whole") == 0
    learn = running.Run._learn

    def dies(self: Any, *given: Any) -> None:
        if self.batch == 17:
            raise MemoryError
        learn(self, *given)

    with monkeypatch.context() as patched:
        patched.setattr(running.Run, "_learn", dies)
        assert retrain(made, home, "-q", name="stopped") == 2
    assert load_checkpoint(home / "stopped" / "checkpoint.pt")["batch"] == 14
    FeedbackStore(home / "feedback.sqlite3").write([row(ratio=0.1, time=2000.0)] * 3)
    (home / "models" / "activations" / "000001.json").unlink()  # nor does it matter what is active now
    assert main(["train", str(home / "stopped"), "-q"]) == 0
    one, other = (read_model(home / name / "model.safetensors") for name in ("whole", "stopped"))
    assert all((weights == other.weights[name]).all() for name, weights in one.weights.items())
    document = home / "stopped" / "lineage.json"
    document.write_text(document.read_text().replace('"rows": 20', '"rows": 21'))
    (home / "stopped" / "model.safetensors").unlink()
    assert main(["train", str(home / "stopped"), "-q"]) == 2  # of other feedback


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--from-feedback", "nowhere.sqlite3"], "nowhere.sqlite3: no such store of feedback"),
        (["--base", "7.7"], "--base: 7.7 is neither a version of noodle-trm models nor a file"),
        (["--since", "yesterday"], "'yesterday' is no time such as"),
        (["--since", "2999-01-01"], "no row to learn from"),
    ],
)
def test_one_clear_line(
    made: Path, home: Path, capfd: pytest.CaptureFixture[str], more: list[str], said: str
) -> None:
    assert retrain(made, home, "-q", *more) == 2
    err = capfd.readouterr().err
    assert said in err
    assert err.count("\n") == 1


def test_a_base_of_other_rules(made: Path, home: Path, capfd: pytest.CaptureFixture[str]) -> None:
    from labelled import a_model

    other = a_model(home / "other.safetensors", rules=("hoist_range",))
    assert retrain(made, home, "-q", "--base", str(other)) == 2
    assert "they are of other rules, or another encoding, than the model to begin with" in capfd.readouterr().err
    assert main(["train", str(home / "x"), "--labels", str(made / "labels"), "--base", "1.0"]) == 2
    assert "go with --from-feedback" in capfd.readouterr().err


def test_the_rows_of_a_run_are_checked(made: Path, home: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert retrain(made, home, "-q", "--set", "batches=1") == 0
    (home / "again" / "feedback.jsonl").write_text(json.dumps({"key": 1}) + "\n")
    assert main(["train", str(home / "again"), "-q"]) == 2
    assert "feedback.jsonl:1: " in capfd.readouterr().err
    (home / "again" / "lineage.json").write_text("[")
    assert main(["train", str(home / "again"), "-q"]) == 2
    assert "lineage.json: " in capfd.readouterr().err

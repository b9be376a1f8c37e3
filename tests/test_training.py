"""A training run: what it depends on, what it survives, and what it leaves behind."""

from __future__ import annotations

import csv
import errno
import io
import json
import math
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from noodlecore_trm import encoding  # noqa: E402
from noodlecore_trm.choosers.trm import APPLIED, UNFIT  # noqa: E402
from noodlecore_trm.cli import main  # noqa: E402
from noodlecore_trm.encoding import BadSamples, Sample, Vocabulary, current_vocabulary  # noqa: E402
from noodlecore_trm.encoding.vocabulary import OUTLOOK, RELATIONS  # noqa: E402
from noodlecore_trm.errors import ConfigurationError, ModelLoadError  # noqa: E402
from noodlecore_trm.models.scoring import Question, Scores, ScoringConfig, ScoringModel, Verdicts  # noqa: E402
from noodlecore_trm.serving import read_model  # noqa: E402
from noodlecore_trm.teacher.labels import BUDGETS, Labels, save_labels  # noqa: E402
from noodlecore_trm.training import run as running  # noqa: E402
from noodlecore_trm.training.batches import drawn_batch, drawn_depth  # noqa: E402
from noodlecore_trm.training.card import markdown  # noqa: E402
from noodlecore_trm.training.checkpoint import load_checkpoint, save_checkpoint  # noqa: E402
from noodlecore_trm.training.choices import ChoiceSet, question  # noqa: E402
from noodlecore_trm.training.config import Settings  # noqa: E402
from noodlecore_trm.training.corpus import Corpus, read_corpus  # noqa: E402
from noodlecore_trm.training.evaluation import evaluate  # noqa: E402
from noodlecore_trm.training.group import Group  # noqa: E402
from noodlecore_trm.training.logs import Table, read_table  # noqa: E402
from noodlecore_trm.training.run import Diverged, Progress, Run  # noqa: E402

ROOT = Path(__file__).parent.parent
WORDS = current_vocabulary(("hoist_range", "sum_loop", "iterate_items", "order_branches"))
WORTH = np.array([0.8, -0.3, 0.3, 0.05], np.float32)
"""Of the rules: what there is to learn."""
SMALL = Settings(
    hidden_size=16, L_cycles=1, steps=2, least_steps=1, most_steps=3, batches=12, batch=4, rate=3e-3, warmup=2,
    average=0.9, log_every=2, save_every=5, evaluate_every=4, threads=1, development=2,
)  # fmt: skip
ALONE = Group(0, 1, torch.device("cpu"))


def labels_of(number: int, family: str, vocabulary: Vocabulary = WORDS) -> Labels:
    """A function of two versions that choices are made in. All that its actions are worth lies in their rules."""
    draw = np.random.default_rng(number)
    samples, verdicts, worths, targets, costs = [], [], [], [], [100.0, 80.0]
    for version in range(2):
        ops, actions = int(draw.integers(3, 30)), 3
        columns = np.stack([draw.integers(0, min(size, 2), ops) for size in vocabulary.sizes], 1).astype(np.uint8)
        edges = np.stack([draw.integers(0, size, 2 * ops) for size in (len(RELATIONS), ops, ops)], 1)
        rules = draw.permutation(len(vocabulary.rules))[:actions]
        at = np.stack([draw.integers(0, ops, actions), rules], 1).astype(np.uint16)
        outlook = np.zeros((actions, len(OUTLOOK)), np.float32)
        context = np.array([draw.integers(0, min(size, 2)) for size in vocabulary.context_sizes], np.uint8)
        samples.append(Sample(columns, edges.astype(np.uint16), at, outlook, context))
        worth = np.repeat(WORTH[rules % len(WORTH)][None], len(BUDGETS), 0)
        fits = draw.random(actions) > 0.2
        worths.append(np.where(fits, worth, np.nan).astype(np.float32))
        targets.append(np.where(fits, len(costs) + np.arange(actions), -1).astype(np.int32))
        costs += (costs[version] * np.exp(-worth[0])).tolist()
        none = encoding.Verdicts.none(actions)
        none.outcomes[:] = np.where(fits, APPLIED, UNFIT)
        verdicts.append(none)
    return Labels(
        f"{number:064x}", family, f"program{number}", "f", tuple(samples), tuple(verdicts), tuple(worths),
        tuple(targets), np.arange(2, dtype=np.int32), np.array(costs), np.array(costs) / 10,
        np.full(len(costs), 20, np.int32),
    )  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Labels of functions to learn from, to judge by, and held out."""
    made: Path = tmp_path_factory.mktemp("labels")
    splits = {"train": ["dates", "sets"], "development": ["grids"], "held_out": ["bits"]}
    (made / "splits.json").write_text(json.dumps(splits))
    families = ["dates", "sets", "grids", "bits"]
    for number in range(32):
        save_labels(made / f"{number:064x}.npz", [labels_of(number, families[number % 4])], WORDS)
    return made


@pytest.fixture(scope="module")
def corpus(folder: Path) -> Corpus:
    return read_corpus(folder)


def trained(
    corpus: Corpus, where: Path, settings: Settings = SMALL, watch: Callable[[Progress], None] = lambda progress: None
) -> Run:
    where.mkdir(exist_ok=True)
    made = Run(settings, corpus, where, ALONE)
    made.train(watch)
    made.close()
    return made


def tensors(run: Run) -> dict[str, Any]:
    """All that a run has learned: weights, averages, kept weights, the state of the optimizer."""
    states = run.optimizer.state_dict()["state"]
    return {
        **{f"weights {name}": value for name, value in run.model.state_dict().items()},
        **{f"average {name}": value for name, value in run.average.state_dict().items()},
        **{f"kept {name}": value for name, value in run.kept["weights"].items()},
        **{f"optimizer {number} {name}": value for number, each in states.items() for name, value in each.items()},
    }


def assert_same(one: Run, other: Run) -> None:
    first, second = tensors(one), tensors(other)
    assert first.keys() == second.keys()
    assert [name for name, value in first.items() if not torch.equal(value, second[name])] == []
    assert one.kept["metrics"] == other.kept["metrics"]


def rows(path: Path) -> list[list[str]]:
    """The cells of a table without the time that it took."""
    with open(path, newline="") as file:
        return [[cell for name, cell in row.items() if name != "seconds"] for row in csv.DictReader(file)]


# what a run depends on


def test_one_seed_one_result(corpus: Corpus, tmp_path: Path) -> None:
    one, other = trained(corpus, tmp_path / "one"), trained(corpus, tmp_path / "other")
    assert_same(one, other)
    assert one.batch == SMALL.batches
    assert rows(tmp_path / "one" / "log.csv") == rows(tmp_path / "other" / "log.csv")
    another = trained(corpus, tmp_path / "another", replace(SMALL, seed=1, batches=1))
    first = trained(corpus, tmp_path / "first", replace(SMALL, batches=1))
    assert not torch.equal(another.model.action_head.weight, first.model.action_head.weight)


def test_a_run_that_was_killed_ends_as_one_that_was_not(corpus: Corpus, tmp_path: Path) -> None:
    class Killed(Exception):
        pass

    def kill(progress: Progress) -> None:
        if progress.batch == 8:
            raise Killed

    whole = trained(corpus, tmp_path / "whole")
    with pytest.raises(Killed):
        trained(corpus, tmp_path / "killed", watch=kill)
    with open(tmp_path / "killed" / "log.csv", "a") as file:
        file.write("10,0.1")  # half a row
    assert len(read_table(tmp_path / "killed" / "log.csv")) == 4
    again = trained(corpus, tmp_path / "killed")
    assert again.ended == whole.ended == running.FINISHED
    assert_same(again, whole)
    for name in ("log.csv", "development.csv"):
        assert rows(tmp_path / "killed" / name) == rows(tmp_path / "whole" / name)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_leaves_a_run_that_can_go_on(corpus: Corpus, tmp_path: Path, number: signal.Signals) -> None:
    def interrupt(progress: Progress) -> None:
        if progress.batch == 3:
            signal.raise_signal(number)

    settings = replace(SMALL, batches=6)
    stopped = trained(corpus, tmp_path / "run", settings, interrupt)
    assert (stopped.batch, stopped.ended) == (3, "")
    assert load_checkpoint(tmp_path / "run" / "checkpoint.pt")["batch"] == 3
    assert_same(trained(corpus, tmp_path / "run", settings), trained(corpus, tmp_path / "whole", settings))


def test_who_insists_is_heard_at_once(corpus: Corpus, tmp_path: Path) -> None:
    def insist(progress: Progress) -> None:
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)

    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        trained(corpus, tmp_path / "run", watch=insist)
    assert signal.getsignal(signal.SIGINT) is before


def test_a_checkpoint_is_whole_or_the_one_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "checkpoint.pt"
    save_checkpoint(path, {"batch": 1})

    def fail(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    with monkeypatch.context() as full:
        full.setattr("noodlecore_trm.files.os.fsync", fail)
        with pytest.raises(OSError, match="no space left") as problem:
            save_checkpoint(path, {"batch": 2})
    assert problem.value.filename == str(path)
    assert load_checkpoint(path)["batch"] == 1
    assert [each.name for each in tmp_path.iterdir()] == ["checkpoint.pt"]
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(ModelLoadError, match="no checkpoint"):
        load_checkpoint(path)


def test_a_run_goes_on_with_its_own_labels_only(corpus: Corpus, tmp_path: Path) -> None:
    trained(corpus, tmp_path / "run", replace(SMALL, batches=1))
    with pytest.raises(ConfigurationError, match="is of other labels"):
        Run(SMALL, replace(corpus, digest="0"), tmp_path / "run", ALONE)


@pytest.mark.skipif(os.name == "nt", reason="torchrun is not for Windows")
def test_two_processes_have_the_gradients_of_one(corpus: Corpus, folder: Path, tmp_path: Path) -> None:
    settings = replace(SMALL, batches=1, batch=6, clip=0.0, update="batch", labels=str(folder))
    alone = trained(corpus, tmp_path / "alone", settings)
    (tmp_path / "settings.toml").write_text(settings.to_toml())
    words = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2"]
    words += ["-m", "noodlecore_trm", "train", str(tmp_path / "shared"), "--recipe", str(tmp_path / "settings.toml")]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    done = subprocess.run(words, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert "2 x cpu" in done.stderr
    shared = load_checkpoint(tmp_path / "shared" / "checkpoint.pt")
    moments = alone.optimizer.state_dict()["state"]  # after one step a moment is a share of the gradient
    assert sum(float(each["exp_avg"].abs().sum()) for each in moments.values()) > 0
    for number, each in moments.items():
        theirs = shared["optimizer"]["state"][number]["exp_avg"]
        torch.testing.assert_close(theirs, each["exp_avg"], rtol=1e-4, atol=1e-7)
    looks = [read_table(tmp_path / name / "development.csv")[0]["loss"] for name in ("alone", "shared")]
    assert looks[1] == pytest.approx(looks[0], rel=1e-3)


def test_a_batch_is_shared_evenly_or_not_at_all(corpus: Corpus, tmp_path: Path) -> None:
    shares = [Group(rank, 2, ALONE.device).share(range(6)) for rank in range(2)]
    assert [list(share) for share in shares] == [[0, 2, 4], [1, 3, 5]]
    with pytest.raises(ConfigurationError, match="batch: 4 choices cannot be shared by 3 processes"):
        Run(SMALL, corpus, tmp_path, Group(0, 3, ALONE.device))


# what it learns


def test_it_learns_which_rule_pays(corpus: Corpus, tmp_path: Path) -> None:
    settings = replace(SMALL, L_layers=1, batches=40, batch=8, rate=1e-2, evaluate_every=10, save_every=40)
    run = trained(corpus, tmp_path / "run", settings)
    looks = read_table(tmp_path / "run" / "development.csv")
    assert looks[-1]["share"] > 0.9
    assert looks[-1]["loss"] < 0.7 * looks[0]["loss"]
    assert run.kept["metrics"]["share"] == pytest.approx(max(row["share"] for row in looks), rel=1e-5)


@pytest.mark.parametrize(
    "changes", [{"precision": "bfloat16"}, {"optimizer": "adam_atan2"}, {"update": "batch"}, {"variant": "loop"}]
)
def test_every_way_of_training_changes_every_weight(corpus: Corpus, tmp_path: Path, changes: dict[str, Any]) -> None:
    settings = replace(SMALL, batches=4, **changes)
    torch.manual_seed(settings.seed)
    before = ScoringModel(running.model_config(settings, WORDS)).state_dict()
    run = trained(corpus, tmp_path / "run", settings)
    names = [name for name, _ in run.model.named_parameters()]
    assert [name for name in names if torch.equal(before[name], run.model.state_dict()[name])] == []
    assert all(bool(value.isfinite().all()) for value in run.model.state_dict().values())


@pytest.mark.parametrize(("instructions", "taken"), [("amx_bf16", "bfloat16"), ("avx512_f", "float32")])
def test_products_are_rounded_where_the_processor_has_instructions_for_it(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, instructions: str, taken: str
) -> None:
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: {instructions: True})
    by_itself = trained(corpus, tmp_path / "auto", replace(SMALL, batches=2, precision="auto"))
    asked_for = trained(corpus, tmp_path / "asked", replace(SMALL, batches=2, precision=taken))
    for one, other in zip(by_itself.model.parameters(), asked_for.model.parameters(), strict=True):
        torch.testing.assert_close(one, other, rtol=0, atol=0)


def test_an_update_for_a_batch_is_the_mean_over_its_steps(corpus: Corpus, tmp_path: Path) -> None:
    run = Run(replace(SMALL, update="batch", clip=0.0), corpus, tmp_path, ALONE)
    asked, target = question(drawn_batch(run.choices, SMALL, 0), run.model.config)
    gradients = []
    for step in range(2):
        z, verdicts = run.model.initial(asked), Verdicts.none(asked, run.model.config)
        for _ in range(step + 1):
            z, scores = run.model(z, asked, verdicts)
            given = running.loss(scores, target, running.loss_weights(SMALL))[0]
            verdicts = running.next_verdicts(scores, verdicts, target, SMALL.tries)
        gradients.append(torch.autograd.grad(given, list(run.model.parameters())))
    run.supervise(asked, target, 2)
    run.close()
    moments = run.optimizer.state_dict()["state"]
    for number, (first, second) in enumerate(zip(*gradients, strict=True)):
        torch.testing.assert_close(moments[number]["exp_avg"], (1 - SMALL.beta1) * (first + second) / 2)


def test_a_loss_that_is_not_finite_ends_the_run(corpus: Corpus, tmp_path: Path) -> None:
    run = Run(SMALL, corpus, tmp_path, ALONE)
    with torch.no_grad():
        run.model.recursion.L_level.layers[0].mlp.down_proj.weight[0, 0] = math.nan
    with pytest.raises(Diverged, match="not finite in batch 0"):
        run.train()
    run.close()


# when it ends


def test_it_ends_when_nothing_gets_better(corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shares = iter([0.5, 0.7, 0.6, 0.7, 0.1])
    monkeypatch.setattr(running, "evaluate", lambda *given: {"share": next(shares)})
    run = trained(corpus, tmp_path / "run", replace(SMALL, evaluate_every=1, patience=2))
    assert (run.ended, run.batch, run.kept["batch"]) == (running.PATIENCE, 4, 2)
    shares = iter([0.5, 0.7, 0.6, 0.7, 0.1])
    last = trained(corpus, tmp_path / "last", replace(SMALL, evaluate_every=1, patience=2, keep="last"))
    assert (last.batch, last.kept["batch"]) == (4, 4)
    assert not torch.equal(last.kept["weights"]["action_head.weight"], run.kept["weights"]["action_head.weight"])


def test_it_ends_when_time_is_out_with_a_low_rate(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter(range(0, 10**6, 5))
    monkeypatch.setattr(running.time, "monotonic", lambda: float(next(clock)))
    settings = replace(SMALL, batches=1000, minutes=1.5, log_every=1, warmup=1)
    run = trained(corpus, tmp_path / "run", settings)
    assert run.ended == running.TIME
    assert 3 < run.batch < 30
    rates = [row["rate"] for row in read_table(tmp_path / "run" / "log.csv")]
    assert rates == sorted(rates, reverse=True)
    assert rates[-1] < 0.1 * settings.rate
    again = trained(corpus, tmp_path / "run", settings)
    assert (again.ended, again.batch) == (running.TIME, run.batch)
    more = trained(corpus, tmp_path / "run", replace(settings, minutes=3.0))
    assert (more.ended, more.batch > run.batch) == (running.TIME, True)


# what it is made of


def test_batches_hang_on_the_seed_and_their_number_only(corpus: Corpus) -> None:
    choices = ChoiceSet(corpus.train)

    def drawn(settings: Settings, number: int) -> list[tuple[int, int]]:
        return [(len(each.sample.ops), each.budget) for each in drawn_batch(choices, settings, number)]

    first = [drawn(SMALL, number) for number in range(4)]
    assert first == [drawn(SMALL, number) for number in reversed(range(4))][::-1]
    assert {len(each) for each in first} == {SMALL.batch}
    assert len({str(each) for each in first}) == 4
    assert drawn(replace(SMALL, seed=1), 0) != first[0]
    assert all(sizes == sorted(sizes) for sizes in ([ops for ops, _ in each] for each in first))
    depths = [drawn_depth(SMALL, number) for number in range(60)]
    assert set(depths) == {1, 2, 3}
    assert depths == [drawn_depth(SMALL, number) for number in range(60)]


class Knows:
    """A model that scores an action by the rule it is of, but in its first step says that all are bad."""

    def __init__(self, config: ScoringConfig) -> None:
        self.config = config
        self.tried: list[int] = []

    def initial(self, asked: Question) -> int:
        return 0

    def __call__(self, z: int, asked: Question, verdicts: Verdicts) -> tuple[int, Scores]:
        scores = torch.from_numpy(WORTH)[asked.rules] if z else -torch.ones(len(asked.rules))
        scores = torch.where(verdicts.outcomes == UNFIT, -1.0, scores)
        none = torch.zeros(len(asked.context))
        self.tried.append(int((verdicts.outcomes > 0).sum()))
        return z + 1, Scores(scores, none, none)


def test_the_share_of_the_best_gains(corpus: Corpus) -> None:
    choices = ChoiceSet(corpus.development)
    plays = 4 * len(choices)
    settings = replace(SMALL, steps=4, batch=6 * len(choices))
    knows = Knows(running.model_config(settings, WORDS))
    found = evaluate(knows, choices, settings, ALONE.device)  # type: ignore[arg-type]
    assert found["share_first"] == 0.0
    assert found["share"] == pytest.approx(1.0)
    assert {name for name in found if name[6:].isdigit()} == {f"share_{budget}" for budget in (1, 2, 3, 4)}
    assert knows.tried[:3] == [0, plays, 2 * plays]


def test_a_corpus_is_split_by_family(corpus: Corpus, folder: Path, tmp_path: Path) -> None:
    assert {each.family for each in corpus.train} == {"dates", "sets"}
    assert {each.family for each in corpus.development} == {"grids"}
    assert corpus.functions == {"train": 16, "development": 8, "held_out": 8}
    assert corpus.vocabulary == WORDS
    assert read_corpus(folder).digest == corpus.digest
    (tmp_path / "splits.json").write_text(json.dumps({"train": ["dates"], "development": ["grids", "sets", "bits"]}))
    assert read_corpus(folder, tmp_path).digest != corpus.digest
    (tmp_path / "splits.json").write_text(json.dumps({"train": ["dates", "sets"], "development": ["grids"]}))
    with pytest.raises(ConfigurationError, match="the family bits is in no split"):
        read_corpus(folder, tmp_path)
    (tmp_path / "splits.json").write_text(json.dumps({"train": ["dates", "sets", "grids", "bits"]}))
    with pytest.raises(ConfigurationError, match="no choices for development"):
        read_corpus(folder, tmp_path)
    other = current_vocabulary(("sum_loop",))
    save_labels(tmp_path / "a.npz", [labels_of(1, "dates")], WORDS)
    save_labels(tmp_path / "b.npz", [labels_of(1, "dates")], replace(WORDS, words=other.words[:-1]))
    with pytest.raises(BadSamples, match=r"b\.npz: its vocabulary is another"):
        read_corpus(tmp_path)


def test_a_table_drops_what_was_written_after_the_checkpoint(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    table = Table(path, 0)
    for batch in (2, 4, 6):
        table.add(batch, {"loss": 1.0 / batch})
    with open(path, "a") as file:
        file.write("8,0.")
    again = Table(path, 4)
    again.add(6, {"loss": 0.5})
    assert read_table(path) == [{"batch": 2, "loss": 0.5}, {"batch": 4, "loss": 0.25}, {"batch": 6, "loss": 0.5}]
    with pytest.raises(ValueError, match="other columns"):
        again.add(8, {"share": 0.5})


# the command


@pytest.fixture(scope="module")
def finished(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run by the command."""
    where: Path = tmp_path_factory.mktemp("command")
    (where / "small.toml").write_text(replace(SMALL, seed=3, batches=8).to_toml())
    words = ["train", str(where / "run"), "--labels", str(folder), "--recipe", str(where / "small.toml")]
    assert main([*words, "--device", "cpu", "-q"]) == 0
    return where / "run"


def test_what_a_run_leaves_behind(finished: Path, corpus: Corpus) -> None:
    files = ("settings.toml", "checkpoint.pt", "log.csv", "development.csv", "model.safetensors", "MODEL_CARD.md")
    assert {each.name for each in finished.iterdir()} >= set(files)
    card = (finished / "MODEL_CARD.md").read_text()
    for part in (corpus.digest, "`sum_loop`", "| seed | `3` |", "16 train", "share_4", "8 batches of 4"):
        assert part in card


def test_the_weights_come_with_all_that_it_takes_to_use_them(finished: Path, corpus: Corpus) -> None:
    served = read_model(finished / "model.safetensors")
    assert served.vocabulary == WORDS
    assert served.card["rules"] == list(WORDS.rules)
    page = (finished / "MODEL_CARD.md").read_text()
    assert sorted(markdown(served.card).splitlines()) == sorted(page.splitlines())
    kept = load_checkpoint(finished / "checkpoint.pt")["kept"]
    assert served.card["metrics"] == kept["metrics"]
    model = ScoringModel(running.model_config(SMALL, WORDS))
    model.load_state_dict({name: weight.half().float() for name, weight in kept["weights"].items()})
    (choice,) = ChoiceSet(corpus.development[:1]).as_written(BUDGETS[-1:])
    asked, _ = question([choice], model.config)
    with torch.no_grad():
        _, scores = model(model.initial(asked), asked, Verdicts.none(asked, model.config))
    sample = replace(choice.sample, context=asked.context[0].numpy().astype(np.uint8))
    given = served.begin(sample).step(encoding.Verdicts.none(3))
    np.testing.assert_allclose(given.actions, scores.actions.numpy(), atol=1e-5)


def test_the_curve_is_a_picture(finished: Path) -> None:
    pytest.importorskip("matplotlib")
    picture = (finished / "curve.png").read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert len(picture) > 10_000


def test_tensorboard_sees_the_same_numbers(finished: Path) -> None:
    pytest.importorskip("tensorboard")
    from tensorboard.backend.event_processing.event_file_loader import EventFileLoader

    (path,) = (finished / "tensorboard").iterdir()
    events = list(EventFileLoader(str(path)).Load())
    found = {(value.tag, event.step): value for event in events for value in event.summary.value}
    for row in read_table(finished / "log.csv"):
        assert found["train/loss", row["batch"]].tensor.float_val[0] == pytest.approx(row["loss"], rel=1e-4)


def test_the_command_goes_on_where_it_was(finished: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (finished / "checkpoint.pt").read_bytes()
    assert main(["train", str(finished), "--set", "threads=2"]) == 0
    assert "goes on after batch 8" in capsys.readouterr().err
    assert (finished / "checkpoint.pt").read_bytes() == before
    assert main(["train", str(finished), "--set", "batch=5"]) == 2
    assert capsys.readouterr().err.startswith("noodle-trm: batch: the run was begun with 4, and goes on with that; ")


@pytest.mark.parametrize("name", ["model.safetensors", "log.csv", "MODEL_CARD.md"])
def test_a_folder_that_holds_something_else_is_left_alone(
    name: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_text("precious")
    for run in (tmp_path, tmp_path / name):
        assert main(["train", str(run), "--labels", str(folder), "--set", "batches=1"]) == 2
    holds, takes = capsys.readouterr().err.splitlines()
    assert holds == f"noodle-trm: {tmp_path}: it holds {name} and no run that could go on; give another folder"
    assert takes.endswith("it is a file; a run takes a folder")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [(name, "precious")]


@pytest.mark.parametrize("text", ["a,b\n1,2\n", "batch,loss\nx,1\n", "batch,loss\n1,2,3\n"])
def test_a_table_that_is_none_of_a_run(text: str, tmp_path: Path) -> None:
    (tmp_path / "log.csv").write_text(text)
    with pytest.raises(ConfigurationError, match="not a table of a run"):
        read_table(tmp_path / "log.csv")


def test_a_terminal_is_told_how_far_it_is(
    finished: Path, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    words = ["train", str(tmp_path / "run"), "--labels", str(folder), "--recipe", str(finished / "settings.toml")]
    assert main(words) == 0
    lines = terminal.getvalue().split("\n")
    assert re.search(r"\rbatch 1 of 8, loss \d\.\d{3}, \d+\.\d min left", lines[1].replace("\x1b[K", ""))
    looks = [line.rpartition("\x1b[K")[2] for line in lines if "best gains, " in line]
    assert [line.partition(",")[0] for line in looks] == ["batch 4 of 8", "batch 8 of 8"]


def test_an_interrupted_command_says_how_to_go_on(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    learn = Run._learn

    def learn_and_stop(self: Run, *given: Any) -> None:
        learn(self, *given)
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(Run, "_learn", learn_and_stop)
    (tmp_path / "small.toml").write_text(SMALL.to_toml())
    words = ["train", str(tmp_path / "run"), "--labels", str(folder), "--recipe", str(tmp_path / "small.toml")]
    assert main(words) == 130
    assert f"interrupted after batch 1; noodle-trm train {tmp_path / 'run'} goes on" in capsys.readouterr().err
    assert not (tmp_path / "run" / "model.safetensors").exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([], "--labels is missing: the folder of what `noodle-trm label` wrote"),
        (["--labels", "nothing"], "{here}/nothing holds no labels"),
        (["--recipe", "gpu"], "gpu: no such file, and no recipe: there are cpu, feedback, quick"),
        (["--set", "batch"], "batch: not of the form key=value"),
        (["--set", "batch=0"], "batch: 0 is not between 1 and 1000000"),
        (["--set", "device=gpu"], "device: 'gpu' is not one of auto, cpu, cuda; did you mean cpu?"),
    ],
)
def test_mistakes_are_one_line(
    words: list[str], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["train", "run", *words]) == 2
    assert capsys.readouterr().err == f"noodle-trm: {message.format(here=tmp_path)}\n"
    assert not (tmp_path / "run").exists()

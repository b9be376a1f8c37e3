"""
A training run: batches, supervision steps, the optimizer, and everything that lets it go on after it was killed.

All that is random in a batch is drawn from the seed and the number of the batch, so that a checkpoint holds weights and
counts and nothing else, and a run that went on has the same weights, bit by bit, as one that never stopped.
"""

from __future__ import annotations

import math
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any, Final, TypeVar

import numpy as np
import torch
from torch import Tensor

from noodlecore_trm.choosers.trm import OUTCOMES
from noodlecore_trm.encoding import Vocabulary
from noodlecore_trm.encoding.vocabulary import COLUMNS, OUTLOOK, RELATIONS, VERDICT
from noodlecore_trm.errors import ConfigurationError, TRMAgentException
from noodlecore_trm.models.adam_atan2 import AdamATan2
from noodlecore_trm.models.ema import MovingAverage
from noodlecore_trm.models.schedule import learning_rate
from noodlecore_trm.models.scoring import Question, Scores, ScoringConfig, ScoringModel, Verdicts
from noodlecore_trm.teacher.labels import Labels
from noodlecore_trm.training.batches import drawn_batch, drawn_depth
from noodlecore_trm.training.checkpoint import load_checkpoint, save_checkpoint
from noodlecore_trm.training.choices import ChoiceSet, Draws, Target, question
from noodlecore_trm.training.config import Settings
from noodlecore_trm.training.corpus import Corpus
from noodlecore_trm.training.evaluation import evaluate, loss_weights
from noodlecore_trm.training.folder import BOARD, CHECKPOINT, DEVELOPMENT, LOG
from noodlecore_trm.training.group import Group
from noodlecore_trm.training.logs import Board, Table
from noodlecore_trm.training.objective import loss, next_verdicts

_Made = TypeVar("_Made")

FINISHED, PATIENCE, TIME, INTERRUPTED = "all batches", "no better for long", "out of time", "interrupted"
"""Why a run ended."""


class Diverged(TRMAgentException):
    """A loss or a gradient is not finite."""


@dataclass(frozen=True)
class Progress:
    """
    How far a run is: its loss in the last batch, its share of the best gains when it was looked at after batch
    `looked`, seconds that it took and, as far as one can tell, that are left.
    """

    batch: int
    batches: int
    loss: float
    share: float
    looked: int
    seconds: float
    left: float


def model_config(settings: Settings, vocabulary: Vocabulary) -> ScoringConfig:
    """The model of these settings, for samples with this vocabulary."""
    return ScoringConfig(
        hidden_size=settings.hidden_size,
        variant=settings.variant,
        H_cycles=settings.H_cycles,
        L_cycles=settings.L_cycles,
        H_layers=settings.H_layers,
        L_layers=settings.L_layers,
        expansion=settings.expansion,
        global_channel=settings.global_channel,
        relations=len(RELATIONS),
        columns=vocabulary.sizes,
        masks=(COLUMNS.index("effects"),),
        context=vocabulary.context_sizes,
        rules=len(vocabulary.rules),
        outcomes=len(OUTCOMES),
        outlook=len(OUTLOOK),
        verdict=len(VERDICT),
        steps=settings.steps,
        dropout=settings.dropout,
    )


class Run:
    """
    A run in a folder, begun or gone on with. `batch` is the number of batches that it has learned from, `ended` why it
    ended, if it has.

    Raises ConfigurationError if the checkpoint in the folder is of other labels, and ModelLoadError if it is none.
    """

    def __init__(self, settings: Settings, corpus: Corpus, folder: Path, group: Group) -> None:
        if settings.batch % group.size:
            raise ConfigurationError(f"batch: {settings.batch} choices cannot be shared by {group.size} processes")
        if settings.threads:
            torch.set_num_threads(settings.threads)
        self.settings, self.corpus, self.folder, self.group = settings, corpus, folder, group
        self._rounds = settings.precision == "bfloat16" or (settings.precision == "auto" and group.rounds_faster)
        torch.manual_seed(settings.seed)
        self.model = self.made_model()
        self.optimizer = _optimizer(settings, self.model)
        self.average = MovingAverage(self.model, settings.average)
        self.choices = self.drawn_from()
        self._weights = loss_weights(settings)
        self.development = ChoiceSet(_some(corpus.development, settings.development))
        self.batch, self.seconds, self.ended = 0, 0.0, ""
        self.kept: dict[str, Any] = {}  # the weights that the run is for, and what they are worth
        self._share, self._best, self._worse, self._looked = -math.inf, -math.inf, 0, 0
        self._sums: dict[str, float] = {}  # since the last row of the log
        self._loss = math.nan
        if (folder / CHECKPOINT).exists():
            self._load()
        self._writes = group.leads
        if self._writes:
            self._log = Table(folder / LOG, self.batch)
            self._looks = Table(folder / DEVELOPMENT, self.batch)
            self._board = Board(folder / BOARD, self.batch)

    def train(self, watch: Callable[[Progress], None] = lambda progress: None) -> str:
        """
        Go on to the end, or until SIGINT or SIGTERM, and return why it ended. Raises Diverged, and OSError; what was
        saved stays.
        """
        settings, begun, before, start = self.settings, self.batch, self.seconds, time.monotonic()
        with _interruptions(insist=self.group.size == 1) as interrupted, _ahead(self._prepared) as prepared:
            while not self.ended:
                asked, self.seconds = self.group.largest(interrupted(), before + time.monotonic() - start)
                if asked:
                    self._save()
                    return INTERRUPTED
                if self.batch >= settings.batches:
                    self.ended = FINISHED
                elif settings.minutes and self.seconds >= 60 * settings.minutes:
                    self.ended = TIME
                elif settings.patience and self._worse >= settings.patience:
                    self.ended = PATIENCE
                else:
                    self._learn(*prepared(self.batch))
                if self.ended and self._looked != self.batch:
                    self._look()
                if self.ended or self.batch % settings.save_every == 0:
                    self._save()
                watch(self._progress(begun, time.monotonic() - start))
        return self.ended

    # what another kind of run does in another way

    def made_model(self) -> ScoringModel:
        """The model to begin with."""
        return ScoringModel(model_config(self.settings, self.corpus.vocabulary)).to(self.group.device)

    def drawn_from(self) -> Draws:
        """What its batches are drawn from."""
        return ChoiceSet(self.corpus.train, self.settings.haste)

    @property
    def digest(self) -> str:
        """Of what it learns from: it goes on with the same only."""
        return self.corpus.digest

    def judged(
        self, asked: Question, verdicts: Verdicts, scores: Scores, target: Target, step: int
    ) -> tuple[Tensor, dict[str, float]]:
        """The loss of a supervision step of a batch, and its parts."""
        return loss(scores, target, self._weights)

    def finished_weights(self) -> dict[str, Tensor]:
        """The arrays of the model as they are to be served."""
        return self.model.state_dict()

    # a batch

    def _prepared(self, number: int) -> tuple[Question, Target]:
        share = self.group.share(drawn_batch(self.choices, self.settings, number))
        return question(share, self.model.config, self.group.device)

    def _learn(self, asked: Question, target: Target) -> None:
        settings, number = self.settings, self.batch
        torch.manual_seed(int(np.random.SeedSequence((settings.seed, number, 2)).generate_state(1)[0]))
        self.model.train()
        rate = self._rate()
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        sums = self.supervise(asked, target, drawn_depth(settings, number))
        self.batch += 1
        self._loss = sums["loss"]
        for name, value in {**sums, "rate": rate, "batches": 1.0}.items():
            self._sums[name] = self._sums.get(name, 0.0) + value
        if self.batch % settings.log_every == 0:
            self._write_row()
        if self.batch % settings.evaluate_every == 0:
            self._look()

    def supervise(self, asked: Question, target: Target, depth: int) -> dict[str, float]:
        """Learn from a batch in so many supervision steps. Returns the mean over them of the loss and its parts."""
        settings = self.settings
        each_step = settings.update == "step"
        sums: dict[str, float] = {}
        z, verdicts = self.model.initial(asked), Verdicts.none(asked, self.model.config)
        for step in range(depth):
            with self.group.rounding_products() if self._rounds else nullcontext():
                z, scores = self.model(z, asked, verdicts)
            total, parts = self.judged(asked, verdicts, scores, target, step)
            (total if each_step else total / depth).backward()  # type: ignore[no-untyped-call]
            parts = {"loss": float(total.detach()), **parts}
            if each_step or step == depth - 1:
                parts["norm"] = self._step() * (1 if each_step else depth)
            for name, value in parts.items():
                sums[name] = sums.get(name, 0.0) + value / depth
            verdicts = next_verdicts(scores, verdicts, target, settings.tries)
        return sums

    def _step(self) -> float:
        """One step of the optimizer. Returns the norm of the gradient."""
        weights = list(self.model.parameters())
        self.group.average_gradients(weights)
        norm = float(torch.nn.utils.clip_grad_norm_(weights, self.settings.clip or float("inf")))
        if not np.isfinite(norm):
            raise Diverged(f"the gradient is not finite in batch {self.batch}: try a lower rate")
        self.optimizer.step()
        self.optimizer.zero_grad()
        self.average.update(self.model)
        return norm

    def _rate(self) -> float:
        """By batches, or by the clock if that is further, so that a run out of time ends with a low rate, too."""
        settings = self.settings
        step = self.batch + 1
        if settings.minutes and step >= settings.warmup:
            step = max(step, int(settings.batches * self.seconds / (60 * settings.minutes)))
        least = settings.least_rate if settings.schedule == "cosine" else 1.0
        return learning_rate(
            step, base=settings.rate, warmup=settings.warmup, total=settings.batches, min_ratio=least
        )

    # what is written

    def _write_row(self) -> None:
        count = self._sums.pop("batches")
        means = self.group.mean(*(value / count for value in self._sums.values()))
        row = dict(zip(self._sums, means, strict=True))
        self._sums = {}
        if self._writes:
            self._log.add(self.batch, {**row, "seconds": self.seconds})
            self._board.add("train", self.batch, row)

    def _look(self) -> None:
        """Evaluate the averaged weights, and keep them if they are the best so far."""
        self.model.eval()
        with self.average.applied(self.model):
            metrics = evaluate(self.model, self.development, self.settings, self.group.device) if self._writes else {}
            (share,) = self.group.largest(metrics.get("share", -math.inf))
            better = share > self._best
            if better or self.settings.keep == "last":
                weights = {name: value.clone() for name, value in self.finished_weights().items()}
                self.kept = {"batch": self.batch, "metrics": metrics, "weights": weights}
        self._best, self._share = max(self._best, share), share
        self._worse = 0 if better else self._worse + 1
        self._looked = self.batch
        if self._writes:
            self._looks.add(self.batch, metrics)
            self._board.add("development", self.batch, metrics)

    def _progress(self, begun: int, seconds: float) -> Progress:
        settings, done = self.settings, self.batch - begun
        left = seconds / done * (settings.batches - self.batch) if done else math.nan
        if settings.minutes:
            left = min(left, 60 * settings.minutes - self.seconds)
        return Progress(self.batch, settings.batches, self._loss, self._share, self._looked, self.seconds, left)

    def close(self) -> None:
        if self._writes:
            self._board.close()

    # to go on

    def _save(self) -> None:
        if not self._writes:
            return
        state = {name: getattr(self, name) for name in _COUNTS}
        state |= {
            "corpus": self.digest,
            "model": self.model.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "average": self.average.state_dict(),
        }
        self._board.flush()
        save_checkpoint(self.folder / CHECKPOINT, state)

    def _load(self) -> None:
        path = self.folder / CHECKPOINT
        state = load_checkpoint(path)
        if state["corpus"] != self.digest:
            raise ConfigurationError(f"labels: {path} is of other labels: {state['corpus']}, not {self.digest}")
        for name in _COUNTS:
            setattr(self, name, state[name])
        if self.ended == TIME:  # there may be more of it now
            self.ended = ""
        try:
            self.model.load_state_dict(state["model"])
        except RuntimeError:
            raise ConfigurationError(f"{path}: it is of a model of another shape; take another folder") from None
        self.optimizer.load_state_dict(state["optimizer"])
        self.average.load_state_dict({name: value.to(self.group.device) for name, value in state["average"].items()})


_COUNTS: Final = ("batch", "seconds", "ended", "kept", "_share", "_best", "_worse", "_looked", "_sums", "_loss")


def _optimizer(settings: Settings, model: ScoringModel) -> torch.optim.Optimizer:
    betas, decay = (settings.beta1, settings.beta2), settings.weight_decay
    if settings.optimizer == "adam_atan2":
        return AdamATan2(model.parameters(), settings.rate, betas, decay)
    return torch.optim.AdamW(model.parameters(), settings.rate, betas, weight_decay=decay)


def _some(functions: Sequence[Labels], count: int) -> Sequence[Labels]:
    """So many functions from all over the list, or all of them for 0."""
    if not count or count >= len(functions):
        return functions
    return [functions[number * len(functions) // count] for number in range(count)]


@contextmanager
def _ahead(prepare: Callable[[int], _Made]) -> Iterator[Callable[[int], _Made]]:
    """What `prepare` makes of a number, with that of the next one made meanwhile by a thread."""
    with ThreadPoolExecutor(1) as pool:
        waiting: dict[int, Future[_Made]] = {}

        def prepared(number: int) -> _Made:
            made = (waiting.pop(number, None) or pool.submit(prepare, number)).result()
            waiting[number + 1] = pool.submit(prepare, number + 1)
            return made

        yield prepared


@contextmanager
def _interruptions(insist: bool) -> Iterator[Callable[[], bool]]:
    """
    Whether SIGINT or SIGTERM came. A second SIGINT raises KeyboardInterrupt if `insist`; `torchrun` hands on what the
    terminal has sent already.
    """
    came: list[int] = []

    def note(number: int, frame: FrameType | None) -> None:
        if insist and number == signal.SIGINT in came:
            raise KeyboardInterrupt
        came.append(number)

    before = {}
    with suppress(ValueError):  # only the main thread may set handlers
        before = {number: signal.signal(number, note) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield lambda: bool(came)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)

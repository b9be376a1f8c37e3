"""
Quantization-aware training: a run that begins with the weights of a model, and learns with those they are rounded to.

The model that it came from goes along and says what it thinks of every choice; a share of what is learned, half unless
the plan says otherwise, is to think the same, and the rest is the labels.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from noodlecore_trm.errors import ConfigurationError
from noodlecore_trm.files import write_whole
from noodlecore_trm.models.recursion import States
from noodlecore_trm.models.scoring import Question, Scores, ScoringConfig, ScoringModel, Verdicts
from noodlecore_trm.quantization.plan import Plan
from noodlecore_trm.quantization.quantizers import (
    BITS,
    Once,
    quantize_inputs,
    quantize_weights,
    weight_quantizer,
)
from noodlecore_trm.serving import Model, Rung
from noodlecore_trm.serving.formats import ROW, TENSOR
from noodlecore_trm.serving.rung import matrices_of
from noodlecore_trm.training.choices import Choice, ChoiceSet, Target, question
from noodlecore_trm.training.config import Settings, override, settings_from
from noodlecore_trm.training.corpus import Corpus
from noodlecore_trm.training.folder import check_folder
from noodlecore_trm.training.group import Group
from noodlecore_trm.training.objective import loss, next_verdicts
from noodlecore_trm.training.run import Progress, Run

LEFT_OUT: Final = 1e-3
"""The share of these inputs that are cut off to begin with."""
_SCALE: Final = ".input_scale"
BEGUN: Final = "quantized.json"
CALIBRATED: Final = 64
"""Choices that the inputs of matrices are looked at with."""
TUNED: Final = {
    "precision": "float32", "batches": 1000, "rate": 5e-4, "warmup": 20, "average": 0.98, "evaluate_every": 100,
    "patience": 0, "minutes": 0.0, "keep": "best", "log_every": 20, "stored": "float32",
}  # fmt: skip
"""What is set in other ways than for the model that it begins with, unless it is asked for."""


@dataclass(frozen=True)
class Quantized:
    """
    A quantized model, ready to be written: its arrays, what there is to say of them, what they are worth on the
    development split where that was looked at, and why training ended, if it was trained.
    """

    weights: Mapping[str, NDArray[Any]]
    rung: Rung
    metrics: Mapping[str, float]
    ended: str = ""


def tune(
    parent: Model,
    plan: Plan,
    corpus: Corpus,
    settings: Settings,
    folder: Path,
    group: Group,
    watch: Callable[[Progress], None] = lambda progress: None,
) -> Quantized:
    """
    Train a model with rounded weights. A run that was stopped in the folder goes on. Raises ConfigurationError if that
    was another one, Diverged, and OSError.
    """
    said = json.dumps({"parent": parent.version, "plan": asdict(plan), "settings": settings.to_toml()}, indent=1)
    begun = folder / BEGUN
    check_folder(folder, begun=begun.exists())
    folder.mkdir(parents=True, exist_ok=True)
    if begun.exists() and begun.read_text("utf-8") != said:
        raise ConfigurationError(f"{folder}: a run of another model, or with other settings, was begun there")
    write_whole(begun, said.encode())
    run = QuantizedRun(settings, corpus, folder, group, parent, plan)
    try:
        ended = run.train(watch)
    finally:
        run.close()
    kept = run.kept or {"weights": run.finished_weights(), "metrics": {}}
    weights = {name: each.cpu().numpy() for name, each in kept["weights"].items()}
    scales = {name: float(weights.pop(f"{name}{_SCALE}")) for name in run.inputs}
    return Quantized(weights, rung_of(parent, plan, scales, trained=True), kept["metrics"], ended)


def calibrate(parent: Model, plan: Plan, corpus: Corpus, settings: Settings) -> Quantized:
    """Round the weights of a model, and find out how to round the inputs of its matrices."""
    model = trainable(parent, torch.device("cpu")).eval()
    _, inputs = quantized(model, parent, plan, corpus, settings)
    weights = {name: each.numpy() for name, each in plain_weights(model, parent).items()}
    scales = {name: float(scale) for name, scale in input_scales(inputs).items()}
    return Quantized(weights, rung_of(parent, plan, scales, trained=False), {})


def tuning_settings(parent: Model, changes: Sequence[str]) -> Settings:
    """
    The settings of a run that tunes a model: those it was trained with, but for TUNED and `changes`, as `key=value`.
    Raises ConfigurationError.
    """
    known = Settings.__dataclass_fields__
    trained = {name: value for name, value in parent.card.get("settings", {}).items() if name in known}
    architecture = asdict(parent.architecture)
    shaped = {name: value for name, value in architecture.items() if name in known}
    return override(settings_from({**trained, **shaped, **TUNED}), changes)


def trainable(parent: Model, device: torch.device) -> ScoringModel:
    """The model in PyTorch, with its weights in float32."""
    model = ScoringModel(ScoringConfig(**asdict(parent.architecture)))
    model.load_state_dict({name: torch.from_numpy(np.array(array)) for name, array in parent.weights.items()})
    return model.to(device)


class QuantizedRun(Run):
    """
    A training run in which the matrices of the recursion are quantized as a plan says. Raises ConfigurationError if
    the labels were made with another vocabulary than the model's.
    """

    def __init__(
        self, settings: Settings, corpus: Corpus, folder: Path, group: Group, parent: Model, plan: Plan
    ) -> None:
        if corpus.vocabulary != parent.vocabulary:
            raise ConfigurationError("labels: they were made with another vocabulary than the model")
        self.parent, self.plan = parent, plan
        self._teacher = trainable(parent, group.device).eval()
        self._teacher.requires_grad_(False)
        self._thoughts: States = {}
        super().__init__(settings, corpus, folder, group)

    def made_model(self) -> ScoringModel:
        model = trainable(self.parent, self.group.device)
        self.quantized, self.inputs = quantized(model, self.parent, self.plan, self.corpus, self.settings)
        return model

    def judged(
        self, asked: Question, verdicts: Verdicts, scores: Scores, target: Target, step: int
    ) -> tuple[Tensor, dict[str, float]]:
        share = self.plan.distilled
        total, parts = super().judged(asked, verdicts, scores, target, step)
        if not share:
            return total, parts
        with torch.no_grad():
            before = self._thoughts if step else self._teacher.initial(asked)
            self._thoughts, taught = self._teacher(before, asked, verdicts)
        known = torch.where(target.worth.isnan(), target.worth, taught.actions)
        guided, _ = loss(scores, replace(target, worth=known), self._weights)
        return (1.0 - share) * total + share * guided, {**parts, "guided": float(guided.detach())}

    def finished_weights(self) -> dict[str, Tensor]:
        scales = {f"{name}{_SCALE}": scale for name, scale in input_scales(self.inputs).items()}
        return {**plain_weights(self.model, self.parent), **scales}

    def _step(self) -> float:
        for each in self.quantized:
            each.pass_gradient_on()
        return super()._step()


def quantized(
    model: ScoringModel, parent: Model, plan: Plan, corpus: Corpus, settings: Settings
) -> tuple[list[Once], dict[str, nn.Module]]:
    """Let a model compute as planned, having found out with some choices of a corpus how large inputs are."""
    matrices = matrices_of(parent.architecture)
    every: list[Once] = []
    if plan.precision in (*BITS, "binary"):
        every = quantize_weights(
            model,
            matrices.__contains__,
            lambda: weight_quantizer(plan.precision, per_tensor=plan.per_tensor, recipe=plan.recipe),
        )
    if not plan.inputs:
        return every, {}
    choices = ChoiceSet(corpus.train).draw(np.random.default_rng(settings.seed), CALIBRATED)
    return every, quantize_inputs(model, largest_inputs(model, sorted(matrices), choices, settings))


def largest_inputs(
    model: ScoringModel, matrices: Sequence[str], choices: Sequence[Choice], settings: Settings
) -> dict[str, float]:
    """The size below which all but a thousandth of the inputs of each matrix are, while the model thinks of choices."""
    seen: dict[str, list[Tensor]] = {name: [] for name in matrices}
    hooks = []
    for name in matrices:
        layer = model.get_submodule(name.rpartition(".")[0])
        hooks.append(layer.register_forward_pre_hook(lambda _, given, name=name: seen[name].append(given[0].abs())))
    with torch.no_grad():
        asked, target = question(choices, model.config)
        z, verdicts = model.initial(asked), Verdicts.none(asked, model.config)
        for _ in range(settings.steps):
            z, scores = model(z, asked, verdicts)
            verdicts = next_verdicts(scores, verdicts, target, settings.tries)
    for hook in hooks:
        hook.remove()
    return {name: max(1e-6, _all_but(torch.cat([x.flatten() for x in each]), LEFT_OUT)) for name, each in seen.items()}


def _all_but(sizes: Tensor, share: float) -> float:
    return float(sizes.kthvalue(max(1, round(len(sizes) * (1.0 - share)))).values)


def plain_weights(model: ScoringModel, parent: Model) -> dict[str, Tensor]:
    """The arrays that a model computes with, under the names that they have without quantizers."""
    found = {}
    for name in parent.architecture.shapes:
        place, _, attribute = name.rpartition(".")
        found[name] = getattr(model.get_submodule(place), attribute).detach()
    return found


@torch.no_grad()
def input_scales(inputs: Mapping[str, nn.Module]) -> dict[str, Tensor]:
    """The scale of each quantizer of inputs."""
    return {name: quantizer(next(quantizer.parameters()).view(1))[1] for name, quantizer in inputs.items()}


def rung_of(parent: Model, plan: Plan, scales: Mapping[str, float], *, trained: bool) -> Rung:
    """What is to be said of a quantized model, with the scales of its inputs."""
    return Rung(
        precision=plan.precision,
        scales=TENSOR if plan.per_tensor else ROW,
        trained=trained,
        parent=parent.version,
        inputs=scales,
        calibration={"choices": CALIBRATED, "left_out": LEFT_OUT} if scales else {},
    )

"""A model in a file as PyTorch and Brevitas compute it: to be asked the same as a served one, and to say the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from noodlecore_trm.encoding import Sample, Vocabulary
from noodlecore_trm.encoding import Verdicts as Told
from noodlecore_trm.models.scoring import Question, ScoringModel, Verdicts
from noodlecore_trm.quantization.quantizers import BITS, quantize_inputs, quantize_weights, weight_quantizer
from noodlecore_trm.quantization.run import trainable
from noodlecore_trm.serving import Model, Scores
from noodlecore_trm.serving.formats import TENSOR
from noodlecore_trm.serving.rung import matrices_of

_HIGHEST = 128
"""Levels of inputs below 0."""


class Twin:
    """A model whose matrices and inputs go through the quantizers that it was trained with, if it was quantized."""

    def __init__(self, model: Model) -> None:
        self.vocabulary: Vocabulary = model.vocabulary
        self.steps = model.steps
        rung = model.rung
        matrices = matrices_of(model.architecture)
        weights = dict(model.weights)
        if rung is not None and rung.precision == "ternary":
            weights |= {name: _before(weights[name], rung.scales == TENSOR) for name in matrices}
        self.network = trainable(replace(model, weights=weights), torch.device("cpu")).eval()
        if rung is not None and rung.precision in (*BITS, "binary"):
            precision, per_tensor = rung.precision, rung.scales == TENSOR
            quantize_weights(
                self.network, matrices.__contains__, lambda: weight_quantizer(precision, per_tensor=per_tensor)
            )
        if rung is not None:
            _set_scales(quantize_inputs(self.network, dict.fromkeys(rung.inputs, 1.0)), rung.inputs)

    def begin(self, sample: Sample) -> TwinThought:
        """Start to think about a choice."""
        return TwinThought(self.network, sample)


class TwinThought:
    """Thinking about one choice."""

    def __init__(self, network: ScoringModel, sample: Sample) -> None:
        self._network = network
        ops, edges, actions = (each.astype(np.int64) for each in (sample.ops, sample.edges, sample.actions))
        context = sample.context.astype(np.int64)[None]
        self._asked = Question.batch(network.config, [ops], [edges], [actions], [sample.outlook], context)
        self._z = network.initial(self._asked)

    @torch.no_grad()
    def step(self, verdicts: Told) -> Scores:
        """One supervision step, as that of a model that is served."""
        outcomes, opens = (each.astype(np.int64) for each in (verdicts.outcomes, verdicts.opens))
        told = Verdicts(*(torch.from_numpy(each) for each in (outcomes, opens, verdicts.numbers.copy())))
        self._z, scores = self._network(self._z, self._asked, told)
        return Scores(scores.actions.numpy(), float(scores.value), float(scores.halt))


def _before(array: NDArray[np.float32], per_tensor: bool) -> NDArray[np.float32]:
    """Weights whose mean size is the scale of a ternary array, and that are rounded to it."""
    rows = array.reshape(1, -1) if per_tensor else array
    filled = np.maximum(1, (rows != 0).sum(1, keepdims=True))
    spread: NDArray[np.float32] = (rows.astype(np.float64) * rows.shape[1] / filled).astype(np.float32)
    return spread.reshape(array.shape)


def _set_scales(quantizers: Mapping[str, nn.Module], scales: Mapping[str, float]) -> None:
    with torch.no_grad():
        for name, quantizer in quantizers.items():
            next(quantizer.parameters()).fill_(scales[name] * _HIGHEST)

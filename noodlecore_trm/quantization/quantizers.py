"""
Weights and inputs in few bits, out of the building blocks of Brevitas, with gradients that pass through the rounding.

What is computed with is exactly what can be stored: scales are bfloat16, as in `noodlecore_trm.serving.formats`, and
levels are those. A weight that is used again and again in a recursion is quantized once for each step of the optimizer:
its quantizer runs when the weight has changed, and its gradient, summed over all uses, goes back through it once.

Ternary weights are those of BitNet b1.58 (Ma et al., arXiv 2402.17764).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import torch
from brevitas.core.bit_width import BitWidthConst
from brevitas.core.function_wrapper import Identity, RoundSte, TensorClamp
from brevitas.core.quant import BinaryQuant, ClampedBinaryQuant, IntQuant, RescalingIntQuant
from brevitas.core.scaling import IntScaling, ParameterScaling
from brevitas.core.stats import AbsAve, AbsMax
from brevitas.core.zero_point import ZeroZeroPoint
from torch import Tensor, nn
from torch.nn.utils.parametrize import register_parametrization

from noodlecore_trm.errors import ConfigurationError
from noodlecore_trm.quantization.plan import DOREFA, STRAIGHT_THROUGH

BITS: Final = {"int8": 8, "int4": 4, "ternary": 2}
_LEAST: Final = 2.0**-100
"""The least scale of what is divided by it, if it is a row of zeros."""


class _AsStored(torch.autograd.Function):
    """Round to bfloat16; the gradient is that of the number itself."""

    @staticmethod
    def forward(ctx: Any, x: Tensor) -> Tensor:
        return x.bfloat16().float()

    @staticmethod
    def backward(ctx: Any, gradient: Tensor) -> Tensor:
        return gradient


class StoredScale(nn.Module):
    """The scale of each row of a matrix, or of all of it: a statistic of it over the highest level, as bfloat16."""

    def __init__(self, statistic: nn.Module, least: float = 0.0) -> None:
        super().__init__()
        self.statistic, self.least = statistic, least

    def forward(self, x: Tensor, highest: Tensor | float = 1.0) -> Tensor:
        """x [R, C] -> [R, 1] or []"""
        size = self.statistic(x)
        scale: Tensor = _AsStored.apply(size / highest)  # type: ignore[no-untyped-call]
        scale = scale.clamp_min(self.least)
        return scale.view(-1, 1) if size.dim() else scale


class _Unchanged(torch.autograd.Function):
    """The quantized weight, with the gradient of it as that of the weight."""

    @staticmethod
    def forward(ctx: Any, weight: Tensor, quantized: Tensor) -> Tensor:
        return quantized.clone()

    @staticmethod
    def backward(ctx: Any, gradient: Tensor) -> tuple[Tensor, None]:
        return gradient, None


class DoReFa(nn.Module):
    """A sign and a scale, whose gradient is that of the weight."""

    def __init__(self, quantizer: nn.Module) -> None:
        super().__init__()
        self.quantizer = quantizer

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        with torch.no_grad():
            value, *rest = self.quantizer(x)
        return (_Unchanged.apply(x, value), *rest)  # type: ignore[no-untyped-call]


def weight_quantizer(precision: str, *, per_tensor: bool = False, recipe: str = STRAIGHT_THROUGH) -> nn.Module:
    """
    A module from a matrix to its quantized value, scale, zero and bits. Raises ConfigurationError for a precision
    without one.
    """
    dimension = None if per_tensor else 1
    if precision == "binary":
        scale = StoredScale(AbsAve(dimension))
        return DoReFa(BinaryQuant(scale)) if recipe == DOREFA else ClampedBinaryQuant(scale, TensorClamp())
    if precision not in BITS:
        raise ConfigurationError(f"precision: {precision!r} has no quantizer")
    statistic = AbsAve(dimension) if precision == "ternary" else AbsMax(dimension)
    return _integers(StoredScale(statistic, _LEAST), BITS[precision], narrow=True)


def input_quantizer(largest: float) -> nn.Module:
    """A module from inputs to 8 bits of them; the scale is learned, and reaches to `largest` in the beginning."""
    return _integers(ParameterScaling(largest), 8, narrow=False)


def _integers(scale: nn.Module, bits: int, *, narrow: bool) -> nn.Module:
    rounding = IntQuant(narrow, True, Identity(), RoundSte(), TensorClamp())
    quantizer: nn.Module = RescalingIntQuant(
        rounding, scale, IntScaling(narrow, True), ZeroZeroPoint(), BitWidthConst(bits)
    )
    return quantizer


class Once(nn.Module):
    """
    A parametrization that quantizes a weight when it has changed, however often it is used. `runs` counts how often
    that was.
    """

    def __init__(self, quantizer: nn.Module) -> None:
        super().__init__()
        self.quantizer = quantizer
        self.runs = 0
        self._seen: tuple[int, int] | None = None
        self._quantized: Tensor | None = None
        self._used: Tensor | None = None

    def forward(self, weight: Tensor) -> Tensor:
        state = id(weight), weight._version
        if self._used is None or self._seen != state:
            with torch.enable_grad(), torch.autocast(weight.device.type, enabled=False):
                self._quantized = self.quantizer(weight)[0]
            self._used = self._quantized.detach().requires_grad_()
            self._seen = state
            self.runs += 1
        return self._used

    def pass_gradient_on(self) -> None:
        """Let the gradient of all uses since the last change of the weight go to the weight."""
        if self._used is not None and self._used.grad is not None:
            assert self._quantized is not None
            self._quantized.backward(self._used.grad)  # type: ignore[no-untyped-call]
            self._used = self._quantized = None


def quantize_weights(model: nn.Module, names: Callable[[str], bool], make: Callable[[], nn.Module]) -> list[Once]:
    """Let the chosen matrices of a model, named as in its state, be quantized by a new quantizer each."""
    chosen = [name for name, _ in model.named_parameters() if names(name)]
    every = []
    for name in chosen:
        place, _, attribute = name.rpartition(".")
        once = Once(make())
        register_parametrization(model.get_submodule(place), attribute, once, unsafe=True)
        every.append(once)
    return every


def quantize_inputs(model: nn.Module, largest: dict[str, float]) -> dict[str, nn.Module]:
    """
    Let the layers of some matrices, named as in the state of the model, get their inputs in 8 bits; with the largest
    input of each. Returns their quantizers.
    """
    made = {}
    for name, reach in largest.items():
        layer = model.get_submodule(name.rpartition(".")[0])
        quantizer = input_quantizer(reach)
        layer.add_module("input_quantizer", quantizer)
        layer.register_forward_pre_hook(_rounding(quantizer))
        made[name] = quantizer
    return made


def _rounding(quantizer: nn.Module) -> Callable[[nn.Module, tuple[Any, ...]], tuple[Any, ...]]:
    return lambda layer, given: (quantizer(given[0])[0], *given[1:])

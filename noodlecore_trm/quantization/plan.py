"""What a model is to be quantized to; known without torch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

STRAIGHT_THROUGH, DOREFA = "straight-through", "dorefa"
RECIPES: Final = (STRAIGHT_THROUGH, DOREFA)
"""
The gradient of a weight of 1 bit: that of its sign, passed straight through as far as the scale and cut off beyond it
(BinaryConnect, arXiv 1511.00363), or that of the rounded weight as it is (DoReFa-Net, arXiv 1606.06160).
"""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """
    `per_tensor` asks for one scale for each matrix, `inputs` for inputs of 8 bits; `recipe` is for weights of 1 bit,
    and `distilled` is the share of what is learned from the model that it came from.
    """

    precision: str
    per_tensor: bool = False
    inputs: bool = False
    recipe: str = STRAIGHT_THROUGH
    distilled: float = 0.5

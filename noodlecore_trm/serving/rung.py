"""The ladder of precisions: which arrays are stored in how many bits, and what a quantized model says of itself."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Final, Self

from noodlecore_trm.serving.architecture import Architecture
from noodlecore_trm.serving.formats import PRECISIONS, ROW, TENSOR

LADDER: Final = ("bf16", *PRECISIONS)
"""From the largest model to the smallest."""


@dataclass(frozen=True, kw_only=True)
class Rung:
    """
    How a model was quantized: the `precision` of its matrices, what has `scales` of its own, whether it was `trained`
    to have it or just rounded, the version of the `parent` that it was made from, and where it computes with inputs
    in 8 bits the scale of those of each matrix, found by `calibration`. Raises ValueError for what cannot be.
    """

    precision: str
    scales: str = ROW
    trained: bool = False
    parent: str = ""
    inputs: Mapping[str, float] = field(default_factory=dict)
    calibration: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.precision not in LADDER:
            raise ValueError(f"a precision {self.precision!r} that is none of {', '.join(LADDER)}")
        if self.scales not in (ROW, TENSOR):
            raise ValueError(f"scales of each {self.scales!r}")
        if not all(type(each) is float and 0.0 < each < math.inf for each in self.inputs.values()):
            raise ValueError("a scale of inputs that is none")

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> Self:
        """Raises ValueError for what is none."""
        try:
            return cls(**{each.name: plain[each.name] for each in fields(cls)})
        except (KeyError, TypeError, AttributeError) as problem:
            raise ValueError(f"no precision: {problem}") from None

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)

    def formats(self, architecture: Architecture) -> dict[str, str]:
        """
        How each array is stored: the matrices of the recursion, which are used again and again, as the precision says,
        all others as bfloat16. Raises ValueError if inputs have scales and those are not of the matrices.
        """
        matrices = matrices_of(architecture)
        if self.inputs and self.inputs.keys() != matrices:
            raise ValueError("the scales of inputs are not those of the matrices")
        narrow = "bfloat16" if self.precision == "bf16" else f"{self.precision}/{self.scales}"
        return {name: narrow if name in matrices else "bfloat16" for name in architecture.shapes}


def matrices_of(architecture: Architecture) -> frozenset[str]:
    """The arrays that are quantized: the matrices of the recursion."""
    return frozenset(
        name for name, shape in architecture.shapes.items() if name.startswith("recursion.") and len(shape) == 2
    )

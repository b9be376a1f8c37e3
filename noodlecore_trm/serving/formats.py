"""
How an array of weights is stored: as floats, or as few levels in few bits, with a scale for each row or one for all.

Every way is exact on what it can hold: storing what was read changes no byte of it. Scales are bfloat16, and levels are
whole numbers of at most 7 bits and a sign, so that a level times a scale is exact in float32, and so is the way back.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Levels = NDArray[np.int8]
Stored = tuple[NDArray[Any], ...]

ROW, TENSOR = "row", "tensor"
"""What has a scale of its own: each row of an array, or the array."""


@dataclass(frozen=True)
class Format:
    """
    A way of storing an array of floats as others: what is added to its name for each of them, and how to get there and
    back. `pack` rounds to the nearest that can be stored. `unpack` is given the shape, and raises ValueError for what
    it cannot have been.
    """

    parts: tuple[str, ...]
    pack: Callable[[Floats], Stored]
    unpack: Callable[[Stored, tuple[int, ...]], Floats]


def _of(array: NDArray[Any], kind: type[np.generic], shape: tuple[int, ...]) -> NDArray[Any]:
    if array.dtype != kind or array.shape != shape:
        raise ValueError(f"it is {array.dtype} {list(array.shape)}, not {np.dtype(kind)} {list(shape)}")
    return array


# floats


def _plain(kind: type[np.floating[Any]]) -> Format:
    def unpack(stored: Stored, shape: tuple[int, ...]) -> Floats:
        return _of(stored[0], kind, shape).astype(np.float32)

    return Format(("",), lambda array: (array.astype(kind),), unpack)


def _pack_bfloat16(array: Floats) -> Stored:
    bits = array.view(np.uint32)
    return (((bits + (0x7FFF + (bits >> 16 & 1))) >> 16).astype(np.uint16),)


def _unpack_bfloat16(stored: Stored, shape: tuple[int, ...]) -> Floats:
    return (_of(stored[0], np.uint16, shape).astype(np.uint32) << 16).view(np.float32)


# levels and scales: of rows [R, C] of floats, levels int8 [R, C] and scales bfloat16 [R]


def _scales(wanted: NDArray[np.floating[Any]]) -> Floats:
    """The nearest scales that can be stored; none that is too small to be divided by."""
    scales = _unpack_bfloat16(_pack_bfloat16(wanted.astype(np.float32)), wanted.shape)
    return np.where(scales < np.finfo(np.float32).tiny, np.float32(0), scales)


def _evenly(most: int) -> Callable[[Floats], tuple[Levels, Floats]]:
    """Levels from -`most` to `most`; the number that is furthest from 0 has the outermost one."""

    def fit(rows: Floats) -> tuple[Levels, Floats]:
        scales = _scales(np.abs(rows).max(1) / np.float32(most))
        steps = rows / np.where(scales > 0, scales, np.float32(np.inf))[:, None]
        return np.clip(np.rint(steps), -most, most).astype(np.int8), scales

    return fit


def _ternary(rows: Floats) -> tuple[Levels, Floats]:
    """What is within half the mean size is 0, and the scale is the mean size of the others."""
    sizes = np.abs(rows).astype(np.float64)
    away = sizes > sizes.mean(1, keepdims=True) / 2
    scales = _scales((sizes * away).sum(1) / np.maximum(1, away.sum(1)))
    return (np.sign(rows) * (away & (scales > 0)[:, None])).astype(np.int8), scales


def _binary(rows: Floats) -> tuple[Levels, Floats]:
    """-1 below 0, else 1; the scale is the mean size."""
    scales = _scales(np.abs(rows).astype(np.float64).mean(1))
    return np.where((rows < 0) & (scales > 0)[:, None], -1, 1).astype(np.int8), scales


@dataclass(frozen=True)
class Code:
    """Levels as bytes, `together` in one: numbers of `base` values, the first one lowest; 0 is the lowest level."""

    base: int
    together: int
    lowest: int
    apart: int = 1

    def write(self, levels: Levels) -> NDArray[np.uint8]:
        """levels [n] -> [n / together, rounded up]"""
        digits = np.zeros(-(-len(levels) // self.together) * self.together, np.int64)
        digits[: len(levels)] = (levels.astype(np.int64) - self.lowest) // self.apart
        places = self.base ** np.arange(self.together)
        return (digits.reshape(-1, self.together) @ places).astype(np.uint8)

    def read(self, stored: NDArray[Any], count: int) -> Levels:
        """Raises ValueError for what `write` has not written."""
        codes = _of(stored, np.uint8, (-(-count // self.together),))
        every = np.arange(self.base**self.together)[:, None] // self.base ** np.arange(self.together) % self.base
        if len(codes) and codes.max() >= len(every):
            raise ValueError(f"a byte of {codes.max()} is no {self.together} levels")
        digits = every.astype(np.uint8)[codes].reshape(-1)
        if digits[count:].any():
            raise ValueError("there is something behind the last level")
        levels: Levels = (digits[:count].astype(np.int16) * self.apart + self.lowest).astype(np.int8)
        return levels


@dataclass(frozen=True)
class Precision:
    """How numbers become levels from -`most` to `most`, and those become bytes."""

    most: int
    fit: Callable[[Floats], tuple[Levels, Floats]]
    code: Code

    def format(self, scaled: str) -> Format:
        """With a scale for each ROW, or one for the TENSOR."""

        def count(shape: tuple[int, ...]) -> int:
            return shape[0] if scaled == ROW and len(shape) > 1 else 1

        def pack(array: Floats) -> Stored:
            with np.errstate(invalid="ignore", over="ignore"):  # what is not finite is found when it is read again
                levels, scales = self.fit(array.reshape(count(array.shape), -1))
            return self.code.write(levels.reshape(-1)), *_pack_bfloat16(scales)

        def unpack(stored: Stored, shape: tuple[int, ...]) -> Floats:
            scales = _unpack_bfloat16(stored[1:], (count(shape),))
            if (scales < 0).any():
                raise ValueError("a scale is below 0")
            levels = self.code.read(stored[0], math.prod(shape))
            if levels.size and levels.min() < -self.most:
                raise ValueError(f"{levels.min()} is no level")
            rows: Floats = levels.reshape(len(scales), -1) * scales[:, None]
            return rows.reshape(shape)

        return Format(("", ".scale"), pack, unpack)


PRECISIONS: Final[Mapping[str, Precision]] = {
    "int8": Precision(127, _evenly(127), Code(256, 1, -128)),
    "int4": Precision(7, _evenly(7), Code(16, 2, -8)),
    "ternary": Precision(1, _ternary, Code(3, 5, -1)),
    "binary": Precision(1, _binary, Code(2, 8, -1, 2)),
}
FORMATS: Final[Mapping[str, Format]] = {
    "float32": _plain(np.float32),
    "float16": _plain(np.float16),
    "bfloat16": Format(("",), _pack_bfloat16, _unpack_bfloat16),
    **{f"{name}/{scaled}": each.format(scaled) for name, each in PRECISIONS.items() for scaled in (ROW, TENSOR)},
}

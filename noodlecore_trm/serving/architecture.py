"""What a model is made of, as far as it takes to run it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Final, Self

from noodlecore_trm.encoding.vocabulary import COLUMNS, CONTEXT, OUTLOOK, RELATIONS, VERDICT, Vocabulary

STATES: Final[dict[str, tuple[str, ...]]] = {
    "trm": ("H", "L"),
    "single_z": ("L",),
    "six_z": ("H", "L1", "L2", "L3", "L4", "L5", "L6"),
    "hrm": ("H", "L"),
    "flat": ("H",),
    "loop": ("H",),
}
"""The states of each recursion; the first one holds the answer."""
_LEVELS: Final[dict[str, tuple[str, ...]]] = {"hrm": ("H", "L"), "flat": ("H",)}
_MOST: Final = 1 << 16
_MOST_TURNS: Final = 64
"""Cycles, blocks and steps, as in training: a file could say anything, and with more of them a step takes hours."""
OWN_RELATIONS: Final = 3
"""Kinds of edges that actions have: to their op, from it, and to each other."""


@dataclass(frozen=True, kw_only=True)
class Architecture:
    """The settings of a `ScoringModel` that its forward pass depends on. Raises ValueError for what cannot be run."""

    variant: str
    hidden_size: int
    H_cycles: int
    L_cycles: int
    H_layers: int
    L_layers: int
    expansion: float
    inner_multiple: int
    rms_norm_eps: float
    global_channel: bool
    relations: int
    columns: tuple[int, ...]
    masks: tuple[int, ...]
    context: tuple[int, ...]
    rules: int
    outcomes: int
    outlook: int
    verdict: int
    steps: int

    def __post_init__(self) -> None:
        for field in fields(self):
            _check(field.name, getattr(self, field.name), str(field.type))
        if self.variant not in STATES:
            raise ValueError(f"a recursion {self.variant!r}")
        if self.variant == "six_z" and self.L_cycles > 6:
            raise ValueError("more cycles than latents")
        if any(column >= len(self.columns) for column in self.masks):
            raise ValueError("a mask that is no column")

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> Self:
        """Raises ValueError for what is none; what else is in there does not matter."""
        try:
            given: dict[str, Any] = {field.name: plain[field.name] for field in fields(cls)}
        except (KeyError, TypeError) as problem:
            raise ValueError(f"no setting {problem}") from None
        given |= {name: tuple(each) for name, each in given.items() if isinstance(each, list)}
        return cls(**given)

    def check_fits(self, vocabulary: Vocabulary) -> None:
        """Raises ValueError if samples with the vocabulary are no questions to the model."""
        numbers = len(RELATIONS), len(OUTLOOK), len(VERDICT)
        asked = vocabulary.sizes, vocabulary.context_sizes, len(vocabulary.rules), *numbers
        if asked != (self.columns, self.context, self.rules, self.relations, self.outlook, self.verdict):
            raise ValueError("the vocabulary is not the one of the model")
        if self.masks != (COLUMNS.index("effects"),) or len(self.context) != len(CONTEXT):
            raise ValueError("the columns are not those of the model")

    @property
    def levels(self) -> dict[str, int]:
        """The networks, and the number of blocks in each."""
        return {name: self.H_layers if name == "H" else self.L_layers for name in _LEVELS.get(self.variant, ("L",))}

    @property
    def inner(self) -> int:
        """Width within a SwiGLU."""
        wanted = round(self.expansion * self.hidden_size * 2 / 3)
        return -(-wanted // self.inner_multiple) * self.inner_multiple

    @property
    def column_rows(self) -> tuple[int, ...]:
        """Rows of the table of ops that each column has: one for each value, or for each bit."""
        return tuple(8 if place in self.masks else size for place, size in enumerate(self.columns))

    @property
    def shapes(self) -> dict[str, tuple[int, ...]]:
        """The arrays of weights, by the names that the model gives them."""
        width, inner = self.hidden_size, self.inner
        shapes: dict[str, tuple[int, ...]] = {
            "ops.embedding_weight": (sum(self.column_rows), width),
            "context.embedding_weight": (sum(self.context), width),
            "rules.embedding_weight": (self.rules, width),
            "outcomes.embedding_weight": (self.outcomes, width),
            "opens.embedding_weight": (self.rules + 1, width),
            "outlook.weight": (width, self.outlook),
            "verdict.weight": (width, self.verdict),
            "action_head.weight": (1, width),
            "action_head.bias": (1,),
            "choice_head.weight": (2, width),
            "choice_head.bias": (2,),
        }
        shapes |= {f"recursion.{name}_init": (width,) for name in STATES[self.variant]}
        for level, blocks in self.levels.items():
            for block in range(blocks):
                start = f"recursion.{level}_level.layers.{block}"
                shapes[f"{start}.mixer.edges.weight"] = (width, (self.relations + OWN_RELATIONS) * width)
                if self.global_channel:
                    shapes[f"{start}.mixer.whole.weight"] = (width, width)
                shapes[f"{start}.mlp.gate_up_proj.weight"] = (2 * inner, width)
                shapes[f"{start}.mlp.down_proj.weight"] = (width, inner)
        return shapes


def _check(name: str, value: Any, kind: str) -> None:
    if kind == "int":
        turns = name.endswith(("_cycles", "_layers", "steps"))
        good = type(value) is int and 0 <= value <= (_MOST_TURNS if turns else _MOST - 1)
        good = good and (value > 0 or name in ("H_layers", "L_layers", "rules"))
    elif kind == "float":
        good = type(value) in (int, float) and 0.0 <= value < _MOST
    elif kind == "bool":
        good = type(value) is bool
    elif kind == "str":
        good = type(value) is str
    else:
        good = type(value) is tuple and all(type(each) is int and 0 <= each < _MOST for each in value)
    if not good:
        raise ValueError(f"{name} is {value!r}")

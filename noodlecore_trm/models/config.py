"""
Settings of the models, under the names that the published code uses, so that its configurations can be read as they
are.

Sources: Jolicoeur-Martineau, "Less is More: Recursive Reasoning with Tiny Networks" (arXiv 2510.04871) for TRM;
Wang et al., "Hierarchical Reasoning Model" (arXiv 2506.21734) for HRM.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Self

from noodlecore_trm.errors import ConfigurationError

VARIANTS = ("trm", "single_z", "six_z", "hrm", "flat", "loop")
POSITIONS = ("rope", "learned", "none")
DTYPES = ("float64", "float32", "bfloat16", "float16")

# How a published configuration names its architecture, by the module that holds it.
_VARIANT_OF_MODULE = {
    "trm": "trm",
    "trm_singlez": "single_z",
    "trm_hier6": "six_z",
    "hrm": "hrm",
    "transformers_baseline": "flat",
}


def _need(condition: bool, message: str) -> None:
    if not condition:
        raise ConfigurationError(message)


@dataclass(frozen=True, kw_only=True)
class RecursionConfig:
    """
    What every recursion needs to know, whatever its blocks mix.

    `H_cycles` is T and `L_cycles` is n in the paper; `H_layers` counts for HRM and `flat` only, whose level H is a
    network of its own. `inner_multiple` is what the inner width of a SwiGLU is rounded up to. Raises
    ConfigurationError.
    """

    hidden_size: int
    variant: str = "trm"
    H_cycles: int = 3
    L_cycles: int = 6
    H_layers: int = 0
    L_layers: int = 2
    expansion: float = 4.0
    inner_multiple: int = 256
    rms_norm_eps: float = 1e-5
    forward_dtype: str = "bfloat16"

    def __post_init__(self) -> None:
        _need(self.variant in VARIANTS, f"variant is one of {', '.join(VARIANTS)}, not {self.variant!r}")
        _need(self.forward_dtype in DTYPES, f"forward_dtype is one of {', '.join(DTYPES)}, not {self.forward_dtype!r}")
        for name in ("hidden_size", "H_cycles", "L_cycles", "inner_multiple"):
            _need(getattr(self, name) >= 1, f"{name} is at least 1")
        _need(self.variant != "six_z" or self.L_cycles <= 6, "six_z has six latents, so L_cycles is at most 6")
        _need(self.variant not in ("hrm", "flat") or self.H_layers >= 1, f"{self.variant} needs H_layers of at least 1")
        _need(self.variant == "flat" or self.L_layers >= 1, f"{self.variant} needs L_layers of at least 1")


@dataclass(frozen=True, kw_only=True)
class PuzzleConfig(RecursionConfig):
    """
    Settings of a model that turns a sequence of tokens into one of the same length.

    `puzzle_emb_ndim` of 0 is a model without puzzle embeddings. `puzzle_emb_len` slots stand in front of the tokens; 0
    means as many as the embedding fills, and HRM and `flat` always have those. `batch_size` is accepted and not needed.
    """

    seq_len: int
    vocab_size: int
    num_puzzle_identifiers: int = 1
    puzzle_emb_ndim: int = 0
    puzzle_emb_len: int = 16
    batch_size: int = 0

    num_heads: int = 8
    mlp_t: bool = False
    pos_encodings: str = "rope"
    rope_theta: float = 10000.0

    halt_max_steps: int = 16
    halt_exploration_prob: float = 0.1
    no_ACT_continue: bool = True
    loss_type: str = "stablemax_cross_entropy"

    def __post_init__(self) -> None:
        super().__post_init__()
        positions = self.pos_encodings
        _need(positions in POSITIONS, f"pos_encodings is one of {', '.join(POSITIONS)}, not {positions!r}")
        _need(self.halt_max_steps >= 1, "halt_max_steps is at least 1")
        _need(self.head_width >= 1, f"{self.num_heads} heads do not fit into a width of {self.hidden_size}")
        _need(positions != "rope" or self.mlp_t or self.head_width % 2 == 0, "rope needs heads of even width")
        room = self.puzzle_slots * self.hidden_size
        _need(
            self.puzzle_emb_ndim <= room,
            f"a puzzle embedding of {self.puzzle_emb_ndim} values does not fit into {self.puzzle_slots} slots of "
            f"{self.hidden_size}",
        )

    @property
    def head_width(self) -> int:
        return self.hidden_size // self.num_heads

    @property
    def puzzle_slots(self) -> int:
        """P: how many positions in front of the tokens belong to the puzzle embedding."""
        if self.puzzle_emb_ndim == 0:
            return 0
        filled = -(-self.puzzle_emb_ndim // self.hidden_size)
        return filled if self.variant in ("hrm", "flat") else self.puzzle_emb_len or filled

    @property
    def places(self) -> int:
        """L: puzzle slots and tokens."""
        return self.puzzle_slots + self.seq_len

    @property
    def learns_to_continue(self) -> bool:
        """Whether the value of going on is learned too; otherwise the second Q logit is unused."""
        return self.variant in ("hrm", "flat") or not self.no_ACT_continue

    @classmethod
    def from_published(cls, settings: Mapping[str, Any], **more: Any) -> Self:
        """
        Read a configuration of the published code (its `arch` section, data sizes included); `more` overrides.

        An architecture's `name` gives the variant and its `loss` the loss. Raises ConfigurationError on what is
        unknown.
        """
        given = {**settings, **more}
        name = given.pop("name", None)
        if name is not None and "variant" not in given:
            module = str(name).partition("@")[0].rpartition(".")[2]
            _need(module in _VARIANT_OF_MODULE, f"no architecture {name!r} is known here")
            given["variant"] = _VARIANT_OF_MODULE[module]
        loss = given.pop("loss", None)
        if isinstance(loss, Mapping):
            given.setdefault("loss_type", loss.get("loss_type", cls.loss_type))
        _need(not given.pop("causal", False), "causal attention is not part of these models")
        unknown = sorted(set(given) - {field.name for field in fields(cls)})
        _need(not unknown, f"unknown settings: {', '.join(unknown)}")
        return cls(**given)


@dataclass(frozen=True, kw_only=True)
class GraphConfig(RecursionConfig):
    """
    Settings of a recursion over the nodes of graphs.

    `relations` is the number of kinds of edges; `global_channel` adds the mean over all nodes of the graph as one kind
    more.
    """

    hidden_size: int = 128
    H_cycles: int = 1
    L_cycles: int = 3
    relations: int
    global_channel: bool = True
    inner_multiple: int = 32
    forward_dtype: str = "float32"

    def __post_init__(self) -> None:
        super().__post_init__()
        _need(self.relations >= 1, "relations is at least 1")

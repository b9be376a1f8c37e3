"""Tokens in, tokens out: what stands before and after the recursion for puzzles given as a sequence."""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from noodlecore_trm.models.config import PuzzleConfig
from noodlecore_trm.models.layers import AttentionBlock, Embedding, Linear, RotaryTables, TransposedBlock
from noodlecore_trm.models.puzzle_embedding import PuzzleEmbedding
from noodlecore_trm.models.recursion import States, build_recursion, detached

Batch = dict[str, Tensor]  # inputs [B, S], labels [B, S], puzzle_identifiers [B]


@dataclass(frozen=True)
class Answer:
    """Logits [B, S, vocabulary] in the forward type, and the two Q logits [B] in float32."""

    logits: Tensor
    q_halt: Tensor
    q_continue: Tensor


class PuzzleModel(nn.Module):
    """
    Embedding, recursion, heads. The order of construction is the order in which weights are drawn, and it is that of
    the published code: one seed gives the same weights there and here.
    """

    def __init__(self, config: PuzzleConfig) -> None:
        super().__init__()
        self.config = config
        self.dtype: torch.dtype = getattr(torch, config.forward_dtype)
        self.embed_tokens = Embedding(config.vocab_size, config.hidden_size)
        self.lm_head = Linear(config.hidden_size, config.vocab_size)
        self.q_head = Linear(config.hidden_size, 2, bias=True)
        if config.puzzle_emb_ndim:
            self.puzzle_emb = PuzzleEmbedding(config.num_puzzle_identifiers, config.puzzle_emb_ndim)
        if config.pos_encodings == "learned":
            self.embed_pos = Embedding(config.places, config.hidden_size)
        self.rotary_emb: RotaryTables | None = None
        if config.pos_encodings == "rope":
            self.rotary_emb = RotaryTables(config.head_width, config.places, config.rope_theta)
        block = TransposedBlock if config.mlp_t else AttentionBlock
        self.recursion = build_recursion(config, lambda: block(config))

        with torch.no_grad():  # nobody halts before halting has been learned
            self.q_head.weight.zero_()
            assert self.q_head.bias is not None
            self.q_head.bias.fill_(-5)

    def embed(self, batch: Batch) -> Tensor:
        """x [B, L, D]: the slots of the puzzle, then the tokens."""
        config = self.config
        x: Tensor = self.embed_tokens(batch["inputs"].int(), self.dtype)
        if config.puzzle_slots:
            puzzle = self.puzzle_emb(batch["puzzle_identifiers"], self.dtype)
            puzzle = F.pad(puzzle, (0, config.puzzle_slots * config.hidden_size - puzzle.shape[-1]))
            x = torch.cat((puzzle.view(-1, config.puzzle_slots, config.hidden_size), x), dim=1)
        if config.pos_encodings == "learned":
            x = math.sqrt(0.5) * (x + self.embed_pos.embedding_weight.to(self.dtype))
        return math.sqrt(config.hidden_size) * x

    def initial(self, batch: Batch) -> States:
        return self.recursion.initial(len(batch["inputs"]), self.config.places)

    def forward(self, z: States, batch: Batch) -> tuple[States, Answer]:
        """One supervision step. The states that come back are detached."""
        rotary = None if self.rotary_emb is None else self.rotary_emb()
        z = self.recursion(z, self.embed(batch), rotary)
        y = z[self.recursion.answer]
        q = self.q_head(y[:, 0]).float()
        logits = self.lm_head(y)[:, self.config.puzzle_slots :]
        return detached(z), Answer(logits, q[:, 0], q[:, 1])

"""
What the networks are made of. Weights are float32 and cast to the type of the states at each use; there is no dropout,
no trained norm and no bias. Shapes: B batch, L places, D width.
"""

from __future__ import annotations

import math

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from noodlecore_trm.models.config import PuzzleConfig, RecursionConfig

Rotary = tuple[Tensor, Tensor]  # cos and sin, [L, head width] each


def truncated_normal(*shape: int, std: float, dtype: torch.dtype = torch.float32) -> Tensor:
    """
    Draw from a normal distribution cut off at two sigma, widened so that what is left has the standard deviation `std`.

    With `std` 1/sqrt(inputs) this is LeCun initialisation as in JAX (`torch.nn.init.trunc_normal_` does not widen).
    Nothing is drawn for a `std` of 0.
    """
    if std == 0:
        return torch.zeros(shape, dtype=dtype)
    mass = math.erf(math.sqrt(2))  # of a normal distribution within two sigma
    density = math.exp(-2) / math.sqrt(2 * math.pi)  # at two sigma
    wide = std / math.sqrt(1 - 4 * density / mass)
    drawn = torch.empty(shape, dtype=dtype).uniform_(-mass, mass).erfinv_()
    return drawn.mul_(math.sqrt(2) * wide).clip_(-2 * wide, 2 * wide)


def rms_norm(x: Tensor, eps: float) -> Tensor:
    """Divide by the root mean square of the last dimension, in float32."""
    exact = x.float()
    return (exact * torch.rsqrt(exact.square().mean(-1, keepdim=True) + eps)).to(x.dtype)


class Linear(nn.Module):
    """x Wᵀ + b, computed in the type of x."""

    def __init__(self, inputs: int, outputs: int, bias: bool = False) -> None:
        super().__init__()
        self.weight = nn.Parameter(truncated_normal(outputs, inputs, std=inputs**-0.5))
        self.bias = nn.Parameter(torch.zeros(outputs)) if bias else None

    def forward(self, x: Tensor) -> Tensor:
        return F.linear(x, self.weight.to(x.dtype), None if self.bias is None else self.bias.to(x.dtype))


class Embedding(nn.Module):
    """A table of `rows` vectors of D values."""

    def __init__(self, rows: int, width: int) -> None:
        super().__init__()
        self.embedding_weight = nn.Parameter(truncated_normal(rows, width, std=width**-0.5))

    def forward(self, row: Tensor, dtype: torch.dtype) -> Tensor:
        return F.embedding(row, self.embedding_weight.to(dtype))


class SwiGLU(nn.Module):
    """Two thirds of the asked expansion, since there are three matrices in it (Shazeer, arXiv 2002.05202)."""

    def __init__(self, width: int, config: RecursionConfig) -> None:
        super().__init__()
        multiple = config.inner_multiple
        inner = -(-round(config.expansion * width * 2 / 3) // multiple) * multiple
        self.gate_up_proj = Linear(width, 2 * inner)
        self.down_proj = Linear(inner, width)

    def forward(self, x: Tensor) -> Tensor:
        gate, up = self.gate_up_proj(x).chunk(2, dim=-1)
        down: Tensor = self.down_proj(F.silu(gate) * up)
        return down


class RotaryTables(nn.Module):
    """The angles by which queries and keys are turned (Su et al., arXiv 2104.09864), for the places 0 to L-1."""

    cos: Tensor
    sin: Tensor

    def __init__(self, width: int, places: int, theta: float) -> None:
        super().__init__()
        speed = 1.0 / (theta ** (torch.arange(0, width, 2, dtype=torch.float32) / width))
        angle = torch.outer(torch.arange(places, dtype=torch.float32), speed)
        angle = torch.cat((angle, angle), dim=-1)
        self.register_buffer("cos", angle.cos(), persistent=False)  # [L, head width]
        self.register_buffer("sin", angle.sin(), persistent=False)

    def forward(self) -> Rotary:
        return self.cos, self.sin


def rotate(x: Tensor, rotary: Rotary) -> Tensor:
    """Turn x [B, L, heads, head width] by the angle of its place; the two halves of a head are the two coordinates."""
    cos, sin = (table.unsqueeze(-2) for table in rotary)
    exact = x.to(cos.dtype)
    left, right = exact.chunk(2, dim=-1)
    return (exact * cos + torch.cat((-right, left), dim=-1) * sin).to(x.dtype)


class Attention(nn.Module):
    """Every place looks at every place: there is no mask."""

    def __init__(self, config: PuzzleConfig) -> None:
        super().__init__()
        self.heads, self.head_width = config.num_heads, config.head_width
        inner = self.heads * self.head_width
        self.qkv_proj = Linear(config.hidden_size, 3 * inner)
        self.o_proj = Linear(inner, config.hidden_size)

    def forward(self, x: Tensor, rotary: Rotary | None) -> Tensor:
        batch, places, _ = x.shape
        q, k, v = self.qkv_proj(x).view(batch, places, 3, self.heads, self.head_width).unbind(2)
        if rotary is not None:
            q, k = rotate(q, rotary), rotate(k, rotary)
        seen = F.scaled_dot_product_attention(q.transpose(1, 2), k.transpose(1, 2), v.transpose(1, 2))
        out: Tensor = self.o_proj(seen.transpose(1, 2).reshape(batch, places, -1))
        return out


class AttentionBlock(nn.Module):
    """Mix places by attention, then each place by itself; the norm comes after the sum."""

    def __init__(self, config: PuzzleConfig) -> None:
        super().__init__()
        self.eps = config.rms_norm_eps
        self.self_attn = Attention(config)
        self.mlp = SwiGLU(config.hidden_size, config)

    def forward(self, x: Tensor, rotary: Rotary | None) -> Tensor:
        x = rms_norm(x + self.self_attn(x, rotary), self.eps)
        return rms_norm(x + self.mlp(x), self.eps)


class TransposedBlock(nn.Module):
    """Mix places by a SwiGLU along the L places of each channel: no attention, and one fixed length."""

    def __init__(self, config: PuzzleConfig) -> None:
        super().__init__()
        self.eps = config.rms_norm_eps
        self.mlp_t = SwiGLU(config.places, config)
        self.mlp = SwiGLU(config.hidden_size, config)

    def forward(self, x: Tensor, rotary: Rotary | None) -> Tensor:
        t = x.transpose(1, 2)  # [B, D, L]: so this norm is over places, for each channel
        x = rms_norm(t + self.mlp_t(t), self.eps).transpose(1, 2)
        return rms_norm(x + self.mlp(x), self.eps)

"""The processes that train together, one or those that `torchrun` started: each takes its share of every batch."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

import torch
import torch.distributed as distributed
from torch import nn

from noodlecore_trm.errors import ConfigurationError

_Item = TypeVar("_Item")


@dataclass(frozen=True)
class Group:
    """Process `rank` of `size`, and what it computes on."""

    rank: int
    size: int
    device: torch.device

    @property
    def leads(self) -> bool:
        """Whether this process writes the files."""
        return self.rank == 0

    @property
    def rounds_faster(self) -> bool:
        """Whether the device multiplies bfloat16 by instructions of its own. Those that do not take twice as long."""
        if self.device.type == "cuda":
            return bool(torch.cuda.is_bf16_supported(including_emulation=False))
        known = torch.cpu.get_capabilities()
        return bool(known.get("avx512_bf16") or known.get("amx_bf16"))

    def rounding_products(self) -> torch.autocast:
        """Matrix products are of bfloat16 in here."""
        return torch.autocast(self.device.type, torch.bfloat16)

    def share(self, items: Sequence[_Item]) -> Sequence[_Item]:
        """What of a batch this process takes. All take equally much if the size of the group divides it."""
        return items[self.rank :: self.size]

    def average_gradients(self, weights: Iterable[nn.Parameter]) -> None:
        """
        Put the mean over all processes in the place of each gradient: of means over shares of a batch, that is the mean
        over the batch.
        """
        if self.size == 1:
            return
        weights = list(weights)
        whole = torch.cat([(torch.zeros_like(w) if w.grad is None else w.grad).flatten() for w in weights])
        distributed.all_reduce(whole)
        parts = torch.split(whole.div_(self.size), [w.numel() for w in weights])
        for weight, part in zip(weights, parts, strict=True):
            weight.grad = part.view_as(weight)

    def largest(self, *values: float) -> list[float]:
        """The largest of each over all processes: what they decide by has to be the same for all."""
        return self._reduced(values, distributed.ReduceOp.MAX)

    def mean(self, *values: float) -> list[float]:
        """The mean of each over all processes."""
        return [total / self.size for total in self._reduced(values, distributed.ReduceOp.SUM)]

    def _reduced(self, values: Sequence[float], how: distributed.ReduceOp.RedOpType) -> list[float]:
        if self.size == 1:
            return list(values)
        numbers = torch.tensor(values, dtype=torch.float64, device=self.device)
        distributed.all_reduce(numbers, how)
        return [float(each) for each in numbers]


@contextmanager
def joined(device: str) -> Iterator[Group]:
    """
    The group that this process belongs to: that of `torchrun` if it was started so, else itself alone. `device` is
    auto, cpu or cuda. Raises ConfigurationError for a device that is not there.
    """
    kind = ("cuda" if torch.cuda.is_available() else "cpu") if device == "auto" else device
    if kind == "cuda" and not torch.cuda.is_available():
        raise ConfigurationError("device: there is no GPU that torch can use")
    size = int(os.environ.get("WORLD_SIZE", "1"))
    place = torch.device(kind, int(os.environ.get("LOCAL_RANK", "0"))) if kind == "cuda" else torch.device(kind)
    if kind == "cuda":
        torch.cuda.set_device(place)
    if size == 1:
        yield Group(0, 1, place)
        return
    distributed.init_process_group("nccl" if kind == "cuda" else "gloo")
    try:
        yield Group(distributed.get_rank(), size, place)
    finally:
        distributed.destroy_process_group()

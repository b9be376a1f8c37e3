"""Optimization as a pass inside a compiler pipeline that someone else owns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from noodlecore_trm.ir.op import Module

if TYPE_CHECKING:
    from noodlecore_trm.agent import OptimizationResult, TRMAgent

M = TypeVar("M")


class Pass(Protocol[M]):
    """Anything with a name that turns a module into a module."""

    name: str

    def run(self, module: M) -> M: ...


class PassManager:
    """Runs passes in order; a pass that raises is the caller's to handle."""

    def __init__(self, passes: Sequence[Pass[Module]] = ()) -> None:
        self.passes = list(passes)

    def add(self, step: Pass[Module]) -> PassManager:
        self.passes.append(step)
        return self

    def run(self, module: Module) -> Module:
        for step in self.passes:
            module = step.run(module)
        return module


class TRMPass:
    """
    The optimizer as a pass: `run(module)` returns the module, rewritten in place.

    A module it cannot improve, for whatever reason, comes back as it was; `last` tells what was done.
    """

    name = "noodlecore-trm"

    def __init__(self, agent: TRMAgent | None = None) -> None:
        from noodlecore_trm.agent import TRMAgent

        self.agent = agent or TRMAgent()
        self.last: OptimizationResult | None = None

    def run(self, module: Module) -> Module:
        self.last = self.agent.optimize_module(module)
        return self.last.optimized_ir

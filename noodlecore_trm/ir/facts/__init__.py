"""Overlays: what is known about the ops of a function, recomputed rather than maintained."""

from noodlecore_trm.ir.facts.function import Function, ModuleFacts

__all__ = ["Function", "ModuleFacts"]

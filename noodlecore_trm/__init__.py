"""
noodlecore-trm makes Python code faster and proves that it stays the same.

Importing the package loads nothing but the standard library, and little of that: the public names
below are loaded when they are first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from noodlecore_trm.agent import TRMAgent, TRMAgentConfig
    from noodlecore_trm.options import Options
    from noodlecore_trm.passes import Pass, PassManager, TRMPass
    from noodlecore_trm.pipeline import Result, optimize

__version__ = "0.1.0"

__all__ = [
    "Options", "Pass", "PassManager", "Result", "TRMAgent", "TRMAgentConfig", "TRMPass", "__version__", "optimize",
]  # fmt: skip

_HOMES = {
    "Options": "pipeline",
    "Pass": "passes",
    "PassManager": "passes",
    "Result": "pipeline",
    "TRMAgent": "agent",
    "TRMAgentConfig": "agent",
    "TRMPass": "passes",
    "optimize": "pipeline",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)

"""
Judges of a change: structure, behaviour and time. They judge and never repair.

Importing this package loads none of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from noodlecore_trm.validate.behaviour import BehaviourVerdict, check_behaviour, read_calls
    from noodlecore_trm.validate.bounds import TimeVerdict
    from noodlecore_trm.validate.comparator import Difference, Outcome, same
    from noodlecore_trm.validate.pool import pool
    from noodlecore_trm.validate.runner import Limits, Run, Setting, run_calls
    from noodlecore_trm.validate.structure import StructureVerdict, check_structure
    from noodlecore_trm.validate.timing import measure

__all__ = [
    "BehaviourVerdict",
    "Difference",
    "Limits",
    "Outcome",
    "Run",
    "Setting",
    "StructureVerdict",
    "TimeVerdict",
    "check_behaviour",
    "check_structure",
    "measure",
    "pool",
    "read_calls",
    "run_calls",
    "same",
]

_HOMES: Final = {
    "BehaviourVerdict": "behaviour",
    "check_behaviour": "behaviour",
    "read_calls": "behaviour",
    "Difference": "comparator",
    "Outcome": "comparator",
    "same": "comparator",
    "pool": "pool",
    "Limits": "runner",
    "Run": "runner",
    "Setting": "runner",
    "run_calls": "runner",
    "StructureVerdict": "structure",
    "check_structure": "structure",
    "TimeVerdict": "bounds",
    "measure": "timing",
}


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value  # `pool` is a module too: importing it binds its name here
    return value

"""The active model, for a process that runs for long: looked at before each use, and changed between two."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

from noodlecore_trm.registry.documents import Damaged
from noodlecore_trm.registry.versions import Registry, RegistryError

if TYPE_CHECKING:
    from noodlecore_trm.serving import Model

_LOG = logging.getLogger(__name__)


class Follower:
    """
    Gives the model that is active in a registry, and takes a new one only after its self-test.

    A new one that does not pass is told of once, in the log and in `problem`, and what served before goes on to serve.
    A process that has served none yet takes what was active before it. `check` raises ValueError for a model that this
    program has no use for. May be asked from any thread.
    """

    def __init__(self, registry: Registry, check: Callable[[Model], None] = lambda model: None) -> None:
        self.registry = registry
        self._check = check
        self.problem = ""
        self._lock = Lock()
        self._seen: int | None = None
        self._served: tuple[str, Model | None] = ("", None)

    def current(self) -> Model | None:
        """The model to serve with until the next call of this; None for the shipped one."""
        try:
            last = self.registry.activations.last()
        except OSError as problem:
            self._complain(f"{self.registry.folder}: {problem.strerror or problem}")
            return self._served[1]
        if last != self._seen:
            with self._lock:
                self._follow()
        return self._served[1]

    def _follow(self) -> None:
        try:
            newest = next(self.registry.activations.newest_first(), None)
            number = 0 if newest is None else newest.number  # a later one may be half-written, and is looked at again
            if number != self._seen:
                self.problem = ""
                self._change("" if newest is None else newest.version)
                self._seen = number
        except OSError as problem:
            self._complain(f"{self.registry.folder}: {problem.strerror or problem}")

    def _change(self, wanted: str) -> None:
        if not wanted:
            self._served = ("", None)
        elif wanted != self._served[0] and not self._take(wanted) and self._seen is None:
            for version in self.registry.candidates():
                if version.name != wanted and self._take(version.name):
                    return

    def _take(self, name: str) -> bool:
        try:
            model = self.registry.read(name).load()
            self._check(model)
        except (Damaged, RegistryError) as problem:
            self._complain(str(problem))
        except ValueError as problem:
            self._complain(f"version {name} cannot be served: {problem}")
        else:
            self._served = (name, model)
            return True
        return False

    def _complain(self, problem: str) -> None:
        if problem != self.problem:
            self.problem = problem
            _LOG.warning("%s", problem)

"""
Which version is active: the last of a row of files, each of which is written once.

A file that is there already cannot be written again, so that of two who activate at once one comes too late and hears
of it. A file that is not whole, or cannot be read, does not count, so that whoever dies half-way has changed nothing.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from noodlecore_trm.registry.documents import Damaged, sealed, unsealed, write_new

SCHEMA: Final = "urn:noodlecore-trm:activation:1"
_NAME: Final = re.compile(r"(\d{6,})\.json")


@dataclass(frozen=True)
class Activation:
    """
    That a version became active, "" for the one that is shipped with the package: by what (`promote`, `rollback`) and
    when, what was active before, what the gate said, if it was asked, and the reason that was given.
    """

    number: int
    version: str
    act: str
    when: str
    before: str = ""
    reason: str = ""
    gate: Mapping[str, Any] = field(default_factory=dict)


class Activations:
    """The files of a folder, which need not be there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def last(self) -> int:
        """The number of the last file, whole or not; 0 if there is none. Raises OSError."""
        return max(self._numbers(), default=0)

    def newest_first(self) -> Iterator[Activation]:
        """Those that are whole. Raises OSError."""
        for number in sorted(self._numbers(), reverse=True):
            try:
                yield self._read(number)
            except Damaged:
                continue

    def damaged(self) -> Iterator[str]:
        """What is wrong with those that are not whole. Raises OSError."""
        for number in sorted(self._numbers()):
            try:
                self._read(number)
            except Damaged as problem:
                yield str(problem)

    def add(
        self,
        after: int,
        version: str,
        act: str,
        *,
        before: str,
        reason: str = "",
        gate: Mapping[str, Any] | None = None,
    ) -> Activation:
        """
        Activate a version, seen that `after` was the last number. Raises FileExistsError if it is no more, and OSError;
        in both cases nothing has changed.
        """
        when = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        made = Activation(after + 1, version, act, when, before, reason, gate or {})
        self.folder.mkdir(parents=True, exist_ok=True)
        write_new(self._path(made.number), sealed({"schema": SCHEMA, **asdict(made)}))
        return made

    def _numbers(self) -> Iterator[int]:
        try:
            names = [path.name for path in self.folder.iterdir()]
        except (FileNotFoundError, NotADirectoryError):
            return
        for name in names:
            if found := _NAME.fullmatch(name):
                yield int(found[1])

    def _path(self, number: int) -> Path:
        return self.folder / f"{number:06}.json"

    def _read(self, number: int) -> Activation:
        path = self._path(number)
        try:
            document = unsealed(path, SCHEMA)
            del document["schema"]
            made = Activation(**document)
        except OSError as problem:
            raise Damaged(f"{path}: {problem.strerror or problem}") from None
        except TypeError as problem:
            raise Damaged(f"{path}: {problem}") from None
        if made.number != number:
            raise Damaged(f"{path}: it is number {made.number}")
        return made

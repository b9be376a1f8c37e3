"""
A folder of versions of the model.

    versions/1.2/model.safetensors    the model
    versions/1.2/probe.npz            a choice, for the self-test
    versions/1.2/version.json         digests, card, lineage, and what the model says to the probe
    activations/000007.json           that a version became active

A version is put there whole and never changed. Models with the same encoding and rules have the same first number.
"""

from __future__ import annotations

import datetime
import hashlib
import os
import re
import secrets
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from noodlecore_trm.errors import TRMAgentException
from noodlecore_trm.registry.activations import Activation, Activations
from noodlecore_trm.registry.documents import Damaged, digest_of, sealed, sync_folder, unsealed, write_new

if TYPE_CHECKING:
    from noodlecore_trm.serving import Model

SCHEMA: Final = "urn:noodlecore-trm:version:1"
MODEL, PROBE, DOCUMENT = "model.safetensors", "probe.npz", "version.json"
PROMOTE, ROLLBACK = "promote", "rollback"
_NAME: Final = re.compile(r"([1-9]\d*)\.(\d+)")
_STALE_SECONDS: Final = 3600


class RegistryError(TRMAgentException):
    """The registry of models cannot do what was asked."""

    error_code = 5020


def registry_folder() -> Path:
    """`NOODLE_TRM_MODELS`, or `models` in the user's data folder."""
    if chosen := os.environ.get("NOODLE_TRM_MODELS"):
        return Path(chosen)
    import platformdirs

    return Path(platformdirs.user_data_dir("noodlecore-trm", appauthor=False)) / "models"


@dataclass(frozen=True)
class Version:
    """
    A version as its document says: `fingerprint` of encoding and rules, SHA-256 of its files, the card of the model,
    lineage (`parent`, and what it was made from), and what it says to the probe.
    """

    name: str
    made: str
    fingerprint: str
    files: Mapping[str, str]
    card: Mapping[str, Any]
    lineage: Mapping[str, Any]
    expected: Mapping[str, Any]
    folder: Path

    @property
    def model(self) -> Path:
        return self.folder / MODEL

    @property
    def parent(self) -> str:
        return str(self.lineage.get("parent", ""))

    def check(self) -> None:
        """Raises Damaged if a file is another one than was added."""
        for name, digest in self.files.items():
            try:
                found = hashlib.sha256((self.folder / name).read_bytes()).hexdigest()
            except OSError as problem:
                raise Damaged(f"{self.folder / name}: {problem.strerror or problem}") from None
            if found != digest:
                raise Damaged(f"{self.folder / name}: it is damaged: its digest is another")

    def load(self) -> Model:
        """The model, after its self-test. Raises Damaged if it does not pass."""
        from noodlecore_trm.registry.probe import tested

        self.check()
        return tested(self)


class Registry:
    """The versions in a folder, which need not be there. What is read may raise OSError."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = registry_folder() if folder is None else folder
        self.activations = Activations(self.folder / "activations")

    # reading

    def names(self) -> list[str]:
        """All versions, the oldest first of each first number."""
        try:
            found = [path.name for path in self._versions.iterdir()]
        except (FileNotFoundError, NotADirectoryError):
            return []
        return sorted((name for name in found if _NAME.fullmatch(name)), key=_numbers)

    def read(self, name: str) -> Version:
        """The version of a name. Raises RegistryError if there is none, and Damaged."""
        if not _NAME.fullmatch(name) or name not in self.names():
            raise RegistryError(f"no version {name}; there are {', '.join(self.names()) or 'none'}")
        folder = self._versions / name
        try:
            document = unsealed(folder / DOCUMENT, SCHEMA)
            del document["schema"]
            version = Version(**document, folder=folder)
        except OSError as problem:
            raise Damaged(f"{folder / DOCUMENT}: {problem.strerror or problem}") from None
        except TypeError as problem:
            raise Damaged(f"{folder / DOCUMENT}: {problem}") from None
        if version.name != name:
            raise Damaged(f"{folder}: it is version {version.name}")
        return version

    def versions(self) -> Iterator[Version]:
        """Every version whose document is as it was written."""
        for name in self.names():
            with suppress(Damaged):
                yield self.read(name)

    def active(self) -> Version | None:
        """
        The version that was activated last, among those that are as they were added; None if that is the shipped model.
        """
        return next(self.candidates(), None)

    def candidates(self) -> Iterator[Version]:
        """
        The version that was activated last and what it took the place of, and so on until the shipped model, as far as
        they are as they were added.
        """
        for name in self._line():
            with suppress(Damaged, RegistryError):
                version = self.read(name)
                version.check()
                yield version

    def _line(self) -> Iterator[str]:
        """What was activated last, then what was active when that was promoted, and so on."""
        history = list(self.activations.newest_first())
        name = history[0].version if history else ""
        gone: set[str] = set()
        while name and name not in gone:
            yield name
            gone.add(name)
            name = next((each.before for each in history if each.version == name and each.act == PROMOTE), "")

    # writing

    def add(self, model: Path, *, parent: str = "", origin: Mapping[str, Any] | None = None) -> Version:
        """
        Keep a model for good; what is kept already is not kept twice, unless it is damaged. `origin` says what it was
        made from. Raises RegistryError for a file that holds none, a parent that there is not, and a folder that cannot
        be written.
        """
        from noodlecore_trm.registry.probe import Untested, interface, prepared
        from noodlecore_trm.serving import read_model

        if parent:
            self.read(parent)
        try:
            whole = model.read_bytes()
            read = read_model(model)
        except OSError as problem:
            raise RegistryError(f"{model}: {problem.strerror or problem}") from None
        except ValueError as problem:
            raise RegistryError(str(problem)) from None
        digest = hashlib.sha256(whole).hexdigest()
        for each in self.versions():
            if each.files[MODEL] == digest:
                with suppress(Damaged):
                    each.check()
                    return each
        try:
            probe, expected = prepared(read)
        except Untested as problem:
            raise RegistryError(f"{model}: {problem}") from None
        contents = {MODEL: whole, PROBE: probe}
        document = {
            "schema": SCHEMA,
            "made": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
            "fingerprint": digest_of(interface(read)),
            "files": {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()},
            "card": dict(read.card),
            "lineage": {"parent": parent, **(origin or {})},
            "expected": expected,
        }
        try:
            return self._put(document, contents)
        except OSError as problem:
            raise RegistryError(f"{self.folder}: {problem.strerror or problem}; nothing was added") from None

    def activate(
        self, name: str, act: str, *, after: int, reason: str = "", gate: Mapping[str, Any] | None = None
    ) -> Activation:
        """
        Make a version active, "" for the shipped one, if no other was since activation `after`, and it passes its
        self-test. Raises RegistryError, and Damaged; then nothing has changed.
        """
        if name:
            self.read(name).load()
        before = self.active()
        try:
            return self.activations.add(
                after, name, act, before="" if before is None else before.name, reason=reason, gate=gate
            )
        except FileExistsError:
            raise RegistryError("another version became active meanwhile; nothing was changed") from None
        except OSError as problem:
            raise RegistryError(f"{self.folder}: {problem.strerror or problem}; nothing was changed") from None

    def before_active(self) -> str:
        """
        What to roll back to: the version that was active when the active one was promoted, "" for the shipped model.
        Raises RegistryError if that is active.
        """
        line = self.candidates()
        if next(line, None) is None:
            raise RegistryError("no version is active: there is nothing to roll back")
        earlier = next(line, None)
        return "" if earlier is None else earlier.name

    @property
    def _versions(self) -> Path:
        return self.folder / "versions"

    def _put(self, document: dict[str, Any], contents: Mapping[str, bytes]) -> Version:
        self._versions.mkdir(parents=True, exist_ok=True)
        self._tidy()
        made = self._versions / f".new-{secrets.token_hex(8)}"
        made.mkdir()
        try:
            for name, content in contents.items():
                write_new(made / name, content)
            while True:
                name = self._next(str(document["fingerprint"]))
                write_new(made / DOCUMENT, sealed({**document, "name": name}))
                try:
                    made.rename(self._versions / name)
                except OSError:
                    if not (self._versions / name).exists():
                        raise
                    (made / DOCUMENT).unlink()  # another one took the name
                    continue
                break
        finally:
            shutil.rmtree(made, ignore_errors=True)
        sync_folder(self._versions)
        return self.read(name)

    def _next(self, fingerprint: str) -> str:
        """The name of the next version with an encoding and rules."""
        taken: dict[int, int] = {}
        ours = 0
        for name in self.names():  # once: others add meanwhile
            first, second = _numbers(name)
            taken[first] = max(second, taken.get(first, -1))
            with suppress(Damaged):
                if not ours and self.read(name).fingerprint == fingerprint:
                    ours = first
        return f"{ours}.{taken[ours] + 1}" if ours else f"{max(taken, default=0) + 1}.0"

    def _tidy(self) -> None:
        """Take away what somebody who died left behind."""
        for path in self._versions.glob(".new-*"):
            with suppress(OSError):
                if time.time() - path.stat().st_mtime > _STALE_SECONDS:
                    shutil.rmtree(path, ignore_errors=True)


def _numbers(name: str) -> tuple[int, int]:
    first, _, second = name.partition(".")
    return int(first), int(second)

"""What was done to each file and why it is sound, as plain immutable records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from math import isfinite
from typing import Any, Final

SCHEMA: Final = "urn:noodlecore-trm:receipt:3"
"""The `$id` of the JSON Schema every receipt follows."""

STAGES: Final = ("parse", "translate", "choose", "validate", "emit")


def _plain(value: Any) -> Any:
    """The JSON form of a value made of records, tuples and mappings."""
    if is_dataclass(value):
        return {item.name: _plain(getattr(value, item.name)) for item in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, float) and not isfinite(value):
        return None  # JSON has no word for it
    return value


@dataclass(frozen=True, slots=True)
class Verdict:
    """
    What the three judges said: each `passed`, `failed` or `skipped`; `detail` is one sentence.
    """

    structure: str = "skipped"
    behaviour: str = "skipped"
    time: str = "skipped"
    detail: str = ""

    @property
    def objects(self) -> bool:
        """Whether what was made of the file is not known to be the same as before."""
        return "failed" in (self.structure, self.behaviour)

    def to_dict(self) -> dict[str, Any]:
        plain: dict[str, Any] = _plain(self)
        return plain

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Verdict:
        """Raises KeyError on a missing key."""
        return cls(data["structure"], data["behaviour"], data["time"], data["detail"])


@dataclass(frozen=True, slots=True)
class RefusalReceipt:
    """A place that matched a rule and was left alone; `reason` is a key of the rule's refusals."""

    rule: str
    line: int
    reason: str

    def to_dict(self) -> dict[str, Any]:
        plain: dict[str, Any] = _plain(self)
        return plain

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> RefusalReceipt:
        """Raises KeyError on a missing key."""
        return cls(data["rule"], data["line"], data["reason"])


@dataclass(frozen=True, slots=True)
class TakenBackReceipt:
    """
    A rewrite that the gate of time did not admit: `ratio` is old time over new with the
    `lower_bound` of its confidence interval, both None if it could not be measured; `reason` is one sentence.
    """

    rule: str
    line: int
    reason: str
    ratio: float | None = None
    lower_bound: float | None = None

    def to_dict(self) -> dict[str, Any]:
        plain: dict[str, Any] = _plain(self)
        return plain

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> TakenBackReceipt:
        """Raises KeyError on a missing key."""
        return cls(**{item.name: data[item.name] for item in fields(cls)})


@dataclass(frozen=True, slots=True)
class ChangeReceipt:
    """
    One rewrite that was kept.

    `tier` is S0, S1 or S2, `guard` the inserted run-time check (empty without one), `evidence`
    PROVED, CHECKED or MEASURED with its `executions`, and `ratio` old time over new with the
    `lower_bound` of its confidence interval. Sizes are bytes of source. `guard_cost` estimates the
    nanoseconds of a guard that this change inserted, `guard_element_cost` those for each element it looks at.
    """

    rule: str
    line: int
    tier: str = "S0"
    guard: str = ""
    evidence: str = "PROVED"
    executions: int = 0
    ratio: float | None = None
    lower_bound: float | None = None
    size_before: int = 0
    size_after: int = 0
    guard_cost: float | None = None
    guard_element_cost: float | None = None

    def to_dict(self) -> dict[str, Any]:
        plain: dict[str, Any] = _plain(self)
        return plain

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> ChangeReceipt:
        """Raises KeyError on a missing key."""
        return cls(**{item.name: data[item.name] for item in fields(cls)})


@dataclass(frozen=True, slots=True)
class FunctionReceipt:
    """
    One function (or `<module>`): candidates found, places refused, rewrites tried, kept and taken back.

    `dynamic` says why the function is never rewritten (empty when it may be); `chooser` is
    classic, search, trm or none, and `fallback_reason` why it is not the one that was asked for;
    `model` is the digest of the model that made the plan, and `predicted` old time over new as the static cost has it.
    """

    qualname: str
    line: int
    dynamic: str = ""
    found: int = 0
    refused: tuple[RefusalReceipt, ...] = ()
    tried: int = 0
    kept: tuple[ChangeReceipt, ...] = ()
    chooser: str = "none"
    fallback_reason: str = ""
    taken_back: tuple[TakenBackReceipt, ...] = ()
    model: str = ""
    predicted: float | None = None

    def to_dict(self) -> dict[str, Any]:
        plain: dict[str, Any] = _plain(self)
        return plain

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> FunctionReceipt:
        """Raises KeyError on a missing key."""
        return cls(
            qualname=data["qualname"],
            line=data["line"],
            dynamic=data["dynamic"],
            found=data["found"],
            refused=tuple(map(RefusalReceipt.from_dict, data["refused"])),
            tried=data["tried"],
            kept=tuple(map(ChangeReceipt.from_dict, data["kept"])),
            chooser=data["chooser"],
            fallback_reason=data["fallback_reason"],
            taken_back=tuple(map(TakenBackReceipt.from_dict, data["taken_back"])),
            model=data["model"],
            predicted=data["predicted"],
        )


@dataclass(frozen=True, slots=True)
class FileReceipt:
    """
    One file: `status` is changed, unchanged or failed, `reason` says why it is not changed.

    `times` are seconds per stage (the keys of `STAGES`).
    """

    path: str
    status: str
    reason: str = ""
    sha256_before: str = ""
    sha256_after: str = ""
    bytes_before: int = 0
    bytes_after: int = 0
    verdict: Verdict = field(default_factory=Verdict)
    times: Mapping[str, float] = field(default_factory=dict)
    functions: tuple[FunctionReceipt, ...] = ()

    @property
    def kept(self) -> tuple[ChangeReceipt, ...]:
        return tuple(change for function in self.functions for change in function.kept)

    def to_dict(self) -> dict[str, Any]:
        plain: dict[str, Any] = _plain(self)
        return plain

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> FileReceipt:
        """Raises KeyError on a missing key."""
        return cls(
            path=data["path"],
            status=data["status"],
            reason=data["reason"],
            sha256_before=data["sha256_before"],
            sha256_after=data["sha256_after"],
            bytes_before=data["bytes_before"],
            bytes_after=data["bytes_after"],
            verdict=Verdict.from_dict(data["verdict"]),
            times=dict(data["times"]),
            functions=tuple(map(FunctionReceipt.from_dict, data["functions"])),
        )


def summarize(files: Iterable[FileReceipt]) -> dict[str, int]:
    """Counts over all files: files, changed, unchanged, failed, functions, found, refused, tried, kept, bytes."""
    counts = dict.fromkeys(
        ("files", "changed", "unchanged", "failed", "functions", "found", "refused", "tried", "kept",
         "bytes_before", "bytes_after"), 0,
    )
    for file in files:
        counts["files"] += 1
        counts[file.status] += 1
        counts["functions"] += len(file.functions)
        counts["bytes_before"] += file.bytes_before
        counts["bytes_after"] += file.bytes_after
        for function in file.functions:
            counts["found"] += function.found
            counts["refused"] += len(function.refused)
            counts["tried"] += function.tried
            counts["kept"] += len(function.kept)
    return counts


@dataclass(frozen=True, slots=True)
class Receipt:
    """
    One run: `tool` {name, version}, `interpreter` {implementation, version, cache_tag}, the
    options as given, a record per file and counts over all of them.
    """

    tool: Mapping[str, str]
    interpreter: Mapping[str, str]
    options: Mapping[str, Any]
    files: tuple[FileReceipt, ...]
    summary: Mapping[str, int]

    def to_dict(self) -> dict[str, Any]:
        """The JSON document that `schema.json` describes."""
        return {"schema": SCHEMA, **_plain(self)}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Receipt:
        """Raises KeyError on a missing key and ValueError for another version of the schema."""
        if data["schema"] != SCHEMA:
            raise ValueError(f"a receipt of another kind: {data['schema']}")
        return cls(
            tool=dict(data["tool"]),
            interpreter=dict(data["interpreter"]),
            options=dict(data["options"]),
            files=tuple(map(FileReceipt.from_dict, data["files"])),
            summary=dict(data["summary"]),
        )

"""
What a call did, and whether two calls did the same.

One comparator for tests, validation and training. "The same" is meant literally: type and value of
the result to the last bit, the exception with its arguments and chain, the arguments and globals
afterwards, output, the order of everything that could be noticed on the way, each yield, and which
objects are one object. Calls cut short by time, memory or recursion are `inconclusive`, never the same.
"""

from __future__ import annotations

import math
import re
import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from noodlecore_trm.validate.snapshot import Node, Picture, Ref

_ADDRESS: Final = re.compile(r"\bat 0x[0-9a-fA-F]+")
_STEPS: Final = 2_000_000


@dataclass(frozen=True, slots=True)
class Event:
    """
    Something that could be noticed: `effect` (code of an argument ran), `output`, `yield`, `returned`,
    `raised`, `files`, ... with the state of the arguments and globals at that moment.
    """

    tag: str
    text: str
    picture: Picture

    def to_list(self) -> list[Any]:
        nodes = [[number, node.to_list()] for number, node in self.picture.changed.items()]
        return [self.tag, self.text, self.picture.roots, nodes]

    @classmethod
    def from_list(cls, row: Sequence[Any]) -> Event:
        tag, text, roots, nodes = row
        changed = {number: Node.from_list(node) for number, node in nodes}
        return cls(tag, text, Picture(tuple((label, ref) for label, ref in roots), changed))


@dataclass(frozen=True, slots=True)
class Outcome:
    """
    One call: `status` is returned, raised or inconclusive (then `reason` is time, memory, recursion, ...).

    `seconds` is the CPU time it took and takes no part in comparisons.
    """

    status: str
    events: tuple[Event, ...]
    reason: str = ""
    seconds: float = 0.0

    @property
    def inconclusive(self) -> bool:
        return self.status == "inconclusive"

    def summary(self) -> str:
        """A line that says how the call ended."""
        if self.inconclusive:
            return f"inconclusive ({self.reason})"
        nodes: dict[int, Node] = {}
        for event in self.events:
            nodes.update(event.picture.changed)
        roots = self.events[-1].picture.roots if self.events else ()
        for event in reversed(self.events):
            if event.tag in ("returned", "raised"):
                roots = event.picture.roots
                break
        last = dict(roots).get("result")
        return self.status if last is None else f"{self.status} {describe(last, nodes)}"

    def to_list(self) -> list[Any]:
        return [self.status, [event.to_list() for event in self.events], self.reason, self.seconds]

    @classmethod
    def from_list(cls, row: Sequence[Any]) -> Outcome:
        status, events, reason, seconds = row
        return cls(status, tuple(Event.from_list(event) for event in events), reason, seconds)


@dataclass(frozen=True, slots=True)
class Difference:
    """Where two outcomes part, and what each had there; `inconclusive` if one of them says nothing."""

    where: str
    before: str
    after: str
    inconclusive: bool = False

    def __str__(self) -> str:
        return f"{self.where}: {self.before} became {self.after}"


def same(before: Outcome, after: Outcome, *, relaxed_floats: bool = False) -> Difference | None:
    """
    None if the two outcomes cannot be told apart, else the first difference.

    With `relaxed_floats`, floats may differ by a relative 1e-9 (the `fp_relaxed` option).
    """
    if before.inconclusive or after.inconclusive:
        return Difference("the call", before.summary(), after.summary(), inconclusive=True)
    if len(before.events) != len(after.events):
        place = _first_event_apart(before, after)
        return Difference(place, f"{before.summary()} with {_tags(before)}", f"{after.summary()} with {_tags(after)}")
    return _Comparison(relaxed_floats).events(before.events, after.events)


def describe(ref: Ref, nodes: Mapping[int, Node], depth: int = 3) -> str:
    """A short text for a value in a picture."""
    if isinstance(ref, str):
        kind, _, text = ref.partition(":")
        if kind in ("float", "complex"):
            return text.partition(":")[2]
        return repr(text) if kind == "str" else f"<class {text}>" if kind == "class" else text
    node = nodes.get(ref)
    if node is None:
        return "..."
    name = node.type.removeprefix("builtins.")
    if depth == 0:
        return f"{name}(...)"
    parts = [text for text in (describe(node.text, nodes) if ":" in node.text else node.text,) if text]
    shown = [(label, child) for label, child in node.children if label not in ("key", "__context__", "__cause__")]
    for label, child in shown[:6]:
        text = describe(child, nodes, depth - 1)
        parts.append(text if re.fullmatch(r"\[\d+\]", label) and name != "dict" else f"{label}={text}")
    parts += [describe(member, nodes, depth - 1) for member in node.members[:6]]
    if len(shown) > 6 or len(node.members) > 6:
        parts.append("...")
    return f"{name}({', '.join(parts)})"


def _tags(outcome: Outcome) -> str:
    count = len(outcome.events)
    return f"{count} event{'s' * (count != 1)}"


def _first_event_apart(before: Outcome, after: Outcome) -> str:
    for index, (left, right) in enumerate(zip(before.events, after.events, strict=False)):
        if (left.tag, left.text) != (right.tag, right.text):
            return f"event {index} ({left.tag} {left.text!r} | {right.tag} {right.text!r})"
    longer = max(before.events, after.events, key=len)
    extra = longer[min(len(before.events), len(after.events))]
    return f"event {min(len(before.events), len(after.events))} ({extra.tag} {extra.text!r} on one side only)"


class _Comparison:
    """Walks both sides in step and keeps the pairing of their objects across events."""

    def __init__(self, relaxed_floats: bool) -> None:
        self.relaxed_floats = relaxed_floats
        self.left: dict[int, Node] = {}
        self.right: dict[int, Node] = {}
        self.to_right: dict[int, int] = {}
        self.to_left: dict[int, int] = {}
        self.steps = 0

    def events(self, before: Sequence[Event], after: Sequence[Event]) -> Difference | None:
        last_roots: tuple[Any, Any] | None = None
        for index, (left, right) in enumerate(zip(before, after, strict=True)):
            place = f"event {index} ({left.tag})"
            if left.tag != right.tag:
                return Difference(place, f"{left.tag} {left.text}", f"{right.tag} {right.text}")
            if not _texts_equal(left.text, right.text):
                return Difference(place, left.text, right.text)
            self.left.update(left.picture.changed)
            self.right.update(right.picture.changed)
            roots = (left.picture.roots, right.picture.roots)
            if not left.picture.changed and not right.picture.changed and roots == last_roots:
                continue
            last_roots = roots
            found = self.pictures(left.picture.roots, right.picture.roots, place)
            if found is not None:
                return found
        return None

    def pictures(
        self, before: tuple[tuple[str, Ref], ...], after: tuple[tuple[str, Ref], ...], place: str
    ) -> Difference | None:
        one, other = dict(before), dict(after)
        stack: list[tuple[Ref, Ref, str]] = []
        for label in one.keys() | other.keys():
            if label not in other:
                return Difference(f"{place}, {label}", describe(one[label], self.left), "nothing")
            if label not in one:
                if label.startswith("global _"):
                    continue  # a temporary of a rewrite
                return Difference(f"{place}, {label}", "nothing", describe(other[label], self.right))
        stack += [(ref, other[label], f"{place}, {label}") for label, ref in reversed(before)]
        return self.values(stack)

    def values(self, stack: list[tuple[Ref, Ref, str]]) -> Difference | None:
        visited: set[tuple[int, int]] = set()
        while stack:
            one, other, place = stack.pop()
            self.steps += 1
            if self.steps > _STEPS:
                return Difference(place, "too large", "too large", inconclusive=True)
            if isinstance(one, str) or isinstance(other, str):
                if not self.atoms(one, other):
                    return self.apart(one, other, place)
                continue
            if (one, other) in visited:
                continue
            left, right = self.left[one], self.right[other]
            if not ((left.shared and right.shared) or self.pair(one, other)):
                return self.identity(one, other, place)
            visited.add((one, other))
            if left.type != right.type or not self.atoms(left.text, right.text):
                return self.apart(one, other, place)
            if [label for label, _ in left.children] != [label for label, _ in right.children]:
                return self.apart(one, other, place)
            if len(left.members) != len(right.members):
                return self.apart(one, other, place)
            stack += self.pairs(left, right, place)
        return None

    def pair(self, one: int, other: int) -> bool:
        """Note that these two correspond; False if either already has another partner."""
        return self.to_right.setdefault(one, other) == other and self.to_left.setdefault(other, one) == one

    def pairs(self, left: Node, right: Node, place: str) -> Iterator[tuple[Ref, Ref, str]]:
        for (label, one), (_, other) in reversed(list(zip(left.children, right.children, strict=True))):
            yield one, other, f"{place} {label}"
        loose = dict(right.loose)
        for label, one in left.loose:
            if label in loose and (one == "empty") == (loose[label] == "empty"):
                yield one, loose[label], f"{place} {label}"
        if left.members:
            ones = sorted(left.members, key=lambda ref: self.key(ref, self.left, self.to_right))
            itself = {number: number for number in self.to_left}
            others = sorted(right.members, key=lambda ref: self.key(ref, self.right, itself))
            for one, other in zip(ones, others, strict=True):
                yield one, other, f"{place} element"

    def key(self, ref: Ref, nodes: Mapping[int, Node], paired: Mapping[int, int], depth: int = 3) -> str:
        """A text by which the elements of two equal sets sort alike."""
        if isinstance(ref, str):
            return f"0{ref}"
        node = nodes[ref]
        if depth == 0:
            return f"1{node.type}"
        inner = ",".join(f"{label}={self.key(child, nodes, paired, depth - 1)}" for label, child in node.children)
        members = ",".join(sorted(self.key(member, nodes, paired, depth - 1) for member in node.members))
        return f"1{node.type}:{node.text}({inner}){{{members}}}{paired.get(ref, '') if depth == 3 else ''}"

    def atoms(self, one: Ref, other: Ref) -> bool:
        if one == other:
            return type(one) is type(other)
        if isinstance(one, int) or isinstance(other, int):
            return False
        if self.relaxed_floats and one.startswith("float:") and other.startswith("float:"):
            left, right = _float(one), _float(other)
            return math.isclose(left, right, rel_tol=1e-9, abs_tol=1e-300) or (math.isnan(left) and math.isnan(right))
        return _texts_equal(one, other)

    def apart(self, one: Ref, other: Ref, place: str) -> Difference:
        left, right = describe(one, self.left), describe(other, self.right)
        if left == right:
            left, right = self.bits(one, self.left), self.bits(other, self.right)
        return Difference(place, left, right)

    def bits(self, ref: Ref, nodes: Mapping[int, Node]) -> str:
        return ref if isinstance(ref, str) else f"{nodes[ref].type} {nodes[ref].text}"

    def identity(self, one: Ref, other: Ref, place: str) -> Difference:
        left, right = describe(one, self.left), describe(other, self.right)
        return Difference(f"{place} (identity)", f"{left} that is the object seen before", f"{right} that is not")


def _texts_equal(one: str, other: str) -> bool:
    """Equal but for the addresses that `repr` writes."""
    return one == other or (" at 0x" in one and _ADDRESS.sub("at", one) == _ADDRESS.sub("at", other))


def _float(text: str) -> float:
    value: float = struct.unpack(">d", bytes.fromhex(text.split(":")[1]))[0]
    return value

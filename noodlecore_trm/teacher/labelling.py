"""
From programs to labels: every function that rewrites may be made in, its versions, and what each rewrite was worth.

What comes out depends on the programs, the rules, the tables that ship with the package and the number of versions
only, so that it is the same in however many processes, and on however many machines, it is made.
"""

from __future__ import annotations

import atexit
import hashlib
import json
import math
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final

import numpy as np

from noodlecore_trm.choosers.classic import Place, place_of
from noodlecore_trm.choosers.table import shipped_table
from noodlecore_trm.choosers.trm import APPLIED, UNFIT, outlook, verdict
from noodlecore_trm.encoding import Sample, TooLarge, Verdicts, Vocabulary, current_vocabulary, encode, identity
from noodlecore_trm.ir.facts import Function, ModuleFacts
from noodlecore_trm.ir.recursion import deep_recursion
from noodlecore_trm.parse import parse_module
from noodlecore_trm.profile.seen import FileProfile
from noodlecore_trm.rules import load
from noodlecore_trm.rules.listing import Candidate, RuleTable
from noodlecore_trm.teacher.corpus import Program
from noodlecore_trm.teacher.cost import Counter, Uncounted, Weights, shipped_weights
from noodlecore_trm.teacher.explore import Explorer, Graph, Node, Useless
from noodlecore_trm.teacher.labels import BUDGETS, Labels
from noodlecore_trm.translate import translate

VERSIONS: Final = 400
_MOST_WORK: Final = 1_000_000
"""Counted instructions and elements of a program that is run again for each version."""
_SECONDS: Final = 5.0
_PROCESSES: Final = ExitStack()


class Unlabelled(Exception):
    """There is nothing to learn from a function; the message says why."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Calls that do alike in a function, and what they do in each function of the file, as a profile says it."""

    calls: tuple[str, ...]
    functions: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Task:
    """
    A function to label, with at least so many versions if there are, priced by weights: those of this interpreter where
    none are given. With a profile it is labelled for the calls that were `seen` only, and that is known to its choices.
    """

    program: Program
    qualname: str
    identity: str
    versions: int = VERSIONS
    weights: Weights | None = None
    seen: Seen | None = None

    @property
    def name(self) -> str:
        """What tells it from others: of the same function there is one for each profile."""
        return self.identity if self.seen is None else f"{self.identity}-{_digest(self.seen.functions[self.qualname])}"

    @property
    def calls(self) -> tuple[str, ...]:
        return self.program.calls if self.seen is None else self.seen.calls


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a task: labels, or the reason why there are none; `failed` if it should not be."""

    task: Task
    labels: Labels | None
    reason: str = ""
    failed: bool = False


def tasks(
    programs: Iterable[Program], versions: int = VERSIONS, weights: Weights | None = None, *, profiled: bool = False
) -> list[Task]:
    """
    The functions of programs; of those that are the same but for names only the first. If they are to be `profiled`,
    the calls are run, and there is one task for each profile that a function has in them.
    """
    found: dict[str, list[Task]] = {}
    for program in programs:
        profiles = _profiles(program) if profiled else []
        with deep_recursion():
            module = translate(parse_module(program.source))
            facts = ModuleFacts(module)
            for op in module.functions:
                function = Function(facts, op)
                digest = identity(function)
                if digest not in found:
                    task = Task(program, function.scope.qualname, digest, versions, weights)
                    found[digest] = [replace(task, seen=seen) for seen in told_apart(profiles, task.qualname)] or [task]
    if profiled:
        stop_counting()  # processes that are forked from this one must not share the one that counts
    return [task for each in found.values() for task in each]


def _profiles(program: Program) -> list[Seen]:
    """A profile of each call; none if they cannot be had."""
    try:
        profiles = _counter().profile(program.source, program.calls)
    except Uncounted:
        return []
    return [Seen((call,), functions) for call, functions in zip(program.calls, profiles, strict=True)]


def told_apart(profiles: Iterable[Seen], qualname: str) -> list[Seen]:
    """The profiles of calls that enter a function, those that say about the same of it taken together."""
    found: dict[str, Seen] = {}
    for each in profiles:
        entered = each.functions.get(qualname)
        if entered is not None and entered["calls"]:
            alike = found.setdefault(_digest(entered), replace(each, calls=()))
            found[_digest(entered)] = replace(alike, calls=(*alike.calls, *each.calls))
    return list(found.values())


def _digest(entered: Mapping[str, Any]) -> str:
    """The same for what is told of a function about as a model sees it: turns to a factor of 2, outcomes to eighths."""
    turns = [
        round(math.log2(max(each["turns"] / each["entries"], 0.125))) if each["entries"] else None
        for each in entered["loops"]
    ]
    asked = [(each["true"], each["true"] + each["false"]) for each in entered["branches"]]
    outcomes = [round(8 * true / times) if times else None for true, times in asked]
    told = json.dumps([turns, outcomes, [sorted(types) for types in entered["parameters"].values()]])
    return hashlib.sha256(told.encode()).hexdigest()[:8]


def label(task: Task) -> Outcome:
    """Explore a function. Raises nothing for what a program or a rule does."""
    try:
        with deep_recursion():
            return Outcome(task, labels_of(task))
    except Unlabelled as problem:
        return Outcome(task, None, str(problem))
    except Uncounted as problem:
        return Outcome(task, None, f"not counted: {problem}", failed=True)
    except Exception as problem:  # one function's trouble must not stop the others
        return crashed(task, f"{type(problem).__name__}: {' '.join(str(problem).split())}")


def crashed(task: Task, why: str) -> Outcome:
    return Outcome(task, None, f"internal error: {why}", failed=True)


def labels_of(task: Task) -> Labels:
    """The labels of a function. Raises Unlabelled, and Uncounted."""
    notes = Encoded()
    try:
        graph = explorer_of(task, notes).run()
    except Useless as problem:
        raise Unlabelled(str(problem)) from None
    if not graph.root.edges:
        raise Unlabelled("nothing may be rewritten")
    return _from_graph(task, graph, notes)


def explorer_of(task: Task, notes: Encoded) -> Explorer:
    """What finds the versions of a function. Raises Unlabelled and Uncounted."""
    price = Price(task)
    observed = None if task.seen is None else FileProfile(task.seen.functions)
    return Explorer(
        task.program.source, task.qualname, price, rule_table(),
        versions=task.versions, notes=notes, observed=observed,
    )  # fmt: skip


class Encoded:
    """The choice in each version that is looked at further, and what trying each action tells, by text."""

    def __init__(self) -> None:
        self.samples: dict[bytes, Sample] = {}
        self.verdicts: dict[bytes, Verdicts] = {}
        self._table = shipped_table()
        self._numbers = vocabulary().rule_numbers
        self._known: set[Place] = set()

    def look(self, node: Node, function: Function, candidates: tuple[Candidate, ...]) -> None:
        """Raises Useless for a function that is too large."""
        try:
            actions = [outlook(each, self._table, node.static) for each in candidates]
            self.samples[node.text] = encode(function, actions, vocabulary())
        except TooLarge as problem:
            raise Useless(str(problem)) from None
        self.verdicts[node.text] = Verdicts.none(len(candidates))
        self.verdicts[node.text].outcomes[:] = UNFIT
        self._known = {place_of(each) for each in candidates}

    def follow(self, node: Node, place: int, after: Node, candidates: tuple[Candidate, ...]) -> None:
        """Of the version that was looked at last."""
        if node.static <= 0.0 or after.static <= 0.0:
            return
        told = self.verdicts[node.text]
        opened = [each for each in candidates if place_of(each) not in self._known]
        told.outcomes[place] = APPLIED
        told.opens[place], told.numbers[place] = verdict(
            node.static, after.static, opened, self._numbers, self._table
        )


def _from_graph(task: Task, graph: Graph, notes: Encoded) -> Labels:
    numbers = {text: number for number, text in enumerate(graph.nodes)}
    nodes = list(graph.nodes.values())
    expanded = graph.expanded()
    return Labels(
        task.identity,
        task.program.family,
        task.program.name,
        task.qualname,
        tuple(notes.samples[node.text] for node in expanded),
        tuple(notes.verdicts[node.text] for node in expanded),
        tuple(
            np.array([graph.worth(node, budget) for budget in BUDGETS], np.float32).reshape(len(BUDGETS), -1)
            for node in expanded
        ),
        tuple(
            np.array([-1 if each.target is None else numbers[each.target] for each in node.edges or ()], np.int32)
            for node in expanded
        ),
        np.array([numbers[node.text] for node in expanded], np.int32),
        np.array([node.cost for node in nodes], np.float64),
        np.array([node.static for node in nodes], np.float64),
        np.array([node.size for node in nodes], np.int32),
    )


class Price:
    """
    Nanoseconds that a program's calls spend in one of its functions, and in what that calls.

    What they spend elsewhere is the same in every version, so it is counted once.
    """

    def __init__(self, task: Task) -> None:
        self.calls = task.calls
        self.weights = task.weights or shipped_weights()
        source = task.program.source
        inside = _counter().count(source, self.calls, within=task.qualname)
        if not any(inside):
            raise Unlabelled("its calls do not run it")
        whole = _counter().count(source, self.calls)
        if sum(sum(counts.values()) for counts in whole) > _MOST_WORK:
            raise Unlabelled("its calls take too long")
        self.elsewhere = self._sum(whole) - self._sum(inside)

    def __call__(self, text: bytes) -> float:
        cost = self._sum(_counter().count(text, self.calls)) - self.elsewhere
        if not (math.isfinite(cost) and cost > 0):
            raise Uncounted("the cost comes to nothing")
        return cost

    def _sum(self, counts: list[dict[str, int]]) -> float:
        return sum(map(self.weights.price, counts))


@cache
def _counter() -> Counter:
    """The process of this one that counts."""
    atexit.register(stop_counting)
    return _PROCESSES.enter_context(Counter(seconds=_SECONDS))


def stop_counting() -> None:
    """End the process that counts; it is started again when it is needed."""
    _counter.cache_clear()
    _PROCESSES.close()


@cache
def rule_table() -> RuleTable:
    """The rules that nothing has to be switched on for."""
    return RuleTable(rule for rule in load().values() if not rule.needs)


def vocabulary() -> Vocabulary:
    """The one that labels are written in."""
    return current_vocabulary(tuple(rule.name for rule in rule_table().rules))


def settings(
    versions: int = VERSIONS, weights: Weights | None = None, *, profiled: bool = False
) -> dict[str, Any]:
    """What labels depend on besides the programs, as JSON."""
    priced = json.dumps((weights or shipped_weights()).nanoseconds, sort_keys=True)
    return {
        "versions": versions,
        "weights": hashlib.sha256(priced.encode()).hexdigest(),
        "vocabulary": vocabulary().to_dict(),
        **({"profiled": True} if profiled else {}),
    }

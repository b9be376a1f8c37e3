"""`noodle-trm models`: the versions of the model, and which of them is active."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from noodlecore_trm.cli.arguments import add_actions
from noodlecore_trm.cli.console import CommandError, Console, one_line, plural
from noodlecore_trm.errors import TRMAgentException

if TYPE_CHECKING:
    from noodlecore_trm.registry import Registry, Version
    from noodlecore_trm.registry.gate import Judgement
    from noodlecore_trm.teacher.plays import Chooses

HELP = "list, compare and switch the versions of the model"
DESCRIPTION = (
    "Versions of the model that chooses, kept for good in NOODLE_TRM_MODELS or the user's data folder, and which of "
    "them is active. Versions with the same encoding and rules have the same first number. VERSION may be `active`."
)
NO, SHIPPED = 1, "shipped"


def add_arguments(parser: ArgumentParser) -> None:
    add_actions(parser, ACTIONS)


def run(arguments: Namespace) -> int:
    from noodlecore_trm.registry import Damaged, Registry

    try:
        return RUN[arguments.action](Registry(), arguments)
    except (TRMAgentException, Damaged) as problem:
        raise CommandError(one_line(problem)) from None


# list, show, diff


def _no_arguments(parser: ArgumentParser) -> None:
    del parser


def _one_version(parser: ArgumentParser) -> None:
    parser.add_argument("name", nargs="?", default="active", metavar="VERSION", help="active by default")


def _list(registry: Registry, arguments: Namespace) -> int:
    from noodlecore_trm.registry import Damaged

    del arguments
    console = Console()
    active = registry.active()
    lines = []
    for name in registry.names():
        mark = "*" if active is not None and active.name == name else " "
        try:
            each = registry.read(name)
            each.check()
        except Damaged as problem:
            lines.append(f"{mark} {name:<6} {problem}")
        else:
            origin = each.parent and f", from {each.parent}"
            lines.append(f"{mark} {name:<6} {each.made[:16].replace('T', ' ')}  {_quality(each.card)}{origin}")
    if lines:
        console.print("".join(f"{line}\n" for line in lines))
    if active is None:
        console.say(f"{'no version is active' if lines else 'no versions yet'}: the model of the package chooses")
    return 0


def _quality(card: Mapping[str, Any]) -> str:
    share = card.get("metrics", {}).get("share") if isinstance(card.get("metrics"), dict) else None
    return f"{share:.1%} of the best gains in its training" if isinstance(share, float) else "no metrics"


def _show(registry: Registry, arguments: Namespace) -> int:
    version = _named(registry, arguments.name)
    document: dict[str, Any] = {
        "version": version.name,
        "made": version.made,
        "model": str(version.model),
        "fingerprint": version.fingerprint,
        "files": dict(version.files),
        "lineage": dict(version.lineage),
        "activations": [vars(each) for each in registry.activations.newest_first() if each.version == version.name],
        "card": dict(version.card),
    }
    Console().print(json.dumps(document, indent=1, ensure_ascii=False) + "\n")
    return 0


def _two_versions(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="VERSION", help="the one")
    parser.add_argument("other", nargs="?", default="active", metavar="OTHER", help="the other; active by default")


def _diff(registry: Registry, arguments: Namespace) -> int:
    import numpy as np

    one, other = _named(registry, arguments.name), _named(registry, arguments.other)
    console = Console()
    lines = [f"--- {one.name}", f"+++ {other.name}"]
    for title in ("lineage", "facts", "metrics", "settings"):
        before, after = _values(one, title), _values(other, title)
        for key in sorted(before.keys() | after.keys()):
            if before.get(key) != after.get(key):
                sides = (("-", before), ("+", after))
                lines += [f"{sign}{title}.{key} = {json.dumps(side[key])}" for sign, side in sides if key in side]
    mine, theirs = one.load(), other.load()
    rules = [*mine.vocabulary.rules], [*theirs.vocabulary.rules]
    lines += [f"-rule {rule}" for rule in rules[0] if rule not in rules[1]]
    lines += [f"+rule {rule}" for rule in rules[1] if rule not in rules[0]]
    for name in sorted(mine.weights.keys() | theirs.weights.keys()):
        before_weights, after_weights = mine.weights.get(name), theirs.weights.get(name)
        if before_weights is None or after_weights is None or before_weights.shape != after_weights.shape:
            shapes = " -> ".join("none" if w is None else str(list(w.shape)) for w in (before_weights, after_weights))
            lines.append(f" {name}: {shapes}")
        elif not np.array_equal(before_weights, after_weights):
            change = np.linalg.norm(after_weights - before_weights) / max(float(np.linalg.norm(before_weights)), 1e-12)
            lines.append(f" {name}: changed by {change:.2%} of its norm")
    console.print("".join(f"{line}\n" for line in lines))
    return 0


def _values(version: Version, title: str) -> Mapping[str, Any]:
    given = version.lineage if title == "lineage" else version.card.get(title, {})
    return given if isinstance(given, dict) else {"": given}


def _named(registry: Registry, name: str) -> Version:
    if name != "active":
        return registry.read(name)
    active = registry.active()
    if active is None:
        raise CommandError("no version is active")
    return active


# verify


def _some_versions(parser: ArgumentParser) -> None:
    parser.add_argument("versions", nargs="*", metavar="VERSION", help="these versions only")


def _verify(registry: Registry, arguments: Namespace) -> int:
    from noodlecore_trm.registry import Damaged

    console = Console()
    damaged = 0
    for name in arguments.versions or registry.names():
        try:
            version = _named(registry, name)
            version.load()
            if version.parent and version.parent not in registry.names():
                raise Damaged(f"version {version.name}: its parent {version.parent} is gone")
            console.say(f"{name}: good")
        except Damaged as problem:
            damaged += 1
            console.warn(f"{name}: {problem}")
    if not arguments.versions:
        for complaint in registry.activations.damaged():
            damaged += 1
            console.warn(complaint)
    return NO if damaged else 0


# add, promote, rollback


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("model", metavar="FILE", help="the .safetensors file of a model")
    parser.add_argument("--parent", metavar="VERSION", default="", help="the version that it was trained from")
    parser.add_argument("--note", metavar="TEXT", default="", help="kept with it")


def _add(registry: Registry, arguments: Namespace) -> int:
    from noodlecore_trm.registry.tracking import tracked

    parent = _named(registry, arguments.parent).name if arguments.parent else ""
    known = registry.names()
    origin = {"note": arguments.note} if arguments.note else {}
    version = registry.add(Path(arguments.model), parent=parent, origin=origin)
    new = version.name not in known
    Console().say(f"{arguments.model}: {'' if new else 'it is there already, as '}version {version.name}")
    if new:
        tracked(registry.folder, version.name, params=_values(version, "settings"), tags=_tags(version))
    return 0


def _tags(version: Version) -> dict[str, str]:
    return {"version": version.name, "parent": version.parent, "sha256": next(iter(version.files.values()))}


def _promote_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="VERSION", help="the version that is to become active")
    parser.add_argument("--labels", metavar="DIR", help="labels to compare it on with the active model")
    parser.add_argument("--corpus", metavar="DIR", help="the folder of the corpus, whose splits.json counts")
    parser.add_argument("--split", metavar="NAME", default="held_out", help="the families to compare on (held_out)")
    parser.add_argument("--force", metavar="REASON", help="do not ask the gate; the reason is kept")
    parser.add_argument("-q", "--quiet", action="store_true", help="print problems only")


def _promote(registry: Registry, arguments: Namespace) -> int:
    from noodlecore_trm.registry.tracking import tracked
    from noodlecore_trm.registry.versions import PROMOTE

    console = Console(quiet=arguments.quiet)
    if arguments.force is not None and not arguments.force.strip():
        raise CommandError("--force needs a reason")
    if arguments.force is None and not arguments.labels:
        raise CommandError("--labels is missing: a model is promoted for what it gains on them, or by --force REASON")
    after, active = registry.activations.last(), registry.active()
    version = _named(registry, arguments.name)
    if active is not None and active.name == version.name:
        console.say(f"{version.name} is active already")
        return 0
    gate: dict[str, Any] = {}
    if arguments.force is None:
        judgement = _judged(version, active, arguments)
        gate = judgement.to_dict() | {"split": arguments.split, "labels": str(Path(arguments.labels).resolve())}
        numbers = {key: float(gate[key]) for key in ("active", "candidate", "difference", "lower", "upper", "passed")}
        tracked(registry.folder, f"gate {version.name}", metrics=[(0, numbers)], tags=_tags(version))
        if not judgement.passed:
            console.warn(f"{version.name} stays as it is: {'; '.join(judgement.reasons)}")
            return NO
        console.say(
            f"{version.name} gains {judgement.difference:+.4f} more, from {judgement.lower:+.4f} to "
            f"{judgement.upper:+.4f}, in {plural(judgement.programs, 'program')} (means of logarithms of speed-ups: "
            f"{judgement.active:.4f} -> {judgement.candidate:.4f})"
        )
    registry.activate(version.name, PROMOTE, after=after, reason=arguments.force or "", gate=gate)
    console.say(f"{version.name} is active")
    return 0


def _judged(version: Version, active: Version | None, arguments: Namespace) -> Judgement:
    """The two models on the same plays."""
    from noodlecore_trm.encoding import BadSamples
    from noodlecore_trm.registry.gate import judge
    from noodlecore_trm.teacher.corpus import SPLITS, BadCorpus, read_splits
    from noodlecore_trm.teacher.labels import load_labels
    from noodlecore_trm.teacher.players import by_model, by_program

    if arguments.split not in SPLITS:
        raise CommandError(f"--split: no split is called {arguments.split}; there are {', '.join(SPLITS)}")
    try:
        labels, vocabulary = load_labels(arguments.labels)
        splits = read_splits([arguments.corpus or arguments.labels])
    except (BadSamples, BadCorpus) as problem:
        raise CommandError(one_line(problem)) from None
    model = version.load()
    if model.vocabulary != vocabulary:
        raise CommandError(f"{arguments.labels}: the labels are of other rules than version {version.name}")
    chosen = [each for each in labels if splits.get(each.family) == arguments.split]
    before, after = (by_program(chosen, each) for each in (_opponent(active, vocabulary), by_model(model)))
    try:
        return judge(before, after)
    except ValueError as problem:
        raise CommandError(f"{arguments.labels}: {problem}") from None


def _opponent(active: Version | None, vocabulary: object) -> Chooses:
    """What a version has to beat: the active one, or else the shipped model, or else the measured table."""
    from noodlecore_trm.choosers.chooser import ChooserUnavailable
    from noodlecore_trm.choosers.trm import read_scorer, shipped_path
    from noodlecore_trm.teacher.players import by_model, by_table

    if active is not None:
        scorer: Any = active.load()
        name = f"version {active.name}"
    else:
        try:
            scorer, name = read_scorer(shipped_path()), "the shipped model"
        except ChooserUnavailable:
            return by_table
    if scorer.vocabulary != vocabulary:
        raise CommandError(
            f"{name} is of other rules, so that the two cannot be compared on the same labels; --force REASON promotes"
        )
    return by_model(scorer)


def _rollback_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "name", nargs="?", metavar="VERSION",
        help="the version, or `shipped`; by default what was active when the active one was promoted",
    )  # fmt: skip
    parser.add_argument("--reason", metavar="TEXT", default="", help="kept with it")


def _rollback(registry: Registry, arguments: Namespace) -> int:
    from noodlecore_trm.registry.versions import ROLLBACK

    after = registry.activations.last()
    name = registry.before_active() if arguments.name is None else arguments.name
    name = "" if name == SHIPPED else name
    if name and name not in {each.version for each in registry.activations.newest_first()}:
        raise CommandError(f"version {name} has never been active: noodle-trm models promote {name}")
    registry.activate(name, ROLLBACK, after=after, reason=arguments.reason)
    Console().say(f"{name} is active" if name else "the shipped model is active")
    return 0


ACTIONS: Final[dict[str, tuple[str, Callable[[ArgumentParser], None]]]] = {
    "list": ("list the versions; a star marks the active one", _no_arguments),
    "show": ("show card, lineage, hashes and history of a version, as JSON", _one_version),
    "add": ("keep the model in a file as a new version, which does not become active", _add_arguments),
    "promote": (
        "make a version active if it gains more than the active one on programs held out, beyond doubt, and loses in "
        "no family of them; 1 is the exit code if not",
        _promote_arguments,
    ),
    "rollback": ("make a version active again that was", _rollback_arguments),
    "diff": ("show in what two versions differ", _two_versions),
    "verify": (
        "check hashes and lineage of versions and run their self-tests; 1 is the exit code if one is damaged",
        _some_versions,
    ),
}
RUN: Final[dict[str, Callable[[Registry, Namespace], int]]] = {
    "list": _list, "show": _show, "add": _add, "promote": _promote, "rollback": _rollback, "diff": _diff,
    "verify": _verify,
}  # fmt: skip

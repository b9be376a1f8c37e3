"""
Programs from a grammar of our own: executable, terminating, harmless.

The writer knows a type for every variable, so most of what it writes runs to its end; loops go over containers, short
ranges or counters, recursion burns fuel. Now and then it breaks its own rules: a variable gets a value of another
type, the name of a builtin is taken, one list gets two names.
"""

from __future__ import annotations

import ast
import random
import re
from functools import cache

from noodlecore_trm.validate.pool import HOSTILE

from .outside import meddling
from .productions import (
    ARGUMENTS,
    ATOMS,
    BUILTINS_TAKEN,
    COMPOUND,
    EXPRESSIONS,
    HELPERS,
    LEAVES,
    NAMES,
    RARE,
    SIMPLE,
    SUBCLASSES,
    THING,
    THING_PARTS,
    words,
)
from .program import Program, without_assertions

_HOLE = re.compile(r"\{(~ (?:[^{}]|\{[^{}]*\})*|[:=]?[a-z]+0?\.?(?:@\w+)?(?: \w+!?)?)\}")
_PARTS = re.compile(r"([:=]?)([a-z]+)(0?)(\.?)(?:@(\w+))?(?: (\w+)(!?))?")
_LABEL = re.compile(r"<(\w+)>")
_KINDS = frozenset((*NAMES, *EXPRESSIONS))
_TYPES = tuple(NAMES)
_ATOMS = {kind: words(text) for kind, text in ATOMS.items()}
_ARGUMENTS = {kind: words(text) for kind, text in ARGUMENTS.items()}
_WRONG = tuple(text for text in HOSTILE if "deep" not in text and "10**" not in text)
_WRONG_SHARE = 0.006

Hole = tuple[str, str, bool, bool, str, str, bool]
"""Mark (`:`, `=` or none), type, short, dotted, variable of a comprehension, label, locked."""


class _NoFit(Exception):
    """A shape asks for what the program does not have."""


@cache
def _split(template: str) -> tuple[str | tuple[str, ...] | Hole, ...]:
    """A template as literal text, tuples of words to choose from, and holes."""
    parts: list[str | tuple[str, ...] | Hole] = []
    for index, text in enumerate(_HOLE.split(template)):
        if index % 2 == 0:
            if text:
                parts.append(text)
        elif text.startswith("~"):
            parts.append(("~", *words(text[1:])))
        else:
            found = _PARTS.fullmatch(text)
            assert found is not None, text
            mark, kind, short, dot, variable, label, lock = found.groups()
            if kind not in _KINDS and mark:
                raise ValueError(f"no such type: {template}")
            parts.append((mark, kind, bool(short), bool(dot), variable or "", label or "", bool(lock)))
    return tuple(parts)


class Writer:
    """Writes the statements of one function, or of a module's top level."""

    def __init__(self, rng: random.Random, leaves: dict[str, tuple[str, ...]], things: bool, budget: int) -> None:
        self.rng = rng
        self.leaves = leaves
        self.things = things
        self.budget = budget
        self.lines: list[str] = []
        self.indent = 0
        self.loops: list[str] = []
        self.names: dict[str, list[str]] = {}
        self.locked: frozenset[str] = frozenset()
        self.bare = 0
        self.suspends = ""
        self.in_function = False
        self.labels: dict[str, str] = {}
        self.pending: list[tuple[str, str]] = []

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def pick(self, choices: tuple[str, ...] | list[str]) -> str:
        return choices[int(self.rng.random() * len(choices))]

    # names

    def known(self, kind: str) -> str | None:
        names = self.names.get(kind)
        return self.pick(names) if names else None

    def new(self, kind: str) -> str:
        """A name for a variable of a type, which nothing else in the shape is using."""
        name = self.pick(NAMES[kind])
        toss = self.rng.random()
        if toss < 0.02:
            name = self.pick(NAMES[self.pick(_TYPES)])
        elif toss < 0.024:
            name = self.pick(BUILTINS_TAKEN)
        if (name in self.locked and not self.chance(0.03)) or name in self.labels.values():
            name = self.pick(("z", "u", "t"))
        return name

    def bind(self) -> None:
        """The names of the last line have their values now."""
        for kind, name in self.pending:
            names = self.names.setdefault(kind, [])
            if name not in names:
                names.append(name)
        self.pending.clear()

    # expressions

    def expr(self, kind: str, depth: int) -> str:
        if self.chance(_WRONG_SHARE) and kind in NAMES:
            kind = self.pick(_TYPES)
        name = self.known(kind)
        if depth <= 0 and kind in ATOMS:
            return name if name is not None and self.chance(0.8) else self.pick(_ATOMS[kind])
        if name is not None and self.chance(0.35):
            return name
        if kind == "leaf":
            return self.call(depth)
        if kind in ("thing", "field") and not self.things:
            raise _NoFit
        productions = EXPRESSIONS[kind]
        for _ in range(6):
            production = productions[0] if depth < -1 else self.pick(productions)
            if ":=" in production and self.bare:
                continue
            try:
                return self.filled(production, depth - 1)
            except _NoFit:
                continue
        if kind in ATOMS:
            return self.pick(_ATOMS[kind])
        raise _NoFit

    def call(self, depth: int) -> str:
        if not self.leaves:
            raise _NoFit
        name = self.pick(list(self.leaves))
        given = [self.expr(kind, depth - 1) for kind in self.leaves[name]]
        if len(given) == 2 and self.chance(0.15):
            given[1] = f"b={given[1]}"
        elif given and self.chance(0.04):
            given[-1] = f"*[{given[-1]}]"
        return f"{name}({', '.join(given)})"

    def filled(self, template: str, depth: int) -> str:
        """A template with its holes filled, from left to right."""
        bare = " for " in template or "lambda" in template
        self.bare += bare
        try:
            return "".join([part if type(part) is str else self.hole(part, depth) for part in _split(template)])
        finally:
            self.bare -= bare

    def hole(self, part: tuple[str, ...] | Hole, depth: int) -> str:
        if part[0] == "~":
            return _LABEL.sub(lambda found: self.labels[found[1]], self.pick(part[1:]))  # type: ignore[arg-type]
        mark, kind, short, dotted, variable, label, lock = part
        if kind in self.labels and not mark:
            return self.labels[kind]
        if mark:
            name = self.new(kind) if mark == "=" else self.variable(kind)
            if mark == "=":
                self.pending.append((kind, name))
            if label:
                self.labels[label] = name
            if lock:
                self.locked |= {name}
            return name
        if kind not in _KINDS:
            return f"{{{kind}}}"
        if variable:
            kept = self.names
            self.names = {**kept, "int": [*kept.get("int", ()), variable, variable]}
            try:
                text = self.expr(kind, 0 if short else depth)
            finally:
                self.names = kept
        else:
            text = self.expr(kind, 0 if short else depth)
        return f"({text})" if dotted and not text.isidentifier() else text

    def variable(self, kind: str) -> str:
        name = self.known(kind)
        if name is None or (name in self.locked and not self.chance(0.05)):
            raise _NoFit
        return name

    # statements

    def statement(self) -> None:
        self.budget -= 1
        if self.suspends and self.chance(0.25):
            return self.shape(self.suspends)
        if self.loops and self.chance(0.06):
            return self.shape(
                f"if {{test}}:\n    {self.pick(('break', 'continue' if self.loops[-1] == 'for' else 'break'))}"
            )
        for _ in range(8):
            compound = self.indent < 4 and self.budget > 0 and self.chance(0.6)
            template = self.pick(COMPOUND if compound else RARE if self.chance(0.03) else SIMPLE)
            if "yield" in template and "yield" not in self.suspends:
                continue
            if not self.things and ("Guard(" in template or "thing" in template):
                continue
            if not self.in_function and ("return" in template or "nonlocal" in template):
                continue
            lines, names, locked = len(self.lines), self.names, self.locked
            self.names = {kind: list(each) for kind, each in names.items()}
            try:
                return self.shape(template)
            except _NoFit:
                del self.lines[lines:]
                self.pending.clear()
                self.names, self.locked = names, locked
        return self.shape("{=int} = {int}")

    def shape(self, template: str) -> None:
        """Write a template of one or more lines; a line `{block}` stands for statements."""
        labels, locked, loops, indent = self.labels, self.locked, self.loops, self.indent
        self.labels = {}
        heads: list[tuple[int, str]] = []
        passing: list[tuple[str, str]] = []
        try:
            for line in template.split("\n"):
                text = line.lstrip()
                depth = (len(line) - len(text)) // 4
                heads = [head for head in heads if head[0] < depth]
                self.indent = indent + depth
                if text == "{block}":
                    self.loops = loops + [word for _, word in heads if word in ("for", "while")]
                    if any(word == "def" for _, word in heads):
                        self.loops = []
                    inner, self.labels = self.labels, {}
                    self.block()
                    self.labels = inner
                    continue
                written = self.filled(text, 2)
                self.lines.append("    " * self.indent + written)
                if heads or text.startswith("for "):
                    passing += [(kind, name) for kind, name in self.pending if name not in self.names.get(kind, ())]
                self.bind()
                if text.endswith(":"):
                    heads.append((depth, text.partition(" ")[0]))
        finally:
            self.labels, self.locked, self.loops, self.indent = labels, locked, loops, indent
        for kind, name in passing:
            if self.chance(0.9) and name in self.names[kind]:
                self.names[kind].remove(name)  # it may have no value after a loop of no turns

    def block(self) -> None:
        before = {kind: list(names) for kind, names in self.names.items()}
        for _ in range(self.rng.choice((1, 1, 1, 2, 2, 3))):
            self.statement()
        if self.chance(0.95):  # otherwise a name may be used that has no value yet
            self.names = before

    def result(self) -> str:
        names = sorted({name for names in self.names.values() for name in names})
        if names and self.chance(0.6):
            return f"({', '.join(self.rng.sample(names, min(len(names), 4)))},)"
        return self.expr(self.pick(("int", "ints", "str", "test", "grid", "table", "float")), 1)


_PARAMETERS = ("int", "ints", "count", "str", "grid", "float", "table", "words", "floats", "counts", "group", "thing")
_SHARES = (6, 7, 4, 3, 3, 2, 2, 1, 1, 1, 1, 3)
_ANNOTATIONS = {"int": "int", "count": "int", "str": "str", "float": "float", "ints": "list[int]"}


def _function(
    rng: random.Random, name: str, leaves: dict[str, tuple[str, ...]], things: bool
) -> tuple[str, tuple[str, ...]]:
    """The text of a function, and the types of its parameters."""
    writer = Writer(rng, dict(leaves), things, rng.choice((2, 3, 4, 5, 6, 8)))
    writer.in_function = True
    parameters: dict[str, str] = {}
    for kind in rng.choices(_PARAMETERS, _SHARES, k=rng.randint(1, 3)):
        parameter = writer.pick(NAMES[kind])
        if parameter not in parameters and (things or kind != "thing"):
            parameters[parameter] = kind
            writer.names.setdefault(kind, []).append(parameter)
    toss = rng.random()
    head = "def"
    if toss < 0.06:
        writer.suspends = "yield {int}"
    elif toss < 0.08:
        head, writer.suspends = "async def", "log(await Pause({int}))"
    annotated = rng.random() < 0.15
    shown = [f"{each}: {_ANNOTATIONS.get(kind, 'object')}" if annotated else each for each, kind in parameters.items()]
    writer.indent = 1
    for kind in ("int", "ints"):
        if kind not in writer.names:
            writer.shape(f"{{={kind}}} = {{{kind}}}")
    if writer.suspends:
        writer.shape(writer.suspends)
    while writer.budget > 0 and len(writer.lines) < 22:
        writer.statement()
    writer.lines.append(f"    return {writer.result()}")
    return f"{head} {name}({', '.join(shown)}):\n" + "\n".join(writer.lines), tuple(parameters.values())


def _classes(rng: random.Random) -> str:
    """The class Thing."""
    lines = []
    for line in THING.split("\n"):
        found = re.fullmatch(r"( *)\{([a-z]+)\}", line)
        if found is None:
            lines.append("".join(each if type(each) is str else rng.choice(each[1:]) for each in _split(line)))  # type: ignore[misc]
        else:
            lines += [found[1] + each for each in rng.choice(THING_PARTS[found[2]]).split("\n")]
    return "\n".join(lines)


def _arguments(rng: random.Random, kinds: tuple[str, ...]) -> str:
    """Arguments of some types; now and then one is not what it should be, or is given twice."""
    given = [rng.choice(_ARGUMENTS[kind]) for kind in kinds]
    toss = rng.random()
    if given and toss < 0.07:
        given[rng.randrange(len(given))] = rng.choice(_WRONG)
    elif len(set(kinds)) < len(kinds) and toss < 0.3:
        first = next(index for index, kind in enumerate(kinds) if kind in kinds[index + 1 :])
        second = kinds.index(kinds[first], first + 1)
        given[first], given[second] = f"(_same := {given[first]})", "_same"
    return ", ".join(given)


def written(rng: random.Random) -> Program:
    """A module of one or two functions and what they need, and calls of them."""
    while True:
        try:
            return _module(rng)
        except (SyntaxError, _NoFit):  # a nonlocal of nothing, a variable that is a comprehension's
            continue


def _module(rng: random.Random) -> Program:
    things = rng.random() < 0.25
    leaves = {name: tuple(LEAVES[name][0].split()) for name in rng.sample(list(LEAVES), rng.choice((0, 1, 1, 2)))}
    parts = [
        f"LIMIT = {rng.choice(('3', '2', '5', '2.5'))}\nTABLE = {rng.choice(('[2, 0, 1]', '(1, 2, 3)', '[5] * 3'))}"
    ]
    parts += [LEAVES[name][1] for name in leaves]
    if things:
        parts += [_classes(rng), rng.choice(SUBCLASSES)]
    calls: list[tuple[str, tuple[str, ...]]] = []
    for index in range(rng.choice((1, 1, 1, 2))):
        text, kinds = _function(rng, f"work{index}", leaves, things)
        parts.append(text)
        calls.append((f"work{index}", kinds))
        if rng.random() < 0.3 and "yield" not in text and "await" not in text:
            leaves = {**leaves, f"work{index}": kinds}
    if rng.random() < 0.15:
        parts.append(_top_level(rng, leaves, things))
    body = "\n\n".join(parts)
    source = "\n\n".join([*(text for name, text in HELPERS.items() if name in body), body]) + "\n"
    tree = ast.parse(source)
    compile(tree, "program", "exec")
    steps = [f"{name}({_arguments(rng, kinds)})" for name, kinds in calls for _ in range(3)]
    options = frozenset[str]()
    toss = rng.random()
    if toss < (0.45 if things else 0.04):
        options = frozenset({"closed_world"})
    elif toss < (0.65 if things else 0.25):
        outside = meddling(rng, tree)
        if outside:
            steps.insert(rng.randint(1, len(steps)), rng.choice(outside))
            steps.append(rng.choice(steps))
    return Program(source, tuple(steps), options | without_assertions(rng, source), (), "grammar")


def _top_level(rng: random.Random, leaves: dict[str, tuple[str, ...]], things: bool) -> str:
    writer = Writer(rng, leaves, things, 2)
    writer.lines = ["total = 0", "xs = [4, 1, 3]"]
    writer.names = {"int": ["total"], "ints": ["xs"]}
    while writer.budget > 0:
        writer.statement()
    return "\n".join(writer.lines)

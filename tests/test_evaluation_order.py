"""
The order of the ops is the order of evaluation: what CPython does with a text, and what its graph says, op by op.

Every value notes what is asked of it, and names note when they are read and bound. Programs are drawn at random; what
is asked for its truth twice in a row counts once (docs/explanation/promise.md).

What is put together piece by piece is left out: `{x, *y}`, `{**x, y: z}`, `f(**x, k=y)` and displays of more than 30
items, whose effects the facts place; and `f(*x, k=y)`, where x is gone through last, while its op stands before y.
"""

from __future__ import annotations

import random
import zlib
from typing import Any, Final

import pytest
from interpreter import Interpreter

from noodlecore_trm.parse import parse_module
from noodlecore_trm.translate import translate

NAMES: Final = tuple("abcd")
EXPRESSIONS: Final = (
    "{n}", "{n}", "{e}.x", "{e}[{e}]", "{e}[{e}:{e}]", "{e}[:{e}:{e}]", "{e}[{e}, {e}]", "{e} + {e}", "{e} % {e}",
    "{e} ** {e}", "-{e}", "not {e}", "{e} < {e}", "{e} in {e}", "{e} not in {e}", "{e} is {e}",
    "{e} < {e} <= {e} == {e}", "{e} and {e} and {e}", "{e} or {e}", "{e} if {e} else {e}", "not ({e} and {e})",
    "({e} or {e}) and {e}", "'%s' % ({e},)", "'%s %r' % ({e}, {e})", "'%5s|%a|%%|%s' % ({e}, {e}, {e})",
    "'%s %d' % ({e}, 3)", "'%s' % {e}", "{n} % ({e}, {e})", "f'{{{e}}}'", "f'{{{e}!r}} {{{e}:>{{{e}.y}}}}'",
    "f'{{{e}}}' f'-{{{e}!s}}'", "({e}, {e})", "[{e}, *{e}, {e}]", "(*{e}, {e})", "{{{e}, {e}}}",
    "{{{e}: {e}, {e}: {e}}}", "{n}({e}, {e})", "{e}.m({e}, k={e})", "{n}({e}, *{e}, {e})", "{n}({e}, *{e}, k={e})",
    "{n}(*{e}, {e})", "{n}(k={e}, j={e})", "({n} := {e})", "(lambda p, q: {e})({e}, {e})", "(lambda p: p + {e})({e})",
    "[{e} for v in {e}]", "[v + {e} for v in {e} if {e}]", "[w.x for v in {e} for w in v]", "{{v for v in {e}}}",
    "{{v: {e} for v in {e}}}", "list(v for v in {e})", "[{e} for v in [{e}]]", "any({e} and v for v in {e})",
    "[{e}, {e}][0]", "{e} in ({e}, {e})", "{e} in [{e}, {e}]", "('a', 'b', {e})",
)  # fmt: skip
STATEMENTS: Final = (
    "{e}", "{n} = {e}", "{e}.x = {e}", "{e}[{e}] = {e}", "{e}[{e}:{e}] = {e}", "{n} += {e}", "{e}.x += {e}",
    "{e}[{e}] *= {e}", "{n} = {e}.x = {e}[{e}] = {e}", "{n}, {n} = {e}", "{n}, {n} = {e}, {e}",
    "({n}, *{n}), {e}.x = {e}, {e}", "[{n}, {e}.x] = {e}", "{n}, {e}.x, {n} = {e}, {e}, {e}", "del {e}.x",
    "del {e}[{e}], {e}.y", "for {n} in {e}:\n    {e}", "for {e}.x in {e}, {e}:\n    {e}",
    "for {n}, {e}[{e}] in [{e}]:\n    {e}", "if {e}:\n    {e}\nelse:\n    {e}", "if {e} and not {e}:\n    {e}",
    "if {e} < {e} < {e}:\n    {e}", "with {e} as {e}.x:\n    {e}", "with {e}:\n    {e}", "assert {e} or {e}, {e}",
    "for {n} in ({e}, {e}):\n    {e}", "for {n} in [{e}, {e}]:\n    {e}", "{n}: {e} = {e}", "({n}): {e} = {e}",
    "{e}.x: {e} = {e}", "{e}[{e}]: {e} = {e}", "@{e}\n@{e}\ndef g(p: {e}, q: {e}, /, r: {e} = {e}): pass",
    "def g(p: {e}, q: {e} = {e}, *r: {e}, s: {e}, t: {e} = {e}, **u: {e}) -> {e}: pass",
)  # fmt: skip


class Log(list[str]):
    def note(self, text: str) -> None:
        again = text.endswith(".truth") and self and self[-1] == text
        if not again and not text.endswith(" __annotations__"):
            self.append(text)
        if len(self) > 3000:
            raise RecursionError("it takes too long")


class Thing:
    """Notes what it is asked, and answers with things, whose names tell how they came about."""

    def __init__(self, log: Log, name: str) -> None:
        self.__dict__.update(log=log, name=name if len(name) < 30 else f"#{zlib.crc32(name.encode()):x}")

    def _asked(self, what: str, *given: object) -> Thing:
        text = f"{self.name}.{what}({', '.join(map(name_of, given))})"
        self.log.note(text)
        return Thing(self.log, text)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self._asked("get", name)

    def __setattr__(self, name: str, value: object) -> None:
        self._asked("set", name, value)

    def __delattr__(self, name: str) -> None:
        self._asked("delete", name)

    def __getitem__(self, index: object) -> Any:
        return self._asked("item", index)

    def __setitem__(self, index: object, value: object) -> None:
        self._asked("set item", index, value)

    def __delitem__(self, index: object) -> None:
        self._asked("delete item", index)

    def __call__(self, *given: object, **named: object) -> Any:
        return self._asked("call", *given, *named, *named.values())

    def __bool__(self) -> bool:
        self.log.note(f"{self.name}.truth")
        return zlib.crc32(str(self.name).encode()) % 3 > 0

    def __hash__(self) -> int:
        self._asked("hash")
        return zlib.crc32(str(self.name).encode())

    def __eq__(self, other: object) -> Any:
        return self._asked("==", other)

    def __contains__(self, item: object) -> bool:
        return self._asked("contains", item) is None

    def __iter__(self) -> Any:
        self._asked("iter")
        for number in range(2):
            yield self._asked("next", number)
        self._asked("end")

    def __enter__(self) -> Any:
        return self._asked("enter")

    def __exit__(self, *error: object) -> None:
        self._asked("exit", error[0])

    def __str__(self) -> str:
        return f"s{self._asked('str').name}"

    def __repr__(self) -> str:
        return f"r{self._asked('repr').name}"

    def __format__(self, spec: str) -> str:
        return f"f{self._asked('format', spec).name}"


for _name in ("add", "mod", "pow", "lt", "le", "gt", "iadd", "imul", "neg", "mul", "radd", "rmod"):
    setattr(Thing, f"__{_name}__", lambda self, *given, what=_name: self._asked(what, *given))


def name_of(value: object) -> str:
    if isinstance(value, Thing):
        return str(value.name)
    if isinstance(value, slice):
        return ":".join(map(name_of, (value.start, value.stop, value.step)))
    if isinstance(value, tuple | list | set):
        return f"{type(value).__name__}({', '.join(map(name_of, value))})"
    return repr(value) if isinstance(value, str | int | bool | type | None) else type(value).__name__


class Names(dict[str, Any]):
    """
    The variables of a module.

    If a `:=` in a comprehension binds one, CPython stores to it all over the module without asking this dict, so that
    nothing is noted then.
    """

    def __init__(self, log: Log, source: str) -> None:
        super().__init__({"list": list, "any": any})
        self.log = log
        self.notes_stores = ":=" not in source
        for name in NAMES:
            super().__setitem__(name, Thing(log, name))

    def __getitem__(self, name: str) -> Any:
        self.log.note(f"load {name}")
        return super().__getitem__(name)

    def __setitem__(self, name: str, value: Any) -> None:
        if self.notes_stores:
            self.log.note(f"store {name}")
        super().__setitem__(name, value)


def drawn(draw: random.Random, depth: int) -> str:
    """A program of some statements."""

    def filled(form: str, depth: int) -> str:
        parts = []
        for piece in form.split("{e}"):
            parts.append(piece)
            plain = depth <= 0 or draw.random() < 0.3
            inner = draw.choice(NAMES) if plain else filled(draw.choice(EXPRESSIONS), depth - 1)
            parts.append(inner if inner.isidentifier() else f"({inner})")
        text = "".join(parts[:-1])
        while "{n}" in text:
            text = text.replace("{n}", draw.choice(NAMES), 1)
        return text.replace("{{", "{").replace("}}", "}")

    return "\n".join(filled(draw.choice(STATEMENTS), depth) for _ in range(3)) + "\n"


def outcome(log: Log, run: Any) -> list[str]:
    try:
        run()
    except Exception as error:  # whatever it is, both end in the same
        log.append(f"{type(error).__name__}")
    return list(log)


def by_cpython(source: str) -> list[str]:
    log = Log()
    code = compile(source, "<drawn>", "exec", dont_inherit=True)
    return outcome(log, lambda: exec(code, Names(log, source)))


def by_the_graph(source: str) -> list[str]:
    log = Log()
    body = translate(parse_module(source)).body
    return outcome(log, lambda: Interpreter(Names(log, source)).run(body))


@pytest.mark.filterwarnings("ignore::SyntaxWarning")
@pytest.mark.parametrize("seed", range(8))
def test_the_graph_does_what_cpython_does_in_the_same_order(seed: int) -> None:
    draw = random.Random(seed)
    ran = 0
    for _ in range(400):
        source = drawn(draw, 2)
        try:
            compile(source, "<drawn>", "exec", dont_inherit=True)
        except SyntaxError:
            continue
        expected = by_cpython(source)
        assert by_the_graph(source) == expected, source
        ran += len(expected) > 3
    assert ran > 200


def test_an_order_that_is_wrong_is_seen() -> None:
    source = "a.x = b[c]\n"
    assert by_cpython(source) == ["load b", "load c", "b.item(c)", "load a", "a.set('x', b.item(c))"]
    assert by_the_graph(source) == by_cpython(source)
    assert by_the_graph("d = b[c]; a.x = d\n") != by_cpython(source)

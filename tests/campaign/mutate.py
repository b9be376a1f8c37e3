"""
Programs made of the fixtures: a new rule is in the campaign as soon as it has one.

A fixture is just what a rule looks for, or just what must stop it; or it once came out different, here or with other
tools. A few small changes to one (an operator, a name, a statement more or less, a piece of another fixture) lead to
the places where a proof may be too daring.
"""

from __future__ import annotations

import ast
import pickle
import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from noodlecore_trm.validate.made_up import made_up_calls

from .outside import meddling
from .program import Program, from_text, without_assertions

TESTS = Path(__file__).resolve().parents[1]

_CONSTANTS = ("0", "1", "-1", "2", "3", "2.5", "-0.0", "True", "None", "'a'", "''", "[]", "(1, 2)", "10**20", "{}")
_BINARY = (ast.Add, ast.Sub, ast.Mult, ast.FloorDiv, ast.Mod, ast.BitAnd, ast.BitOr, ast.Div)
_COMPARISONS = (ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.Eq, ast.NotEq, ast.In, ast.NotIn, ast.Is)
STATEMENTS = (
    "{a} = {b}", "{a} = {c}", "{a} += 1", "{a} += {b}", "{a}.append({b})", "log({a})", "log(({a}, {b}))",
    "{a}, {b} = {b}, {a}", "{a} = [{b}]", "{a} = [{a}, {a}]", "{a}[0] = {b}", "{a}[0] = {c}", "{a} = {a}[:]",
    "if {a}: {b} = {c}", "if {a} == {c}: return {b}", "if {a} != {c}: {a} = {b}", "del {a}", "yield {a}",
    "try: {a} = {b}[0]\nexcept Exception: log('caught')", "try: {a} += {b}\nexcept TypeError as {b}: log(1)",
    "def peek(): return {a}\nlog(peek())", "def poke():\n    nonlocal {a}\n    {a} = {c}\npoke()",
    "{a} = lambda: {b}", "for {a} in (1, 2): log({b})", "for {a} in {b}: log({a})", "while {a}: {a} = {c}; break",
    "{a} = ({b} := {c})", "{a} = [{b} for {b} in ({c}, 1)]", "assert {a}, {b}", "{a} = int({a})", "{a} = {b} or {a}",
    "{a} = {b}; {b} = {a}", "raise ValueError({a})", "log({a} is {b})", "{a} = float({a})", "{a} = str({b})",
    "{a}.x = {b}", "{a}.pop()", "{a}.clear()", "{a} = {b}.copy()", "{a} = list({b})", "{a} = iter({a})",
    "{a} = {{{b}: {c}}}", "{a} = {b}, {a}", "{a} = not {b}", "match {a}:\n    case {c}: {b} = {a}\n    case {a}: pass",
    "with {a}: {b} = {c}", "{a} = {b} if {a} else {c}", "import math as {a}", "class {a}: x = {b}",
    "{a}[0] = {a}", "{a}.append({a})", "{a} = {a} + [{a}]", "log(any(x.append({b}) for x in ({a},)))",
    "log(list(map(lambda x: x.append({b}), ({a}, {a}))))", "log(all(x.__setitem__(0, {c}) for x in ({a},)))",
)  # fmt: skip
_NAMED = (
    "match 7:\n    case {a}(): pass", "match 7:\n    case {a}.__class__: log({b})",
    "match {a}:\n    case [{b}, *_]: log({b})", "match {a}:\n    case list() as {b}: {b}.append({c})",
    "match {c}:\n    case 8: pass\n    case {a}.real if {b}: log(1)", "[({a} := {b}) for _ in 'a']",
    "if {c}: [({a} := {b}) for _ in 'a']", "log([{a} for {a} in 'ab'])", "log(list({a} for turn in {b}))",
    "def poke():\n    nonlocal {a}\n    {a} = {b}", "nonlocal {a}", "global {a}", "{a}: int", "class Late: x = {a}",
    "try: {b}[0]\nexcept Exception: del {a}", "try: pass\nexcept KeyError as {a}: pass",
    "try: pass\nfinally: {a} = {b}", "if 0: {a} = {b}", "while False: {a} = {b}",
    "for turn in (1, 2):\n    if turn < 3: continue\n    {a} = {b}", "with open('/dev/null') as {a}: pass",
    "log(f'{{{a}=}}')", "{a}()", "{a} = sorted()", "{a} = abs()", "{a} = {b} = {a}", "def later(): return {a}",
    "def {a}(): return {b}", "del ({a}, [{b}])", "del ({a},)", "log(any(({a} := {b}) for _ in 'a'))",
    "later = (({a} := {b}) for _ in 'ab')\nfor turn in later: log({a})",
    "for turn in (({a} := {b}) for _ in 'ab'): log({a})",
)  # fmt: skip
"""Ways to bind, read, delete and declare a name that are not an assignment and a load."""
_MANY = ", ".join(map(str, range(31)))
_MANY_KEYS = "{{" + ", ".join(f"{number}: 0" for number in range(17))
"""Displays of more than 30 items or 17 pairs are put together piece by piece."""
_AROUND = (
    "[*{a}, {e}][-1]", "(*{a}, {e})[-1]", "max(*{a}, {e})", "[{e}, *{a}][0]", "[{e}, *{a}]", "(*{a}, *{b}, {e})",
    "{{**{a}, 'k': {e}}}['k']", "dict(**{a}, k={e})['k']", "dict(k={e}, **{a})", "{{{e}, *{a}}}", "({e}, log({b}))[0]",
    "(log({b}), {e})[1]", "({a} := {e})", "({e} if {a} else {b})", "({a} if {e} else {b})", "({a} and {e})",
    "({e} or {a})", "({b} < {e} < {c})", "({e} < {a} < {b})", "f'{{{e}!r:>{{{a}}}}}'", "f'{{{e}}}{{{a}}}'",
    "[{e} for {a} in {b}]", "[{e} for _ in {b} if {a}]", "(lambda: {e})()", "(lambda {a}={e}: {a})()", "{a}[{e}]",
    "{a}[{e}:{b}]", "{a}[{e}, {b}]", "({e}).x", "{{{b}: {e}, {e}: {a}}}", "print({e}, sep={a})",
    "list(map(lambda _: {e}, {a}))", "next(({e} for _ in {a}), {b})", "sorted([{e}, {b}], key=lambda x: {a})",
    "(not {e})", "(-{e})", "({e} + ({a} := {b}))", "(({a} := {b}) + {e})", "({e} is {a})", "({e} in {a})",
    "({a} in {e})", "([{e}] * 2)", "(({e},) + {a})", "(lambda *q, **k: (q, k))(*{a}, {e}, **{b})",
    "(lambda *q, **k: (q, k))({e}, *{a}, k={b})", "(lambda *q, **k: (q, k))(k={e}, *{a})", "{a}({e}, *{b})",
    "{a}(*{b}, {e})", "{a}.append({e})", "len([{e}])", "sum([{e}, {a}])", "min({e}, {a})", "max({a}, {e}, {b})",
    "isinstance({e}, {a})", "int({e})", "str({e})", "list({e})", "tuple({e})", "any({e} for {a} in {b})",
    "all({e} == {a} for {a} in {b})", "sum({e} for _ in {b})", "[*{e}]", "(*{e},)", "{{*{e}}}", "{{**{e}}}",
    "({e}, {a}, {b})[{c}]", "range({e})", "abs({e})", "divmod({e}, {a})", "pow({e}, {a})", "(yield {e})",
    "(lambda: ({a}, {e}))()[1]", "'%s' % ({e},)", "'%s %r' % ({a}, {e})", "'%s, %s' % ({e}, {a})",
    "'%s %d' % ({a}, {e})", "{b} % ({a}, {e})", "'{{}}'.format({e})", "{a}.get({e}, {b})", "{a}.x({e})",
    "zip({e}, {a})", "list(zip({e}, {a}))", "list(enumerate({e}))", "dict(a={e}, b={a})", "dict([({e}, {a})])",
    "reversed({e})", "({e} == {a} == {b})", "(len({e}) > {a})",
    f"[{_MANY}, {{b}}, {{e}}, {{a}}]", f"{{{{{_MANY}, {{b}}, {{e}}, {{a}}}}}}", f"({_MANY}, {{b}}, {{e}}, *{{a}})",
    f"{{{{**dict.fromkeys(({_MANY})), {{b}}: {{e}}, {{e}}: {{a}}}}}}", f"{_MANY_KEYS}, {{b}}: {{e}}, {{e}}: {{a}}}}}}",
)  # fmt: skip
"""Ways to make an expression a part of another, which evaluates others before or after it."""
_ORDERED = (
    "class Made({b}): pass", "class Made(*{a}, **{b}): x = {c}", "class Made(k={a}, **{b}): pass",
    "class Made(metaclass={a}): pass",
    "class Made:\n    x = {a}\n    {a} = {b}\n    def m(self): return {a}\nlog(Made.x)", "@{a}\ndef made(): return {b}",
    "@log\ndef made(q={a}, *, k={b}): return {b}", "with {a} as {b}, {b}: pass", "{a}[{b}], {a} = {b}, {c}",
    "{a}[log(1)] = {b}", "{a}[log(1)] += {b}", "{a}[{b}] = {b} = {c}", "*{a}, {b} = {a}", "{a}, *{b} = {b}",
    "{a}, {b} = {b}", "({a}, {b}), {a} = {b}, {a}", "for {a}, *{b} in {a}: log({b})", "for {a}[0] in {b}: log({a})",
    "for {a}.x in {b}: log({a})", "for {a} in ({b}, {c}, {b}): log({a})", "for {a} in [*{b}]: log({a})",
    "for {a} in {b}, *{b}: log({a})", "del {a}[{b}]", "del {a}, {b}", "return [*{a}, {b}]", "return {a}, {b}",
    "raise {a} from {b}", "assert {a} < {b} < {c}", "print(*{a}, sep={b})", "{a}(*{b}, **{a})", "{a}.x(*{b})",
    "match {a}:\n    case {{'k': {b}, **rest}}: log(rest)",
    "match {a}, {b}:\n    case {c}, x: log(x)\n    case x, {c}: log(x)",
    "try:\n    {a} = [*{b}, {c}]\nexcept* TypeError as {a}: log(1)",
    "try:\n    {a} = {{**{b}}}\nexcept TypeError: log(1)", "yield from {a}", "{a} = yield {b}",
    "while ({a} := {b}): break", "while ({a} := len({b})) > 2: {b} = {b}[1:]", "{a} = lambda *{a}, **{b}: ({a}, {b})",
    "{a} = lambda {b}={b}: {b}", "def made({a}={b}, *, {b}={a}): return {a}, {b}\nlog(made())",
    "def made(*{a}): return {a}\nlog(made(*{b}, {c}))", "def made(*, k={a}, **{b}): return k\nlog(made(**{b}))",
    "{a}: int = {b}", "{a}[{b}]: int = {c}", "{a} = {b}[{c}:]", "{a}[{c}:] = {b}", "{a}[:] = {b}", "{a} = {b}[::-1]",
    "{a} = {b} = [{c}]", "{a} += [*{b}]", "{a} |= {b}", "{a} -= {b}", "{a} *= {b}", "{a} //= {b}", "{a} = {b}.pop(0)",
    "{a}.insert(0, {b})", "{a}.extend({b})", "{a}.extend([{b}, {c}])", "{a}.remove({b})", "{a}.sort()",
    "{a}.sort(key=lambda x: log(x))", "{a}.update({b})", "{a}.add({b})", "{a}.setdefault({b}, []).append({c})",
    "{a} = {a} + [{b}]", "{a} = {a} + ({b},)", "{a} = {a} + {b}", "{a} = {b}.index({c})", "{a} = {b}.count({c})",
    "{a} = ''.join({b})", "{a} = {b}.split()", "{a} = {b} ** 2", "{a} = {b} ** {c}", "{a} = {b} in [{c}, {a}]",
    "{a} = {b} not in {a}", "if {a} in ({b}, {c}): log({a})", "if not ({a} and {b}): {a} = {c}",
    "if {a} is None or {b}: log({c})", "if len({a}): log({b})", "if len({a}) == 0: log({b})",
)  # fmt: skip
"""Statements in which what is evaluated when is a question."""
_IN_LOOP = ("if {a}: break", "if {a} == {c}: continue", "if {a} > {c}: break", "continue", "{a} = {b}", "break")
_GLOBAL = (
    "{a} = {b}", "{a} = len", "{a} += 1", "del {a}", "{a} = {c}", "del ({a},)", "log(any(({a} := {c}) for _ in 'a'))",
)  # fmt: skip
_BUILTIN = ("abs", "sum", "len", "min", "sorted", "list", "iter", "hash", "next", "print")
_WRAPS = (
    "if {a}:\n    pass", "if {a} == {c}:\n    pass\nelse:\n    log({b})", "for {a} in range(2):\n    pass",
    "try:\n    pass\nfinally:\n    log({a})", "try:\n    pass\nexcept Exception as {a}:\n    log({b})",
    "while True:\n    pass\n    break", "for _ in {a}:\n    pass", "try:\n    pass\nexcept (TypeError, IndexError):\n"
    "    {a} = {b}", "def later():\n    pass\nlater()", "if not {a}:\n    pass",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Seed:
    """A fixture: its rules (none: any), text, given steps, and some made-up calls."""

    name: str
    rules: tuple[str, ...]
    source: str
    options: frozenset[str]
    given: tuple[str, ...]
    made_up: tuple[str, ...]

    @property
    def refused(self) -> bool:
        return self.name.endswith(".refused")


@cache
def seeds() -> tuple[Seed, ...]:
    fixtures = sorted((TESTS / "fixtures" / "rules").glob("*/*.py"))
    return (
        *(_fixture(path) for path in fixtures if path.name.endswith((".before.py", ".refused.py"))),
        *(_miscompile(path) for path in sorted((TESTS / "fixtures" / "miscompiles").glob("*.py")) if _can_change(path)),
        *(_trap(path) for path in sorted((TESTS / "traps").glob("*.py"))),
    )


def _fixture(path: Path) -> Seed:
    lines = path.read_text("utf-8").splitlines(keepends=True)
    calls: list[str] = []
    options: frozenset[str] = frozenset()
    while lines and lines[0].startswith(("# calls:", "# refused:", "# options:")):
        key, _, value = lines.pop(0)[2:].partition(":")
        if key == "calls":
            elements = ast.parse(f"[{value.strip()}]", mode="eval").body
            assert isinstance(elements, ast.List)
            calls += map(ast.unparse, elements.elts)
        elif key == "options":
            options = frozenset(part.strip() for part in value.split(","))
    return _seed(f"{path.parent.name}/{path.stem}", Program("".join(lines), tuple(calls), options, (path.parent.name,)))


def _can_change(path: Path) -> bool:
    """Whether a program can be written down again: not one with an int of more digits than Python writes."""
    try:
        ast.unparse(ast.parse(path.read_text("utf-8")))
    except ValueError:
        return False
    return True


def _miscompile(path: Path) -> Seed:
    return _seed(f"miscompiles/{path.stem}", from_text(path.read_text("utf-8")))


def _trap(path: Path) -> Seed:
    code, _, _ = path.read_text("utf-8").partition("# --- wrong\n")
    return _seed(f"traps/{path.stem}", Program(code, ()))


def _is_expression(step: str) -> bool:
    try:
        ast.parse(step, mode="eval")
    except SyntaxError:
        return False
    return True


def _seed(name: str, program: Program) -> Seed:
    calls = tuple(filter(_is_expression, program.steps))
    made_up = [
        text
        for node in ast.parse(program.source).body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for text in made_up_calls(node, limit=60, like=calls)
    ]
    steps, more = (tuple(step for step in each if not _hands_class_over(step)) for each in (program.steps, made_up))
    return Seed(name, program.rules, program.source, program.options, steps, more)


def _hands_class_over(step: str) -> bool:
    """
    Whether a class is given as an argument, whose methods may be called then as if it were an object.

    CPython 3.11 hands such a call, `text.split()` with text being `str`, -1 arguments once it has specialised it for
    objects: that may be the end of the process.
    """
    calls = [node for node in ast.walk(ast.parse(step)) if isinstance(node, ast.Call)]
    return any(isinstance(each, ast.Name) and each.id in _CLASSES for call in calls for each in call.args)


_CLASSES = frozenset(("str", "bytes", "list", "dict", "set", "tuple", "int", "float", "bool"))
_Node = TypeVar("_Node", bound=ast.AST)
Place = tuple[list[ast.stmt], int]
Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Module


class Mutation:
    """Changes to one module, in place."""

    def __init__(self, rng: random.Random, tree: ast.Module, statements: tuple[str, ...] = STATEMENTS) -> None:
        self.rng = rng
        self.tree = tree
        self.statements = statements
        functions = [node for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
        classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
        for cls in classes:
            functions += [node for node in cls.body if isinstance(node, ast.FunctionDef)]
        self.function: Function = rng.choice(functions) if functions and rng.random() < 0.92 else tree
        self.look()

    def look(self) -> None:
        self.nodes = list(ast.walk(self.function))
        stored = [node.id for node in self.nodes if isinstance(node, ast.Name)]
        arguments = [node.arg for node in self.nodes if isinstance(node, ast.arg)]
        self.names = [name for name in (*stored, *arguments) if name not in _KEPT] or ["x"]
        self.places: list[Place] = []
        self.loop_places: list[Place] = []
        for node in self.nodes:
            for block in ("body", "orelse", "finalbody"):
                statements = getattr(node, block, None)
                if isinstance(statements, list) and not isinstance(node, ast.ClassDef):
                    here = [(statements, index) for index in range(len(statements))]
                    self.places += here
                    if block == "body" and isinstance(node, ast.For | ast.While):
                        self.loop_places += here

    def filled(self, template: str) -> list[ast.stmt]:
        choice = self.rng.choice
        text = template.format(a=choice(self.names), b=choice(self.names), c=choice(_CONSTANTS))
        try:
            return ast.parse(text).body
        except SyntaxError:
            return []

    def of_kind(self, kind: type | tuple[type, ...]) -> ast.AST | None:
        found = [node for node in self.nodes if isinstance(node, kind)]
        return self.rng.choice(found) if found else None

    # the changes

    def operator(self) -> None:
        node = self.of_kind((ast.BinOp, ast.AugAssign, ast.Compare))
        if isinstance(node, ast.Compare):
            node.ops[0] = self.rng.choice(_COMPARISONS)()
        elif isinstance(node, ast.BinOp | ast.AugAssign):
            node.op = self.rng.choice(_BINARY)()

    def constant(self) -> None:
        node = self.of_kind(ast.Constant)
        if isinstance(node, ast.Constant) and not isinstance(node.value, str):
            value = ast.literal_eval(self.rng.choice(("0", "1", "2", "3", "2.5", "True", "None", "'a'", "7")))
            node.value = value

    def name(self) -> None:
        node = self.of_kind(ast.Name)
        if isinstance(node, ast.Name):
            node.id = self.rng.choice(self.names)

    def rename(self) -> None:
        """One variable becomes another everywhere; a builtin's or a function's name is not spared."""
        old, new = self.rng.choice(self.names), self.rng.choice((*self.names, "len", "range", "sum", "item", "list"))
        for node in self.nodes:
            if isinstance(node, ast.Name) and node.id == old:
                node.id = new
            elif isinstance(node, ast.arg) and node.arg == old:
                taken = {each.arg for each in self.nodes if isinstance(each, ast.arg)}
                if new not in taken:
                    node.arg = new

    def argument(self) -> None:
        node = self.of_kind(ast.Call)
        if isinstance(node, ast.Call) and node.args:
            index = self.rng.randrange(len(node.args))
            other = self.of_kind((ast.Name, ast.Constant, ast.BinOp, ast.Subscript, ast.Call))
            if isinstance(other, ast.expr):
                node.args[index] = _copied(other)

    def operand(self) -> None:
        node = self.of_kind((ast.BinOp, ast.Compare, ast.Assign, ast.Return, ast.AugAssign, ast.Subscript))
        other = self.of_kind((ast.Name, ast.Constant, ast.BinOp, ast.Subscript, ast.Call))
        if not isinstance(other, ast.expr):
            return
        other = _copied(other)
        if isinstance(node, ast.BinOp):
            setattr(node, self.rng.choice(("left", "right")), other)
        elif isinstance(node, ast.Compare):
            node.left = other
        elif isinstance(node, ast.Assign | ast.Return | ast.AugAssign):
            node.value = other
        elif isinstance(node, ast.Subscript):
            node.slice = other

    def insert(self) -> None:
        self.put(self.places, self.filled(self.rng.choice(self.statements)))

    def insert_name(self) -> None:
        self.put(self.places, self.filled(self.rng.choice(_NAMED)))

    def insert_ordered(self) -> None:
        self.put(self.places, self.filled(self.rng.choice(_ORDERED)))

    def around(self) -> None:
        """An expression becomes a part of another."""
        held = [(node, field, value) for node in self.nodes for field, value in ast.iter_fields(node)]
        places = [
            (node, field, index, each)
            for node, field, value in held
            for index, each in enumerate(value if isinstance(value, list) else [value])
            if isinstance(each, ast.expr)
            and isinstance(getattr(each, "ctx", ast.Load()), ast.Load)
            and not isinstance(node, ast.pattern | ast.JoinedStr)
        ]
        if not places:
            return
        node, field, index, expression = self.rng.choice(places)
        choice = self.rng.choice
        form = choice(_AROUND)
        text = form.format(
            a=choice(self.names), b=choice(self.names), c=choice(_CONSTANTS), e=f"({ast.unparse(expression)})"
        )
        try:
            new = ast.parse(text, mode="eval").body
        except SyntaxError:
            return
        if isinstance(value := getattr(node, field), list):
            value[index] = new
        else:
            setattr(node, field, new)

    def insert_in_loop(self) -> None:
        self.put(self.loop_places, self.filled(self.rng.choice(_IN_LOOP)))

    def put(self, places: list[Place], new: list[ast.stmt]) -> None:
        if places and new:
            block, index = self.rng.choice(places)
            index += self.rng.random() < 0.5
            block[index:index] = new

    def rebind(self) -> None:
        """The function binds a global of the module."""
        names = [node.name for node in self.tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
        names += [
            node.targets[0].id
            for node in self.tree.body
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
        ]
        if not names or self.function is self.tree:
            return
        name = self.rng.choice(names)
        template = self.rng.choice(_GLOBAL).replace("{a}", name)
        if self.rng.random() < 0.5:
            self.put(self.places, self.filled(template))
            self.function.body.insert(0, ast.Global([name]))
        else:
            inner = f"def shift():\n    global {name}\n    {template}\n"
            self.function.body[:0] = self.filled(inner)
            self.put(self.places, ast.parse("shift()").body)

    def delete(self) -> None:
        if self.places:
            block, index = self.rng.choice(self.places)
            if len(block) > 1:
                del block[index]

    def double(self) -> None:
        if self.places:
            block, index = self.rng.choice(self.places)
            block.insert(self.rng.randint(0, len(block)), _copied(block[index]))

    def swap(self) -> None:
        if self.places:
            block, index = self.rng.choice(self.places)
            other = self.rng.randrange(len(block))
            block[index], block[other] = block[other], block[index]

    def wrap(self) -> None:
        if not self.places:
            return
        block, index = self.rng.choice(self.places)
        new = self.filled(self.rng.choice(_WRAPS))
        if new:
            body = getattr(new[0], "body", None)
            assert isinstance(body, list)
            body[0] = block[index]
            block[index : index + 1] = new

    def claim(self) -> None:
        """What a statement computes is asserted before it, or in its place."""
        if not self.places:
            return
        block, index = self.rng.choice(self.places)
        statement = block[index]
        value = next((getattr(statement, each) for each in ("value", "iter", "test") if hasattr(statement, each)), None)
        parts = [node for node in ast.walk(value) if isinstance(node, ast.expr)] if value is not None else []
        parts = [part for part in parts if isinstance(getattr(part, "ctx", None), ast.Load | None)]
        if parts:
            other = ast.parse(self.rng.choice(_CONSTANTS), mode="eval").body
            claim = ast.Assert(ast.Compare(_copied(self.rng.choice(parts)), [ast.NotEq()], [other]))
            simple = isinstance(statement, ast.Assign | ast.AugAssign | ast.Expr)
            block[index : index + (simple and self.rng.random() < 0.5)] = [claim]

    def transplant(self) -> None:
        """A statement of another fixture, with names of this one."""
        other = ast.parse(self.rng.choice(seeds()).source)
        functions = [node for node in other.body if isinstance(node, ast.FunctionDef)]
        if not functions:
            return
        statement = self.rng.choice(self.rng.choice(functions).body)
        names: dict[str, str] = {}
        for node in ast.walk(statement):
            if isinstance(node, ast.Name) and node.id not in _KEPT:
                node.id = names.setdefault(node.id, self.rng.choice((*self.names, node.id)))
        self.put(self.places, [statement])

    def suspend(self) -> None:
        """The function becomes a generator or a coroutine."""
        if isinstance(self.function, ast.FunctionDef) and self.function in self.tree.body:
            self.put(self.places, self.filled("yield {a}"))

    def method(self) -> None:
        """The function's own first statement runs in a closure."""
        if self.function is not self.tree and self.function.body:
            inner = ast.parse("def inner():\n    pass\ninner()").body
            assert isinstance(inner[0], ast.FunctionDef)
            index = self.rng.randrange(len(self.function.body))
            inner[0].body = [self.function.body[index]]
            if isinstance(self.function.body[index], ast.Return):
                return
            free = sorted({node.id for node in ast.walk(inner[0]) if isinstance(node, ast.Name)} & set(self.names))
            if free and self.rng.random() < 0.6:
                inner[0].body.insert(0, ast.Nonlocal([self.rng.choice(free)]))
            self.function.body[index : index + 1] = inner

    def default(self) -> None:
        if isinstance(self.function, ast.FunctionDef):
            arguments = self.function.args
            if arguments.args and len(arguments.defaults) < len(arguments.args):
                arguments.defaults.insert(0, ast.parse(self.rng.choice(_CONSTANTS), mode="eval").body)

    def name_as_builtin(self) -> None:
        """A function of the module gets the name of a builtin, in the module; the steps know it by its own."""
        defined = [node for node in self.tree.body if isinstance(node, ast.FunctionDef)]
        if not defined:
            return
        old, new = self.rng.choice(defined).name, self.rng.choice(_BUILTIN)
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Name) and node.id == old:
                node.id = new
            elif isinstance(node, ast.FunctionDef) and node.name == old:
                node.name = new
        self.tree.body += ast.parse(f"{old} = {new}").body

    def call_early(self) -> None:
        """A function of the module is called while the module is made: by a statement, or by an annotation."""
        defined = [node for node in self.tree.body if isinstance(node, ast.FunctionDef)]
        if not defined:
            return
        called = self.rng.choice(defined)
        arguments = ", ".join(self.rng.choice(_CONSTANTS) for _ in called.args.args)
        call = f"{called.name}({arguments})"
        early = ast.parse(f"try: log({call})\nexcept Exception as error: log(type(error))").body
        index = self.rng.randint(0, len(self.tree.body))
        if self.rng.random() < 0.3:
            guarded = f"def early():\n    try: return {call}\n    except Exception as error: return type(error)"
            annotated = self.rng.choice(defined)
            annotated.returns = ast.parse("log(early())", mode="eval").body
            index, early = self.tree.body.index(annotated), ast.parse(guarded).body
        self.tree.body[index:index] = early

    def one(self) -> None:
        self.rng.choice(self.changes)(self)

    changes: tuple[Callable[[Mutation], None], ...] = (
        operator, operator, constant, constant, name, name, rename, argument, operand, operand, insert, insert, insert,
        insert, insert_name, insert_name, insert_ordered, insert_ordered, insert_in_loop, insert_in_loop,
        around, around, around, around, around, rebind, delete, double, swap, wrap, wrap,
        transplant, transplant, suspend, method, default, name_as_builtin, call_early, claim, claim,
    )  # fmt: skip


_KEPT = frozenset(
    ("len", "range", "sum", "min", "max", "list", "dict", "set", "int", "log", "type", "any", "all", "enumerate",
     "zip", "print", "isinstance", "sorted", "abs", "str", "tuple", "ValueError", "TypeError", "Exception", "self",
     "IndexError", "float", "bool", "iter", "next", "map", "super", "property", "object")
)  # fmt: skip


def _copied(node: _Node) -> _Node:
    return pickle.loads(pickle.dumps(node))  # much faster than copy.deepcopy


def mutated(rng: random.Random) -> Program:
    """A fixture with a few changes, or as it is."""
    seed = rng.choice(seeds())
    if seed.refused and rng.random() < 0.6:
        seed = rng.choice(seeds())
    for _ in range(8):
        tree = ast.parse(seed.source)
        for _ in range(rng.choice((1, 1, 2, 2, 3, 4, 6))):
            Mutation(rng, tree).one()
        try:
            source = ast.unparse(ast.fix_missing_locations(tree))
            compile(source, "mutant", "exec")
            break
        except (SyntaxError, ValueError, RecursionError):
            continue
    else:
        source = seed.source
        tree = ast.parse(source)
    given = rng.sample(seed.given, min(len(seed.given), 3))
    steps = given + rng.sample(seed.made_up, min(len(seed.made_up), 3))
    if rng.random() < 0.35 and "closed_world" not in seed.options:
        outside = meddling(rng, tree)
        if outside:
            steps.insert(rng.randint(0, len(steps)), rng.choice(outside))
            steps += given[:2]
    options = seed.options | without_assertions(rng, source)
    return Program(source, tuple(steps), options, seed.rules, f"fixture {seed.name}")

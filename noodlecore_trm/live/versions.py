"""
The code of a file in two versions that can take each other's place while the program runs.

What runs is the optimized module. Of each function at the top of the file or in a class that was rewritten, the
original's code is compiled beside it, and both once more with the two calls that time them. A function object keeps
its identity, whatever has got hold of it; only its code is exchanged. Everything inside a function goes with it.
"""

from __future__ import annotations

import ast
import copy
import difflib
import symtable
import types
import warnings
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from noodlecore_trm.live.hooks import BORN, ENTER_AFTER, ENTER_BEFORE, LEAVE, PASS, STOPPED, mark

_TOKEN: Final = ".noodle"
"""The local variable of a timed call; no program can write this name."""
_SUSPENDS: Final = 0x20 | 0x80 | 0x100 | 0x200
"""Flags of code objects of generators and coroutines."""
_BLOCKS: Final = (ast.stmt, ast.ExceptHandler, ast.match_case)
_STARRED: Final = 0x04 | 0x08
"""Flags of code objects that take *args or **kwargs."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A function in both versions, each plain and timed; `pure` if it may be run twice, `line` is its first one."""

    name: str
    line: int
    before: types.CodeType
    after: types.CodeType
    timed_before: types.CodeType
    timed_after: types.CodeType
    pure: bool

    def plain(self) -> tuple[object, ...]:
        """All of it, for another process."""
        codes = (self.before, self.after, self.timed_before, self.timed_after)
        return (self.name, self.line, *codes, self.pure)


@dataclass(frozen=True, slots=True)
class Versions:
    """
    The optimized module, and by number the functions it tells of as they are made.

    None stands for one whose versions cannot take each other's place: it runs as optimized.
    """

    code: types.CodeType
    units: tuple[Unit | None, ...]


def versions(original: bytes, optimized: bytes, filename: str, *, pure: Collection[str], token: str) -> Versions:
    """
    Compile both texts of a file; `pure` are the functions that may be run twice.

    Line numbers are those of the original, so that a traceback shows its lines. Raises SyntaxError, ValueError or
    RecursionError for what cannot be compiled.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the program's process compiles the original itself
        before, after = ast.parse(original, filename), ast.parse(optimized, filename)
        _relocate(after, original, optimized)
        pairs = _pairs(before, after) if _keeps_names(original, optimized, filename) else []
        timed_before, timed_after = copy.deepcopy(before), copy.deepcopy(after)
        for number, (one, other) in enumerate(pairs):
            hooks = {hook: mark(token, hook, number) for hook in (ENTER_BEFORE, ENTER_AFTER, LEAVE, PASS, STOPPED)}
            _time(_functions(timed_before)[one][1], ENTER_BEFORE, hooks)
            _time(_functions(timed_after)[other][1], ENTER_AFTER, hooks)
        keys = [(_key(*_functions(before)[one]), _key(*_functions(after)[other])) for one, other in pairs]
        undecorated = [not _functions(before)[one][1].decorator_list for one, _ in pairs]
        for number, (_, other) in enumerate(pairs):
            node = _functions(after)[other][1]
            node.decorator_list.append(_constant(mark(token, BORN, number), node))
        trees = (before, after, timed_before, timed_after)
        codes = [compile(tree, filename, "exec", dont_inherit=True) for tree in trees]
    found = [_codes(code) for code in codes]
    units = [
        _unit(key, [found[0].get(key), found[1].get(after_key), found[2].get(key), found[3].get(after_key)], pure, bare)
        for (key, after_key), bare in zip(keys, undecorated, strict=True)
    ]
    return Versions(codes[1], tuple(units))


_Key = tuple[str, int]
"""Qualified name and first line of a function."""


def _unit(key: _Key, found: list[types.CodeType | None], pure: Collection[str], bare: bool) -> Unit | None:
    codes = [code for code in found if code is not None]
    if len(codes) < 4 or len({_shape(code) for code in codes}) > 1 or codes[0].co_flags & _SUSPENDS:
        return None
    before, after, timed_before, timed_after = codes
    plain = before.co_kwonlyargcount == 0 and not before.co_flags & _STARRED
    return Unit(*key, before, after, timed_before, timed_after, bare and plain and key[0] in pure)


def _shape(code: types.CodeType) -> tuple[object, ...]:
    """What has to agree for one code to take another's place."""
    count = code.co_argcount + code.co_kwonlyargcount + (code.co_flags & _STARRED).bit_count()
    counts = (code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount)
    return (*counts, code.co_varnames[:count], code.co_flags & (_STARRED | _SUSPENDS), code.co_freevars)


def _codes(module: types.CodeType) -> dict[_Key, types.CodeType]:
    """The code of each function that is in no other one; none where two cannot be told apart."""
    found: dict[_Key, types.CodeType] = {}
    seen: Counter[_Key] = Counter()

    def look(code: types.CodeType) -> None:
        for inner in code.co_consts:
            if isinstance(inner, types.CodeType) and not inner.co_name.startswith("<"):
                if inner.co_flags & 0x01:  # optimized: a function, not the body of a class
                    key = (inner.co_qualname, inner.co_firstlineno)
                    seen[key] += 1
                    found[key] = inner
                else:
                    look(inner)

    look(module)
    return {key: code for key, code in found.items() if seen[key] == 1}


# which functions


def _functions(tree: ast.Module) -> list[tuple[str, ast.FunctionDef]]:
    """The functions that are in no other one, with their qualified names, in order; those of coroutines are not."""

    def inside(node: ast.AST, prefix: str) -> Iterator[tuple[str, ast.FunctionDef]]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.FunctionDef):
                yield prefix + child.name, child
            elif isinstance(child, ast.ClassDef):
                yield from inside(child, f"{prefix}{child.name}.")
            elif isinstance(child, _BLOCKS) and not isinstance(child, ast.AsyncFunctionDef):
                yield from inside(child, prefix)

    return list(inside(tree, ""))


def _key(name: str, node: ast.FunctionDef) -> _Key:
    return name, (node.decorator_list[0] if node.decorator_list else node).lineno


def _pairs(before: ast.Module, after: ast.Module) -> list[tuple[int, int]]:
    """Places of the functions of which only the body was rewritten, in both trees."""
    places: list[dict[str, list[int]]] = []
    functions = [_functions(before), _functions(after)]
    for each in functions:
        places.append({})
        for place, (name, _) in enumerate(each):
            places[-1].setdefault(name, []).append(place)
    pairs: list[tuple[int, int]] = []
    for name, here in places[0].items():
        there = places[1].get(name, [])
        if len(here) == len(there):
            pairs.extend(
                pair for pair in zip(here, there, strict=True)
                if _only_bodies_differ(functions[0][pair[0]][1], functions[1][pair[1]][1])
            )
    return sorted(pairs)


def _only_bodies_differ(one: ast.FunctionDef, other: ast.FunctionDef) -> bool:
    def outside(node: ast.FunctionDef) -> list[str]:
        return [ast.dump(part) for part in (node.args, node.returns, *node.decorator_list) if part is not None]

    def body(node: ast.FunctionDef) -> list[str]:
        return [ast.dump(part) for part in node.body]

    return outside(one) == outside(other) and body(one) != body(other)


def _keeps_names(original: bytes, optimized: bytes, filename: str) -> bool:
    """Whether every name that the module and its classes bound is still bound: an original may look for it."""
    # typeshed knows of text only, but bytes are decoded as their first lines say
    tables = (symtable.symtable(text, filename, "exec") for text in (original, optimized))  # type: ignore[arg-type]
    before, after = map(_bound, tables)
    return before <= after


def _bound(table: symtable.SymbolTable, path: str = "") -> set[str]:
    """Names that are bound in a module or class, those of classes with the way to them; not those of functions."""
    found: set[str] = set()
    of_function = table.get_type() == "function"
    for symbol in table.get_symbols():
        bound = symbol.is_assigned() or symbol.is_imported()
        if bound and (not of_function or symbol.is_declared_global()):
            found.add(symbol.get_name() if symbol.is_declared_global() else path + symbol.get_name())
    for child in table.get_children():
        if child.get_type() == "class" and not of_function:
            found |= _bound(child, f"{path}{child.get_name()}.")
        elif child.get_type() == "function":
            found |= {name for name in _bound(child, f"{path}{child.get_name()}.") if "." not in name}
    return found


# what is put in, and where it seems to stand


def _constant(value: str, node: ast.stmt) -> ast.Constant:
    return ast.Constant(value, None, **_position(node))


def _position(node: ast.stmt) -> dict[str, int]:
    """At the line of a statement, in no column."""
    return {"lineno": node.lineno, "end_lineno": node.lineno, "col_offset": -1, "end_col_offset": -1}


def _time(node: ast.FunctionDef, enter: str, hooks: Mapping[str, str]) -> None:
    """
    Put the body of a function between the two calls that time it; the first one sees the arguments. A call that may
    pass goes by both.
    """
    arguments = node.args
    names = [each.arg for each in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]
    names += [each.arg for each in (arguments.vararg, arguments.kwarg) if each is not None]
    text = ast.get_docstring(node, clean=False)
    start = 0 if text is None else 1
    values: list[ast.expr] = [ast.Name(name, ast.Load()) for name in names]
    none = ast.Assign([ast.Name(_TOKEN, ast.Store())], ast.Constant(None))
    entered = ast.Assign([ast.Name(_TOKEN, ast.Store())], ast.Call(_constant(hooks[enter], node), values, []))
    handler = ast.ExceptHandler(_constant(hooks[STOPPED], node), None, [entered])
    passed = ast.Try([ast.Expr(ast.Call(_constant(hooks[PASS], node), [], []))], [handler], [], [])
    left = ast.Expr(ast.Call(_constant(hooks[LEAVE], node), [ast.Name(_TOKEN, ast.Load())], []))
    if_entered = ast.If(ast.Name(_TOKEN, ast.Load()), [left], [])
    for made in (none, passed, if_entered):
        for part in ast.walk(made):
            if isinstance(part, ast.expr | ast.stmt | ast.excepthandler):
                vars(part).update(_position(node))
    body = ast.Try(node.body[start:] or [ast.Pass(**_position(node))], [], [], [if_entered], **_position(node))
    node.body[start:] = [none, passed, body]


def _relocate(tree: ast.Module, original: bytes, optimized: bytes) -> None:
    """Give a tree of the optimized text the lines of the original; what was rewritten has no columns."""
    old, new = original.splitlines(), optimized.splitlines()
    line_of: list[int] = [1] * (len(new) + 2)
    same = [False] * (len(new) + 2)
    matcher = difflib.SequenceMatcher(lambda line: not line.strip(), old, new, False)
    for what, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        for place in range(new_start, new_end):
            equal = what == "equal"
            line_of[place + 1] = old_start + place - new_start + 1 if equal else min(old_start + 1, max(old_end, 1))
            same[place + 1] = equal
    line_of[-1] = max(len(old), 1)
    last = len(line_of) - 1
    for node in ast.walk(tree):
        line, end = getattr(node, "lineno", None), getattr(node, "end_lineno", None)
        if line is None or end is None:
            continue
        line, end = min(line, last), min(end, last)
        moved: dict[str, int] = {"lineno": line_of[line], "end_lineno": line_of[end]}
        if not (same[line] and same[end]):
            moved |= {"end_lineno": moved["lineno"], "col_offset": -1, "end_col_offset": -1}
        vars(node).update(moved)

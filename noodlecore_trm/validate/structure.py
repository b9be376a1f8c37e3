"""The judge of structure: the result is a module of the same shape, and what was not edited is the same text."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from noodlecore_trm.ir.verify import InvalidIR, verify
from noodlecore_trm.parse import parse_module
from noodlecore_trm.translate import translate

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class StructureVerdict:
    """`status` is passed or failed; `detail` is the first thing found wrong."""

    status: str
    detail: str = ""


def check_structure(
    before: bytes, after: bytes, *, edited: Sequence[tuple[Span, Span]] | None = None
) -> StructureVerdict:
    """
    Whether `after` parses, offers what `before` offered, and is well formed again when translated.

    Public names bound at module level must be the same; new names may only be temporaries that begin
    with an underscore. Functions and methods keep their signatures and docstrings. `edited` pairs the
    byte spans that changed with those they became, in order: outside of them the bytes must be equal.
    """
    detail = _first_fault(before, after, edited)
    return StructureVerdict("failed", detail) if detail else StructureVerdict("passed")


def _first_fault(before: bytes, after: bytes, edited: Sequence[tuple[Span, Span]] | None) -> str:
    if before == after:
        return ""
    one, other = _parsed(before), _parsed(after)
    if isinstance(one, str):
        return f"the original does not parse, yet it was changed: {one}"
    if isinstance(other, str):
        return f"the result does not parse: {other}"
    names, other_names = module_names(one), module_names(other)
    lost = sorted(names - other_names)
    if lost:
        return f"a name is lost: {lost[0]}"
    new = sorted(name for name in other_names - names if not name.startswith("_"))
    if new:
        return f"a public name is new: {new[0]}"
    shapes, other_shapes = (dict(_shapes(tree, b"yield" in text)) for tree, text in ((one, before), (other, after)))
    for qualname, shape in shapes.items():
        if other_shapes.get(qualname) != shape:
            return f"the signature, kind or docstring changed: {qualname}"
    if edited is not None:
        fault = _outside(before, after, edited)
        if fault:
            return fault
    return _retranslated(after)


def _parsed(source: bytes) -> ast.Module | str:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(source, "<result>", "exec", dont_inherit=True)
            return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return str(error) or type(error).__name__


def _retranslated(after: bytes) -> str:
    module = translate(parse_module(after))
    try:
        verify(module)
    except InvalidIR as error:
        return f"the result translates to malformed code: {error}"
    return ""


def module_names(tree: ast.Module) -> frozenset[str]:
    """Every name the module binds at its top level, also below `if`, `try`, loops and by `global`."""
    found: set[str] = set()
    stack: list[ast.AST] = list(tree.body)
    while stack:
        node = stack.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(node.name)
            found |= {name for inner in _statements(node) if isinstance(inner, ast.Global) for name in inner.names}
            continue
        if isinstance(node, ast.Lambda | ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp):
            found |= {inner.target.id for inner in ast.walk(node) if isinstance(inner, ast.NamedExpr)}
            continue
        if isinstance(node, ast.Import | ast.ImportFrom):
            found |= {alias.asname or alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
        elif isinstance(node, ast.ExceptHandler | ast.MatchAs | ast.MatchStar) and node.name:
            found.add(node.name)
        elif isinstance(node, ast.MatchMapping) and node.rest:
            found.add(node.rest)
        stack += _children(node)
    return frozenset(found)


def _children(node: ast.AST) -> list[ast.AST]:
    """What `ast.iter_child_nodes` gives, some three times faster."""
    found: list[ast.AST] = []
    for value in vars(node).values():
        if type(value) is list:
            found += value
        elif isinstance(value, ast.AST):
            found.append(value)
    return [child for child in found if isinstance(child, ast.AST)]


def _statements(node: ast.AST) -> Iterator[ast.AST]:
    """The statements, handlers and cases below a statement, at any depth."""
    stack = [node]
    while stack:
        outer = stack.pop()
        for field in ("body", "orelse", "finalbody", "handlers", "cases"):
            inner = getattr(outer, field, ())
            yield from inner
            stack += inner


def _shapes(tree: ast.Module, may_suspend: bool) -> Iterator[tuple[str, tuple[str, ...]]]:
    """
    Each function, method and class outside functions: its kind, parameters, defaults, docstring, decorators.

    `may_suspend` says whether `yield` stands anywhere.
    """
    yield "<module>", (repr(ast.get_docstring(tree, clean=False)), repr(_future(tree)))
    stack: list[tuple[str, ast.AST]] = [("", tree)]
    while stack:
        prefix, node = stack.pop()
        for child in _children(node):
            if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                name = f"{prefix}{child.name}"
                detail = [type(child).__name__, repr(ast.get_docstring(child, clean=False))]
                if isinstance(child, ast.ClassDef):
                    stack.append((f"{name}.", child))
                else:
                    detail += [_signature(child.args), str(may_suspend and _suspends(child))]
                detail.append(repr([ast.dump(decorator) for decorator in child.decorator_list]))
                yield name, tuple(detail)
            elif isinstance(child, ast.stmt | ast.ExceptHandler):
                stack.append((prefix, child))


def _signature(arguments: ast.arguments) -> str:
    names = [[a.arg for a in group] for group in (arguments.posonlyargs, arguments.args, arguments.kwonlyargs)]
    rest = [a.arg if a else "" for a in (arguments.vararg, arguments.kwarg)]
    return repr((names, rest, len(arguments.defaults), [value is not None for value in arguments.kw_defaults]))


def _suspends(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether the body itself yields, which makes it another kind of function."""
    stack: list[ast.AST] = list(function.body)
    while stack:
        node = stack.pop()
        if isinstance(node, ast.Yield | ast.YieldFrom):
            return True
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef):
            stack += _children(node)
    return False


def _future(tree: ast.Module) -> list[str]:
    imports = [node for node in tree.body if isinstance(node, ast.ImportFrom) and node.module == "__future__"]
    return sorted(alias.name for node in imports for alias in node.names)


def _outside(before: bytes, after: bytes, edited: Sequence[tuple[Span, Span]]) -> str:
    place, other_place = 0, 0
    for (start, end), (other_start, other_end) in [*edited, ((len(before),) * 2, (len(after),) * 2)]:
        if start < place or other_start < other_place:
            return "the edited spans are not in order"
        if before[place:start] != after[other_place:other_start]:
            line = before.count(b"\n", 0, place) + 1
            return f"text outside the edits changed after line {line}"
        place, other_place = end, other_end
    return ""

"""A parsed file to a module of ops."""

from __future__ import annotations

import ast
from typing import Final

from noodlecore_trm.garbage import collection_rare
from noodlecore_trm.ir.op import Module, Op, Region
from noodlecore_trm.ir.recursion import deep_recursion
from noodlecore_trm.ir.scope import BUILTINS, MAY_BE_GLOBAL, Scope
from noodlecore_trm.ir.shapes import names_in_text
from noodlecore_trm.parse import ParsedModule
from noodlecore_trm.translate import bindings, compound, comprehensions, expressions, functions, patterns, statements
from noodlecore_trm.translate.opaque import complete_tables
from noodlecore_trm.translate.scopes import SEES_FRAMES, SEES_NAMES, Draft, resolve
from noodlecore_trm.translate.translator import Translator, Untranslatable

FAMILIES = (bindings, compound, comprehensions, expressions, functions, patterns, statements)
"""The files that know how a node is translated; importing them fills the tables."""

_ATTRIBUTES: Final = ("getattr", "setattr", "delattr")
_ASKING: Final = ("call", "compare")
_BY_TEXT: Final = ("getattr", "hasattr", "setattr", "delattr")
"""Builtins that are told by a text which attribute is meant."""

_LEADS_TO_BUILTINS: Final = BUILTINS | {"__self__"}
"""Words without which nobody comes by the module `builtins`; it is also the `__self__` of `len`."""

_SEES_VARIABLES: Final = SEES_NAMES - SEES_FRAMES
"""What that module has for whoever comes by it on any road, such as `sys.modules["builtins"].locals()`."""

complete_tables()


def translate(parsed: ParsedModule) -> Module:
    """The ops of a file; one opaque op if it does not parse."""
    tree = parsed.tree
    if tree is None:
        return _opaque(parsed, "does not parse")
    try:
        try:
            with collection_rare():
                return _translate(parsed, tree)
        except RecursionError:
            with deep_recursion(), collection_rare():
                return _translate(parsed, tree)
    except (RecursionError, MemoryError):
        return _opaque(parsed, "is nested too deeply")
    except Untranslatable as problem:
        return _opaque(parsed, str(problem))


def _translate(parsed: ParsedModule, tree: ast.Module) -> Module:
    draft = Draft(Scope("module", "<module>", None), None)
    here = Translator(parsed, draft)
    here.future_annotations = _has_future_annotations(tree)
    body = here.block(tree.body, draft.scope)
    resolve(draft)
    here.resolve_shared()
    if draft.scope.dynamic and not here.uncertain:
        here.uncertain = _passed_on(body)
    names = draft.scope.names()
    if not here.uncertain and ("__builtins__" in names or not _LEADS_TO_BUILTINS.isdisjoint(here.words)):
        seeing = sorted(_SEES_VARIABLES & here.words)
        here.uncertain = f"may find {seeing[0]} in builtins" if seeing else _builtins_passed_on(body)
    if here.uncertain:
        for scope in draft.scope.walk():
            scope.dynamic = scope.dynamic or here.uncertain
    module = Module(parsed.source, body, parsed.filename, parsed.newline)
    module.functions = tuple(here.functions)
    module.words = frozenset(here.words | names)
    pending = [body]
    for region in pending:
        for op in region.roots():
            if op.origin is not None:
                module.translated[op] = op.origin
            if op.kind == "class":
                pending.append(op.regions[0])
    return module


def _passed_on(body: Region) -> str:
    """What sees all variables and is not only called where it is named, so that it may be called by any name."""
    pending = [body]
    for region in pending:
        called = {id(op.operands[0]) for op in region.ops if op.kind == "call"}
        for op in region.ops:
            seeing = op.kind == "load" and op.attrs["name"] in SEES_NAMES and op.attrs["scope"] in MAY_BE_GLOBAL
            if seeing and id(op) not in called:
                return f"passes {op.attrs['name']} on"
            pending.extend(op.regions)
    return ""


def _builtins_passed_on(body: Region) -> str:
    """Whether more is done with the module `builtins` than to name, set or ask for an attribute."""
    pending = [body]
    for region in pending:
        harmless = {id(op.operands[-1]) for op in region.ops if op.kind in _ATTRIBUTES}
        harmless |= {id(each) for op in region.ops if op.kind in _ASKING for each in op.operands if _only_asks(op)}
        for op in region.ops:
            if op.kind == "load" and op.attrs["name"] in BUILTINS and id(op) not in harmless:
                return "passes builtins on"
            pending.extend(op.regions)
    return ""


def _only_asks(op: Op) -> bool:
    """Whether an op compares, or calls what looks at one attribute that sees no variables, or is noted itself."""
    if op.kind == "compare":
        return True
    callee, *given = op.operands
    if callee.attrs.get("name") in SEES_NAMES:
        return True
    texts = [names_in_text(each.attrs["value"]) for each in given if each.kind == "constant"]
    return (callee.kind == "getattr" or callee.attrs.get("name") in _BY_TEXT) and all(map(SEES_NAMES.isdisjoint, texts))


def _has_future_annotations(tree: ast.Module) -> bool:
    for node in tree.body:
        if isinstance(node, ast.ImportFrom):
            if node.module != "__future__" or node.level:
                return False
            if any(alias.name == "annotations" for alias in node.names):
                return True
        elif not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
            return False
    return False


def _opaque(parsed: ParsedModule, reason: str) -> Module:
    scope = Scope("module", "<module>", None)
    scope.dynamic = reason
    text = parsed.source.decode("utf-8", "surrogateescape")
    op = Op("opaque", (), {"text": text, "reads": (), "writes": ()}, (), (0, len(parsed.source)))
    return Module(parsed.source, Region("block", [op], scope), parsed.filename, parsed.newline)

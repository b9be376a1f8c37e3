"""A parsed file to a module of ops."""

from __future__ import annotations

from noodlecore_trm.ir.op import Module, Op, Region
from noodlecore_trm.ir.recursion import deep_recursion
from noodlecore_trm.ir.scope import Scope
from noodlecore_trm.parse import ParsedModule
from noodlecore_trm.translate import expressions, scoped, statements  # noqa: F401  (they fill the tables)
from noodlecore_trm.translate.scopes import Draft, resolve
from noodlecore_trm.translate.translator import Translator


def translate(parsed: ParsedModule) -> Module:
    """The ops of a file; one opaque op if it does not parse."""
    draft = Draft(Scope("module", "<module>", None), None)
    body = Region("block", scope=draft.scope)
    module = Module(parsed.source, body, parsed.filename, parsed.newline)
    if parsed.tree is None:
        text = parsed.source.decode("utf-8", "surrogateescape")
        op = Op("opaque", (), {"text": text, "reads": (), "writes": ()}, (), (0, len(parsed.source)))
        body.append(op)
        draft.scope.dynamic = "does not parse"
        return module
    translator = Translator(parsed, draft)
    with deep_recursion():
        translator.block(parsed.tree.body, body)
        resolve(draft)
    module.functions = tuple(translator.functions)
    return module

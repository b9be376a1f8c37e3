"""
Every file of the standard library there and back again.

    python benchmarks/roundtrip.py [--sample N] [--xdsl N] [--jobs N]

For each file: the IR obeys its laws; an untouched module is emitted byte for byte; a module
emitted anew from its ops alone has the same syntax tree; printed IR reads back equal. With
--xdsl, xDSL parses the printed IR of N files, evenly spread. Exit 1 on any failure.
"""

from __future__ import annotations

import argparse
import ast
import sys
import warnings
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Final

from corpus import library, library_files, sample
from table import show

from noodlecore_trm.emit import emit
from noodlecore_trm.emit.compare import same_tree
from noodlecore_trm.ir.op import Module
from noodlecore_trm.ir.recursion import deep_recursion
from noodlecore_trm.ir.text import print_module, read_module, same
from noodlecore_trm.ir.verify import verify
from noodlecore_trm.parse import ParsedModule, parse_module
from noodlecore_trm.translate import translate

Failure = tuple[str, str, str]
"""File, check and message."""
DOES_NOT_PARSE: Final = "does not parse"


class Different(AssertionError):
    """What came back is not what was sent."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit 0 when all came back the same, 1 when something did not."""
    options = _parser().parse_args(arguments)
    files = sample(library_files(tests=True), options.sample)
    parsed_by_xdsl = {str(path) for path in sample(files, options.xdsl)}
    work = [(str(path), str(path) in parsed_by_xdsl) for path in files]
    with ProcessPoolExecutor(options.jobs) as pool:
        outcomes = list(pool.map(check, work, chunksize=8))
    failures = [failure for outcome in outcomes for failure in outcome if failure[1] != DOES_NOT_PARSE]
    unparsed = [failure for outcome in outcomes for failure in outcome if failure[1] == DOES_NOT_PARSE]
    _show(failures, len(files), len(unparsed), len(parsed_by_xdsl))
    return 1 if failures else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Translate the standard library and bring it back.")
    parser.add_argument("--sample", type=int, metavar="N", help="only N files, evenly spread")
    parser.add_argument("--xdsl", type=int, default=0, metavar="N", help="let xDSL parse the IR of N files")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="processes (default: 2)")
    return parser


def check(work: tuple[str, bool]) -> list[Failure]:
    """All checks on one file of the library."""
    name, with_xdsl = work
    source = (library() / name).read_bytes()
    parsed = parse_module(source, name)
    with deep_recursion():
        module = translate(parsed)
        checks: dict[str, Callable[[], None]] = {
            "verify": lambda: verify(module),
            "untouched": lambda: _untouched(parsed, module),
            "text": lambda: _text(module),
        }
        if parsed.tree is not None:
            checks["emitted anew"] = lambda: _anew(parsed, module)
        if with_xdsl:
            checks["xDSL"] = lambda: _xdsl(module)
        failures = [(name, title, message) for title, one in checks.items() if (message := _message(one))]
    if parsed.tree is None:
        failures.append((name, DOES_NOT_PARSE, parsed.error))
    return failures


def _message(one: Callable[[], None]) -> str:
    try:
        one()
    except Exception as error:  # any crash is a finding of this check
        return f"{type(error).__name__}: {error}".partition("\n")[0]
    return ""


def _untouched(parsed: ParsedModule, module: Module) -> None:
    if parsed.encode(emit(module)) != parsed.original:
        raise Different("the bytes of an untouched file changed")


def _anew(parsed: ParsedModule, module: Module) -> None:
    emitted = parsed.encode(emit(module, everything=True))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        before, after = ast.parse(parsed.original), ast.parse(emitted)
    if not same_tree(before, after):
        raise Different("the syntax tree changed")


def _text(module: Module) -> None:
    if not same(read_module(print_module(module)), module):
        raise Different("the printed IR reads back as something else")


def _xdsl(module: Module) -> None:
    from xdsl.context import Context
    from xdsl.dialects.builtin import Builtin
    from xdsl.parser import Parser

    context = Context(allow_unregistered=True)
    context.load_dialect(Builtin)
    Parser(context, print_module(module)).parse_module()


def _show(failures: list[Failure], files: int, unparsed: int, parsed_by_xdsl: int) -> None:
    if failures:
        rows = [[name, title, message[:90]] for name, title, message in failures]
        show("What did not come back", ["file", "check", "message"], rows)
    counts = Counter(title for _, title, _ in failures)
    summary = ", ".join(f"{count} {title}" for title, count in counts.items()) or "none"
    print(f"{files} files ({unparsed} do not parse), xDSL on {parsed_by_xdsl}; failures: {summary}")


if __name__ == "__main__":
    sys.exit(main())

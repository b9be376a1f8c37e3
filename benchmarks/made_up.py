"""
What the calls reach that the judge of behaviour makes up.

    python benchmarks/made_up.py [--functions N] [PATH ...]

For functions that are proven to do nothing but compute, of the files given or else of the standard library: how many
of their calls return, and how many of their lines are run, by calls with any arguments, by those that are guessed to
fit, and by what the judge takes, some of both.
"""

from __future__ import annotations

import argparse
import ast
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corpus import library, library_files
from table import show

from noodlecore_trm.ir.facts import ModuleFacts
from noodlecore_trm.ir.facts.purity import effect_free
from noodlecore_trm.parse import parse_module
from noodlecore_trm.translate import translate
from noodlecore_trm.validate.fitting import fitting_calls
from noodlecore_trm.validate.made_up import calls_of, made_up_calls, standing_alone
from noodlecore_trm.validate.runner import Limits, Setting, run_calls

LIMIT: Final = 60
"""Calls a function, as the judge makes them."""
LARGEST: Final = 60_000
"""Bytes of a file that is looked into."""
SETTING: Final = Setting(strict=True, coverage=True, limits=Limits(call_seconds=0.05))


@dataclass
class Reached:
    calls: int = 0
    returned: int = 0
    functions: int = 0
    lines: int = 0
    lines_run: int = 0

    def row(self, name: str) -> tuple[str, ...]:
        return (
            name,
            f"{self.calls:,}",
            f"{self.returned / max(1, self.calls):.1%}",
            f"{self.functions:,}",
            f"{self.lines_run / max(1, self.lines):.1%}",
        )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Show what made-up calls reach.")
    parser.add_argument("paths", metavar="PATH", nargs="*", type=Path, help="files or folders")
    parser.add_argument("--functions", type=int, default=100, metavar="N", help="so many functions, drawn at random")
    options = parser.parse_args(arguments)
    found = {name: Reached() for name in ("any arguments", "that fit", "both")}
    count = 0
    for alone, module, function in _functions(options.paths):
        if count == options.functions:
            break
        count += 1
        whole, own = ast.unparse(alone).encode(), _lines(function)
        for name, calls in (
            ("any arguments", list(made_up_calls(function, limit=LIMIT))),
            ("that fit", list(fitting_calls(module, function.name))),
            ("both", calls_of(function, module, LIMIT)),
        ):
            run = run_calls(whole, calls, SETTING)
            returned = sum(outcomes[0].status == "returned" for outcomes in run.outcomes)
            here = found[name]
            here.calls += len(calls)
            here.returned += returned
            here.functions += returned > 0
            here.lines += len(own)
            here.lines_run += len(own & run.lines)
    header = ("calls", "made", "return", "functions", "lines run")
    show(f"{count} functions", header, [reached.row(name) for name, reached in found.items()])
    return 0


def _functions(paths: Sequence[Path]) -> Iterator[tuple[ast.Module, ast.Module, ast.FunctionDef]]:
    """Modules that can stand alone, the whole ones, and functions of the former; at most two a module."""
    files = [file for path in paths for file in (sorted(path.rglob("*.py")) if path.is_dir() else [path])]
    if not paths:
        files = [library() / path for path in library_files(tests=False)]
    random.Random(0).shuffle(files)
    for file in files:
        source = file.read_bytes() if file.stat().st_size <= LARGEST else b""
        try:
            proven = effect_free(ModuleFacts(translate(parse_module(source))))
        except (SyntaxError, ValueError):
            continue
        alone = ast.parse(ast.unparse(standing_alone(source, proven)[0]))
        functions = [node for node in alone.body if isinstance(node, ast.FunctionDef) and node.args.args]
        for function in functions[:2]:
            yield alone, ast.parse(source), function


def _lines(function: ast.FunctionDef) -> set[int]:
    """The lines of a function's statements, its docstring left out."""
    statements = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return {node.lineno for each in statements for node in ast.walk(each) if isinstance(node, ast.stmt)}


if __name__ == "__main__":
    raise SystemExit(main())

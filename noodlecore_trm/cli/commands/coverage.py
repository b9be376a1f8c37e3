"""`noodle-trm coverage PATH...`: how much of the code is understood."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field

from noodlecore_trm.cli.arguments import add_flag
from noodlecore_trm.cli.console import Console, one_line, plural
from noodlecore_trm.cli.files import Unreadable, find, read
from noodlecore_trm.cli.flags import BY_NAME
from noodlecore_trm.cli.jobs import cores, results

HELP = "count how many functions are understood completely"
DESCRIPTION = "Count the functions without a construct that is kept as text, and every construct seen. Writes nothing."


@dataclass(frozen=True, slots=True)
class Count:
    """The counts of one file, or why there are none."""

    lines: int = 0
    functions: int = 0
    understood: int = 0
    constructs: Counter[str] = field(default_factory=Counter)
    problem: str = ""
    ours: bool = False


def count_file(path: str) -> Count:
    """Translate a file and count. Never raises an Exception."""
    try:
        return _count(path)
    except Unreadable as error:
        return Count(problem=f"{path}: {error}; passed over")
    except Exception as error:  # one file's trouble must not stop the others
        reason = f"internal error, {type(error).__name__}: {one_line(error)}"
        return Count(problem=f"{path}: {reason}; passed over", ours=True)


def _count(path: str) -> Count:
    from noodlecore_trm.ir.op import walk
    from noodlecore_trm.parse import parse_module
    from noodlecore_trm.translate import translate

    parsed = parse_module(read(path), path)
    if parsed.tree is None:
        return Count(problem=f"{path}:{parsed.error}; passed over")
    module = translate(parsed)
    constructs = Counter(op.kind for op in walk(module.body))
    understood = len(module.functions)
    if constructs["opaque"] or constructs["opaque_expr"]:
        opaque = ("opaque", "opaque_expr")
        understood = sum(
            not any(op.kind in opaque for region in function.regions for op in walk(region))
            for function in module.functions
        )
    return Count(parsed.source.count(b"\n"), len(module.functions), understood, constructs)


def crashed(path: str, why: str) -> Count:
    return Count(problem=f"{path}: {why}; passed over", ours=True)


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files or directories")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    add_flag(parser, BY_NAME["jobs"])


def run(arguments: Namespace) -> int:
    console = Console()
    found = find(arguments.paths)
    for note in found.notes:
        console.warn(note)
    paths = [item.path for item in found.inputs]
    jobs = arguments.jobs or (cores() if len(paths) > 3 else 1)
    total = Counter({"files": 0, "failed": 0, "lines": 0, "functions": 0, "understood": 0})
    constructs: Counter[str] = Counter()
    wrong = False
    with (
        console.progress("Translating", len(paths)) as progress,
        closing(results(count_file, paths, jobs, crashed, finished=progress.step)) as counts,
    ):
        for item, count in zip(found.inputs, counts, strict=True):
            if count.problem:
                console.warn(count.problem)
                total["failed"] += 1
                wrong |= count.ours or item.named
                continue
            total.update(files=1, lines=count.lines, functions=count.functions, understood=count.understood)
            constructs.update(count.constructs)
    ordered = dict(sorted(constructs.items(), key=lambda pair: (-pair[1], pair[0])))
    if arguments.json:
        console.print(json.dumps({**total, "constructs": ordered}, indent=2) + "\n")
    else:
        share = 100 * total["understood"] / total["functions"] if total["functions"] else 100.0
        lines = [
            f"{plural(total['files'], 'file')}, {plural(total['lines'], 'line')}"
            + (f", {total['failed']:,} not parsed" if total["failed"] else ""),
            f"{total['understood']:,} of {plural(total['functions'], 'function')} understood ({share:.2f}%)",
            "",
            *(f"{number:>12,}  {kind}" for kind, number in ordered.items()),
        ]
        console.print("\n".join(lines) + "\n")
    return 2 if wrong else 0

"""
The reference pages of the command line, the receipt, the profile and training, written from their sources.

`python -m noodlecore_trm.cli.reference docs/reference` writes them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from noodlecore_trm.cli.arguments import Parser, build_parser
from noodlecore_trm.cli.cache import MOST_BYTES as CACHE_BYTES
from noodlecore_trm.cli.files import MOST_BYTES, SKIPPED
from noodlecore_trm.cli.flags import FLAGS, Flag
from noodlecore_trm.receipts.reference import profile_reference, receipt_reference
from noodlecore_trm.training.reference import training_reference

EXIT_CODES = {
    0: "done, or nothing to do",
    1: "`--check`: something would change; `models promote`: it does not gain enough; `models verify`: one is damaged",
    2: "a failure: bad usage, a named file that cannot be read or parsed, what `--tests` or another judge objects to, "
    "a result that cannot be written, our error",
    130: "interrupted (Ctrl-C or SIGTERM); no file is half-written",
    141: "whoever read the output closed it early",
}

TYPES = {
    "switch": "true or false",
    "off": "true or false",
    "count": "whole number",
    "jobs": "whole number",
    "ratio": "number",
    "seconds": "number",
    "choice": "string",
    "file": "string",
    "command": "string",
    "rules": "list of strings",
}

HEAD = """\
# The command line

<!-- Written from the parser by `python -m noodlecore_trm.cli.reference docs/reference`. -->

{description} `noodle-trm` and `python -m noodlecore_trm` are the same.
"""

NOTES = """\
## Which files

A directory means the `.py` files below it, without hidden directories, {skipped} and virtual environments. Symlinked
directories are not followed. A symlinked file found in a directory is worked on only if it points into the given paths;
a symlink that is named itself is written through, and the output says so. `-o DIRECTORY` makes a file of each, wherever
it points, and writes through none.

A file that cannot be read or parsed, or is larger than {most} bytes, is left as it is, with one line
`path:line:column: message`. Found in a directory it does not change the exit code; named itself, it makes it 2. With
`-o DIRECTORY` it is copied as it is.

Files are written whole or not at all: to a temporary file in the same directory, then renamed, with the mode bits kept.
A read-only file, or one that changed since it was read, is left alone.

## Where results go

Standard output holds the diff or the receipt: `--format json` and `--format sarif` without `--report` print the receipt
instead of the diff; `text` and `github` print it after the diff. Everything else goes to standard error. `-` reads
standard input and writes the program to standard output. The diff can be piped into `patch -p1` or `git apply`.

## Switching it off in the source

`# noodle: off` at the end of a line keeps that statement as it is; at the end of a `def` or `class` line, everything in
it; on a line of its own before the first statement (a docstring is one), the whole file.

## Configuration

`[tool.noodle-trm]` of the nearest `pyproject.toml` at or above the given paths that has this table. The command line
goes before the environment, and that before the file. Paths in the file are relative to it. `calls` and `tests` run
code, so they are taken only from a `pyproject.toml` at or above the current directory.
"""

TAIL = """\
More variables: `NOODLE_TRM_CACHE_DIR` is where results of earlier runs are kept (by content, at most {cache} MB, never
with `--tests` or `--measure`), and the store of `noodle-trm feedback`; `NOODLE_TRM_MODEL_PATH` is the file of the model
for `--chooser trm`, instead of the active version or the one that is shipped; `NOODLE_TRM_MODELS` is the folder of
`noodle-trm models`; `NOODLE_TRM_METRICS_PORT` is the port where a host of TRMAgent serves counters;
`NOODLE_TRM_DEBUG_MODE=1` shows tracebacks; `NO_COLOR` switches colours off.
"""


def _invocation(action: argparse.Action) -> str:
    if not action.option_strings:
        text = str(action.metavar)
        return f"`{text}...`" if action.nargs == "+" else f"`{text}`"
    value = f" {action.metavar}" if action.metavar else ""
    return ", ".join(f"`{name}{value}`" for name in action.option_strings)


def _command(name: str, parser: Parser) -> Iterator[str]:
    yield from (f"## noodle-trm {name}", "", parser.description or "", "")
    yield from ("| argument | meaning |", "|---|---|")
    for action in parser._actions:
        yield f"| {_invocation(action)} | {action.help} |"
    yield ""
    for inner, child in parser.commands().items():
        yield from _command(f"{name} {inner}", child)


def _default(flag: Flag) -> str:
    if flag.default is None:
        return "false" if flag.kind in ("switch", "off") else ""
    return f'"{flag.default}"' if isinstance(flag.default, str) else f"{flag.default:g}"


def _keys() -> Iterator[str]:
    yield from ("| key | type | default | environment |", "|---|---|---|---|")
    for flag in FLAGS:
        values = " or ".join(f'`"{choice}"`' for choice in flag.choices) or TYPES[flag.kind]
        variables = ", ".join(f"`{name}`" for name in flag.env)
        yield f"| `{flag.name}` | {values} | {_default(flag)} | {variables} |"
    yield ""


def cli_reference() -> str:
    """The page `docs/reference/cli.md`."""
    parser = build_parser()
    lines = [HEAD.format(description=parser.description)]
    for name, child in parser.commands().items():
        lines.extend(_command(name, child))
    lines += ["## Exit codes", "", "| code | meaning |", "|---|---|"]
    lines += [f"| {code} | {meaning} |" for code, meaning in EXIT_CODES.items()]
    skipped = ", ".join(f"`{name}`" for name in sorted(SKIPPED))
    lines += ["", NOTES.format(skipped=skipped, most=f"{MOST_BYTES:,}")]
    lines.extend(_keys())
    lines.append(TAIL.format(cache=CACHE_BYTES // 1_000_000))
    return "\n".join(lines)


PAGES = {
    "cli.md": cli_reference,
    "receipt.md": receipt_reference,
    "profile.md": profile_reference,
    "training.md": training_reference,
}

if __name__ == "__main__":
    for name, page in PAGES.items():
        Path(sys.argv[1], name).write_text(page(), encoding="utf-8")

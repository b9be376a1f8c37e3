"""The receipt of a run: put together, rendered, written."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from noodlecore_trm.cli.rulebook import sentences
from noodlecore_trm.cli.version import version
from noodlecore_trm.cli.writing import told, write_output
from noodlecore_trm.receipts import FileReceipt, Receipt, render_json, summarize

if TYPE_CHECKING:
    from noodlecore_trm.options import Options
    from noodlecore_trm.pipeline import Reasoning


def interpreter() -> dict[str, str]:
    implementation = sys.implementation
    numbers = ".".join(map(str, sys.version_info[:3]))
    return {"implementation": implementation.name, "version": numbers, "cache_tag": implementation.cache_tag or ""}


def assemble(files: Sequence[FileReceipt], options: Options) -> Receipt:
    """The receipt of a run over these files."""
    return Receipt(
        tool={"name": "noodle-trm", "version": version()},
        interpreter=interpreter(),
        options=asdict(options),
        files=tuple(files),
        summary=summarize(files),
    )


def render(receipt: Receipt, form: str) -> str:
    """The receipt as text, json, sarif or github."""
    if form == "json":
        return render_json(receipt)
    if form == "sarif":
        from noodlecore_trm.receipts.sarif import render_sarif

        return render_sarif(receipt, sentences())
    if form == "github":
        from noodlecore_trm.receipts.github import render_github

        return render_github(receipt)
    from noodlecore_trm.receipts.text import render_text

    return render_text(receipt)


def reasoning_lines(path: str, reasoning: Sequence[Reasoning]) -> Iterator[str]:
    """How the rewrites of a file were chosen, as indented text."""
    for function in reasoning:
        yield f"{path}:{function.line}: {function.qualname}"
        yield from (f"    {step}" for step in function.steps)


def write_report(path: str, text: str) -> None:
    """Raises CommandError if the report cannot be written."""
    with told(path, "; no receipt written"):
        write_output(path, text.encode("utf-8", "surrogateescape"))

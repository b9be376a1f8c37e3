"""The command line: `noodle-trm COMMAND ...`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Final

__all__ = ["INTERRUPTED", "STOPPED", "main"]

INTERRUPTED: Final = 130
STOPPED: Final = "interrupted; no file was left half-written"


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Run one command and return the exit code.

    0: done, or nothing to do. 1: `--check` would change something, or `models` says no. 2: a
    failure of ours or bad usage. 130: interrupted. 141: whoever read our output closed it.
    """
    try:
        from noodlecore_trm.cli.run import run
    except KeyboardInterrupt:  # what is imported takes a moment
        print(f"noodle-trm: {STOPPED}", file=sys.stderr)
        return INTERRUPTED
    return run(arguments)

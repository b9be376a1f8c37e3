"""
The process that runs the user's program and records what it does.

It is started with the arguments OUTPUT script|module NAME ARGUMENT... by `noodle-trm profile`. Standard library only.
"""

from __future__ import annotations

import ast
import atexit
import hashlib
import json
import os
import platform
import sys
import types
from collections.abc import Callable
from typing import Any, Final

from noodlecore_trm.launch.program import run_program
from noodlecore_trm.profile.probes import Entered, Probes, install

SCHEMA: Final = "urn:noodlecore-trm:profile:1"


class Recorder:
    """What was counted in each file of the program."""

    def __init__(self, command: list[str]) -> None:
        self.command = command
        self.counters = install()
        self.files: dict[str, tuple[str, dict[str, Entered]]] = {}

    def compiled(self, plain: Callable[[], types.CodeType], source: bytes, path: str) -> types.CodeType:
        """The code of a file with counters; without them where they do not fit. Raises SyntaxError like `compile`."""
        without = plain()
        probes = Probes(self.counters)
        try:
            tree = probes.run(ast.parse(source, path))
            code = compile(tree, path, "exec", dont_inherit=True)
        except (SyntaxError, ValueError, TypeError, RecursionError, MemoryError):
            return without
        self.files[os.path.realpath(path)] = (hashlib.sha256(source).hexdigest(), probes.functions)
        return code

    def document(self) -> dict[str, Any]:
        return {
            "schema": SCHEMA,
            "interpreter": {"implementation": sys.implementation.name, "version": platform.python_version()},
            "command": self.command,
            "files": {
                path: {"sha256": digest, "functions": {name: seen.to_dict() for name, seen in functions.items()}}
                for path, (digest, functions) in sorted(self.files.items())
            },
        }


def _write(recorder: Recorder, output: str) -> None:
    text = json.dumps(recorder.document(), indent=1)
    with open(output, "w", encoding="utf-8", errors="surrogateescape") as file:
        file.write(text + "\n")


def main() -> None:
    """Run a program to its end."""
    output, kind, name, *arguments = sys.argv[1:]
    recorder = Recorder([name, *arguments] if kind == "script" else ["-m", name, *arguments])
    parent = os.getpid()
    output = os.path.abspath(output)
    atexit.register(lambda: _write(recorder, output) if os.getpid() == parent else None)
    run_program(recorder.compiled, kind, name, arguments)

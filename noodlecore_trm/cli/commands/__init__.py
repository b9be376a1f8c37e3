"""One file per command, each with HELP, DESCRIPTION, `add_arguments(parser)` and `run(arguments) -> int`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from importlib import import_module
from typing import Protocol, cast


class Command(Protocol):
    HELP: str
    DESCRIPTION: str

    def add_arguments(self, parser: ArgumentParser) -> None: ...

    def run(self, arguments: Namespace) -> int: ...


def module(name: str) -> Command:
    """The module of a command."""
    return cast(Command, import_module(f"noodlecore_trm.cli.commands.{name.replace('-', '_')}"))

"""The parser: one clear line for every mistake, with the word that was probably meant."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NoReturn

from noodlecore_trm.cli.console import CommandError
from noodlecore_trm.cli.flags import BY_NAME, FLAGS, BadValue, Flag, suggestion

COMMANDS = (
    "optimize", "explain", "rules", "rule", "translate", "coverage", "calibrate", "measure", "profile", "run", "label",
    "train", "quantize", "models", "feedback", "report", "new-rule",
)  # fmt: skip


class Parser(argparse.ArgumentParser):
    """A parser that raises CommandError instead of printing its usage and leaving."""

    def error(self, message: str) -> NoReturn:
        raise CommandError(message.replace("argument ", "", 1) if message.startswith("argument ") else message)

    def options(self) -> list[str]:
        return [name for action in self._actions for name in action.option_strings]

    def commands(self) -> dict[str, Parser]:
        """The parser of each command."""
        for action in self._actions:
            if isinstance(action, argparse._SubParsersAction):
                return dict(action.choices)
        return {}


def add_help_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-h", "--help", action="help", help="show this message")


def converter(flag: Flag) -> Callable[[str], Any]:
    """The `type` of an argument with the values of an option of the table."""

    def convert(text: str) -> Any:
        try:
            return flag.from_text(text)
        except BadValue as error:
            raise argparse.ArgumentTypeError(str(error)) from None

    return convert


def whole_number(least: int) -> Callable[[str], int]:
    """The `type` of an argument with a number that may not be below another."""
    convert = converter(BY_NAME["max-rewrites"])

    def number(text: str) -> int:
        value: int = convert(text)
        if value < least:
            raise argparse.ArgumentTypeError(f"{value} is below {least}")
        return value

    return number


class _Collect(argparse.Action):
    """Gathers rule names over repetitions of the option."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        setattr(namespace, self.dest, (*(getattr(namespace, self.dest) or ()), *values))


def add_flag(parser: argparse.ArgumentParser, flag: Flag) -> None:
    """Add one option of the table; absent options are None, so that other sources can speak."""
    names = [f"--{flag.name}"]
    if flag.name in ("quiet",):
        names.insert(0, "-q")
    if flag.kind == "switch":
        parser.add_argument(*names, dest=flag.key, action=argparse.BooleanOptionalAction, default=None, help=flag.help)
    elif flag.kind == "off":
        parser.add_argument(*names, dest=flag.key, action="store_const", const=True, default=None, help=flag.help)
    elif flag.kind == "rules":
        parser.add_argument(
            *names, dest=flag.key, action=_Collect, type=converter(flag), metavar=flag.metavar, help=flag.help
        )
    else:
        parser.add_argument(*names, dest=flag.key, type=converter(flag), metavar=flag.metavar, help=flag.help)


def add_flags(parser: argparse.ArgumentParser, *, without: tuple[str, ...] = ()) -> None:
    for flag in FLAGS:
        if flag.name not in without:
            add_flag(parser, flag)


class _Program(argparse.Action):
    """Takes a program and all that follows it, a `--` as well: that is the program's."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        namespace.program, *namespace.arguments = values[values[0] == "--" :]


def add_program(parser: argparse.ArgumentParser) -> None:
    """Let a command take a program with arguments; to be added last."""
    parser.add_argument("-m", "--module", action="store_true", help="PROGRAM is the name of a module, not a file")
    parser.add_argument(
        "program", nargs=argparse.PARSER, action=_Program, metavar="PROGRAM",
        help="the program: a file, or with -m a module; what follows are its arguments",
    )  # fmt: skip


def add_actions(
    parser: argparse.ArgumentParser, actions: Mapping[str, tuple[str, Callable[[argparse.ArgumentParser], None]]]
) -> None:
    """Give a command actions of its own, each with what it does and what adds its arguments."""
    inner = parser.add_subparsers(dest="action", metavar="ACTION", required=True, parser_class=Parser, help="see below")
    for name, (text, add_arguments) in actions.items():
        description = f"{text[:1].upper()}{text[1:]}."
        child = inner.add_parser(name, help=text, description=description, allow_abbrev=False, add_help=False)
        add_help_option(child)
        add_arguments(child)


def build_parser(names: Sequence[str] = COMMANDS) -> Parser:
    """The command line, with all commands or only some: each has a module to import."""
    from noodlecore_trm.cli import commands

    parser = Parser(
        prog="noodle-trm",
        description="Makes Python programs faster and proves that they stay the same.",
        allow_abbrev=False,
        add_help=False,
    )
    add_help_option(parser)
    parser.add_argument("--version", action="store_true", help="print the version")
    inner = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)
    for name in names:
        module = commands.module(name)
        child = inner.add_parser(
            name, help=module.HELP, description=module.DESCRIPTION, allow_abbrev=False, add_help=False
        )
        add_help_option(child)
        module.add_arguments(child)
    return parser


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Raises CommandError for anything that is not understood."""
    word = arguments[0] if arguments else ""
    parser = build_parser((word,) if word in COMMANDS else COMMANDS)
    if word and not word.startswith("-") and word not in COMMANDS:
        if os.path.exists(word) or word.endswith(".py"):
            raise CommandError(f"no command is called {word}; to optimize it: noodle-trm optimize {word}")
        raise CommandError(f"no command is called {word}{suggestion(word, COMMANDS)}")
    known, unknown = parser.parse_known_args(arguments)
    if unknown:
        child = parser.commands().get(known.command or "", parser)
        option = next((text for text in unknown if text.startswith("-")), None)
        if option is None and hasattr(known, "paths"):
            known.paths.extend(unknown)  # paths may stand between options
            return known
        if option is None:
            raise CommandError(f"too many arguments: {unknown[0]}")
        name = option.partition("=")[0]
        raise CommandError(f"unknown option {name}{suggestion(name, child.options())}")
    return known

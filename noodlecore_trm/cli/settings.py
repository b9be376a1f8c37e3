"""Options from the command line, the environment and pyproject.toml, in this order of precedence."""

from __future__ import annotations

import os
import re
import tomllib
from argparse import Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from noodlecore_trm.cli.console import CommandError, one_line
from noodlecore_trm.cli.flags import BY_NAME, FLAGS, BadValue, Flag, suggestion

if TYPE_CHECKING:
    from noodlecore_trm.options import Options

TABLE = "tool.noodle-trm"


def _line_of(text: str, key: str) -> str:
    """`:line` of a key in our table, or of the table, or nothing."""
    header = re.search(r"^\s*\[\s*tool\s*\.\s*[\"']?noodle-trm[\"']?\s*\]", text, re.MULTILINE)
    if header is None:
        return ""
    found = re.compile(rf"^\s*[\"']?{re.escape(key)}[\"']?\s*=", re.MULTILINE).search(text, header.end())
    position = header.start() if found is None else found.end()
    return f":{text.count(chr(10), 0, position) + 1}"


def _common_folder(paths: Sequence[str]) -> Path:
    folders = [path if os.path.isdir(path) else os.path.dirname(path) for path in map(os.path.abspath, paths)]
    try:
        return Path(os.path.commonpath(folders)) if folders else Path.cwd()
    except ValueError:  # different drives
        return Path.cwd()


def find_configuration(paths: Sequence[str]) -> tuple[Path, str, dict[str, Any]] | None:
    """
    The nearest pyproject.toml with our table, at or above what all the paths share.

    Returns its path, text and table. Raises CommandError if it cannot be read or is not TOML.
    """
    start = _common_folder(paths)
    for folder in (start, *start.parents):
        path = folder / "pyproject.toml"
        if path.exists() and not path.is_file():
            raise CommandError(f"{path}: not a regular file")
        try:
            text = path.read_bytes().decode()
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            raise CommandError(f"{path}: {one_line(error)}") from None
        except UnicodeDecodeError:
            raise CommandError(f"{path}: not UTF-8") from None
        try:
            table = tomllib.loads(text).get("tool", {})
        except (ValueError, RecursionError) as error:  # no TOML, thousands of digits, or brackets
            raise CommandError(f"{path}: {one_line(error)}") from None
        if isinstance(table, dict) and "noodle-trm" in table:
            ours = table["noodle-trm"]
            if not isinstance(ours, dict):
                raise CommandError(f"{path}: {TABLE} is not a table")
            return path, text, ours
    return None


def read_configuration(paths: Sequence[str]) -> tuple[dict[str, Any], list[str]]:
    """
    The values of pyproject.toml by option name, and lines to tell the user.

    What runs commands or calls is taken only from a project the user stands in, so that looking
    at a stranger's files never runs anything. Raises CommandError on an unknown key or a value
    of the wrong type.
    """
    found = find_configuration(paths)
    if found is None:
        return {}, []
    path, text, table = found
    values: dict[str, Any] = {}
    notes: list[str] = []
    known = [flag.name for flag in FLAGS]
    for key, value in table.items():
        where = f"{path}{_line_of(text, key)}"
        if key not in known:
            raise CommandError(f"{where}: unknown key {key} in [{TABLE}]{suggestion(key, known)}")
        flag = BY_NAME[key]
        try:
            checked = flag.checked(value)
        except BadValue as error:
            raise CommandError(f"{where}: {key}: {error}") from None
        if flag.runs_code and path.parent not in (Path.cwd(), *Path.cwd().parents):
            notes.append(f"{where}: {key} is ignored: it runs code, and you are not in that project")
            continue
        if flag.kind == "rules":
            _check_rules(f"{where}: {key}", flag, checked)
        values[key] = str(path.parent / checked) if flag.kind == "file" and checked != "-" else checked
    return values, notes


def read_environment(environment: Mapping[str, str]) -> dict[str, Any]:
    """The values of NOODLE_TRM_* variables by option name. Raises CommandError on a bad one."""
    values: dict[str, Any] = {}
    for flag in FLAGS:
        for variable in flag.env:
            if environment.get(variable):
                try:
                    values[flag.name] = flag.from_text(environment[variable])
                except BadValue as error:
                    raise CommandError(f"{variable}: {error}") from None
                if flag.kind == "rules":
                    _check_rules(variable, flag, values[flag.name])
                break
    return values


def resolve(arguments: Namespace, paths: Sequence[str]) -> tuple[dict[str, Any], list[str]]:
    """
    Every option of the table by name, and lines to tell the user.

    Raises CommandError on a bad value, an unknown rule or a missing file.
    """
    configured, notes = read_configuration(paths)
    given = {flag.name: value for flag in FLAGS if (value := getattr(arguments, flag.key, None)) is not None}
    for flag in FLAGS:
        if flag.kind == "rules" and flag.name in given:
            _check_rules(f"--{flag.name}", flag, given[flag.name])
    values = {flag.name: flag.default for flag in FLAGS} | configured | read_environment(os.environ) | given
    for name in ("calls", "profile"):
        path = values[name]
        if path is not None and not os.path.isfile(path):
            where = f"--{name}" if name in given else f"[{TABLE}] {name}"
            raise CommandError(f"{where}: {path}: no such file")
    return values, notes


def _check_rules(where: str, flag: Flag, names: Sequence[str]) -> None:
    """Raises CommandError for a name that is no rule's, and for a choice of none."""
    if flag.name == "select" and not names:
        raise CommandError(f"{where}: it names no rule")
    if not names:
        return
    from noodlecore_trm.rules import load

    known = load().keys()
    for name in names:
        if name not in known:
            raise CommandError(f"{where}: no rule is called {name}{suggestion(name, known)}")


def pipeline_options(values: Mapping[str, Any]) -> Options:
    """The options of the pipeline from resolved values."""
    from noodlecore_trm.options import Options

    return Options(
        chooser=values["chooser"],
        precision=values["precision"] or "",
        max_rewrites=values["max-rewrites"],
        max_size=values["max-size"],
        select=values["select"] or (),
        ignore=values["ignore"] or (),
        fp_relaxed=bool(values["fp-relaxed"]),
        closed_world=bool(values["closed-world"]),
        guard_builtins=bool(values["guard-builtins"]),
        measure=bool(values["measure"]),
        calls=values["calls"],
        tests=values["tests"],
        profile=values["profile"],
        timeout=values["timeout"],
    )

"""The imports follow the road: no room knows one further down."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "noodlecore_trm"

# What everybody may use, because it knows nobody.
GROUND = {"errors", "files", "garbage", "telemetry"}
ROAD = {"ir", "parse", "translate", "emit", "rules", "refine", "choosers", "validate", "receipts"}
ABOVE = ROAD | GROUND | {"suppressions"}

ALLOWED: dict[str, set[str]] = {
    "errors": set(),
    "files": set(),
    "garbage": set(),
    "telemetry": set(),
    "ir": set(),
    "parse": set(),
    "receipts": set(),
    "suppressions": {"parse"},
    "translate": {"parse", "ir"},
    "emit": {"ir", "parse"},
    "refine": set(),
    "rules": {"ir"},
    "choosers": {"rules", "ir", "refine", "encoding", "serving", "registry"},
    "validate": {"ir", "emit", "parse", "translate"},
    "encoding": {"ir", "rules"},
    "serving": {"encoding"},
    "registry": {"encoding", "serving"},
    "feedback": set(),
    "models": set(),
    "gate": {"validate"},
    "launch": set(),
    "live": {"launch", "validate"},
    "profile": {"ir", "emit", "launch"},
    "options": set(),
    "road": ABOVE | {"options", "profile"},
    "pipeline": ABOVE | {"options", "road", "gate", "profile"},
    "calibration": ABOVE | {"options", "pipeline"},
    "teacher": ROAD | {"encoding", "profile"},
    "agent": ABOVE | {"options", "road", "pipeline", "feedback", "profile", "encoding"},
    "passes": {"ir", "agent"},
    "training": {"models", "encoding", "teacher", "choosers", "feedback", "serving"},
    "quantization": {"encoding", "models", "serving", "training"},
    "cli": ABOVE
    | {"options", "pipeline", "agent", "calibration", "encoding", "feedback", "launch", "live", "profile"}
    | {"quantization", "registry", "serving", "teacher", "training", ""},
    "__main__": {"cli"},
    "": {"agent", "options", "passes", "pipeline"},
}


def room_of(module: str) -> str:
    """`noodlecore_trm.ir.op` is in the room `ir`; the package itself has the room ``""``."""
    return module.split(".")[1] if "." in module else ""


def module_of(path: Path) -> str:
    parts = ["noodlecore_trm", *path.relative_to(PACKAGE).with_suffix("").parts]
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(tree: ast.AST, package: str) -> Iterator[tuple[int, str]]:
    """Line and full name of every module that is imported, wherever the import stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            name = ".".join([*base, *([node.module] if node.module else [])])
            yield node.lineno, name
            if name == "noodlecore_trm":
                for alias in node.names:
                    if (PACKAGE / alias.name).is_dir() or (PACKAGE / f"{alias.name}.py").is_file():
                        yield node.lineno, f"{name}.{alias.name}"


def arrows(path: Path) -> Iterator[tuple[int, str]]:
    module = module_of(path)
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    for line, name in imported(ast.parse(path.read_text("utf-8")), package):
        if name == "noodlecore_trm" or name.startswith("noodlecore_trm."):
            yield line, room_of(name)


FILES = sorted(path for path in PACKAGE.rglob("*.py") if "__pycache__" not in path.parts)


@pytest.mark.parametrize("path", FILES, ids=module_of)
def test_no_arrow_against_the_flow(path: Path) -> None:
    room = room_of(module_of(path))
    assert room in ALLOWED, f"say in ALLOWED what the new room {room} may import"
    allowed = ALLOWED[room] | {room} | GROUND
    against = [f"{path}:{line} imports {other}" for line, other in arrows(path) if other not in allowed]
    assert against == []


def test_the_table_of_rooms_has_no_cycle() -> None:
    def reach(room: str, trail: tuple[str, ...]) -> None:
        assert room not in trail, " -> ".join((*trail, room))
        for other in ALLOWED[room]:
            if other:
                reach(other, (*trail, room))

    for room in ALLOWED:
        reach(room, ())


def test_relative_imports_are_seen() -> None:
    tree = ast.parse("from ..emit import emit\nfrom . import op\nfrom noodlecore_trm import cli")
    assert {name for _, name in imported(tree, "noodlecore_trm.ir")} == {
        "noodlecore_trm.emit",
        "noodlecore_trm.ir",
        "noodlecore_trm",
        "noodlecore_trm.cli",
    }


@pytest.mark.parametrize("name", ["utils", "helpers", "core", "manager", "common", "base", "misc"])
def test_no_room_without_a_meaning(name: str) -> None:
    assert [path for path in FILES if path.stem == name or path.parent.name == name] == []

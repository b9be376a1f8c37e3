"""Write the IR of the programs in this folder beside them, or check that it is current."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from noodlecore_trm.ir.text import print_module
from noodlecore_trm.parse import parse_module
from noodlecore_trm.translate import translate

HERE: Final = Path(__file__).parent


def programs() -> list[Path]:
    return sorted(path for path in HERE.glob("*.py") if path.name != "refresh.py")


def printed(program: Path) -> str:
    """The text of the IR of one program."""
    return print_module(translate(parse_module(program.read_bytes(), program.name)))


def outdated() -> Iterator[Path]:
    """The .ir files that are missing or not what is printed now, and those without a program."""
    for program in programs():
        text = program.with_suffix(".ir")
        if not text.exists() or text.read_text("ascii") != printed(program):
            yield text
    for text in sorted(HERE.glob("*.ir")):
        if not text.with_suffix(".py").exists():
            yield text


def main() -> int:
    if sys.argv[1:] == ["--check"]:
        names = [path.name for path in outdated()]
        print(f"not current: {', '.join(names)}" if names else "all current")
        return 1 if names else 0
    for program in programs():
        program.with_suffix(".ir").write_text(printed(program), "ascii")
    return 0


if __name__ == "__main__":
    sys.exit(main())

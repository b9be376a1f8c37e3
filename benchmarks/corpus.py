"""What the benchmarks run on: the programs written for them, and the standard library."""

from __future__ import annotations

import importlib
import json
import sys
import sysconfig
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any, Final

PROGRAMS: Final = Path(__file__).parent / "programs"
HELD_OUT: Final = "held-out"
SETS: Final = {"development": PROGRAMS, HELD_OUT: PROGRAMS / "held_out"}
EXPECTED: Final = "expected.json"
NOT_THE_LIBRARY: Final = frozenset({"__pycache__", "site-packages", "lib-dynload"})
TESTS: Final = frozenset({"test", "tests", "idle_test"})


@dataclass(frozen=True, slots=True)
class Program:
    """
    One program of `programs/` or of `programs/held_out/`.

    A script does its work when it is executed and leaves it in `result`; any other program
    defines `run()`, which returns it. The result is the same in every run.
    """

    name: str
    path: Path
    source: bytes

    @property
    def set(self) -> str:
        """Which of `SETS` it belongs to."""
        return next(name for name, folder in SETS.items() if folder == self.path.parent)

    @property
    def is_script(self) -> bool:
        return b"\nSCRIPT = True\n" in self.source

    def expected(self) -> str:
        """The `repr` of the result, as stored beside it. Raises KeyError for a program that has none."""
        return str(json.loads(self.path.with_name(EXPECTED).read_text("utf-8"))[self.name])


def programs(names: tuple[str, ...] = (), *, sets: Sequence[str] = tuple(SETS)) -> list[Program]:
    """The programs of that name in these sets, or all of them. Raises SystemExit for a name there is not."""
    found = {path.stem: path for name in sets for path in sorted(SETS[name].glob("*.py"))}
    unknown = [name for name in names if name not in found]
    if unknown:
        raise SystemExit(f"no such program: {', '.join(unknown)} (there are: {', '.join(found)})")
    return [Program(name, found[name], found[name].read_bytes()) for name in names or found]


class Runnable:
    """
    Source text made ready to run: `timed()` runs it once.

    Of a script the whole module is timed, compiled beforehand; of any other program only `run()`.
    """

    def __init__(self, source: bytes, filename: str, name: str) -> None:
        self.name = name
        self.code: CodeType = compile(source, filename, "exec", dont_inherit=True)
        self.script = b"\nSCRIPT = True\n" in source
        self.module = self._execute()

    def _execute(self) -> ModuleType:
        module = ModuleType(self.name)
        exec(self.code, module.__dict__)
        return module

    def timed(self) -> tuple[float, Any]:
        """Seconds of this thread's processor time, and the result."""
        if self.script:
            module = ModuleType(self.name)
            start = time.thread_time()
            exec(self.code, module.__dict__)
            seconds = time.thread_time() - start
            return seconds, module.__dict__["result"]
        run = self.module.__dict__["run"]
        start = time.thread_time()
        result = run()
        return time.thread_time() - start, result

    def check(self) -> Any:
        """The result of a run that is not timed."""
        return self.timed()[1]


class Extension:
    """A program that was compiled to an extension module, ready to run; it is no script."""

    def __init__(self, folder: Path, name: str) -> None:
        sys.path.insert(0, str(folder))  # what is compiled may come in two parts
        self.module = importlib.import_module(name)

    def timed(self) -> tuple[float, Any]:
        start = time.thread_time()
        result = self.module.run()
        return time.thread_time() - start, result

    def check(self) -> Any:
        return self.module.run()


def load(name: str, folder: str) -> Runnable | Extension:
    """The version of a program that lies in a folder (see `interleave.Version`): its source, or else machine code."""
    path = Path(folder) / f"{name}.py"
    return Runnable(path.read_bytes(), str(path), name) if path.exists() else Extension(path.parent, name)


def result_of(source: bytes, filename: str, name: str) -> str:
    """The `repr` of what a program computes."""
    return repr(Runnable(source, filename, name).timed()[1])


def library() -> Path:
    """The folder of the standard library of this interpreter."""
    return Path(sysconfig.get_path("stdlib"))


def library_files(*, tests: bool) -> list[Path]:
    """
    The Python files of the standard library, sorted, relative to `library()`.

    Without what was installed into it, and without its own tests unless asked for.
    """
    left_out = NOT_THE_LIBRARY if tests else NOT_THE_LIBRARY | TESTS
    return sorted(_python_files(library(), left_out))


def _python_files(root: Path, left_out: frozenset[str]) -> Iterator[Path]:
    for path in root.rglob("*.py"):
        relative = path.relative_to(root)
        if left_out.isdisjoint(relative.parts[:-1]) and path.is_file():
            yield relative


def sample(files: list[Path], count: int | None) -> list[Path]:
    """`count` of the files, evenly spread; all of them for None."""
    if count is None or count >= len(files):
        return files
    return [files[index * len(files) // count] for index in range(max(count, 0))]


def refresh() -> None:
    """Store what the programs compute now as what is expected of them."""
    for name, folder in SETS.items():
        results = {
            program.name: result_of(program.source, str(program.path), program.name)
            for program in programs(sets=(name,))
        }
        (folder / EXPECTED).write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", "utf-8")
        print(f"{name}: {len(results)} results written")


if __name__ == "__main__":
    if sys.argv[1:] != ["--refresh"]:
        raise SystemExit("usage: python benchmarks/corpus.py --refresh")
    refresh()

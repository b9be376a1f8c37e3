"""
Our speed-up and wrong results beside those of other tools, on the same programs in one run.

    pip install noodlecore-trm[bench]
    python benchmarks/side_by_side.py [--set all] [--tools NAME,...] [--work DIR] [--page docs/side-by-side.md]

The tools are installed from the package index into virtual environments of their own when they are
needed; one that cannot be installed is reported as such. Each gets every program as its author
wrote it, without annotations. What it makes of it is checked against the stored result (for
pyperformance's programs: against what the original shows) and timed in turn with the original, both
in one fresh process. With `--work` environments and measurements are kept in DIR, and a run that was
broken off goes on where it was.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pyperformance_programs
from corpus import HELD_OUT, SETS, Program, programs
from race import ORIGINAL, DidNotRun, geomean, race, with_progress

PYPERFORMANCE: Final = "pyperformance"
VERSION: Final = "version"
_BUILD_SECONDS: Final = 300.0
PAGE: Final = Path(__file__).parents[1] / "docs" / "side-by-side.md"


class NotBuilt(Exception):
    """A tool that makes nothing of a program, in one line."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A program to be given to all tools: its files, the one that compilers get, and what it should compute."""

    set: str
    name: str
    loader: str
    main: str
    expected: str | None
    is_script: bool
    write: Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Tool:
    """
    A tool: what to install, and how to put one file through it.

    `build(python, source, target)` runs with the interpreter of its environment; `target` is a folder
    for what it makes of the file `source`. It raises NotBuilt. `compiles` says that it makes machine
    code, and is given the main file only, no script; `runtime` that its result needs its packages.
    """

    name: str
    package: str
    requirements: tuple[str, ...]
    how: str
    build: Callable[[Path, Path, Path], None]
    compiles: bool = False
    runtime: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one program with one tool: measured, wrong, not built, or not tried."""

    tool: str
    set: str
    name: str
    kind: str
    ratio: float = 0.0
    detail: str = ""


# the programs


def subjects(names: Sequence[str]) -> list[Subject]:
    """The programs of these sets, in an order that favours none, so that a part of them is a fair sample."""
    found = [_of_corpus(program) for program in programs(sets=[name for name in names if name != PYPERFORMANCE])]
    if PYPERFORMANCE in names:
        found += [_of_pyperformance(name) for name in pyperformance_programs.PROGRAMS]
    return sorted(found, key=lambda subject: sha256(subject.name.encode()).digest())


def _of_corpus(program: Program) -> Subject:
    def write(folder: Path) -> None:
        folder.mkdir(parents=True)
        (folder / program.path.name).write_bytes(program.source)

    return Subject(
        program.set, program.name, "corpus", program.path.name, program.expected(), program.is_script, write
    )


def _of_pyperformance(name: str) -> Subject:
    def write(folder: Path) -> None:
        pyperformance_programs.copy_sources(name, folder)

    main = f"{pyperformance_programs.MAIN}.py"
    return Subject(PYPERFORMANCE, name, "pyperformance_programs", main, None, False, write)


# the tools


def _call(command: Sequence[str | Path], timeout: float, cwd: Path | None = None) -> str:
    """Run a command and return what it printed. Raises NotBuilt."""
    try:
        done = subprocess.run(
            list(map(str, command)), cwd=cwd, capture_output=True, text=True, timeout=timeout, check=False
        )
    except subprocess.TimeoutExpired:
        raise NotBuilt(f"no end after {timeout:.0f} s") from None
    if done.returncode:
        said = (done.stderr.strip() or done.stdout.strip()).splitlines() or [f"exit status {done.returncode}"]
        raise NotBuilt(said[-1][:200])
    return done.stdout


def _ours(*more: str) -> Callable[[Path, Path, Path], None]:
    def build(python: Path, source: Path, target: Path) -> None:
        command = (sys.executable, "-m", "noodlecore_trm", "optimize", source, "-o", target / source.name, *more)
        _call((*command, "--chooser", "classic", "--no-cache", "--quiet"), 120)

    return build


def _opast(*more: str) -> Callable[[Path, Path, Path], None]:
    def build(python: Path, source: Path, target: Path) -> None:
        _call([python.with_name("opast"), "--no-run", "-o", target / source.name, *more, source], 120)

    return build


def _copy(python: Path, source: Path, target: Path) -> None:
    shutil.copyfile(source, target / source.name)


def _ruff(python: Path, source: Path, target: Path) -> None:
    _copy(python, source, target)
    command = (python.with_name("ruff"), "check", "--isolated", "--no-cache", "--preview", "--select", "PERF,FURB")
    _call((*command, "--fix", "--unsafe-fixes", "--exit-zero", "--quiet", target / source.name), 120)


def _compiler(*command: str) -> Callable[[Path, Path, Path], None]:
    """A command, run with its environment's interpreter on a copy of the file, that leaves an extension module."""

    def build(python: Path, source: Path, target: Path) -> None:
        with TemporaryDirectory() as temporary:
            folder = Path(temporary)
            shutil.copyfile(source, folder / source.name)
            _call([python, *command, source.name], _BUILD_SECONDS, folder)
            made = [path for path in folder.glob("*") if path.suffix in (".so", ".pyd")]
            if not made:
                raise NotBuilt("no extension module was made")
            for path in made:
                shutil.copyfile(path, target / path.name)

    return build


_OPAST: Final = ("--disable", "unused,outline")

TOOLS: Final = (
    Tool("nothing", "", (), "a copy of the original", _copy),
    Tool("ours", "noodlecore-trm", (), "`noodle-trm optimize FILE --chooser classic`", _ours()),
    Tool("ours with --closed-world", "noodlecore-trm", (), "`... --closed-world`", _ours("--closed-world")),
    Tool("opast", "opast", ("opast",), "`opast --disable unused,outline`", _opast(*_OPAST)),
    Tool("opast -O2", "opast", ("opast",), "`... -O2`", _opast(*_OPAST, "-O2"), runtime=True),
    Tool("opast -O3", "opast", ("opast[jit]", "numpy"), "`... -O3`, with numba", _opast(*_OPAST, "-O3"), runtime=True),
    Tool("ruff", "ruff", ("ruff",), "`ruff check --preview --select PERF,FURB --fix --unsafe-fixes`", _ruff),
    Tool(
        "Cython",
        "cython",
        ("cython", "setuptools"),
        "`cythonize -i -3`",
        _compiler("-m", "Cython.Build.Cythonize", "-i", "-3"),
        compiles=True,
    ),
    Tool(
        "mypyc", "mypy", ("mypy[mypyc]", "setuptools"), "`mypyc`", _compiler("-m", "mypyc.__main__"), compiles=True
    ),
    Tool(
        "Nuitka",
        "nuitka",
        ("nuitka",),
        "`nuitka --module`",
        _compiler("-m", "nuitka", "--module", "--assume-yes-for-downloads", "--remove-output"),
        compiles=True,
    ),
)


def install(tool: Tool, work: Path) -> tuple[Path, str]:
    """The interpreter of the tool's environment, made if it is not there, and its version. Raises NotBuilt."""
    if not tool.requirements:
        return Path(sys.executable), version(tool.package) if tool.package else ""
    folder = work / "environments" / "-".join(part.replace("[", "_").strip("]") for part in tool.requirements)
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not python.exists():
        _call([sys.executable, "-m", "venv", folder], 300)
        try:
            _call([python, "-m", "pip", "install", "--quiet", *tool.requirements], 900)
        except NotBuilt:
            shutil.rmtree(folder)
            raise
    asked = f"import importlib.metadata; print(importlib.metadata.version({tool.package!r}))"
    return python, _call([python, "-c", asked], 60).strip()


# one program with one tool


def measure(tool: Tool, python: Path, subject: Subject, rounds: int, processes: int) -> Outcome:
    """Build, check and time."""
    told = Outcome(tool.name, subject.set, subject.name, "not built")
    if tool.compiles and subject.is_script:
        return _with(told, "not tried", detail="its work is done while it is imported, which happens once")
    with TemporaryDirectory() as temporary:
        original, made = Path(temporary) / ORIGINAL, Path(temporary) / VERSION
        subject.write(original)
        shutil.copytree(original, made)
        try:
            for source in [original / subject.main] if tool.compiles else sorted(original.rglob("*.py")):
                target = made / source.relative_to(original)
                target.unlink()
                tool.build(python, source, target.parent)
        except NotBuilt as problem:
            return _with(told, "not built", detail=str(problem))
        path = (Path(_call([python, "-c", _SITE], 60).strip()),) if tool.runtime else ()
        versions = {ORIGINAL: original, VERSION: made}
        try:
            run = race(subject.loader, subject.name, versions, rounds, processes, timeout=600.0, path=path)
        except DidNotRun as problem:
            return _with(told, "wrong", detail=str(problem)[:200])
        seen = run.seen(VERSION)
        expected = run.seen(ORIGINAL) if subject.expected is None else [[subject.expected]] * len(seen)
        if list(map(list, seen)) != list(map(list, expected)):
            return _with(told, "wrong", detail="another result")
        return _with(told, "measured", run.ratio(VERSION).median)


_SITE: Final = "import sysconfig; print(sysconfig.get_path('purelib'))"


def _with(told: Outcome, kind: str, ratio: float = 0.0, detail: str = "") -> Outcome:
    return Outcome(told.tool, told.set, told.name, kind, ratio, detail)


def measure_all(
    tool: Tool, found: Iterable[Subject], known: dict[str, Outcome], options: argparse.Namespace, work: Path
) -> Iterable[tuple[str, Outcome]]:
    """Every program with one tool, as far as it is not known and the time for the tool lasts."""
    try:
        python, release = install(tool, work)
    except NotBuilt as problem:
        for subject in found:
            yield "", Outcome(tool.name, subject.set, subject.name, "not built", detail=f"not installed: {problem}")
        return
    release = release if tool.requirements or not tool.package else f"{release} ({_fingerprint()})"
    until = time.monotonic() + options.minutes * 60
    for subject in found:
        key = f"{tool.name} {release}: {subject.set}/{subject.name}"
        if key not in known:
            if time.monotonic() > until:
                late = Outcome(tool.name, subject.set, subject.name, "not tried", detail="out of time")
                yield release, late
                continue
            known[key] = measure(tool, python, subject, options.rounds, options.processes)
            _store(work, known)
        yield release, known[key]


def _fingerprint() -> str:
    """Which state of our own sources was measured."""
    package = Path(__file__).parents[1] / "noodlecore_trm"
    digest = sha256()
    for path in sorted((*package.rglob("*.py"), *package.rglob("*.json"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:8]


def _load(work: Path) -> dict[str, Outcome]:
    try:
        stored = json.loads((work / "outcomes.json").read_text("utf-8"))
    except OSError:
        return {}
    return {key: Outcome(**fields) for key, fields in stored.items()}


def _store(work: Path, known: dict[str, Outcome]) -> None:
    partial = work / "outcomes.part"
    partial.write_text(json.dumps({key: asdict(one) for key, one in known.items()}, indent=1), "utf-8")
    partial.replace(work / "outcomes.json")


# the page


def page(outcomes: dict[str, list[Outcome]], releases: dict[str, str], sets: Sequence[str], command: str) -> str:
    """The tables as Markdown: one of all tools for each set, and the ratio of each program that may be looked at."""
    how = {tool.name: tool.how for tool in TOOLS}
    lines = [
        "# Side by side",
        "",
        f"<!-- Written by `{command}`. -->",
        "",
        f"CPython {platform.python_version()} on {platform.machine()}, {os.cpu_count()} cores. A ratio is the time of",
        "the original over that of what a tool made of it: above 1 is faster. *Geomean*, *lowest*, *faster* (above",
        "1.03) and *slower* (below 0.97) are over the *programs* that ran and computed what they should; *all* counts",
        "1 for those that failed, where one would keep the original. *Wrong*: another result, or an exception that",
        "the original does not raise. *Not built*: the tool gave up, or took more than five minutes. *Not tried*:",
        "compilers get no script whose work is done on import, and each tool has limited time. *Nothing* is the null",
        "control: a copy of the original against the original, so that what it shows is the noise of the machine, and",
        "as much may be wrong with any other figure. The tools are measured one after the other.",
        "",
        "| tool | version | how |",
        "|---|---|---|",
        *(f"| {name} | {releases[name]} | {how[name]} |" for name in outcomes),
    ]
    for name in sets:
        lines += ["", f"## {_title(name)}", "", *_table(outcomes, name)]
        if name != HELD_OUT:
            lines += ["", *_ratios(outcomes, name)]
    lines += ["", *_problems(outcomes)]
    return "\n".join(lines).rstrip() + "\n"


def _title(name: str) -> str:
    return {HELD_OUT: "Held-out programs", PYPERFORMANCE: "Programs of pyperformance"}.get(name, "Development programs")


def _table(outcomes: dict[str, list[Outcome]], name: str) -> list[str]:
    lines = [
        "| tool | programs | geomean | all | lowest | faster | slower | wrong | not built | not tried |",
        "|---|" + "--:|" * 9,
    ]
    for tool, everything in outcomes.items():
        of_set = [one for one in everything if one.set == name]
        ratios = [one.ratio for one in of_set if one.kind == "measured"]
        kinds = [one.kind for one in of_set]
        tried = len(ratios) + kinds.count("wrong") + kinds.count("not built")
        cells = [
            str(len(ratios)),
            f"{geomean(ratios):.2f}" if ratios else "-",
            f"{geomean([*ratios, *[1.0] * (tried - len(ratios))]):.2f}" if tried else "-",
            f"{min(ratios):.2f}" if ratios else "-",
            str(sum(ratio > 1.03 for ratio in ratios)),
            str(sum(ratio < 0.97 for ratio in ratios)),
            *(str(kinds.count(kind)) for kind in ("wrong", "not built", "not tried")),
        ]
        lines.append(f"| {tool} | {' | '.join(cells)} |")
    return lines


def _ratios(outcomes: dict[str, list[Outcome]], name: str) -> list[str]:
    names = sorted({one.name for everything in outcomes.values() for one in everything if one.set == name})
    lines = [f"| program | {' | '.join(outcomes)} |", "|---|" + "--:|" * len(outcomes)]
    for program in names:
        cells = []
        for everything in outcomes.values():
            (one,) = [one for one in everything if (one.set, one.name) == (name, program)]
            cells.append(f"{one.ratio:.2f}" if one.kind == "measured" else one.kind)
        lines.append(f"| {program} | {' | '.join(cells)} |")
    return lines


def _problems(outcomes: dict[str, list[Outcome]]) -> list[str]:
    """What went wrong, in the words of the tool or the interpreter; of held-out programs not which they are."""
    lines = ["## What went wrong", ""]
    for tool, everything in outcomes.items():
        for one in sorted(everything, key=lambda one: (one.set, one.name)):
            if one.kind in ("wrong", "not built"):
                name = "a held-out program" if one.set == HELD_OUT else f"`{one.name}`"
                said = one.detail.replace(one.name, "...") if one.set == HELD_OUT else one.detail
                lines.append(f"- {tool}, {name}, {one.kind}: {said}")
    return lines if len(lines) > 2 else [*lines, "Nothing."]


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit 0, or 1 if one of our own results is wrong."""
    options = _parser().parse_args(arguments)
    sets = [*SETS, PYPERFORMANCE] if options.set == "all" else [options.set]
    wanted = [tool for tool in TOOLS if not options.tools or tool.name in options.tools.split(",")]
    found = [one for one in subjects(sets) if not options.only or one.name in options.only]
    outcomes: dict[str, list[Outcome]] = {}
    releases: dict[str, str] = {}
    with TemporaryDirectory() as temporary:
        work = options.work or Path(temporary)
        work.mkdir(parents=True, exist_ok=True)
        known = _load(work)
        for tool in wanted:
            for release, outcome in measure_all(tool, with_progress(found, tool.name), known, options, work):
                outcomes.setdefault(tool.name, []).append(outcome)
                releases[tool.name] = release
            print("\n".join(_table({tool.name: outcomes[tool.name]}, name)[-1] for name in sets), flush=True)
    given = " ".join(sys.argv[1:] if arguments is None else arguments)
    text = page(outcomes, releases, sets, f"python benchmarks/side_by_side.py {given}".strip())
    if options.page:
        options.page.write_text(text, "utf-8")
    else:
        print(text)
    ours = [one for tool, everything in outcomes.items() if tool.startswith("ours") for one in everything]
    return 1 if any(one.kind == "wrong" for one in ours) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Compare with other tools on the same programs.")
    parser.add_argument("--set", choices=[*SETS, PYPERFORMANCE, "all"], default="all", help="which programs")
    parser.add_argument("--tools", metavar="NAME,...", help=f"only these of: {', '.join(tool.name for tool in TOOLS)}")
    parser.add_argument("--only", action="append", default=[], metavar="PROGRAM", help="only this program; repeatable")
    parser.add_argument("--rounds", type=int, default=7, help="rounds in each process (default: 7)")
    parser.add_argument("--processes", type=int, default=2, help="fresh processes for each pair (default: 2)")
    parser.add_argument("--minutes", type=float, default=60.0, help="for each tool (default: 60)")
    parser.add_argument("--work", type=Path, metavar="DIR", help="keep environments and measurements here")
    parser.add_argument("--page", type=Path, metavar="FILE", help="write the page here, not to standard output")
    return parser


if __name__ == "__main__":
    sys.exit(main())

"""
Well-known packages, optimized, under their own tests: the same outcome of every single test.

    python benchmarks/suites.py [--only cachetools,lark] [--cache DIR] [--json FILE]

For each package: fetch its source distribution from the package index, copy it twice, put the
optimized files of the package (but for its tests) into one copy and every legal rewrite, worth it or
not, into the other, and run the package's tests in all three, each in a fresh process that imports
the package from its copy alone. Optimizing again, and optimizing the result, have to change nothing.

Needs the package index. Runs other people's tests: nothing of this is part of the product or of CI.

Exit 1 if any of that does not hold.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
import venv
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from comparison import Comparison, Tested, compare, joined, run_outcomes, show_comparisons
from corpus import TESTS
from versions import Version, optimize_files, rewrite_everything

TEST_SECONDS: Final = 900.0
PART_SECONDS: Final = 240.0
"""For one file of tests, where they are run one at a time."""
TOOLS: Final = ("pytest==9.0.2", "hypothesis")


@dataclass(frozen=True, slots=True)
class Suite:
    """
    A source distribution, where its package is, what pytest is told, and what its tests need.

    `package` is a folder of the distribution; its last part is the module that must come from there. `apart`
    is a pattern of test files that are run one at a time, as all of them together take too long.
    """

    name: str
    version: str
    package: str
    arguments: tuple[str, ...]
    needs: tuple[str, ...] = ()
    apart: str = ""

    @property
    def module(self) -> str:
        return Path(self.package).name

    @property
    def requirement(self) -> str:
        return f"{self.name}=={self.version}"


SUITES: Final = (
    Suite("cachetools", "8.0.0", "src/cachetools", ("tests",)),
    Suite("humanize", "4.17.0", "src/humanize", (), ("freezegun",)),
    Suite("lark", "1.3.1", "lark", (), ("regex", "interegular", "atomicwrites")),
    Suite("docutils", "0.23", "docutils", ("test",)),
    Suite("mpmath", "1.4.1", "mpmath", ("-o", "addopts="), ("packaging", "pytest-timeout"), "mpmath/tests/test_*.py"),
    Suite("networkx", "3.6.1", "networkx", (), (), "networkx/**/tests/test_*.py"),
    Suite("pyparsing", "3.3.3", "pyparsing", ("tests",), ("railroad-diagrams", "jinja2")),
    Suite("schema", "0.7.8", "schema", ("test_schema.py",), ("mock",)),
    Suite("semver", "3.1.1", "src/semver", ("-o", "addopts=", "tests")),
    Suite("simpy", "4.1.2", "src/simpy", ("-o", "addopts=", "-m", "not benchmark", "tests"), ("pytest-benchmark",)),
    Suite("sqlparse", "0.6.1", "sqlparse", ("tests",)),
    Suite("tabulate", "0.10.0", "tabulate", ("test",), ("wcwidth",)),
    Suite("textdistance", "4.6.3", "textdistance", ("tests",)),
    Suite("markdown", "3.11.3", "markdown", ("-o", "python_classes=", "tests"), ("pyyaml",)),
    Suite("funcy", "2.1", "funcy", ("tests",), ("whatever",)),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit 0 when everything holds, 1 when something does not."""
    options = _parser().parse_args(arguments)
    suites = chosen(options.only)
    with tempfile.TemporaryDirectory() as folder:
        cache = options.cache or Path(folder) / "cache"
        work = Path(options.keep or folder) / "work"
        if work.exists():
            raise SystemExit(f"{work} is there already")
        interpreter = make_environment(cache, suites)
        document: dict[str, Any] = {"suites": {}}
        comparisons: list[Comparison] = []
        problems: list[str] = []
        rewritten = []
        for suite in suites:  # each of these uses all processes itself
            found, report, complaints = prepare(suite, fetch(suite, cache), work / suite.name, options)
            rewritten.append(found)
            document["suites"][suite.name] = {"version": suite.version} | report
            problems += [f"{suite.name}: {complaint}" for complaint in complaints]
        with ThreadPoolExecutor(options.jobs) as pool:
            run = partial(run_suite, interpreter, seconds=options.seconds)
            for suite, some in zip(suites, pool.map(run, suites, rewritten), strict=True):
                print(f"{suite.name}: tested", flush=True)
                comparisons += some
    show_comparisons("The packages' own tests", comparisons)
    document["tests"] = [asdict(one) for one in comparisons]
    problems += [f"the tests of {one.subject} differ" for one in comparisons if not one.same]
    document["problems"] = problems
    if options.json:
        options.json.write_text(json.dumps(document, indent=1) + "\n", "utf-8")
    print("\n".join(problems) or "all of it holds")
    return 1 if problems else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Run packages' own tests on their optimized sources.")
    parser.add_argument("--only", metavar="NAMES", help="only these packages (comma between them)")
    parser.add_argument("--versions", default="classic,every", help="optimized how (default: classic,every)")
    parser.add_argument("--chooser", default="classic", help="who chooses the rewrites (default: classic)")
    parser.add_argument("--jobs", "-n", type=int, default=2, metavar="N", help="processes (default: 2)")
    parser.add_argument("--seconds", type=float, default=TEST_SECONDS, metavar="S", help="limit for one run of tests")
    parser.add_argument("--cache", type=Path, metavar="DIR", help="keep what comes from the package index here")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="work in this folder and leave it there")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write everything found here")
    return parser


def chosen(names: str | None) -> list[Suite]:
    """The suites of these names, or all. Raises SystemExit for a name there is not."""
    known = {suite.name: suite for suite in SUITES}
    wanted = names.split(",") if names else list(known)
    unknown = [name for name in wanted if name not in known]
    if unknown:
        raise SystemExit(f"no such suite: {', '.join(unknown)} (there are: {', '.join(known)})")
    return [known[name] for name in wanted]


# From the package index


def make_environment(cache: Path, suites: Sequence[Suite]) -> Path:
    """
    An interpreter with what the tests need, and the packages themselves for their metadata.

    Which copy of a package is imported the path decides, and `outcomes.py` checks.
    """
    home = cache.resolve() / "environment"
    interpreter = home / "bin" / "python"
    if not interpreter.exists():
        venv.create(home, with_pip=True)
    needs = sorted({need for suite in suites for need in suite.needs})
    _pip(interpreter, "install", *TOOLS, *needs)
    _pip(interpreter, "install", "--no-deps", *(suite.requirement for suite in suites))
    return interpreter


def fetch(suite: Suite, cache: Path) -> Path:
    """The unpacked source distribution."""
    home = cache.resolve() / "sources" / suite.name
    if not home.exists():
        with tempfile.TemporaryDirectory() as scratch:
            as_source = ("--no-deps", "--no-binary", suite.name, "--dest", scratch)
            _pip(Path(sys.executable), "download", *as_source, suite.requirement)
            (archive,) = Path(scratch).glob("*.tar.gz")
            with tarfile.open(archive) as file:
                file.extractall(scratch, filter="data")
            (folder,) = (path for path in Path(scratch).iterdir() if path.is_dir())
            home.parent.mkdir(parents=True, exist_ok=True)
            shutil.copytree(folder, home)
    return home


def _pip(interpreter: Path, *arguments: str) -> None:
    command = [str(interpreter), "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        said = [line for line in done.stderr.splitlines() if line.startswith("ERROR")] or done.stderr.splitlines()
        raise SystemExit(f"pip {arguments[0]}: {said[-1] if said else f'exit {done.returncode}'}")


# Optimizing


@dataclass(frozen=True, slots=True)
class Copy:
    """A complete copy of a distribution with some version of its package in it."""

    label: str
    folder: Path
    rewrites: int


def prepare(
    suite: Suite, source: Path, work: Path, options: argparse.Namespace
) -> tuple[list[Copy], dict[str, Any], list[str]]:
    """The original first, then the versions asked for; what to report, and problems."""
    package = source / suite.package
    files = sorted(
        path.relative_to(package) for path in package.rglob("*.py") if TESTS.isdisjoint(path.relative_to(package).parts)
    )
    print(f"{suite.name}: {len(files)} files", flush=True)
    copies = [_copy(source, work, "original", None, suite)]
    report: dict[str, Any] = {}
    problems: list[str] = []
    for label in options.versions.split(","):
        start = time.monotonic()
        if label == "every":
            version = rewrite_everything(work / "rewritten", package, files, options.jobs)
        else:
            version = optimize_files(work / "optimized", package, files, options.chooser, options.jobs)
        copies.append(_copy(source, work, label, version, suite))
        report[label] = version.report | {"seconds": time.monotonic() - start}
        problems += version.problems
    return copies, report, problems


def _copy(source: Path, work: Path, label: str, version: Version | None, suite: Suite) -> Copy:
    folder = work / label
    shutil.copytree(source, folder)
    if version is None:
        return Copy(label, folder, 0)
    version.put(folder / suite.package)
    return Copy(label, folder, sum(version.rewrites.values()))


# Testing


def run_suite(interpreter: Path, suite: Suite, copies: Sequence[Copy], seconds: float) -> list[Comparison]:
    """Compare the tests of the first copy with those of each of the others."""
    if suite.apart:
        return run_apart(interpreter, suite, copies)
    sides = [Tested(partial(run_tests, interpreter, suite, copy.folder, seconds)) for copy in copies]
    return [
        compare(f"{suite.name} {copy.label}", copy.rewrites, sides[0], side)
        for copy, side in zip(copies[1:], sides[1:], strict=True)
    ]


def run_apart(interpreter: Path, suite: Suite, copies: Sequence[Copy]) -> list[Comparison]:
    """
    The same, a file of tests at a time.

    A file that takes the original longer than PART_SECONDS is left out, and named; the others get three times that.
    """
    totals = [Comparison(f"{suite.name} {copy.label}", copy.rewrites, {}, {}, (), (), "") for copy in copies[1:]]
    folder = copies[0].folder
    for path in sorted(folder.glob(suite.apart)):
        name = str(path.relative_to(folder))
        sides = [
            Tested(partial(run_tests, interpreter, suite, copy.folder, limit, name))
            for copy, limit in zip(copies, (PART_SECONDS, *(3 * PART_SECONDS for _ in copies[1:])), strict=True)
        ]
        passes = "passed" in sides[0].outcomes(0).values()
        if not passes or sides[0].problem:
            print(f"{suite.name}: {name} left out: {sides[0].problem or 'no test passes'}", flush=True)
            continue
        found = [compare(name, 0, sides[0], side) for side in sides[1:]]
        totals = [joined(total, part) for total, part in zip(totals, found, strict=True)]
    return totals


def run_tests(
    interpreter: Path, suite: Suite, folder: Path, seconds: float, part: str = ""
) -> tuple[dict[str, str], str]:
    """The outcome of each test in one copy, or of those of one file, and what went wrong."""
    root = folder / suite.package
    with tempfile.TemporaryDirectory() as home:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        environment = kept | {
            "PYTHONPATH": str(root.parent),
            "PYTHONHASHSEED": "0",
            "PYTHONDONTWRITEBYTECODE": "1",
            "CI": "true",  # Hypothesis then draws the same examples every time
            "HOME": home,
            "TMPDIR": home,
        }
        names = [str(root), suite.module, "-p", "no:randomly", *suite.arguments, *([part] if part else [])]
        return run_outcomes([str(interpreter)], "pytest", names, folder, environment, seconds)


if __name__ == "__main__":
    sys.exit(main())

"""
The whole standard library through `noodle-trm optimize`, and CPython's own tests on what comes out.

    python benchmarks/stdlib.py [--sample N] [--modules heapq,bisect] [--every-rewrite] [--keep DIR] [--json FILE]

1. Optimize every file of the library into a folder: it has to finish, with nothing failed.
2. Optimize again with another PYTHONHASHSEED: the same bytes.
3. Optimize the result: nothing changes any more.
4. Make two complete copies of the library, one with the optimized files in place (the tests
   themselves stay as they are), and run CPython's tests of the modules against both, each in a
   fresh interpreter that lives in that copy alone: the same outcome of every single test.

With --every-rewrite the tested modules instead get every rewrite that is legal, worth it or not,
and only step 4 follows: the hardest question to the rules.

Exit 1 if any of that does not hold.
"""

from __future__ import annotations

import argparse
import difflib
import filecmp
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from corpus import TESTS, library, library_files, sample
from table import show

MODULES: Final = (
    "heapq", "bisect", "textwrap", "calendar", "pprint", "csv", "configparser", "collections", "dataclasses", "typing",
    "optparse", "getopt", "inspect", "base64", "fnmatch", "reprlib", "sched", "contextlib", "tomllib",
)  # fmt: skip
OUTCOMES: Final = Path(__file__).with_name("outcomes.py")
TEST_SECONDS: Final = 900
MOST_REWRITES: Final = 400
DIFFERENCES_SHOWN: Final = 12


@dataclass(frozen=True, slots=True)
class Optimization:
    """One run of the command over a folder: exit status, what the receipt counts, and seconds."""

    status: int
    seconds: float
    files: int
    changed: int
    rewrites: int
    unparsed: int
    failed: tuple[str, ...]
    message: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """The tests of one module against the original and the optimized library."""

    module: str
    rewrites: int
    original: dict[str, int]
    optimized: dict[str, int]
    differences: tuple[str, ...]
    unsteady: tuple[str, ...]
    problem: str

    @property
    def same(self) -> bool:
        return not self.differences and not self.problem


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit 0 when everything holds, 1 when something does not."""
    options = _parser().parse_args(arguments)
    modules = tuple(options.modules.split(",")) if options.modules else MODULES
    files = _files(options.sample, modules)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(options.keep or folder)
        work.mkdir(parents=True, exist_ok=True)
        if any(work.iterdir()):
            raise SystemExit(f"{work} is not empty")
        if options.every_rewrite:
            document, problems = rewrite_everything(work, _files(0, modules), options.jobs)
        else:
            document, problems = optimize_library(work, files, options.chooser, options.jobs)
        if not options.no_tests:
            copy_library(work / "original", None)
            copy_library(work / "changed", work / "first")
            comparisons = compare(work, modules, options.jobs, document.pop("rewrites"))
            _show(comparisons)
            document["tests"] = [asdict(one) for one in comparisons]
            problems += [f"the tests of {one.module} differ" for one in comparisons if not one.same]
    document["problems"] = problems
    if options.json:
        options.json.write_text(json.dumps(document, indent=1) + "\n", "utf-8")
    print("\n".join(problems) or "all of it holds")
    return 1 if problems else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Optimize the standard library and run CPython's tests on it.")
    parser.add_argument("--sample", type=int, metavar="N", help="only N files besides the tested modules")
    parser.add_argument("--modules", metavar="NAMES", help="test only these modules (comma between them)")
    parser.add_argument("--chooser", default="classic", help="who chooses the rewrites (default: classic)")
    parser.add_argument("--every-rewrite", action="store_true", help="all that is legal, not only what pays")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="processes (default: 2)")
    parser.add_argument("--no-tests", action="store_true", help="leave CPython's tests out")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="work in this folder and leave it there")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write everything found here")
    return parser


def _files(count: int | None, modules: Iterable[str]) -> list[Path]:
    """The files to optimize; a sample always holds the tested modules."""
    files = library_files(tests=True)
    if count is None:
        return files
    tested = {path for path in files if path.parts[0].removesuffix(".py") in modules}
    return sorted(tested | set(sample(files, count)))


# Optimizing


def optimize_library(work: Path, files: list[Path], chooser: str, jobs: int) -> tuple[dict[str, Any], list[str]]:
    """Three runs: twice over the library, once over the result. Returns what to report, and problems."""
    for path in files:
        _copy(library() / path, work / "input" / path)
    runs = {}
    for name, source, seed in (("first", "input", 0), ("second", "input", 4242), ("third", "first", 0)):
        runs[name] = _optimize(work / source, work / name, work / f"{name}.json", chooser, jobs, seed)
        one = runs[name]
        print(
            f"{name} run: {one.seconds:.0f} s, {one.files} files, {one.changed} changed, {one.rewrites} rewrites, "
            f"{one.unparsed} do not parse, {len(one.failed)} failed",
            flush=True,
        )
    problems = [f"{name} run: exit {one.status}: {one.message}" for name, one in runs.items() if one.status]
    problems += [f"{name} run: {failure}" for name, one in runs.items() for failure in one.failed]
    problems += [f"not as it was: {path}" for path in _changed_unparsed(work)]
    problems += _differences("a second run gives other bytes", files, work / "first", work / "second")
    problems += _differences("the result is optimized further", files, work / "first", work / "third")
    document: dict[str, Any] = {"interpreter": platform.python_version(), "chooser": chooser}
    document |= {"runs": {name: asdict(one) for name, one in runs.items()}}
    return document | {"rewrites": _rewrites_by_file(work / "first.json", work / "input")}, problems


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _optimize(source: Path, target: Path, report: Path, chooser: str, jobs: int, seed: int) -> Optimization:
    command = [sys.executable, "-m", "noodlecore_trm", "optimize", str(source), "-o", str(target)]
    command += ["--chooser", chooser, "--jobs", str(jobs), "--report", str(report), "--no-cache", "--quiet"]
    start = time.monotonic()
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        cwd=source.parent,
        env=os.environ | {"PYTHONHASHSEED": str(seed)},
        check=False,
    )
    seconds = time.monotonic() - start
    said = [line for line in done.stderr.splitlines() if line.strip()]
    receipts = json.loads(report.read_text("utf-8"))["files"] if report.exists() else []
    return Optimization(
        status=done.returncode,
        seconds=seconds,
        files=len(receipts),
        changed=sum(receipt["status"] == "changed" for receipt in receipts),
        rewrites=sum(map(_kept, receipts)),
        unparsed=sum(map(_does_not_parse, receipts)),
        failed=tuple(
            f"{os.path.relpath(one['path'], source)}: {one['reason']}"
            for one in receipts
            if one["status"] == "failed" and not _does_not_parse(one)
        ),
        message=said[-1] if said else "",
    )


def _does_not_parse(receipt: dict[str, Any]) -> bool:
    """The library holds such files for its own tests; they have to come back as they were."""
    return str(receipt["reason"]).startswith("does not parse")


def _kept(receipt: dict[str, Any]) -> int:
    return sum(len(function["kept"]) for function in receipt["functions"])


def _changed_unparsed(work: Path) -> list[str]:
    """Files that do not parse and did not come back byte for byte."""
    if not (work / "first.json").exists():
        return []
    receipts = json.loads((work / "first.json").read_text("utf-8"))["files"]
    names = [os.path.relpath(one["path"], work / "input") for one in receipts if _does_not_parse(one)]
    return [name for name in names if not filecmp.cmp(work / "input" / name, work / "first" / name, shallow=False)]


def _rewrites_by_file(report: Path, source: Path) -> dict[str, int]:
    if not report.exists():
        return {}
    receipts = json.loads(report.read_text("utf-8"))["files"]
    return {os.path.relpath(one["path"], source): _kept(one) for one in receipts}


def _differences(complaint: str, files: list[Path], one: Path, other: Path) -> list[str]:
    """A line for each file that is missing or has other bytes in one of the folders."""
    names = [str(path) for path in files]
    _, different, missing = filecmp.cmpfiles(one, other, names, shallow=False)
    return [f"{complaint}: {name}" for name in different] + [f"not written: {name}" for name in missing]


def rewrite_everything(work: Path, files: list[Path], jobs: int) -> tuple[dict[str, Any], list[str]]:
    """Every legal rewrite of some files, into `work/first`. Returns what to report, and problems."""
    problems = []
    with ProcessPoolExecutor(jobs) as pool:
        for path, (text, problem) in zip(files, pool.map(_every_rewrite, files), strict=True):
            target = work / "first" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text)
            if problem:
                problems.append(f"{path}: {problem}")
    rewrites = {str(path): _places(library() / path, work / "first" / path) for path in files}
    return {"interpreter": platform.python_version(), "chooser": "every rewrite", "rewrites": rewrites}, problems


def _every_rewrite(path: Path) -> tuple[bytes, str]:
    from noodlecore_trm.emit import EmissionError
    from noodlecore_trm.ir.rewriter import RewriteError
    from noodlecore_trm.ir.verify import InvalidIR
    from noodlecore_trm.pipeline import Options, apply_rules, selected_rules

    source = (library() / path).read_bytes()
    text, problem = source, ""
    for rule in selected_rules(Options()):  # one after the other, so that pairs that undo each other settle
        try:
            text = apply_rules(text, [rule], max_rewrites=MOST_REWRITES)
        except (EmissionError, RewriteError):
            continue  # the road leaves such code alone as well
        except InvalidIR as error:
            problem = f"{rule.name}: {error}"
    return text, problem


def _places(before: Path, after: Path) -> int:
    """The number of stretches of lines in which two files differ."""
    lines = before.read_text("utf-8").splitlines(), after.read_text("utf-8").splitlines()
    return sum(tag != "equal" for tag, *_ in difflib.SequenceMatcher(None, *lines, autojunk=False).get_opcodes())


# Testing


def copy_library(home: Path, optimized: Path | None) -> None:
    """A complete library under `home`, with the optimized files (but for tests) in the place of theirs."""
    target = home / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}"
    ignored = shutil.ignore_patterns("__pycache__", "site-packages", "config-*")
    shutil.copytree(library(), target, ignore=ignored, symlinks=True, dirs_exist_ok=True)
    if optimized is not None:
        for path in optimized.rglob("*.py"):
            relative = path.relative_to(optimized)
            if TESTS.isdisjoint(relative.parts[:-1]):
                _copy(path, target / relative)


def compare(work: Path, modules: Sequence[str], jobs: int, rewrites: dict[str, int]) -> list[Comparison]:
    """Run the tests of each module against both libraries, `jobs` at a time."""
    with ThreadPoolExecutor(jobs) as pool:
        return list(pool.map(lambda module: _compare_module(work, module, rewrites), modules))


def _compare_module(work: Path, module: str, rewrites: dict[str, int]) -> Comparison:
    before, problem = run_tests(work / "original", module)
    after, other_problem = run_tests(work / "changed", module)
    differences, unsteady = _different(before, after), set[str]()
    if differences:  # a test that depends on time or chance does not fail twice
        again = _different(run_tests(work / "original", module)[0], run_tests(work / "changed", module)[0])
        differences, unsteady = differences & again, differences ^ again
    return Comparison(
        module=module,
        rewrites=sum(
            count for path, count in rewrites.items() if path == f"{module}.py" or path.startswith(f"{module}/")
        ),
        original=dict(Counter(before.values())),
        optimized=dict(Counter(after.values())),
        differences=tuple(f"{name}: {before.get(name)} -> {after.get(name)}" for name in sorted(differences)),
        unsteady=tuple(sorted(unsteady)),
        problem=problem or other_problem,
    )


def _different(before: dict[str, str], after: dict[str, str]) -> set[str]:
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def run_tests(home: Path, module: str) -> tuple[dict[str, str], str]:
    """The outcome of each test of `module` in the library under `home`, and what went wrong."""
    folder = home / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}"
    with tempfile.TemporaryDirectory() as scratch:
        report = Path(scratch) / "report.json"
        command = [os.path.realpath(sys.executable), "-X", "frozen_modules=off", str(OUTCOMES)]
        command += [str(report), str(folder), f"test.test_{module}", module]
        try:
            done = subprocess.run(
                command,
                capture_output=True,
                text=True,
                errors="replace",
                cwd=scratch,
                env=_environment(home),
                timeout=TEST_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return {}, f"no end after {TEST_SECONDS} s"
        if not report.exists():
            said = (done.stdout + done.stderr).strip().splitlines()
            return {}, said[-1] if said else f"exit {done.returncode}"
        outcomes: dict[str, str] = json.loads(report.read_text("utf-8"))["outcomes"]
    return outcomes, "" if outcomes else "no tests were found"


def _environment(home: Path) -> dict[str, str]:
    """Nothing of Python's own but the library to live in; bytecode is not shared between copies."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return kept | {"PYTHONHOME": str(home), "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}


def _show(comparisons: list[Comparison]) -> None:
    rows = [
        [
            one.module,
            str(one.rewrites),
            str(sum(one.original.values())),
            str(one.original.get("passed", 0)),
            str(one.optimized.get("passed", 0)),
            str(len(one.differences)),
            str(len(one.unsteady)),
            "same" if one.same else one.problem or "DIFFERENT",
        ]
        for one in comparisons
    ]
    header = ["module", "rewrites", "tests", "passed before", "passed after", "different", "unsteady", "verdict"]
    show("CPython's own tests", header, rows)
    for one in comparisons:
        for difference in one.differences[:DIFFERENCES_SHOWN]:
            print(f"{one.module}: {difference}")
        if len(one.differences) > DIFFERENCES_SHOWN:
            print(f"{one.module}: and {len(one.differences) - DIFFERENCES_SHOWN} more")


if __name__ == "__main__":
    sys.exit(main())

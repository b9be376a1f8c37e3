"""
Versions of a folder of Python files: through `noodle-trm optimize`, or with every legal rewrite.

Both work on a list of files relative to a root, and write what comes out below another folder.
"""

from __future__ import annotations

import difflib
import filecmp
import json
import os
import platform
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

MOST_REWRITES: Final = 100
FILE_SECONDS: Final = 60.0
OPTIMIZE_SECONDS: Final = 3600


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
class Version:
    """Where the files of a version are, its rewrites by file, what to report, and what is wrong with it."""

    folder: Path
    rewrites: dict[str, int]
    report: dict[str, Any]
    problems: list[str]

    def put(self, target: Path, but_not: frozenset[str] = frozenset()) -> None:
        """Write the files of this version over those in a complete copy, but not in folders of these names."""
        for name in self.rewrites:
            if but_not.isdisjoint(Path(name).parts[:-1]):
                copy(self.folder / name, target / name)


def copy(source: Path, target: Path) -> None:
    """Copy one file, with the folders it needs."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


# Through the command


def optimize_files(work: Path, root: Path, files: Sequence[Path], chooser: str, jobs: int) -> Version:
    """Three runs in `work`, which is empty: twice over the files, once over the result."""
    for path in files:
        copy(root / path, work / "input" / path)
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
    report: dict[str, Any] = {"interpreter": platform.python_version(), "chooser": chooser}
    report |= {"runs": {name: asdict(one) for name, one in runs.items()}}
    return Version(work / "first", _rewrites_by_file(work / "first.json", work / "input"), report, problems)


def _optimize(source: Path, target: Path, report: Path, chooser: str, jobs: int, seed: int) -> Optimization:
    command = [sys.executable, "-m", "noodlecore_trm", "optimize", str(source), "-o", str(target)]
    command += ["--chooser", chooser, "--jobs", str(jobs), "--report", str(report), "--no-cache", "--quiet"]
    command += ["--timeout", str(OPTIMIZE_SECONDS)]  # else a busy machine would decide what is found
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
    """The standard library holds such files for its own tests; they have to come back as they were."""
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


def _differences(complaint: str, files: Sequence[Path], one: Path, other: Path) -> list[str]:
    """A line for each file that is missing or has other bytes in one of the folders."""
    names = [str(path) for path in files]
    _, different, missing = filecmp.cmpfiles(one, other, names, shallow=False)
    return [f"{complaint}: {name}" for name in different] + [f"not written: {name}" for name in missing]


# All that is legal


def rewrite_everything(work: Path, root: Path, files: Sequence[Path], jobs: int) -> Version:
    """
    Every legal rewrite of the files, worth it or not, into `work`; rewrites are counted by the stretches changed.

    At most `MOST_REWRITES` of a rule in a file. After `FILE_SECONDS` no further rule has its turn in
    that file; the report then names it as `unfinished`.
    """
    problems: list[str] = []
    rewrites: dict[str, int] = {}
    unfinished: list[str] = []
    start = time.monotonic()
    with ProcessPoolExecutor(jobs) as pool:
        results = pool.map(partial(_every_rewrite, root), files)
        for path, (text, changed, finished, problem) in zip(files, results, strict=True):
            target = work / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text)
            rewrites[str(path)] = changed
            if not finished:
                unfinished.append(str(path))
            if problem:
                problems.append(f"{path}: {problem}")
    print(
        f"every rewrite: {time.monotonic() - start:.0f} s, {len(files)} files, "
        f"{sum(map(bool, rewrites.values()))} changed, {sum(rewrites.values())} stretches of lines"
        + (f"; not all of {', '.join(unfinished)}" if unfinished else ""),
        flush=True,
    )
    report = {"interpreter": platform.python_version(), "chooser": "every rewrite", "unfinished": unfinished}
    return Version(work, rewrites, report, problems)


def _every_rewrite(root: Path, path: Path) -> tuple[bytes, int, bool, str]:
    from noodlecore_trm.emit import EmissionError
    from noodlecore_trm.ir.rewriter import RewriteError
    from noodlecore_trm.ir.verify import InvalidIR
    from noodlecore_trm.options import Options
    from noodlecore_trm.pipeline import apply_rules, selected_rules

    source = (root / path).read_bytes()
    text, problem = source, ""
    end = time.process_time() + FILE_SECONDS
    for rule in selected_rules(Options()):  # one after the other, so that pairs that undo each other settle
        if time.process_time() > end:
            return text, _places(source, text), False, problem
        try:
            text = apply_rules(text, [rule], max_rewrites=MOST_REWRITES)
        except (EmissionError, RewriteError):
            continue  # the road leaves such code alone as well
        except InvalidIR as error:
            problem = f"{rule.name}: {error}"
    return text, _places(source, text), True, problem


def _places(before: bytes, after: bytes) -> int:
    """The number of stretches of lines in which two texts differ."""
    lines = before.decode("utf-8", "replace").splitlines(), after.decode("utf-8", "replace").splitlines()
    return sum(tag != "equal" for tag, *_ in difflib.SequenceMatcher(None, *lines, autojunk=False).get_opcodes())

"""
The whole standard library through `noodle-trm optimize`, and CPython's own tests on what comes out.

    python benchmarks/stdlib.py [--sample N] [--modules heapq,bisect] [--every-rewrite] [--keep DIR] [--json FILE]

1. Optimize every file of the library into a folder: it has to finish, with nothing failed.
2. Optimize again with another PYTHONHASHSEED: the same bytes.
3. Optimize the result: nothing changes any more.
4. Make two complete copies of the library, one with the optimized files in place (the tests
   themselves stay as they are), and run CPython's tests of the modules against both, each in a
   fresh interpreter that lives in that copy alone: the same outcome of every single test that is
   steady in the original (see comparison.py).

With --every-rewrite the tested modules instead get every rewrite that is legal, worth it or not,
and only step 4 follows: the hardest question to the rules.

Exit 1 if any of that does not hold.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Final

from comparison import Comparison, Tested, compare, run_outcomes, show_comparisons
from corpus import TESTS, library, library_files, sample
from versions import Version, optimize_files, rewrite_everything

MODULES: Final = (
    "heapq", "bisect", "textwrap", "calendar", "pprint", "csv", "configparser", "collections", "dataclasses", "typing",
    "optparse", "getopt", "inspect", "base64", "fnmatch", "reprlib", "sched", "contextlib", "tomllib",
    "asyncio", "gettext", "locale", "posixpath", "types", "re", "timeit", "plistlib", "wsgiref", "filecmp", "hmac",
    "trace", "pstats", "pkgutil", "gzip", "getpass", "warnings", "turtle", "selectors",
)  # fmt: skip
TEST_SECONDS: Final = 900


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
            version = rewrite_everything(work / "every", library(), _files(0, modules), options.jobs)
        else:
            version = optimize_files(work, library(), files, options.chooser, options.jobs)
        document, problems = version.report, version.problems
        if not options.no_tests:
            comparisons = test_library(work, version, modules, options.jobs)
            show_comparisons("CPython's own tests", comparisons)
            document["tests"] = [asdict(one) for one in comparisons]
            problems += [f"the tests of {one.subject} differ" for one in comparisons if not one.same]
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


def test_library(work: Path, version: Version, modules: Sequence[str], jobs: int) -> list[Comparison]:
    """Run the tests of each module against the original library and the version, `jobs` at a time."""
    original, changed = copy_library(work / "original"), copy_library(work / "changed")
    version.put(changed, but_not=TESTS)

    def compare_module(module: str) -> Comparison:
        rewrites = sum(version.rewrites[path] for path in version.rewrites if _belongs(path, module))
        sides = [Tested(partial(run_tests, folder, module)) for folder in (original, changed)]
        return compare(module, rewrites, *sides)

    with ThreadPoolExecutor(jobs) as pool:
        return list(pool.map(compare_module, modules))


def _belongs(path: str, module: str) -> bool:
    return path == f"{module}.py" or path.startswith(f"{module}/")


def copy_library(home: Path) -> Path:
    """The folder of a complete library, copied below `home` so that an interpreter can live in it."""
    target = home / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}"
    ignored = shutil.ignore_patterns("__pycache__", "site-packages", "config-*")
    shutil.copytree(library(), target, ignore=ignored, symlinks=True, dirs_exist_ok=True)
    return target


def run_tests(folder: Path, module: str) -> tuple[dict[str, str], str]:
    """The outcome of each test of `module` in the library that is `folder`, and what went wrong."""
    interpreter = [os.path.realpath(sys.executable), "-X", "frozen_modules=off"]
    names = [str(folder), f"test.test_{module}", module]
    with tempfile.TemporaryDirectory() as scratch:
        return run_outcomes(interpreter, "unittest", names, Path(scratch), _environment(folder), TEST_SECONDS)


def _environment(folder: Path) -> dict[str, str]:
    """Nothing of Python's own but the library to live in; bytecode is not shared between copies."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    home = str(folder.parents[1])
    return kept | {"PYTHONHOME": home, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}


if __name__ == "__main__":
    sys.exit(main())

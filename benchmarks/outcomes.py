"""
One fresh process that runs tests and says how each of them went.

    python outcomes.py unittest REPORT ROOT test.test_heapq heapq ...
    python outcomes.py pytest REPORT ROOT cachetools tests ...

The first runs one module of tests, which test the modules named after it; the second runs pytest with
the arguments named last, which test a package. Writes a JSON object to REPORT: `outcomes`, test id ->
passed, failed, error, skipped, ...; and `origins`, each module that is tested -> the file it was
imported from. Exits with a message if one does not come from ROOT, because then something else would
be tested.
"""

from __future__ import annotations

import importlib
import json
import os
import re
import sys
import unittest
from typing import Any, Final

ADDRESS: Final = re.compile(r" (at 0x|id=')[0-9a-f]+")  # subtests are named after their parameters


class Outcomes:
    """One word for each test, the worst where it has several parts; where `root` lies does not show in names."""

    SEVERITY = ("passed", "skipped", "expected failure", "unexpected success", "failed", "error")

    def __init__(self, root: str) -> None:
        self.root = root
        self.outcomes: dict[str, str] = {}

    def note(self, test: str, outcome: str) -> None:
        name = ADDRESS.sub(r" \1...", test.replace(self.root, "..."))
        known = self.outcomes.get(name, outcome)
        self.outcomes[name] = max(known, outcome, key=self.SEVERITY.index)


class Result(unittest.TestResult):
    """What unittest reports to."""

    def __init__(self, outcomes: Outcomes) -> None:
        super().__init__()
        self.outcomes = outcomes

    def note(self, test: unittest.TestCase, outcome: str) -> None:
        self.outcomes.note(test.id(), outcome)

    def addSuccess(self, test: unittest.TestCase) -> None:
        self.note(test, "passed")

    def addSkip(self, test: unittest.TestCase, reason: str) -> None:
        self.note(test, "skipped")

    def addExpectedFailure(self, test: unittest.TestCase, err: Any) -> None:
        self.note(test, "expected failure")

    def addUnexpectedSuccess(self, test: unittest.TestCase) -> None:
        self.note(test, "unexpected success")

    def addFailure(self, test: unittest.TestCase, err: Any) -> None:
        self.note(test, "failed")
        self.explain(test, err)

    def addError(self, test: unittest.TestCase, err: Any) -> None:
        self.note(test, "error")
        self.explain(test, err)

    def addSubTest(self, test: unittest.TestCase, subtest: unittest.TestCase, err: Any) -> None:
        if err is None:
            self.note(subtest, "passed")
        else:
            self.note(subtest, "failed" if issubclass(err[0], test.failureException) else "error")
            self.explain(subtest, err)

    def explain(self, test: unittest.TestCase, err: Any) -> None:
        print(f"{test.id()}: {err[0].__name__}: {err[1]}", file=sys.stderr)


class Plugin:
    """What pytest reports to."""

    def __init__(self, outcomes: Outcomes) -> None:
        self.outcomes = outcomes

    def pytest_collectreport(self, report: Any) -> None:
        if report.outcome != "passed":
            self.outcomes.note(report.nodeid, "error" if report.failed else "skipped")

    def pytest_runtest_logreport(self, report: Any) -> None:
        if hasattr(report, "wasxfail"):
            self.outcomes.note(report.nodeid, "unexpected success" if report.passed else "expected failure")
        elif report.skipped:
            self.outcomes.note(report.nodeid, "skipped")
        elif report.failed:
            self.outcomes.note(report.nodeid, "failed" if report.when == "call" else "error")
            print(report.nodeid, report.longreprtext.splitlines()[-1:], file=sys.stderr)
        elif report.when == "call":
            self.outcomes.note(report.nodeid, "passed")


def origins(names: list[str], root: str) -> dict[str, str]:
    """Import the modules and give the file of each, relative to the root."""
    found = {}
    for name in names:
        path = os.path.realpath(importlib.import_module(name).__file__ or "")
        if not path.startswith(os.path.realpath(root) + os.sep):
            sys.exit(f"{name} comes from {path}, not from {root}")
        found[name] = os.path.relpath(path, os.path.realpath(root))
    return found


def run_unittest(outcomes: Outcomes, test_module: str, names: list[str]) -> dict[str, str]:
    found = origins([*names, test_module], outcomes.root)
    unittest.defaultTestLoader.loadTestsFromName(test_module).run(Result(outcomes))
    return found


def run_pytest(outcomes: Outcomes, module: str, arguments: list[str]) -> dict[str, str]:
    import pytest

    status = pytest.main(["-q", "-p", "no:cacheprovider", *arguments], plugins=[Plugin(outcomes)])
    if status not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.INTERRUPTED):
        sys.exit(f"pytest: {pytest.ExitCode(status).name}")
    return origins([module], outcomes.root)


def main() -> None:
    framework, report, root, first, *others = sys.argv[1:]
    # The tests of some modules read the command line and the main module; nor are the benchmarks theirs to import.
    sys.argv[1:] = []
    sys.path.pop(0)
    outcomes = Outcomes(root)
    found = {"unittest": run_unittest, "pytest": run_pytest}[framework](outcomes, first, others)
    with open(report, "w", encoding="utf-8") as file:
        json.dump({"origins": found, "outcomes": outcomes.outcomes}, file)


if __name__ == "__main__":
    main()

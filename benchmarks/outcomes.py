"""
One fresh process that runs one of CPython's own test modules and says how each test went.

    python outcomes.py REPORT LIBRARY test.test_heapq heapq ...

Writes a JSON object to REPORT: `outcomes`, test id -> passed, failed, error, skipped, ...; and
`origins`, each module named after the test module -> the file it was imported from. Exits with a
message if a module does not come from LIBRARY, because then something else would be tested.
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


class Outcomes(unittest.TestResult):
    """Keeps one word for each test; a test with subtests has the worst of theirs."""

    SEVERITY = ("passed", "skipped", "expected failure", "unexpected success", "failed", "error")

    def __init__(self, library: str) -> None:
        super().__init__()
        self.library = library
        self.outcomes: dict[str, str] = {}

    def note(self, test: unittest.TestCase, outcome: str) -> None:
        name = ADDRESS.sub(r" \1...", test.id().replace(self.library, "..."))
        known = self.outcomes.get(name, outcome)
        self.outcomes[name] = max(known, outcome, key=self.SEVERITY.index)

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


def origins(names: list[str], library: str) -> dict[str, str]:
    """Import the modules and give the file of each, relative to the library."""
    found = {}
    for name in names:
        path = os.path.realpath(importlib.import_module(name).__file__ or "")
        if not path.startswith(os.path.realpath(library) + os.sep):
            sys.exit(f"{name} comes from {path}, not from {library}")
        found[name] = os.path.relpath(path, os.path.realpath(library))
    return found


def main() -> None:
    report, library, test_module, *names = sys.argv[1:]
    # The tests of some modules read the command line and the main module.
    sys.argv[1:] = []
    document = {"origins": origins([*names, test_module], library)}
    suite = unittest.defaultTestLoader.loadTestsFromName(test_module)
    result = Outcomes(library)
    suite.run(result)
    with open(report, "w", encoding="utf-8") as file:
        json.dump(document | {"outcomes": result.outcomes}, file)


if __name__ == "__main__":
    main()

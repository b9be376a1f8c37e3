"""`noodle-trm new-rule NAME`: the files of a new rule, ready to be filled in."""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace
from pathlib import Path

from noodlecore_trm.cli.console import CommandError, Console
from noodlecore_trm.cli.writing import told, write_output

HELP = "write the skeleton of a new rule and its fixtures"
DESCRIPTION = (
    "Write noodlecore_trm/rules/NAME.py and tests/fixtures/rules/NAME/ in the checkout you are in. "
    "The name reads after `noodlecore may ...`: verb_object or verb_object_with_x."
)

RULE = '''"""
One sentence that says what is replaced by what.

    before   ->   after

Before:

    def f(x, y):
        return x

After:

    def f(x, y):
        return x

Why: what is faster about it.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.op import Op, clone
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "reason_as_a_sentence": "the counterexample that makes it necessary",
}


@dataclass(frozen=True, slots=True)
class Proof:
    """All that build() may look at."""

    root: Op


def match(function: Function, op: Op) -> bool:
    """Cheap and syntactic."""
    return False


def prove(function: Function, op: Op) -> Proof | Refused:
    """Guard clauses first, each with its name."""
    if op.edited:
        return Refused("reason_as_a_sentence")
    return Proof(op)


def build(proof: Proof) -> Replacement:
    """Pure; cannot refuse."""
    return Replacement((Edit((proof.root,), (clone(proof.root),)),))


RULE = Rule(__name__.rpartition(".")[2], "expressions", ("call",), match, prove, build, REFUSALS)
'''

FIXTURES = {
    "case.before.py": "# calls: f(1, 2), f(\"a\", \"b\")\ndef f(x, y):\n    return x\n",
    "case.after.py": "# calls: f(1, 2), f(\"a\", \"b\")\ndef f(x, y):\n    return x\n",
    "case.refused.py": "# refused: reason_as_a_sentence\ndef f(x, y):\n    return x\n",
}


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="the rule, such as hoist_row")


def _checkout() -> Path:
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "noodlecore_trm" / "rules" / "rule.py").is_file():
            return folder
    raise CommandError("new-rule works inside a checkout of noodlecore-trm, and this is none")


def run(arguments: Namespace) -> int:
    name: str = arguments.name
    if not re.fullmatch(r"[a-z]+(_[a-z0-9]+)+", name):
        raise CommandError(f"{name}: a rule is named verb_object or verb_object_with_x, in lower case")
    root = _checkout()
    fixtures = root / "tests" / "fixtures" / "rules" / name
    files = {root / "noodlecore_trm" / "rules" / f"{name}.py": RULE}
    files |= {fixtures / case: text for case, text in FIXTURES.items()}
    for path in (*files, fixtures):
        if path.exists():
            raise CommandError(f"{path.relative_to(root)}: it is already there")
    console = Console()
    for path, text in files.items():
        with told(str(path)):
            write_output(str(path), text.encode(), program=True)
        console.say(f"wrote {path.relative_to(root)}")
    return 0

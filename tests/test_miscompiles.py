"""What the facts must not claim: each program once came out different, and now keeps the code it needs."""

from __future__ import annotations

import pytest

from noodlecore_trm.pipeline import apply_rules
from noodlecore_trm.rules import load

KEPT = {
    "a type checked in the loop is not known before it": (
        "hoist_invariant",
        """
def total(items, step):
    result = 0
    for item in items:
        if type(step) is int:
            result += step * 1000
    return result
""",
    ),
    "a pattern reads a variable": (
        "remove_dead_store",
        """
def is_whole(number):
    kind = int
    match number:
        case kind():
            return True
    return False
""",
    ),
    "a pattern reads an index": (
        "iterate_directly",
        """
def find(text):
    words = text.split()
    for number in range(len(words)):
        match words[number]:
            case number.real:
                return words[number]
""",
    ),
    "a name of an except clause is unbound in the next turn": (
        "expand_min_max",
        """
def least(count, low):
    error = 5
    found = 0
    for _ in range(count):
        found = min(low, error)
        try:
            int("a")
        except ValueError as error:
            pass
    return found
""",
    ),
}


@pytest.mark.parametrize("title", KEPT)
def test_the_rule_leaves_it_alone(title: str) -> None:
    rule, source = KEPT[title]
    assert apply_rules(source.encode(), [load()[rule]]).decode() == source


@pytest.mark.parametrize("element", ["(lambda x: square(x))", "(square(x) for x in range(3))"])
def test_a_check_does_not_hold_for_what_runs_later(element: str) -> None:
    source = f"""
def square(x):
    return x * x


def prepare(count):
    found = []
    for _ in range(count):
        found.append({element})
    return found
"""
    rules = [load()["specialize_loop"], load()["inline_function"]]
    changed = apply_rules(source.encode(), rules).decode()
    assert "(x * x if square is _square else square(x)" in changed.replace(": x * x", ": (x * x")
    namespace: dict[str, object] = {}
    exec(compile(changed, "changed", "exec"), namespace)
    prepare = namespace["prepare"]
    assert callable(prepare)
    made = prepare(2)[0]
    namespace["square"] = str
    answer = list(made) if hasattr(made, "__next__") else [made(number) for number in range(3)]
    assert answer == ["0", "1", "2"]

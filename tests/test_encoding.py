"""Functions and their candidates as arrays: always the same, whatever things are called, and back from files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from campaign.draw import draw

from noodlecore_trm.choosers.chooser import State
from noodlecore_trm.choosers.cost import cost, size
from noodlecore_trm.choosers.trm import encode_state
from noodlecore_trm.encoding import (
    MOST_OPS,
    Action,
    BadSamples,
    Sample,
    TooLarge,
    Vocabulary,
    current_vocabulary,
    encode,
    identity,
    load_samples,
    save_samples,
)
from noodlecore_trm.encoding.storage import SCHEMA, read_arrays, write_arrays
from noodlecore_trm.encoding.vocabulary import COLUMNS, CONTEXT, OUTLOOK, RELATIONS, TYPES
from noodlecore_trm.ir.facts import Function, ModuleFacts
from noodlecore_trm.ir.op import Module
from noodlecore_trm.options import Options
from noodlecore_trm.parse import parse_module
from noodlecore_trm.pipeline import selected_rules
from noodlecore_trm.profile.seen import seen_in_comments
from noodlecore_trm.rules import load
from noodlecore_trm.rules.listing import Candidate, RuleTable, find, own_ops
from noodlecore_trm.translate import translate

ROOT = Path(__file__).parent.parent
RULES = tuple(load())
VOCABULARY = current_vocabulary(RULES)
TABLE = RuleTable(selected_rules(Options()))
COLUMN = {name: place for place, name in enumerate(COLUMNS)}

SOURCE = """
def best(words, limit):
    found = None
    for place in range(limit):
        for word in words:
            if word == "a" or word == "b" or word == "c":
                found = min(found, len(word))
        total = [later(each, key=2) for each in words if each]
    return found, total


def later(word, key):
    del key
    return word
"""
RENAMED = {
    "best": "zz", "words": "b", "limit": "aa", "found": "words", "place": "x_1", "word": "limit", "total": "q",
    "later": "earlier", "each": "word",
}  # fmt: skip


def functions(source: str | bytes) -> list[Function]:
    """The functions of a module in order, then its own body."""
    parsed = parse_module(source.encode() if isinstance(source, str) else source)
    module: Module = translate(parsed)
    observed = seen_in_comments(parsed.source) if parsed.source.startswith(b"# seen:") else None
    facts = ModuleFacts(module, observed=observed)
    return [Function(facts, op) for op in (*module.functions, None)]


def state_of(function: Function, remaining: int | None = None, slack: int | None = None) -> State:
    candidates = find(function, TABLE).candidates
    body = function.body
    return State(function, candidates, cost(body), size(body), remaining, slack, lambda sequence: None)


def encoded(function: Function, vocabulary: Vocabulary = VOCABULARY) -> Sample:
    state = state_of(function)
    known = [each for each in state.candidates if each.rule.name in vocabulary.rule_numbers]
    return encode_state(state, known, vocabulary, {})


def renamed(source: str) -> str:
    return re.sub(r"(?<![.\w])[a-z]+\w*", lambda found: RENAMED.get(found[0], found[0]), source)


def test_the_same_function_gives_the_same_bytes() -> None:
    first, again = ([encoded(each) for each in functions(SOURCE)] for _ in range(2))
    assert [each.to_bytes() for each in first] == [each.to_bytes() for each in again]
    assert first == again
    assert len(set(first)) == len(first)
    assert len(first[0].actions) >= 2


def test_names_of_variables_change_nothing() -> None:
    other = renamed(SOURCE)
    assert "def zz(b, aa)" in other
    ours, theirs = functions(SOURCE), functions(other)
    assert [encoded(each) for each in ours] == [encoded(each) for each in theirs]
    assert [identity(each) for each in ours] == [identity(each) for each in theirs]


@pytest.mark.parametrize(
    ("old", "new"),
    [("min(", "max("), ("range(limit)", "range(3)"), ("or word == \"c\"", "and word == \"c\""), ("if each", "if 1"),
     ("key=2", "key=3"), ("return found, total", "return total, found"), ("len(word)", "word.size")],
)  # fmt: skip
def test_what_a_function_does_changes_its_identity(old: str, new: str) -> None:
    assert old in SOURCE
    ours, theirs = functions(SOURCE)[0], functions(SOURCE.replace(old, new))[0]
    assert identity(ours) != identity(theirs)


def test_layout_comments_and_the_contents_of_strings_are_no_difference() -> None:
    other = SOURCE.replace('"b"', "'q'").replace("    found = None", "    # nothing yet\n    found = (None)")
    assert identity(functions(SOURCE)[0]) == identity(functions(other)[0])
    assert encoded(functions(SOURCE)[0]) == encoded(functions(other)[0])


def test_a_row_says_what_is_known_of_an_op() -> None:
    source = "def f(n):\n    kept = []\n    for i in range(4):\n        kept.append(i + 0.5)\n    return kept\n"
    (function, _) = functions(source)
    sample = encoded(function)
    rows = dict(zip(own_ops(function.body.ops), sample.ops, strict=True))

    def of(kind: str, column: str) -> Any:
        return next(row[COLUMN[column]] for op, row in rows.items() if op.kind == kind)

    assert VOCABULARY.kinds[of("list", "kind") - 1] == "list"
    assert TYPES[of("list", "type")] == "own list"
    assert TYPES[of("binary", "type")] == "float"
    assert (of("binary", "depth"), of("list", "depth")) == (1, 0)
    assert VOCABULARY.words[of("binary", "word") - 1] == "+"
    assert VOCABULARY.words[of("getattr", "word") - 1] == "append"
    assert of("for", "turns") == 4, "4 to 7"
    assert of("store", "uses") == 3, "it is read twice"


def test_edges_come_in_pairs() -> None:
    backwards = {0: 3, 1: 3, 2: 3, 4: 5, 6: 7, 8: 9}
    (function, *_) = functions(SOURCE)
    edges = {tuple(map(int, edge)) for edge in encoded(function).edges}
    assert {relation for relation, _, _ in edges} == set(range(len(RELATIONS)))
    for relation, teller, hearer in edges:
        if relation in backwards:
            assert (backwards[relation], hearer, teller) in edges


def test_budgets_and_profile_are_told() -> None:
    (function, *_) = functions(SOURCE)
    plain = encode(function, [], VOCABULARY)
    tight = encode(function, [], VOCABULARY, remaining=2, slack=5)
    (seen, *_) = functions("# seen: word == 'a': 3 1\n" + SOURCE)
    names = [
        {name for name, a, b in zip(CONTEXT, plain.context, other.context, strict=True) if a != b}
        for other in (tight, encode(seen, [], VOCABULARY))
    ]
    assert names == [{"remaining", "slack"}, {"profile"}]
    assert plain.actions.shape == (0, 2)
    assert plain.outlook.shape == (0, len(OUTLOOK))


# vocabularies


def test_what_the_vocabulary_lacks() -> None:
    (function, *_) = functions(SOURCE)
    kinds = tuple(kind for kind in VOCABULARY.kinds if kind != "comprehension")
    words = tuple(word for word in VOCABULARY.words if word != "min")
    rules = [name for name in RULES if name != "expand_min_max"]
    poorer = Vocabulary(tuple(reversed(rules)), kinds, words)
    ours, theirs = encoded(function), encoded(function, poorer)
    unknown = [op.kind == "comprehension" for op in own_ops(function.body.ops)]
    assert any(unknown)
    assert [row[COLUMN["kind"]] == 0 for row in theirs.ops] == unknown
    assert (ours.edges == theirs.edges).all()
    names = [VOCABULARY.rules[number] for _, number in ours.actions]
    assert "expand_min_max" in names
    assert [poorer.rules[number] for _, number in theirs.actions] == [
        name for name in names if name != "expand_min_max"
    ]
    state = state_of(function)
    with pytest.raises(KeyError, match="expand_min_max"):
        encode_state(state, state.candidates, poorer, {})


def test_a_vocabulary_comes_back_from_json() -> None:
    again = Vocabulary.from_dict(json.loads(json.dumps(VOCABULARY.to_dict())))
    assert again == VOCABULARY
    assert again.rule_numbers == VOCABULARY.rule_numbers


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"version": 1}, "a vocabulary of version 1, not 2"),
        ({"rules": ["a", "a"]}, "a name stands twice"),
        ({"rules": [1]}, "a name is no string"),
        ({"kinds": [f"k{i}" for i in range(300)]}, "there are too many"),
        ({"words": None}, "no vocabulary"),
    ],
)
def test_no_vocabulary(change: dict[str, Any], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        Vocabulary.from_dict({**VOCABULARY.to_dict(), **change})
    with pytest.raises(ValueError, match="no vocabulary"):
        Vocabulary.from_dict({"version": 2})


# robustness


def test_too_large() -> None:
    source = "def f(a):\n" + "    a = a + 1\n" * (MOST_OPS // 4)
    (function, _) = functions(source)
    assert len(encoded(function).ops) == MOST_OPS
    (function, _) = functions(source + "    return a\n")
    with pytest.raises(TooLarge, match="a function of more than 512 ops"):
        encode(function, [], VOCABULARY)
    with pytest.raises(TooLarge, match="a function of more than 3 ops"):
        encode(function, [], VOCABULARY, most=3)


def programs() -> Iterator[str]:
    for number in range(60):
        yield draw(5, number).program.source
    for path in sorted((ROOT / "benchmarks" / "programs").glob("*.py"))[:6]:
        yield path.read_text("utf-8")


@pytest.mark.filterwarnings("ignore::SyntaxWarning")
def test_any_function_can_be_encoded(tmp_path: Path) -> None:
    """Random programs and real ones: all numbers are in range, which is what reading them back checks."""
    samples, identities = [], []
    for source in programs():
        for function in functions(source):
            try:
                samples.append(encoded(function))
            except TooLarge:
                assert function.is_module
                continue
            identities.append(identity(function))
            assert len(samples[-1].ops) == sum(1 for _ in own_ops(function.body.ops))
    assert sum(len(each.actions) for each in samples) > 100
    save_samples(tmp_path / "all.npz", samples, identities, VOCABULARY)
    again, names, vocabulary = load_samples(tmp_path / "all.npz")
    assert (again, names, vocabulary) == (samples, identities, VOCABULARY)


# files


def few() -> tuple[list[Sample], list[str]]:
    given = functions(SOURCE)
    return [encoded(each) for each in given], [identity(each) for each in given]


def test_files_have_the_same_bytes_and_nothing_is_left_behind(tmp_path: Path) -> None:
    for name in ("a.npz", "b.npz"):
        save_samples(tmp_path / name, *few(), VOCABULARY)
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.npz", "b.npz"]
    save_samples(tmp_path / "none.npz", [], [], VOCABULARY)
    assert load_samples(tmp_path / "none.npz") == ([], [], VOCABULARY)
    with pytest.raises(ValueError, match="3 samples and 1 identities"):
        save_samples(tmp_path / "c.npz", few()[0], ["a"], VOCABULARY)


def test_every_truncated_file_is_refused(tmp_path: Path) -> None:
    save_samples(tmp_path / "a.npz", *few(), VOCABULARY)
    whole = (tmp_path / "a.npz").read_bytes()
    for length in range(0, len(whole), max(1, len(whole) // 60)):
        (tmp_path / "a.npz").write_bytes(whole[:length])
        with pytest.raises(BadSamples, match="no samples"):
            load_samples(tmp_path / "a.npz")


def test_a_changed_byte_is_noticed_or_does_not_matter(tmp_path: Path) -> None:
    samples, identities = few()
    save_samples(tmp_path / "a.npz", samples, identities, VOCABULARY)
    whole = (tmp_path / "a.npz").read_bytes()
    refused = []
    for place in range(0, len(whole), max(1, len(whole) // 300)):
        changed = bytearray(whole)
        changed[place] ^= 0xFF
        (tmp_path / "a.npz").write_bytes(bytes(changed))
        try:
            found = load_samples(tmp_path / "a.npz")
        except BadSamples as problem:
            refused.append(str(problem))
        else:
            assert found == (samples, identities, VOCABULARY)
    assert len(refused) > 200
    assert all(each.startswith(f"{tmp_path / 'a.npz'}: ") and "\n" not in each for each in refused)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ops", 255), ("edges", 511), ("actions", 511), ("context", 99), ("outlook", float("nan")), ("ops_rows", 1),
        ("outlook_rows", 0),
    ],
)  # fmt: skip
def test_numbers_out_of_range(tmp_path: Path, name: str, value: float) -> None:
    path = tmp_path / "a.npz"
    save_samples(path, *few(), VOCABULARY)
    document, arrays = read_arrays(path, SCHEMA)
    arrays[name].flat[0] = value
    write_arrays(path, document, arrays)
    with pytest.raises(BadSamples, match=r"out of range|cut off"):
        load_samples(path)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"schema": "urn:other:1"}, "samples of another kind: urn:other:1"),
        ({"vocabulary": {"version": 9}}, "no samples: a vocabulary of version 9, not 2"),
        ({"identities": ["a"]}, "no samples: "),
        ({"identities": 3}, "no samples: "),
    ],
)
def test_documents_of_another_kind(tmp_path: Path, change: dict[str, Any], reason: str) -> None:
    path = tmp_path / "a.npz"
    save_samples(path, *few(), VOCABULARY)
    document, arrays = read_arrays(path, SCHEMA)
    write_arrays(path, {**document, **change}, arrays)
    with pytest.raises(BadSamples, match=re.escape(f"{path}: {reason}")):
        load_samples(path)
    write_arrays(path, document, {name: array for name, array in arrays.items() if name != "edges"})
    with pytest.raises(BadSamples, match="edges"):
        load_samples(path)


def test_an_action_is_told_by_its_row_and_outlook() -> None:
    (function, *_) = functions(SOURCE)
    candidates: tuple[Candidate, ...] = state_of(function).candidates
    actions = [Action(each, 0.5, 200, 0.25, 0.125) for each in candidates]
    sample = encode(function, actions, VOCABULARY)
    rows = list(own_ops(function.body.ops))
    assert [rows[row] for row, _ in sample.actions] == [each.op for each in candidates]
    assert (sample.outlook == np.array([0.5, 2.0, 0.25, 0.125], np.float32)).all()

"""The road as a whole: settled, the same every time, and silent where it cannot help."""

from __future__ import annotations

import ast
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from noodlecore_trm import Options, optimize, pipeline
from noodlecore_trm.emit import emit
from noodlecore_trm.errors import OptimizationError
from noodlecore_trm.pipeline import Result
from noodlecore_trm.receipts import FileReceipt, Receipt, summarize
from noodlecore_trm.receipts.reference import schema
from noodlecore_trm.receipts.text import render_text
from noodlecore_trm.validate.bounds import TimeVerdict

ROOT = Path(__file__).parent.parent
CLASSIC = Options(chooser="classic")

CLAMP = b"""\
def clamp(value, low, high):
    return max(low, min(value, high))
"""
LOOPS = b"""\
def norm(points):
    best = 0
    i = 0
    while i < 10:
        best = max(best, i * i % 7)
        i += 1
    rows = []
    for word in "a b c".split():
        rows.append(word)
    return best, rows, [point for point in points if point == 1 or point == 2 or point == 3]


def square(x):
    return x * x


def total(n):
    result = 0
    for i in range(n):
        result += square(i)
    return result
"""


def sources() -> dict[str, bytes]:
    """Programs from the examples and benchmarks, and the two above."""
    found = {"clamp": CLAMP, "loops": LOOPS}
    for name in ("examples/distance.py", "benchmarks/programs/sieve.py", "benchmarks/programs/knapsack.py"):
        found[name] = (ROOT / name).read_bytes()
    return found


def receipt_of(*files: FileReceipt) -> dict[str, object]:
    return Receipt(
        tool={"name": "noodlecore-trm", "version": "0"},
        interpreter={"implementation": "cpython", "version": "3.11", "cache_tag": "cpython-311"},
        options={},
        files=files,
        summary=summarize(files),
    ).to_dict()


# settled and repeatable


@pytest.mark.parametrize("source", sources().values(), ids=sources())
@pytest.mark.parametrize("chooser", ["classic", "search"])
def test_a_second_run_changes_nothing(source: bytes, chooser: str) -> None:
    if chooser == "search" and len(source) > 800:
        pytest.skip("searching a large file takes long, and shows no more than the small ones")
    options = Options(chooser=chooser)
    once = optimize(source, options=options)
    again = optimize(once.optimized, options=options)
    assert again.optimized == once.optimized
    assert not again.changed
    assert again.receipt.status == "unchanged"


def test_the_sources_here_do_change() -> None:
    assert all(optimize(source, options=CLASSIC).changed for source in (CLAMP, LOOPS))


PROGRAM = """
import sys
from dataclasses import replace
from pathlib import Path
from noodlecore_trm import Options, optimize
for name in sys.argv[2:]:
    result = optimize(Path(name).read_bytes(), options=Options(chooser=sys.argv[1]))
    functions = result.receipt.functions
    changes = [(change.rule, change.line) for function in functions for change in function.kept]
    refusals = [(each.rule, each.line, each.reason) for function in functions for each in function.refused]
    print(result.receipt.sha256_after, changes, refusals)
"""


@pytest.mark.parametrize("chooser", ["classic", "search"])
def test_the_same_in_every_process(chooser: str, tmp_path: Path) -> None:
    files = []
    for number, source in enumerate(sources().values() if chooser == "classic" else [CLAMP, LOOPS]):
        files.append(str(tmp_path / f"{number}.py"))
        Path(files[-1]).write_bytes(source)
    outputs = set()
    for seed in ("0", "1", "4242"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, chooser, *files],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        outputs.add(done.stdout)
    assert len(outputs) == 1
    assert "expand_min_max" in outputs.pop()


# what cannot be handled comes back


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (b"def f(:\n    pass\n", "does not parse: 1:"),
        (b"x = 1\n\ty = 2\n", "does not parse: 2:"),
        (b"x = 1\0\n", "does not parse: 1:"),
        (b"print 'two'\n", "does not parse: 1:"),
        (b"\xff\xfe\x00", "does not parse: "),
        (b"# coding: no-such-codec\n", "does not parse: "),
        (b"x = '\xe4'\n", "does not parse: "),
        (b"x = " + b"(" * 2000 + b")" * 2000, "does not parse: "),
    ],
)
def test_what_does_not_parse_comes_back(source: bytes, reason: str) -> None:
    result = optimize(source, filename="broken.py", options=CLASSIC)
    assert result.optimized == source
    assert not result.changed
    assert result.diff() == ""
    assert result.receipt.status == "unchanged"
    assert result.receipt.reason.startswith(reason)
    assert result.receipt.functions == ()


NOTHING_TO_DO = {
    "empty": b"",
    "newline": b"\n",
    "no newline at the end": b"x = 1",
    "a comment": b"# nothing",
    "form feed": b"x = 1\n\x0c\ny = 2\n",
    "latin-1": "# -*- coding: latin-1 -*-\nname = 'Müller'\n".encode("latin-1"),
    "crlf": b"def f(a):\r\n    return a\r\n",
    "cr": b"def f(a):\r    return a\r",
    "bom": b"\xef\xbb\xbfx = 1\n",
    "only a bom": b"\xef\xbb\xbf",
    "mixed newlines": b"x = 1\r\ny = 2\nz = 3\r",
    "deep": b"x = " + b"-" * 900 + b"1\n",
    "long": b"x = 0" + b" + 1" * 500 + b"\n",
    "a long sum of the same": b"def f(a):\n    return a" + b" + a" * 800 + b"\n",
}


@pytest.mark.parametrize("source", NOTHING_TO_DO.values(), ids=NOTHING_TO_DO)
def test_where_there_is_nothing_to_do_nothing_is_done(source: bytes) -> None:
    result = optimize(source, options=CLASSIC)
    assert result.optimized == source
    assert (result.receipt.status, result.receipt.reason) == ("unchanged", "")


DRESSED = {
    "latin-1": ("# -*- coding: latin-1 -*-\n# Grüße\n".encode("latin-1"), b"\n"),
    "crlf": (b"", b"\r\n"),
    "cr": (b"", b"\r"),
    "bom": (b"\xef\xbb\xbf", b"\n"),
    "bom and crlf": (b"\xef\xbb\xbf# first\r\n", b"\r\n"),
    "form feed": (b"import os\n\x0c\n", b"\n"),
}


@pytest.mark.parametrize(("head", "newline"), DRESSED.values(), ids=DRESSED)
def test_encoding_and_newlines_stay_where_something_changes(head: bytes, newline: bytes) -> None:
    source = head + CLAMP.replace(b"\n", newline) + LOOPS.replace(b"\n", newline)
    result = optimize(source, options=CLASSIC)
    assert result.changed
    assert result.optimized.startswith(head)
    assert ast.dump(ast.parse(result.optimized)) != ast.dump(ast.parse(source))
    kinds = {"\r\n": result.optimized.count(b"\r\n")}
    kinds |= {mark: result.optimized.count(mark.encode()) - kinds["\r\n"] for mark in ("\n", "\r")}
    own_head = head.count(b"\n") if newline == b"\n" else 0
    assert {mark for mark, count in kinds.items() if count} == {newline.decode()} or own_head
    body = optimize(CLAMP + LOOPS, options=CLASSIC).optimized
    assert result.optimized.removeprefix(head).replace(newline, b"\n") == body


def test_text_that_the_encoding_cannot_say_stays_escaped() -> None:
    source = (
        b"# coding: latin-1\ndef f(x, y):\n    name = 'M\xfcller'\n    return name, min('\\u20ac' + x, '\\u20ac')\n"
    )
    result = optimize(source, options=CLASSIC)
    here: list[dict[str, object]] = [{}, {}]
    exec(source, here[0])
    exec(result.optimized, here[1])
    calls = [place["f"] for place in here]
    answers = [call("a", "b") for call in calls if callable(call)]
    assert answers[0] == answers[1] == ("Müller", "€")


def test_a_result_that_cannot_be_encoded_comes_back_unchanged(monkeypatch: pytest.MonkeyPatch) -> None:
    foreign = "łow".encode()
    monkeypatch.setattr("noodlecore_trm.pipeline.emit_verified", lambda module: emit(module).replace(b"low", foreign))
    source = b"# coding: latin-1\n" + CLAMP
    result = optimize(source, options=CLASSIC)
    assert result.optimized == source
    assert result.receipt.reason == "the result cannot be written in iso-8859-1"
    assert all(not function.kept for function in result.receipt.functions)


def test_a_result_that_does_not_parse_comes_back_unchanged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("noodlecore_trm.pipeline.emit_verified", lambda module: emit(module) + b")")
    result = optimize(CLAMP, options=CLASSIC)
    assert result.optimized == CLAMP
    assert result.receipt.reason == "the result does not parse"


def test_text_as_str() -> None:
    result = optimize(CLAMP.decode(), options=CLASSIC)
    assert result.original == CLAMP
    assert result.optimized == optimize(CLAMP, options=CLASSIC).optimized


# limits


@pytest.mark.parametrize("most", [0, 1, 2, 3])
@pytest.mark.parametrize("chooser", ["classic", "search"])
def test_max_rewrites_is_for_the_whole_file(most: int, chooser: str) -> None:
    result = optimize(CLAMP + LOOPS, options=Options(chooser=chooser, max_rewrites=most))
    kept = [change for function in result.receipt.functions for change in function.kept]
    assert len(kept) <= most
    assert result.changed == bool(kept)
    if most and chooser == "classic":
        assert len(kept) == most


@pytest.mark.parametrize("ratio", [0.5, 1.0, 1.05, 1.2])
def test_max_size(ratio: float) -> None:
    result = optimize(CLAMP + LOOPS, options=Options(chooser="classic", max_size=ratio))
    assert len(result.optimized) <= max(1.0, ratio) * len(result.original)


def test_no_time_means_no_change() -> None:
    assert not optimize(CLAMP, options=Options(chooser="classic", timeout=0.0)).changed


def test_a_long_function_is_left_half_way_and_settles(monkeypatch: pytest.MonkeyPatch) -> None:
    loops = "".join(f"    for i in xs:\n        total += min(i, {number})\n" for number in range(12))
    source = f"def f(xs):\n    total = 0\n{loops}    return total\n".encode()

    def looked_at(ops: int) -> tuple[int, bytes]:
        effort = pipeline.Effort
        monkeypatch.setattr(pipeline, "Effort", lambda timeout, least=ops: effort(timeout, least))
        result = optimize(source, options=Options(chooser="classic"))
        monkeypatch.setattr(pipeline, "Effort", effort)
        assert result.receipt.reason == ""
        return sum(len(function.kept) for function in result.receipt.functions), result.optimized

    some, text = looked_at(1500)
    assert 0 < some < looked_at(1_000_000)[0] == 12
    assert looked_at(1500) == (some, text)
    ast.parse(text)


def test_a_number_too_long_for_decimal_is_no_trouble() -> None:
    number = "0x" + 5000 * "f"
    source = f"def f():\n    return [{number} for turn in range(9)]\n"
    result = optimize(source, options=Options(chooser="classic"))
    assert result.receipt.reason == ""
    assert result.changed


def rules_kept(options: Options, source: bytes = CLAMP + LOOPS) -> set[str]:
    return {change.rule for function in optimize(source, options=options).receipt.functions for change in function.kept}


def test_select_and_ignore() -> None:
    everything = rules_kept(CLASSIC)
    assert {"expand_min_max", "convert_while_to_range"} <= everything
    assert rules_kept(Options(chooser="classic", select=("expand_min_max",))) == {"expand_min_max"}
    assert "expand_min_max" not in rules_kept(Options(chooser="classic", ignore=("expand_min_max",)))
    both = Options(chooser="classic", select=("expand_min_max",), ignore=("expand_min_max",))
    assert rules_kept(both) == set()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (Options(select=("expand_min_maxx",)), "there is no rule 'expand_min_maxx'"),
        (Options(ignore=("",)), "there is no rule ''"),
        (Options(chooser="best"), "unknown chooser 'best'"),
    ],
)
def test_options_that_make_no_sense(options: Options, message: str) -> None:
    with pytest.raises(OptimizationError, match=message):
        optimize(CLAMP, options=options)


# comments that switch it off


def test_a_line_that_is_off() -> None:
    source = b"""\
def f(a, b):
    x = min(a, b)  # noodle: off
    return max(x, b)
"""
    text = optimize(source, options=CLASSIC).optimized
    assert b"    x = min(a, b)  # noodle: off\n" in text
    assert b"max(" not in text


def test_a_function_that_is_off() -> None:
    source = CLAMP.replace(b":\n", b":  # noodle: off\n", 1)
    text = optimize(source + LOOPS, options=CLASSIC).optimized
    assert text.startswith(source)
    assert text != source + LOOPS


def test_a_file_that_is_off() -> None:
    result = optimize(b"# noodle: off\n" + CLAMP, options=CLASSIC)
    assert not result.changed
    assert result.receipt.reason == "switched off by a comment"


def test_the_words_in_a_string_switch_nothing_off() -> None:
    assert optimize(b'"""# noodle: off"""\n' + CLAMP, options=CLASSIC).changed


@pytest.mark.parametrize("name", ["exec('x = 1')", "locals()", "eval('low')", "vars()"])
def test_code_that_sees_its_own_variables_is_left_alone(name: str) -> None:
    source = CLAMP.replace(b"    return", f"    {name}\n    return".encode())
    result = optimize(source, options=CLASSIC)
    assert not result.changed
    assert result.receipt.functions[0].dynamic


# receipts


def test_receipts_follow_the_schema() -> None:
    checker = Draft202012Validator(schema())
    broken = optimize(b"def f(:\n", filename="broken.py", options=CLASSIC)
    results = [optimize(source, filename=f"{name}.py") for name, source in sources().items()]
    document = receipt_of(*(result.receipt for result in (*results, broken)))
    assert [error.message for error in checker.iter_errors(document)] == []
    assert Receipt.from_dict(json.loads(json.dumps(document))).to_dict() == document


def test_what_a_receipt_says(no_model: None) -> None:
    result = optimize(CLAMP, filename="clamp.py")
    receipt = result.receipt
    assert (receipt.path, receipt.status, receipt.reason) == ("clamp.py", "changed", "")
    assert receipt.sha256_before == hashlib.sha256(CLAMP).hexdigest()
    assert receipt.sha256_after == hashlib.sha256(result.optimized).hexdigest()
    assert (receipt.bytes_before, receipt.bytes_after) == (len(CLAMP), len(result.optimized))
    assert (receipt.verdict.structure, receipt.verdict.time) == ("passed", "skipped")
    assert set(receipt.times) == {"parse", "translate", "choose", "validate", "emit"}
    (function,) = receipt.functions
    assert (function.qualname, function.line) == ("clamp", 1)
    assert (function.chooser, function.fallback_reason) == ("classic", "no model installed")
    assert [(change.rule, change.line, change.tier, change.guard) for change in function.kept] == [
        ("expand_min_max", 2, "S0", "")
    ] * 2
    assert function.tried == 2


def test_it_is_told_how_rewrites_were_chosen(no_model: None) -> None:
    (reasoning,) = optimize(CLAMP).reasoning
    assert (reasoning.qualname, reasoning.line, reasoning.planned) == ("clamp", 1, False)
    first, judged, end, *again = reasoning.steps
    assert first.startswith("step 0, reasoning: expand_min_max (line 2)")
    assert judged.startswith("step 0, supervising: score +0.0000; static cost ")
    assert end == "completed: no model installed; the answer of step 0 is taken"
    assert again == []
    (reasoning,) = optimize(CLAMP, options=Options(chooser="search")).reasoning
    assert any(step.startswith("completed: search gives one answer") for step in reasoning.steps)


def test_guarded_changes_say_their_guard() -> None:
    changes = [change for each in optimize(LOOPS, options=CLASSIC).receipt.functions for change in each.kept]
    guarded = [change for change in changes if change.rule in ("inline_function", "specialize_loop")]
    assert guarded
    assert all(change.tier == "S1" and "square is _square" in change.guard for change in guarded)
    assert all(change.tier == "S0" for change in changes if not change.guard)


# judges


def test_a_calls_file_is_run_and_counted(tmp_path: Path) -> None:
    calls = tmp_path / "calls.py"
    calls.write_text("clamp(1, 0, 10)\nclamp(-1, 0, 10)\nclamp(1, 'a', 2)\n")
    result = optimize(CLAMP, filename="clamp.py", options=Options(chooser="classic", calls=str(calls)))
    assert result.changed
    assert result.receipt.verdict.behaviour == "passed"
    (function,) = result.receipt.functions
    assert {change.evidence for change in function.kept} == {"CHECKED"}
    assert all(change.executions >= 3 for change in function.kept)


def test_a_result_that_behaves_differently_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = b">= low"
    monkeypatch.setattr("noodlecore_trm.pipeline.emit_verified", lambda module: emit(module).replace(b"> low", wrong))
    calls = tmp_path / "calls.py"
    calls.write_text("clamp(0.0, 0, 1)\n")
    result = optimize(CLAMP, filename="clamp.py", options=Options(chooser="classic", calls=str(calls)))
    assert not result.changed
    assert result.receipt.verdict.behaviour == "failed"
    assert "clamp(0.0, 0, 1)" in result.receipt.reason


def test_a_calls_file_that_cannot_be_used(tmp_path: Path) -> None:
    calls = tmp_path / "calls.py"
    calls.write_text("x = 1\n")
    with pytest.raises(OptimizationError, match="only expressions"):
        optimize(CLAMP, options=Options(chooser="classic", calls=str(calls)))
    with pytest.raises(OptimizationError, match="nowhere"):
        optimize(CLAMP, options=Options(chooser="classic", calls=str(tmp_path / "nowhere.py")))


def test_measuring_without_calls_keeps_nothing() -> None:
    result = optimize(CLAMP, options=Options(chooser="classic", measure=True))
    assert not result.changed
    assert "needs calls" in result.receipt.reason
    (function,) = result.receipt.functions
    assert function.kept == ()
    assert {change.rule for change in function.taken_back} == {"expand_min_max"}


def test_the_text_form_says_why_a_judge_sent_a_file_back() -> None:
    result = optimize(CLAMP, filename="clamp.py", options=Options(chooser="classic", measure=True))
    text = render_text(Receipt.from_dict(receipt_of(result.receipt)))
    assert text.startswith("clamp.py: unchanged, time was not measured: it needs calls to run\n")
    assert "        2  expand_min_max  taken back, time was not measured: it needs calls to run\n" in text


# the gate of time


TWO = b"""\
def low(values):
    best = 0
    for value in values:
        best = min(best, value)
    return best


def high(values):
    best = 0
    for value in values:
        best = max(best, value)
    return best


count = 0
for i in range(100):
    count += i % 7
"""


class FakeClock:
    """Says that every version is faster but those in which a word is missing."""

    tells_functions_apart = True

    def __init__(self, *words: bytes) -> None:
        self.words = words
        self.asked: list[str] = []

    def __call__(self, before: bytes, after: bytes, function: str) -> TimeVerdict:
        self.asked.append(function)
        passed = all(word in after for word in self.words)
        return TimeVerdict("passed" if passed else "failed", 1.5, 1.4 if passed else 0.9, detail="" if passed else "no")


def gated(monkeypatch: pytest.MonkeyPatch, clock: FakeClock, source: bytes = TWO) -> Result:
    monkeypatch.setattr("noodlecore_trm.pipeline.Clock", lambda *_, **__: clock)
    return optimize(source, options=Options(chooser="classic", measure=True))


def test_functions_are_timed_one_by_one_and_then_together(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = FakeClock()
    result = gated(monkeypatch, clock)
    assert clock.asked == ["low", "<module>", "high", ""]
    assert result.optimized == optimize(TWO, options=CLASSIC).optimized
    assert result.receipt.verdict.time == "passed"
    assert {(each.evidence, each.ratio, each.lower_bound) for each in result.receipt.kept} == {("MEASURED", 1.5, 1.4)}


def test_what_is_not_faster_is_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    result = gated(monkeypatch, FakeClock(b"_loop("))
    assert b"best = min(best, value)" in result.optimized
    assert b"best = max(best, value)" in result.optimized, "alone it leaves the loop of the module as it was"
    assert b"_loop(" in result.optimized
    by_name = {function.qualname: function for function in result.receipt.functions}
    assert [change.rule for change in by_name["<module>"].kept] == ["move_loop_into_function"]
    for name in ("low", "high"):
        (lost,) = by_name[name].taken_back
        assert (lost.rule, lost.reason, lost.ratio, lost.lower_bound) == ("expand_min_max", "no", 1.5, 0.9)
        assert by_name[name].kept == ()
    assert not Draft202012Validator(schema()).is_valid(receipt_of(result.receipt) | {"files": [{}]})
    Draft202012Validator(schema()).validate(receipt_of(result.receipt))


def test_a_file_that_is_not_faster_as_a_whole_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    class Together(FakeClock):
        def __call__(self, before: bytes, after: bytes, function: str) -> TimeVerdict:
            return TimeVerdict("failed" if function == "" else "passed", 1.1, 0.9, detail="not together")

    result = gated(monkeypatch, Together())
    assert not result.changed
    assert (result.receipt.verdict.time, result.receipt.reason) == ("failed", "not together")
    assert sum(len(function.taken_back) for function in result.receipt.functions) == 3


def test_what_cannot_be_told_apart_is_timed_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    class Whole(FakeClock):
        tells_functions_apart = False

    clock = Whole()
    assert gated(monkeypatch, clock).changed
    assert clock.asked == [""]
    assert not gated(monkeypatch, Whole(b"never there")).changed


def test_measured_with_calls(tmp_path: Path) -> None:
    calls = tmp_path / "calls.py"
    calls.write_text("low(list(range(200, 0, -1)))\n")
    options = Options(chooser="classic", measure=True, calls=str(calls))
    result = optimize(TWO[: TWO.index(b"count")], options=options)
    by_name = {function.qualname: function for function in result.receipt.functions}
    (kept,) = by_name["low"].kept
    assert kept.evidence == "MEASURED"
    assert kept.lower_bound is not None
    assert kept.lower_bound > 1.0
    assert b"max(best, value)" in result.optimized
    assert [change.reason for change in by_name["high"].taken_back] == ["no call runs it"]


def test_a_guard_says_what_it_costs() -> None:
    result = optimize(LOOPS, options=CLASSIC)
    costs = {change.rule: change.guard_cost for change in result.receipt.kept if change.guard}
    assert costs["specialize_loop"] is not None
    assert costs["specialize_loop"] > 0
    assert costs["inline_function"] is None, "it stands on the check that is already there"


COUNTING = b"""
def squares(text):
    total = 0
    size = len(text.split())
    i = 0%s
    while i < size:
        total += i * i
        i += 1
    return total
"""


@pytest.mark.parametrize("comment", [b"", b"  # noodle: off"])
def test_a_statement_that_is_switched_off_is_not_changed_by_a_rewrite_that_begins_elsewhere(comment: bytes) -> None:
    source = COUNTING % comment
    assert (optimize(source, options=Options(chooser="classic")).optimized == source) is bool(comment)


COMMENTED = b"""
def neighbors(cells, x, y):
    found = 0
    for dx, dy in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        found += (x + dx, y + dy) in cells  # noqa
    return found


def copy():
    a = [1, 2, 3]
    t = []
    for x in a:  # noqa
        t.append(x)
    return t
"""


def test_a_comment_that_is_written_four_times_does_not_stand_for_another_one_like_it() -> None:
    done = optimize(COMMENTED, options=Options(chooser="classic")).optimized
    unrolled, extended = done.split(b"def copy")
    assert unrolled.count(b"# noqa") == 4
    assert extended.count(b"# noqa") == 1
    assert b"extend" in extended


LONG = b"""
def fahrenheit(degrees, minutes, seconds):
    return degrees + minutes / 60.0 + seconds / 3600.0


def check(rows):
    for degrees, minutes, seconds in rows:
        assert 2 * fahrenheit(degrees, minutes, seconds) == 0, \\
            "%s"
"""


@pytest.mark.parametrize("message", ["wrong", "wrong " * 12])
def test_no_line_becomes_longer_than_is_good(message: str) -> None:
    done = optimize(LONG % message.encode(), options=Options(chooser="classic")).optimized
    assert max(map(len, done.splitlines())) <= 120
    assert done == LONG % message.encode()

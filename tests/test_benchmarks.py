"""The benchmark programs compute what is stored, also when optimized; the scripts run on a few files."""

from __future__ import annotations

import argparse
import dataclasses
import hashlib
import json
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "benchmarks"), str(ROOT / "ir_corpus")]

import comparison  # noqa: E402
import corpus  # noqa: E402
import interleave  # noqa: E402
import made_up  # noqa: E402
import outcomes  # noqa: E402
import pyperformance_programs  # noqa: E402
import race  # noqa: E402
import refresh  # noqa: E402
import roundtrip  # noqa: E402
import serving  # noqa: E402
import side_by_side  # noqa: E402
import speed  # noqa: E402
import stdlib  # noqa: E402
import suites  # noqa: E402
import table  # noqa: E402
import throughput  # noqa: E402

from noodlecore_trm import Options  # noqa: E402

PROGRAMS = corpus.programs()
KEPT_FOR_DEVELOPMENT = {
    "checksums",
    "date_arithmetic",
    "exam_statistics",
    "formula_parser",
    "gauss_elimination",
    "letter_templates",
    "log_lines",
    "resize_image",
    "runge_kutta",
    "sales_report",
    "shapes",
    "sor_relaxation",
    "stack_language",
    "sudoku",
}


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_a_program_computes_what_is_expected(program: corpus.Program) -> None:
    assert corpus.result_of(program.source, program.path.name, program.name) == program.expected()


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_an_optimized_program_computes_what_is_expected(program: corpus.Program) -> None:
    result = speed.optimized(program, Options(chooser="classic"))
    assert result.receipt.status in ("changed", "unchanged")
    assert corpus.result_of(result.optimized, program.path.name, program.name) == program.expected()


def test_there_are_enough_programs_of_ordinary_size() -> None:
    assert len(PROGRAMS) >= 20
    assert sum(program.is_script for program in PROGRAMS) >= 3
    assert all(program.source.count(b"\n") <= 140 for program in PROGRAMS)


@pytest.mark.parametrize("name", corpus.SETS)
def test_results_are_stored_for_the_programs_of_the_set_and_no_others(name: str) -> None:
    stored = json.loads((corpus.SETS[name] / corpus.EXPECTED).read_text("utf-8"))
    assert [program.name for program in corpus.programs(sets=(name,))] == sorted(stored)


def test_a_name_stands_for_one_program() -> None:
    assert len(PROGRAMS) == sum(len(list(folder.glob("*.py"))) for folder in corpus.SETS.values())


def test_the_held_out_programs_were_drawn_by_the_hash_of_their_names() -> None:
    held_out = {program.name for program in PROGRAMS if program.set == "held-out"}
    assert held_out.isdisjoint(KEPT_FOR_DEVELOPMENT)
    drawn = sorted(held_out | KEPT_FOR_DEVELOPMENT, key=lambda name: hashlib.sha256(name.encode()).digest())
    assert set(drawn[:24]) == held_out


def test_an_unknown_program_is_named() -> None:
    with pytest.raises(SystemExit, match="no such program: nothing"):
        corpus.programs(("nothing",))


def test_library_files_leave_tests_out_unless_asked_for() -> None:
    without = set(corpus.library_files(tests=False))
    whole = set(corpus.library_files(tests=True))
    assert Path("heapq.py") in without < whole
    assert Path("unittest/case.py") in without
    assert not any("site-packages" in path.parts for path in whole)


def test_a_sample_is_spread_and_never_larger_than_asked_for() -> None:
    files = [Path(str(number)) for number in range(10)]
    assert corpus.sample(files, 2) == [Path("0"), Path("5")]
    assert corpus.sample(files, 0) == []
    assert corpus.sample(files, 99) == files
    assert corpus.sample(files, None) == files


def test_versions_are_run_in_turn_and_all_their_results_are_kept(tmp_path: Path) -> None:
    versions = {}
    for label, result in (("original", "1"), ("optimized", "2")):
        (tmp_path / label).mkdir()
        (tmp_path / label / "program.py").write_text(f"def run():\n    return {result}\n", "utf-8")
        versions[label] = corpus.load("program", str(tmp_path / label))
    measured = interleave.interleave(versions, 4)
    assert measured["results"] == {"original": ["1"], "optimized": ["2"]}
    assert {label: len(seconds) for label, seconds in measured["times"].items()} == {"original": 4, "optimized": 4}


def _run(results: dict[str, list[str]]) -> race.Race:
    return race.Race(({label: [1.0] for label in results},), (results,))


def test_a_wrong_result_is_not_measured() -> None:
    (program,) = corpus.programs(("collatz",))
    expected = [program.expected()]
    speed._check(program, _run({"original": expected, "optimized": expected, "copy": expected}))
    with pytest.raises(race.WrongResult, match=r"collatz \(optimized\): expected \(6171, 262\), got 7"):
        speed._check(program, _run({"original": expected, "optimized": ["7"], "copy": expected}))


def test_a_ratio_is_the_median_over_rounds_and_then_over_processes() -> None:
    first = {"original": [2.0, 2.0, 9.0], "other": [1.0, 2.0, 1.0]}
    second = {"original": [4.0], "other": [1.0]}
    found = race.Race((first, second), ({}, {}))
    assert found.ratio("other") == race.Ratio(3.0, 2.0, 4.0)
    assert found.milliseconds == 3000.0


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("raise ValueError('not today')", "p: ValueError: not today"),
        ("import os; os._exit(3)", "p: exit status 3"),
        ("while True: pass", "p: no end after 1 s"),
    ],
)
def test_a_version_that_does_not_run_is_told_of(text: str, problem: str, tmp_path: Path) -> None:
    (tmp_path / "p.py").write_text(text, "utf-8")
    with pytest.raises(race.DidNotRun) as told:
        race.race("corpus", "p", {"original": tmp_path}, 1, 1, timeout=1.0)
    assert str(told.value) == problem


def test_the_geometric_mean_lies_in_its_interval() -> None:
    values = [1.0, 1.1, 2.0, 4.0]
    low, high = race.bootstrap(values, draws=500)
    assert low < race.geomean(values) < high
    assert race.geomean([2.0, 8.0]) == pytest.approx(4.0)


def test_the_null_control_is_summed_up_beside_the_ratios() -> None:
    summary = race.summarize([2.0, 0.5, 1.0], [1.01, 0.99, 1.0])
    assert (summary["programs"], summary["faster"], summary["slower"], summary["lowest"]) == (3, 1, 1, 0.5)
    assert summary["geomean"] == pytest.approx(1.0)
    assert (summary["null_lowest"], summary["null_highest"]) == (0.99, 1.01)


# pyperformance: a program of our own in the place of one of theirs


def _tiny(module: Any, folder: Path) -> pyperformance_programs.Job:
    return pyperformance_programs.Job(lambda: module.work(3), lambda: module.work(5))


@pytest.fixture
def tiny(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A program in two files that brings a `re` of its own, and a folder with it."""
    monkeypatch.setitem(pyperformance_programs.PROGRAMS, "tiny", _tiny)
    monkeypatch.setitem(pyperformance_programs.LIBRARIES, "tiny", ("re",))
    folder = tmp_path / "tiny"
    (folder / "re").mkdir(parents=True)
    (folder / "re" / "__init__.py").write_text("KIND = 'our own'\n", "utf-8")
    (folder / "helper_of_tiny.py").write_text("import re\n\ndef kind():\n    return re.KIND\n", "utf-8")
    text = "def work(n):\n    import helper_of_tiny\n    print(n)\n    return helper_of_tiny.kind() * n\n"
    (folder / "run_benchmark.py").write_text(text, "utf-8")
    return folder


def test_a_version_has_its_own_modules_and_leaves_the_others_alone(tiny: Path) -> None:
    others = dict(sys.modules)
    version = pyperformance_programs.load("tiny", str(tiny))
    assert version.timed()[1] == 3 * "our own"
    assert version.check() == hashlib.sha256(f"{5 * 'our own'!r}\n5\n".encode()).hexdigest()
    assert sys.modules["re"] is others["re"]
    assert not {"run_benchmark", "helper_of_tiny"} & set(sys.modules)
    assert str(tiny) not in sys.path


def test_a_module_from_elsewhere_is_not_timed(tiny: Path) -> None:
    (tiny / "run_benchmark.py").write_text("import re\n", "utf-8")
    shutil.rmtree(tiny / "re")
    with pytest.raises(ImportError, match=r"^re\b.* comes from .*, not from"):
        pyperformance_programs.load("tiny", str(tiny))


def test_a_folder_is_optimized_file_by_file(tmp_path: Path) -> None:
    (tmp_path / "before").mkdir()
    source = "def f(xs):\n    best = 0\n    for x in xs:\n        best = max(best, len(x))\n    return best\n"
    (tmp_path / "before" / "run_benchmark.py").write_text(source, "utf-8")
    receipt = pyperformance_programs.optimize_folder(tmp_path / "before", tmp_path / "after", ())
    assert pyperformance_programs.kept_rules(receipt) == {"expand_min_max": 1}
    assert "max(" not in (tmp_path / "after" / "run_benchmark.py").read_text("utf-8")


def test_versions_that_show_different_things_are_wrong() -> None:
    same = {"original": ["1"], "copy": ["1"], "S0+S1": ["1"], "S2": ["1"]}
    pyperformance_programs.check_results("p", _run(same))
    with pytest.raises(race.WrongResult, match=r"p \(S2\)"):
        pyperformance_programs.check_results("p", _run(same | {"S2": ["2"]}))


@pytest.mark.skipif(find_spec("pyperformance") is None, reason="needs the extra `bench`")
def test_a_program_of_pyperformance_is_copied_with_what_it_is_about(tmp_path: Path) -> None:
    pyperformance_programs.copy_sources("regex_compile", tmp_path / "original")
    files = {str(path.relative_to(tmp_path / "original")) for path in (tmp_path / "original").rglob("*.py")}
    assert {"run_benchmark.py", "bm_regex_v8.py", "re/__init__.py", "re/_parser.py"} <= files


# side by side


def _outcome(tool: str, name: str, kind: str, ratio: float = 0.0, of: str = "development") -> side_by_side.Outcome:
    return side_by_side.Outcome(tool, of, name, kind, ratio, "what it said of secret" if kind == "wrong" else "")


def test_the_page_counts_what_failed_and_keeps_held_out_programs_to_itself() -> None:
    outcomes = {
        "opast": [
            _outcome("opast", "a", "measured", 4.0),
            _outcome("opast", "b", "measured", 0.5),
            _outcome("opast", "c", "wrong"),
            _outcome("opast", "d", "not built"),
            _outcome("opast", "e", "not tried"),
            _outcome("opast", "secret", "wrong", of="held-out"),
        ]
    }
    text = side_by_side.page(outcomes, {"opast": "1.2"}, ["development", "held-out"], "the command")
    assert "| opast | 2 | 1.41 | 1.19 | 0.50 | 1 | 1 | 1 | 1 | 1 |" in text
    assert "| a | 4.00 |" in text
    assert "| c | wrong |" in text
    assert "- opast, `c`, wrong: what it said of secret" in text
    assert "- opast, a held-out program, wrong: what it said of ..." in text
    assert "| secret |" not in text
    assert "<!-- Written by `the command`. -->" in text


def _build(text: str) -> side_by_side.Tool:
    def build(python: Path, source: Path, target: Path) -> None:
        if not text:
            raise side_by_side.NotBuilt("cannot")
        (target / source.name).write_text(text, "utf-8")

    return side_by_side.Tool("tool", "", (), "", build)


@pytest.mark.parametrize(
    ("text", "kind", "detail"),
    [
        ("def run():\n    return (6171, 262)\n", "measured", ""),
        ("def run():\n    return (6171, 263)\n", "wrong", "another result"),
        ("def run():\n    raise ValueError('no')\n", "wrong", "collatz: ValueError: no"),
        ("", "not built", "cannot"),
    ],
)
def test_what_a_tool_makes_is_held_against_the_stored_result(text: str, kind: str, detail: str) -> None:
    (subject,) = [one for one in side_by_side.subjects(["development"]) if one.name == "collatz"]
    outcome = side_by_side.measure(_build(text), Path(sys.executable), subject, 1, 1)
    assert (outcome.kind, outcome.detail) == (kind, detail)
    assert (outcome.ratio > 1) == (kind == "measured")


def test_compilers_get_no_scripts() -> None:
    subject = next(one for one in side_by_side.subjects(["development"]) if one.is_script)
    tool = dataclasses.replace(_build("x"), compiles=True)
    assert side_by_side.measure(tool, Path(sys.executable), subject, 1, 1).kind == "not tried"


def test_every_program_is_compared_and_a_part_of_them_is_no_choice_of_ours() -> None:
    found = side_by_side.subjects([*corpus.SETS, side_by_side.PYPERFORMANCE])
    assert len(found) == len(PROGRAMS) + len(pyperformance_programs.PROGRAMS)
    assert [one.name for one in found] != sorted(one.name for one in found)
    assert len({one.set for one in found[:20]}) == 3


def test_a_run_that_was_broken_off_goes_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--set", "development", "--tools", "nothing", "--only", "collatz", "--rounds", "1"]
    arguments += ["--processes", "1", "--work", str(tmp_path)]
    assert side_by_side.main(arguments) == 0
    first = capsys.readouterr().out
    stored = (tmp_path / "outcomes.json").read_text("utf-8")
    assert side_by_side.main(arguments) == 0
    assert capsys.readouterr().out == first
    assert (tmp_path / "outcomes.json").read_text("utf-8") == stored


def test_speed_reports_every_program_it_was_asked_for(tmp_path: Path) -> None:
    report = tmp_path / "speed.json"
    status = speed.main(["--only", "queens", "--rounds", "1", "--processes", "1", "--json", str(report)])
    document = json.loads(report.read_text("utf-8"))
    assert status in (0, 1)
    assert list(document["sets"]) == ["development"]
    development = document["sets"]["development"]
    assert [one["name"] for one in development["programs"]] == ["queens"]
    assert "rules" in development["programs"][0]
    assert development["summary"]["geomean"] == pytest.approx(development["programs"][0]["ratio"])


def test_speed_reports_the_sets_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = tmp_path / "speed.json"
    arguments = ["--only", "queens", "--only", "maze", "--rounds", "1", "--processes", "1", "--json", str(report)]
    assert speed.main(arguments) in (0, 1)
    sets = json.loads(report.read_text("utf-8"))["sets"]
    assert {name: [one["name"] for one in found["programs"]] for name, found in sets.items()} == {
        "development": ["queens"],
        "held-out": ["maze"],
    }
    assert "rules" not in sets["held-out"]["programs"][0]
    printed = capsys.readouterr().out
    assert "development: geomean" in printed
    assert "held-out: geomean" in printed


def test_only_programs_of_the_set_can_be_asked_for() -> None:
    with pytest.raises(SystemExit, match="no such program: maze"):
        speed.main(["--set", "development", "--only", "maze"])


def test_made_up_calls_that_fit_reach_more(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = "def f(rows):\n    total = 0\n    for a, b in rows:\n        total += a * b\n    return total // 2\n"
    (tmp_path / "program.py").write_text(source, "utf-8")
    assert made_up.main([str(tmp_path)]) == 0
    title, _, _, *rows = capsys.readouterr().out.splitlines()
    assert title == "1 functions"
    share = {row[:13].strip(): float(row.split()[-3].rstrip("%")) for row in rows}
    assert share["any arguments"] < share["both"] < share["that fit"] == 100


def test_throughput_counts_what_it_travelled(tmp_path: Path) -> None:
    report = tmp_path / "throughput.json"
    assert throughput.main(["--sample", "4", "--imports", "1", "--json", str(report)]) in (0, 1)
    document = json.loads(report.read_text("utf-8"))
    assert document["files"] == 4
    assert set(document["seconds"]) == set(throughput.STAGES)
    assert document["lines"] == sum(
        (corpus.library() / path).read_bytes().count(b"\n")
        for path in corpus.sample(corpus.library_files(tests=False), 4)
    )


def test_importing_the_package_loads_the_standard_library_only() -> None:
    assert throughput.import_cost(1)[1] == []


def test_some_files_come_back_from_the_round_trip() -> None:
    for path in ("heapq.py", "unittest/case.py", "tomllib/_parser.py"):
        failures = [failure for failure in roundtrip.check((path, True)) if failure[1] != roundtrip.DOES_NOT_PARSE]
        assert failures == []


def test_a_crash_of_a_round_trip_check_is_a_finding() -> None:
    def crash() -> None:
        raise ValueError("first line\nsecond line")

    assert roundtrip._message(crash) == "ValueError: first line"


@pytest.mark.skipif(find_spec("test.test_bisect") is None, reason="this Python comes without its tests")
def test_a_few_modules_of_the_library_are_optimized_and_pass_their_tests(tmp_path: Path) -> None:
    report = tmp_path / "stdlib.json"
    assert stdlib.main(["--sample", "2", "--modules", "bisect", "--json", str(report)]) == 0
    document = json.loads(report.read_text("utf-8"))
    assert document["problems"] == []
    assert document["runs"]["first"]["files"] >= 2
    assert document["runs"]["third"]["changed"] == 0
    assert document["tests"][0]["original"] == document["tests"][0]["optimized"]
    assert document["tests"][0]["original"]["passed"] > 20


PACKAGE = """
def parity(text):
    size = len(text)
    return size == 1 or size == 3 or size == 5
"""
PACKAGE_TESTS = """
import pytest
from spoon import parity

@pytest.mark.parametrize("text", ["", "a", "ab"])
def test_parity(text):
    assert parity(text) is (text == "a")

def test_wrong():
    assert parity("") is True

@pytest.mark.skip
def test_skipped(): pass

@pytest.mark.xfail
def test_expected(): assert False
"""


def test_a_package_is_tested_in_every_version(tmp_path: Path) -> None:
    suite = suites.Suite("spoon", "1", "src/spoon", ("test_spoon.py",))
    source = tmp_path / "source"
    (source / "src" / "spoon").mkdir(parents=True)
    (source / "src" / "spoon" / "__init__.py").write_text(PACKAGE, "utf-8")
    (source / "test_spoon.py").write_text(PACKAGE_TESTS, "utf-8")
    options = argparse.Namespace(versions="classic,every", chooser="classic", jobs=1)
    copies, report, problems = suites.prepare(suite, source, tmp_path / "work", options)
    assert [copy.label for copy in copies] == ["original", "classic", "every"]
    assert copies[2].rewrites == 1
    assert (problems, set(report)) == ([], {"classic", "every"})
    for one in suites.run_suite(Path(sys.executable), suite, copies, 60):
        assert one.same
        assert one.original == {"passed": 3, "failed": 1, "skipped": 1, "expected failure": 1}
    (copies[1].folder / "src" / "spoon" / "__init__.py").write_text("def parity(text): return True", "utf-8")
    one, other = suites.run_suite(Path(sys.executable), suite, copies, 60)
    assert one.differences == (
        "test_spoon.py::test_parity[]: passed -> failed",
        "test_spoon.py::test_parity[ab]: passed -> failed",
        "test_spoon.py::test_wrong: failed -> passed",
    )
    assert other.same


def test_a_package_from_elsewhere_is_not_tested(tmp_path: Path) -> None:
    suite = suites.Suite("json", "1", "json", ("test_json.py",))
    (tmp_path / "test_json.py").write_text("import json\ndef test_it(): assert json.loads('1') == 1\n", "utf-8")
    outcomes, problem = suites.run_tests(Path(sys.executable), suite, tmp_path, 60)
    assert outcomes == {}
    assert problem.startswith("json comes from ")


def test_an_unknown_suite_is_named() -> None:
    assert [suite.name for suite in suites.chosen("lark,funcy")] == ["lark", "funcy"]
    with pytest.raises(SystemExit, match="no such suite: spoon"):
        suites.chosen("spoon")


def _tested(*rounds: dict[str, str]) -> comparison.Tested:
    """A version whose tests come out like this, round after round."""
    return comparison.Tested(iter([(outcomes, "") for outcomes in (*rounds, *[rounds[-1]] * 9)]).__next__)


def test_a_changed_outcome_is_a_difference() -> None:
    before = {"a": "passed", "b": "skipped", "c": "passed"}
    found = comparison.compare("s", 3, _tested(before), _tested(before | {"b": "passed", "d": "failed"}))
    assert found.differences == ("b: skipped -> passed", "d: not run -> failed")
    assert (found.original, found.unsteady, found.same) == ({"passed": 2, "skipped": 1}, (), False)


def test_what_differs_between_runs_of_the_original_is_unsteady() -> None:
    steady, other = {"a": "passed", "b": "passed"}, {"a": "failed", "b": "passed"}
    found = comparison.compare("s", 0, _tested(steady, other), _tested(other, steady))
    assert (found.differences, found.unsteady, found.same) == ((), ("a",), True)
    found = comparison.compare("s", 0, _tested(steady, other, steady), _tested(other))
    assert (found.differences, found.unsteady, found.same) == ((), ("a",), True)


def test_a_test_that_fails_once_in_the_version_only_is_a_difference() -> None:
    steady, other = {"a": "passed"}, {"a": "failed"}
    found = comparison.compare("s", 0, _tested(steady), _tested(other, steady))
    assert found.differences == ("a: passed -> failed or passed",)


def test_tests_of_which_none_passes_say_nothing() -> None:
    failing = _tested({"collection": "error"})
    assert comparison.compare("s", 0, failing, failing).problem == "no test passes in the original"


def test_tests_that_do_not_run_are_not_the_same() -> None:
    broken = comparison.Tested(lambda: ({}, "no end after 900 s"))
    found = comparison.compare("s", 0, broken, broken)
    assert (found.same, found.problem, found.differences) == (False, "no end after 900 s", ())


def test_a_module_from_elsewhere_is_not_tested(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="heapq comes from"):
        outcomes.origins(["heapq"], str(tmp_path))


def test_outcomes_of_subtests_are_kept_apart_from_addresses(tmp_path: Path) -> None:
    module = tmp_path / "test_sample_module.py"
    module.write_text(
        "import unittest\n"
        "class T(unittest.TestCase):\n"
        "    def test_parts(self):\n"
        "        for part in (object(), 1):\n"
        "            with self.subTest(part=part):\n"
        "                self.assertEqual(part, 1)\n"
        "    @unittest.skip('not now')\n"
        "    def test_skipped(self): pass\n",
        "utf-8",
    )
    names, environment = [str(tmp_path), module.stem], {"PYTHONPATH": str(tmp_path)}
    seen, problem = comparison.run_outcomes([sys.executable], "unittest", names, tmp_path, environment, 60)
    assert problem == ""
    assert seen == {
        "test_sample_module.T.test_parts (part=<object object at 0x...>)": "failed",
        "test_sample_module.T.test_parts (part=1)": "passed",
        "test_sample_module.T.test_skipped": "skipped",
    }


def test_a_table_aligns_numbers_to_the_right() -> None:
    assert table._plain(["name", "n"], [["a", "10"], ["long name", "2"]]) == [
        "name        n",
        "---------  --",
        "a          10",
        "long name   2",
    ]


def test_the_printed_ir_is_current() -> None:
    assert [path.name for path in refresh.outdated()] == []


def test_the_example_runs() -> None:
    done = subprocess.run([sys.executable, str(ROOT / "examples" / "distance.py")], capture_output=True, text=True)
    assert done.stdout == "every program stays the same while the snake reads very quick\n"


def test_what_a_model_costs(tmp_path: Path) -> None:
    model = serving.read_model(serving.drawn_model(tmp_path / "m"))
    costs = list(serving.function_costs(model, [ROOT / "benchmarks" / "programs" / "histogram.py"], rounds=1))
    assert costs
    assert all(0 < each.ops <= serving.MOST_OPS and each.actions > 0 for each in costs)
    assert all(each.thinking > 0 for each in costs)
    for path in serving.files_of_200_lines(3):
        assert 180 <= len(path.read_text("utf-8").splitlines()) <= 220

"""Labels: what is made of a corpus, the files it is kept in, and the command that does it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from labelled import PICK

from noodlecore_trm.choosers.trm import APPLIED, UNFIT
from noodlecore_trm.cli import main
from noodlecore_trm.encoding import BadSamples
from noodlecore_trm.encoding.vocabulary import CONTEXT, OUTLOOK, VERDICT
from noodlecore_trm.teacher import harvest
from noodlecore_trm.teacher.corpus import BadCorpus, parse_program, read_programs, read_splits
from noodlecore_trm.teacher.cost import Counter, shipped_weights
from noodlecore_trm.teacher.generated import FAMILIES, generate, generated
from noodlecore_trm.teacher.joining import join
from noodlecore_trm.teacher.joining import main as join_command
from noodlecore_trm.teacher.labelling import Task, _counter, label, tasks, vocabulary
from noodlecore_trm.teacher.labels import BUDGETS, Labels, load_labels, save_labels

COMMAND = (sys.executable, "-m", "noodlecore_trm", "label")
CORPUS = Path(__file__).parent.parent / "ir_corpus" / "programs"
SUM = """\
# calls: total(8), total(0)
def total(n):
    xs = [i * 0.5 for i in range(n)]
    s = 0.0
    for i in range(len(xs)):
        s = s + xs[i]
    return s
"""
FIND = """\
# calls: wanted([3, 12, 7])
def squares(n):
    found = []
    i = 0
    while i < n:
        if i in [1, 4, 9]:
            found.append(i)
        i += 1
    return found


def wanted(sizes):
    rows = []
    for size in sizes:
        rows.append(len(squares(size)))
    return rows + sorted(range(200), key=lambda i: -i)


def never(n):
    i = 0
    while i < n:
        i += 1
    return i


def same(x):
    return x + x
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for place, text in {"sums/total": SUM, "words/find": FIND}.items():
        path = tmp_path / "corpus" / f"{place}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (tmp_path / "corpus" / "splits.json").write_text('{"train": ["sums"], "held_out": ["words"]}')
    return tmp_path / "corpus"


@pytest.fixture(scope="module")
def total() -> Labels:
    (task,) = tasks([parse_program("sums", "total", SUM.encode())], 12)
    labels = label(task).labels
    assert labels is not None
    return labels


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_labels_of_a_function(total: Labels) -> None:
    assert (total.family, total.program, total.qualname) == ("sums", "total", "total")
    assert len(total.samples) == len(total.worth) == len(total.targets) == len(total.verdicts) == len(total.expanded)
    assert len(total.costs) == len(total.static) == len(total.sizes) > 1
    for sample, told, worth, targets, version in zip(
        total.samples, total.verdicts, total.worth, total.targets, total.expanded, strict=True
    ):
        assert worth.shape == (len(BUDGETS), len(sample.actions))
        fits = targets >= 0
        at_once = np.log(total.costs[version] / total.costs[targets[fits]])
        assert worth[0, fits] == pytest.approx(at_once, abs=1e-6)
        assert (np.diff(worth[:, fits], axis=0) >= 0).all()
        assert told.outcomes.tolist() == np.where(fits, APPLIED, UNFIT).tolist()
        change = np.log(total.static[version] / total.static[targets[fits]])
        assert told.numbers[fits, VERDICT.index("change")] == pytest.approx(change, abs=1e-5)
        assert len(told.opens) == len(sample.actions)
    assert np.nanmax(total.worth[0][-1]) > 0.1


def test_labels_come_back_from_their_file(total: Labels, tmp_path: Path) -> None:
    path = tmp_path / "x.npz"
    save_labels(path, [total], vocabulary())
    (read,), known = load_labels(path)
    assert known == vocabulary()
    for name in ("identity", "family", "program", "qualname", "samples"):
        assert getattr(read, name) == getattr(total, name)
    for one, other in zip(read.verdicts, total.verdicts, strict=True):
        for name in ("outcomes", "opens", "numbers"):
            assert getattr(one, name).dtype == getattr(other, name).dtype
            np.testing.assert_array_equal(getattr(one, name), getattr(other, name))
    for name in ("worth", "targets"):
        for one, other in zip(getattr(read, name), getattr(total, name), strict=True):
            assert one.dtype == other.dtype
            np.testing.assert_array_equal(one, other)
    for name in ("expanded", "costs", "static", "sizes"):
        np.testing.assert_array_equal(getattr(read, name), getattr(total, name))


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("targets", lambda array: array + 1000),
        ("worth", lambda array: array * np.nan),
        ("costs", lambda array: -array),
        ("costs", lambda array: array[1:]),
        ("sizes", lambda array: array.astype(np.float64)),
        ("expanded", lambda array: array + 1),
        ("opens", lambda array: array + 1000),
        ("outcomes", lambda array: array + 100),
        ("numbers", lambda array: array * np.nan),
        ("static", lambda array: array.reshape(1, -1)),
        ("versions", lambda array: array + 1),
        ("versions", lambda array: array * 0),
        ("choices", lambda array: array - 1),
        ("choices", lambda array: np.append(array, 1)),
        ("edges", lambda array: array + np.uint16(1)),
        ("edges", lambda array: array.ravel()),
    ],
)
def test_a_file_that_does_not_hold_together(total: Labels, tmp_path: Path, name: str, change: object) -> None:
    path = tmp_path / "x.npz"
    save_labels(path, [total], vocabulary())
    with np.load(path) as file:
        arrays = {key: file[key] for key in file.files}
    arrays[name] = change(arrays[name])  # type: ignore[operator]
    np.savez(path, **arrays)
    with pytest.raises(BadSamples, match="no labels"):
        load_labels(path)


def test_what_is_no_file_of_labels(tmp_path: Path) -> None:
    path = tmp_path / "x.npz"
    path.write_bytes(b"PK\3\4 nothing")
    with pytest.raises(BadSamples):
        load_labels(path)
    with pytest.raises(BadSamples, match=r"y\.npz holds no labels"):
        load_labels(tmp_path / "y.npz")


def test_of_functions_alike_but_for_names_the_first_is_labelled() -> None:
    other = SUM.replace("total", "add_up").replace("xs", "numbers").replace(" s", " so_far")
    programs = [parse_program("a", "one", SUM.encode()), parse_program("b", "two", other.encode())]
    assert [(task.program.name, task.qualname) for task in tasks(programs)] == [("one", "total")]
    assert [task.program.name for task in tasks(programs[::-1])] == ["two"]


@pytest.mark.parametrize(
    ("source", "reason", "failed"),
    [
        ("# calls: f(1)\ndef f(x):\n    return x\n", "nothing may be rewritten", False),
        ("# calls: g()\ndef g():\n    pass\ndef f(x):\n    return x + x\n", "its calls do not run it", False),
        ("# calls: f(0)\ndef f(x):\n    return 1 // x\n", "not counted: ZeroDivisionError", True),
        ("# calls: f(1)\ndef f(x):\n    open('/tmp/x', 'w')\n    return x + x\n", "not counted: ", True),
        ("# calls: f(400000)\ndef f(n):\n    for i in range(n):\n        i\n", "its calls take too long", False),
    ],
)
def test_functions_that_cannot_be_labelled(source: str, reason: str, failed: bool) -> None:
    task: Task = tasks([parse_program("a", "b", source.encode())], 5)[-1]
    outcome = label(task)
    assert outcome.labels is None
    assert outcome.reason.startswith(reason)
    assert outcome.failed == failed


def test_a_helper_is_priced_by_its_own_work() -> None:
    """What the rest of the program does is not in its price, so that a gain in it shows."""
    found = {task.qualname: task for task in tasks([parse_program("words", "find", FIND.encode())], 5)}
    helper, caller = label(found["squares"]).labels, label(found["wanted"]).labels
    assert helper is not None
    assert caller is not None
    assert helper.costs[0] < caller.costs[0] / 2
    assert max(helper.worth[0][0]) > 0.1


def test_the_command_is_the_same_in_several_processes(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    assert main(["label", str(corpus), "--out", str(one), "--versions", "8", "--jobs", "1"]) == 0
    assert main(["label", str(corpus), "--out", str(two), "--versions", "8", "--jobs", "2"]) == 0
    assert len(contents(one)) == 4
    assert contents(one) == contents(two)
    first, second = capsys.readouterr().err.splitlines()
    assert first == second
    assert first.startswith("3 functions labelled (")
    assert first.endswith("; 2 left out: its calls do not run it")


def test_a_cluster_makes_the_same(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("ray")
    if not os.environ.get("NOODLE_TRM_TEST_RAY"):
        pytest.skip("NOODLE_TRM_TEST_RAY=1 starts a cluster, which takes half a minute")
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent.parent))
    one, two = tmp_path / "one", tmp_path / "two"
    assert main(["label", str(corpus), "--out", str(one), "--versions", "8", "--jobs", "1"]) == 0
    assert main(["label", str(corpus), "--out", str(two), "--versions", "8", "--engine", "ray"]) == 0
    assert contents(one) == contents(two)


def test_without_ray_its_engine_says_so(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    assert main(["label", str(corpus), "--out", str(tmp_path / "out"), "--engine", "ray"]) == 2
    assert capsys.readouterr().err == (
        "noodle-trm: this engine needs Ray: pip install 'noodlecore-trm[scale]'\n"
    )
    # a folder without labels is not held to what it was begun with
    assert main(["label", str(corpus / "sums"), "-o", str(tmp_path / "out"), "--versions", "4", "--jobs", "1"]) == 0


def test_a_label_that_is_damaged_is_made_again(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["label", str(corpus / "sums"), "-o", str(tmp_path / "out"), "--versions", "4", "--jobs", "1"]
    assert main(words) == 0
    made = contents(tmp_path / "out")
    (first, *_) = (tmp_path / "out").glob("*.npz")
    first.write_bytes(made[first.name][:100])
    assert main(words) == 0
    assert contents(tmp_path / "out") == made
    capsys.readouterr()
    assert main([*words[:3], str(first), *words[4:]]) == 2
    assert capsys.readouterr().err == f"noodle-trm: {first}: it is a file; labels go to a folder\n"


def test_a_run_that_was_killed_goes_on(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole, out = tmp_path / "whole", tmp_path / "out"
    assert main(["label", str(corpus), "--out", str(whole), "--versions", "8", "--jobs", "1"]) == 0
    # one process, so that what is killed is in the midst of the last function
    process = subprocess.Popen(
        [*COMMAND, str(corpus), "--out", str(out), "--versions", "8", "--jobs", "1"],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}, stderr=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + 60
    while not list(out.glob("*.npz")) and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    kept = {path.name: path.stat().st_mtime_ns for path in out.glob("*.npz") if not path.name.startswith(".")}
    assert kept
    capsys.readouterr()
    assert main(["label", str(corpus), "--out", str(out), "--versions", "8", "--jobs", "1"]) == 0
    assert f"{len(kept)} there already" in capsys.readouterr().err
    assert {name: data for name, data in contents(out).items() if not name.startswith(".")} == contents(whole)
    assert all((out / name).stat().st_mtime_ns == made for name, made in kept.items())


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_leaves_nothing_lying(corpus: Path, tmp_path: Path, jobs: str) -> None:
    slow = corpus / "sums" / "slow.py"
    slow.write_text("# calls: f(300)\ndef f(n):\n    while True:\n        n += 1\n")
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    out = tmp_path / "out"
    process = subprocess.Popen(
        [*COMMAND, str(corpus), "--out", str(out), "--jobs", jobs],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent), "TMPDIR": str(temporary)},
        stderr=subprocess.PIPE, text=True, start_new_session=True,
    )
    deadline = time.monotonic() + 60
    while not list(temporary.rglob("work")) and time.monotonic() < deadline:
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert errors == "noodle-trm: interrupted; no file was left half-written\n"
    assert process.returncode == 130
    assert list(temporary.iterdir()) == []
    assert [path.name for path in out.iterdir() if path.suffix != ".npz"] == ["settings.json"]


def test_a_split_and_a_limit(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    arguments = ["label", str(corpus), "--out", str(out), "--versions", "4", "--jobs", "1"]
    assert main([*arguments, "--split", "train"]) == 0
    assert [each.family for each in load_labels(out)[0]] == ["sums"]
    assert main([*arguments, "--split", "held_out", "--limit", "1"]) == 0
    assert len(list(out.glob("*.npz"))) == 2
    (corpus / "splits.json").write_text('{"train": ["sums"]}')
    capsys.readouterr()
    assert main([*arguments, "--split", "train"]) == 2
    assert capsys.readouterr().err == "noodle-trm: the family words is in no split\n"


def test_labels_of_other_settings_are_not_mixed(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["label", str(corpus / "sums"), "--out", str(tmp_path / "out"), "--jobs", "1", "--versions"]
    assert main([*arguments, "4"]) == 0
    capsys.readouterr()
    assert main([*arguments, "5"]) == 2
    assert capsys.readouterr().err.startswith(
        f"noodle-trm: {tmp_path / 'out'} holds labels that were made with other settings: versions; "
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "which programs? Give files or folders"),
        (["nowhere"], "nowhere: no such file or folder"),
        (["empty"], "empty: holds no programs"),
        (["broken/a.py"], "broken/a.py:2: invalid syntax"),
        (["broken/b.py"], "broken/b.py: no comment says `# calls: f(1)`"),
        (["broken/c.py"], "broken/c.py:1: not Python: invalid syntax"),
        (["broken/d.py"], "broken/d.py: 'utf-8' codec"),
        (["broken/e.py", "--versions", "0"], "--versions: 0 is below 1"),
        (["broken/e.py", "--engine", "clouds"], "--engine: invalid choice: 'clouds'"),
        (["broken/e.py", "--split", "train"], "no splits.json in or above broken/e.py"),
    ],
)
def test_bad_input(
    arguments: list[str],
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "broken").mkdir()
    texts = {"a": b"# calls: f()\ndef f(:\n", "b": b"x = 1\n", "c": b"# calls: f(\n", "d": b"# calls: f('\xff')\n"}
    for name, text in {**texts, "e": b"# calls: f()\ndef f(): pass\n"}.items():
        (tmp_path / "broken" / f"{name}.py").write_bytes(text)
    assert main(["label", *arguments, "--out", "out"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"noodle-trm: {message}")


def test_a_family_in_two_splits(tmp_path: Path) -> None:
    (tmp_path / "splits.json").write_text('{"train": ["a"], "held_out": ["a"]}')
    with pytest.raises(BadCorpus, match="a family is in two splits"):
        read_splits([tmp_path])
    (tmp_path / "splits.json").write_text('{"test": ["a"]}')
    with pytest.raises(BadCorpus, match="no split is called test"):
        read_splits([tmp_path])


def test_the_families_of_the_corpus_are_split() -> None:
    splits = read_splits([CORPUS])
    families = {program.family for program in read_programs([CORPUS])}
    assert families <= set(splits)
    assert set(json.loads((CORPUS / "splits.json").read_text())) == {"train", "development", "held_out"}


@pytest.mark.filterwarnings("error")
def test_every_program_of_the_corpus_runs_and_does_the_same_again() -> None:
    programs = read_programs([CORPUS])
    assert len(programs) >= 350
    for program in programs:
        code = compile(program.source, f"{program.family}/{program.name}", "exec", dont_inherit=True)
        runs = []
        for _ in range(2):
            module: dict[str, object] = {"__name__": program.name}
            exec(code, module)
            runs.append([repr(eval(call, module)) for call in program.calls])
        assert runs[0] == runs[1], (program.family, program.name)
        assert set(runs[0]) != {"None"}, (program.family, program.name)


def test_no_function_of_the_corpus_is_in_two_splits() -> None:
    splits, found = read_splits([CORPUS]), dict[str, tuple[str, str]]()
    for program in read_programs([CORPUS]):
        for task in tasks([program]):
            split, place = splits[program.family], f"{program.family}/{program.name}:{task.qualname}"
            assert found.setdefault(task.identity, (split, place))[0] == split, (place, found[task.identity])


def test_the_programs_of_the_corpus_can_be_counted() -> None:
    programs = read_programs([CORPUS])[::3]
    with Counter(seconds=2.0) as counter:
        for program in programs:
            work = [sum(counts.values()) for counts in counter.count(program.source, program.calls)]
            assert 50 < max(work) < 1_000_000, (program.family, program.name, work)


def test_generated_programs_run_and_are_the_same_each_time() -> None:
    programs = list(generated(40))
    assert [program.source for program in programs] == [generate(seed).source for seed in range(40)]
    assert len({program.source for program in programs}) == 40
    assert {program.family for program in programs} == set(FAMILIES) <= set(read_splits([CORPUS]))
    with Counter(seconds=2.0) as counter:
        for program in programs:
            assert all(sum(counts.values()) > 20 for counts in counter.count(program.source, program.calls))


def test_generated_programs_are_labelled_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["label", "--generated", "6", "--versions", "3", "--jobs", "1", "--out", str(tmp_path / "out")]
    assert main([*arguments, "--split", "train"]) == 2
    assert capsys.readouterr().err.startswith("noodle-trm: no splits.json in or above")
    assert main([*arguments, "--limit", "1"]) == 0
    assert capsys.readouterr().err.startswith("1 function labelled (")


MIXED = b"""
import os
LIMIT = 3
OTHER = 5

def small(x):
    return x < LIMIT

def count(xs):
    return len([x for x in xs if small(x)])

def rest(xs):
    return OTHER

def wipe(path):
    os.remove(path)

def later(xs):
    return count(xs) and wipe(xs)
"""


def test_a_function_alone_has_what_it_needs_and_no_more() -> None:
    program = harvest.alone(MIXED, "count")
    assert program is not None
    space: dict[str, object] = {}
    exec(program, space)
    assert eval("count([1, 2, 3, 4])", space) == 2
    assert {"LIMIT", "small", "count"} <= set(space)
    assert not {"OTHER", "rest", "wipe", "os"} & set(space)


@pytest.mark.parametrize("name", ["wipe", "later", "os", "nothing"])
def test_what_is_not_proven_to_have_no_effects_is_not_harvested(name: str) -> None:
    assert harvest.alone(MIXED, name) is None


def test_a_manifest_is_read_where_its_distributions_are(tmp_path: Path) -> None:
    row = {
        "distribution": "python", "version": harvest.version_of("python"), "module": "operator", "function": "countOf",
        "calls": ["countOf([1, 2, 1] * 9, 1)"],
    }  # fmt: skip
    rows = [row, {**row, "version": "2.7"}, {**row, "distribution": "no-such-thing"}, {**row, "function": "itemgetter"}]
    path = tmp_path / "manifest.json"
    path.write_text(json.dumps(rows))
    programs, missing = harvest.read_manifest(path)
    (program,) = programs
    assert (program.family, program.name) == ("harvest_python", "operator.countOf")
    assert missing == [f"{each['distribution']} {each['version']}: operator.{each['function']}" for each in rows[1:]]
    with Counter(seconds=1.0) as counter:
        assert counter.count(program.source, program.calls)[0]["ENTER"] == 1


@pytest.mark.parametrize("text", ["{", "[1]", '[{"distribution": "python"}]', '[{"calls": 3}]', "3"])
def test_what_is_no_manifest(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "manifest.json"
    path.write_text(text)
    assert main(["label", str(path), "--out", str(tmp_path / "out")]) == 2
    assert capsys.readouterr().err.startswith(f"noodle-trm: {path}: no manifest: ")


def test_the_manifest_of_the_corpus_names_families_that_are_split() -> None:
    rows = json.loads((CORPUS.parent / "harvest.json").read_text())
    assert {f"harvest_{row['distribution']}" for row in rows} <= set(read_splits([CORPUS]))
    assert all(row["calls"] for row in rows)


def test_labels_of_another_interpreter(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shipped = shipped_weights().nanoseconds
    file = tmp_path / "weights.json"
    file.write_text(json.dumps({"nanoseconds": {name: 2.0 * each for name, each in shipped.items()}}))
    words = ["label", str(corpus), "--split", "train", "--versions", "6", "--jobs", "1", "--out"]
    assert main([*words, str(tmp_path / "here")]) == 0
    assert main([*words, str(tmp_path / "there"), "--weights", str(file)]) == 0
    (here,), (there,) = (load_labels(tmp_path / name)[0] for name in ("here", "there"))
    assert there.costs == pytest.approx(2.0 * here.costs)
    assert there.samples == here.samples
    capsys.readouterr()
    assert main([*words, str(tmp_path / "here"), "--weights", str(file)]) == 2  # not into the same folder
    assert "other settings: weights" in capsys.readouterr().err
    for bad in ("", "[]", '{"nanoseconds": {}}', '{"nanoseconds": {"OTHER": -1}}', '{"nanoseconds": {"CALL": 1}}',
                '{"nanoseconds": {"OTHER": "x"}}', '{"nanoseconds": {"OTHER": NaN}}'):  # fmt: skip
        file.write_text(bad)
        assert main([*words, str(tmp_path / "bad"), "--weights", str(file)]) == 2
        err = capsys.readouterr().err
        assert ("no weights" in err, err.count("\n")) == (True, 1), bad
    assert main([*words, str(tmp_path / "bad"), "--weights", str(tmp_path / "none")]) == 2


@pytest.mark.parametrize("count", [1, 2, 5])
def test_several_functions_in_a_file(total: Labels, tmp_path: Path, count: int) -> None:
    """What is read from one file is what is read from as many files."""
    several = [replace(total, identity=str(number), worth=tuple(each - number for each in total.worth))
               for number in range(count)]  # fmt: skip
    several[0] = replace(several[0], samples=several[0].samples[:1], worth=several[0].worth[:1],
                         verdicts=several[0].verdicts[:1], targets=several[0].targets[:1],
                         expanded=several[0].expanded[:1])  # fmt: skip
    (tmp_path / "apart").mkdir()
    for each in several:
        save_labels(tmp_path / "apart" / f"{each.identity}.npz", [each], vocabulary())
    save_labels(tmp_path / "all.npz", several, vocabulary())
    apart, together = (load_labels(tmp_path / name)[0] for name in ("apart", "all.npz"))
    assert [each.identity for each in together] == [str(number) for number in range(count)]
    for one, other, meant in zip(apart, together, several, strict=True):
        assert one.samples == other.samples == meant.samples
        for name in ("worth", "targets"):
            for first, second, third in zip(*(getattr(each, name) for each in (one, other, meant)), strict=True):
                np.testing.assert_array_equal(first, second)
                np.testing.assert_array_equal(first, third)
        for name in ("expanded", "costs", "static", "sizes"):
            np.testing.assert_array_equal(getattr(one, name), getattr(other, name))


def test_labels_joined_by_split(corpus: Path, tmp_path: Path) -> None:
    assert main(["label", str(corpus), "--out", str(tmp_path / "apart"), "--versions", "4", "--jobs", "1"]) == 0
    counted = join(tmp_path / "apart", tmp_path / "joined", corpus)
    apart, together = (load_labels(tmp_path / name)[0] for name in ("apart", "joined"))
    assert counted == {"train": 1, "development": 0, "held_out": len(apart) - 1}
    assert sorted(each.identity for each in together) == [each.identity for each in apart]
    assert sorted(path.name for path in (tmp_path / "joined").iterdir()) == [
        "held_out.npz", "settings.json", "train.npz",
    ]  # fmt: skip
    size = {name: sum(path.stat().st_size for path in (tmp_path / name).iterdir()) for name in ("apart", "joined")}
    assert size["joined"] < size["apart"]


def test_what_cannot_be_joined_is_told_in_a_line(
    total: Labels, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert join_command([str(tmp_path), str(tmp_path / "out")]) == 2
    assert capsys.readouterr().err == f"{tmp_path} holds no labels\n"
    save_labels(tmp_path / "a.npz", [total], vocabulary())
    (tmp_path / "splits.json").write_text('{"train": ["words"]}')
    assert join_command([str(tmp_path), str(tmp_path / "out")]) == 2
    assert capsys.readouterr().err == "the family sums is in no split\n"
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("split", ["development", "held_out"])
def test_the_labels_of_the_corpus_are_of_its_functions(split: str) -> None:
    labels, words = load_labels(CORPUS.parent / "labels" / "plain" / f"{split}.npz")
    assert words == vocabulary()
    splits = read_splits([CORPUS])
    assert {splits[each.family] for each in labels} == {split}
    programs = {(each.family, each.name): each for each in [*read_programs([CORPUS]), *generated(1000)]}
    for each in labels[::10]:
        found = tasks([programs[each.family, each.program]])
        assert each.identity in [task.identity for task in found if task.qualname == each.qualname]


def test_a_folder_of_labels(total: Labels, tmp_path: Path) -> None:
    with pytest.raises(BadSamples, match="holds no labels"):
        load_labels(tmp_path)
    save_labels(tmp_path / "a.npz", [total], vocabulary())
    labels, words = load_labels(tmp_path)
    assert [each.identity for each in labels] == [total.identity]
    assert words == vocabulary()
    save_labels(tmp_path / "b.npz", [total], replace(vocabulary(), rules=(*vocabulary().rules, "x")))
    with pytest.raises(BadSamples, match="its vocabulary is another"):
        load_labels(tmp_path)


CONTRAST = f"""\
# calls: pick(60, 2), pick(2, 60), pick(61, 2)
{PICK}

def unused(x):
    if x == 1 or x == 2:
        return 1
    return 0
"""


def test_a_function_is_labelled_for_each_profile() -> None:
    program = parse_program("contrast", "pick", CONTRAST.encode())
    plain = {each.qualname: each for each in tasks([program], 20)}
    assert all(each.name == each.identity and each.calls == program.calls for each in plain.values())
    found = [each for each in tasks([program], 20, profiled=True) if each.qualname == "pick"]
    assert [each.calls for each in found] == [("pick(60, 2)", "pick(61, 2)"), ("pick(2, 60)",)]
    assert {each.identity for each in found} == {plain["pick"].identity}
    assert len({each.name for each in found}) == 2
    assert not _counter.cache_info().currsize, "processes that are forked would share the one that counts"
    (unused,) = (each for each in tasks([program], 20, profiled=True) if each.qualname == "unused")
    assert unused.seen is None
    assert label(unused).reason == "its calls do not run it"
    unseen, long_first, short_first = (label(each).labels for each in (plain["pick"], *found))
    assert unseen is not None
    assert long_first is not None
    assert short_first is not None
    profile = CONTEXT.index("profile")
    assert [each.samples[0].context[profile] for each in (unseen, long_first, short_first)] == [0, 1, 1]
    assert long_first.costs[0] + short_first.costs[0] == pytest.approx(unseen.costs[0])
    assert np.array_equal(long_first.samples[0].actions, short_first.samples[0].actions)
    best = [int(np.nanargmax(each.worth[0][0])) for each in (long_first, short_first)]
    assert best[0] != best[1]
    for labels, other in ((long_first, short_first), (short_first, long_first)):
        first = int(np.nanargmax(labels.worth[0][0]))
        saving = OUTLOOK.index("saving")
        assert labels.samples[0].outlook[first, saving] > 5 * other.samples[0].outlook[first, saving]


def test_profiles_are_labelled_into_a_folder_of_their_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "contrast" / "pick.py"
    source.parent.mkdir()
    source.write_text(CONTRAST)
    command = ["label", str(source.parent), "--versions", "4", "--jobs", "1", "--out", str(tmp_path / "out")]
    assert main([*command, "--profiled"]) == 0
    assert "2 functions labelled" in capsys.readouterr().err
    files = {file.stem for file in (tmp_path / "out").glob("*.npz")}
    assert len(files) == 2
    assert len({name.partition("-")[0] for name in files}) == 1
    assert main([*command, "--profiled"]) == 0
    assert "2 there already" in capsys.readouterr().err
    assert main(command) != 0
    assert "other settings: profiled" in capsys.readouterr().err

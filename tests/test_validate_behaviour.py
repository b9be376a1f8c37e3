"""What the judge of behaviour runs, what it never runs, and what it concludes."""

from __future__ import annotations

import errno
import os
import shutil
import socket
import subprocess
import sys
from contextlib import chdir
from pathlib import Path

import pytest

import noodlecore_trm
from noodlecore_trm.validate.behaviour import check_behaviour, read_calls
from noodlecore_trm.validate.made_up import synthesize
from noodlecore_trm.validate.runner import Limits, Setting, run_calls

SETTING = Setting(limits=Limits(call_seconds=0.5, hang_seconds=10.0, total_seconds=60.0))
SQUARE = b"def square(x):\n    return x * x\n"
POWER = b"def square(x):\n    return x ** 2\n"


def test_calls_that_agree() -> None:
    verdict = check_behaviour(SQUARE, POWER, ["square(2)", "square(-3)"], setting=SETTING)
    assert (verdict.status, verdict.executions, verdict.executed) == ("passed", 2, (("square", 2),))


def test_calls_that_differ() -> None:
    verdict = check_behaviour(SQUARE, POWER, ["square(2)", "square('a')"], setting=SETTING)
    assert verdict.status == "failed"
    assert "square('a')" in verdict.detail
    assert [call for call, _ in verdict.differences] == ["square('a')"]


def test_without_calls_nothing_is_run(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    source = f"open({str(mark)!r}, 'w')\ndef f(): open({str(mark)!r}, 'w')\n".encode()
    verdict = check_behaviour(source, source + b"#\n", setting=SETTING)
    assert (verdict.status, verdict.executions) == ("skipped", 0)
    assert not mark.exists()


def test_made_up_calls_run_only_what_is_proven(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    rest = f"open({str(mark)!r}, 'w')\nimport os\n@print\ndef g(x): pass\n"
    before = f"{rest}def f(x):\n    return x + LIMIT\nLIMIT = 3\n".encode()
    same = f"{rest}def f(x):\n    return (x + LIMIT)\nLIMIT = 3\n".encode()
    after = f"{rest}def f(x):\n    return LIMIT + x\nLIMIT = 3\n".encode()
    assert check_behaviour(before, same, proven=["f"], setting=SETTING).status == "skipped"
    verdict = check_behaviour(before, after, proven=["f"], setting=SETTING)
    assert verdict.status == "failed"
    assert not mark.exists()


def test_what_cannot_stand_alone_is_not_run() -> None:
    before = b"import os\ndef f(x): return os.sep + x\n@print\ndef g(x): return 1\ndef h(x, y=print()): return 1\n"
    after = before.replace(b"1", b"2").replace(b"os.sep + x", b"x")
    assert synthesize(before, after, ["f", "g", "h"], limit=5) is None


def test_what_the_changed_functions_do_not_need_is_left_out() -> None:
    before = b"""
from __future__ import annotations
from math import floor, sqrt
LIMIT = OTHER = 3
STEP = 5
def limited(x): return floor(x) + LIMIT
def f(x): return limited(x) + 1
def g(x): return sqrt(x) + STEP
"""
    after = before.replace(b"limited(x) + 1", b"floor(x) + LIMIT + 1")
    made = synthesize(before, after, ["f", "g", "limited"], limit=5)
    assert made is not None
    one, other, calls = made
    rest = b"""from __future__ import annotations
from math import floor, sqrt
LIMIT = OTHER = 3

def limited(x):
    return floor(x) + LIMIT

def f(x):
    return """
    assert one == rest + b"limited(x) + 1"
    assert other == rest + b"floor(x) + LIMIT + 1"
    assert all(call.startswith("f(") for call in calls)


def test_many_functions_share_the_calls() -> None:
    def source(text: str) -> bytes:
        return "".join(f"def f{number}(x):\n    return {text}\n" for number in range(12)).encode()

    names = [f"f{number}" for number in range(12)]
    few, many = (synthesize(source("x + 1"), source("x - 1"), names[:count], limit=60) for count in (2, 12))
    assert few is not None
    assert many is not None
    assert [sum(call.startswith(f"{name}(") for call in few[2]) for name in names[:2]] == [60, 60]
    assert [sum(call.startswith(f"{name}(") for call in many[2]) for name in names] == [20] * 12


LEAVES_FILES = """
import os
{first}
def f(text):
    os.chdir({away!r})
    os.remove("own.txt")
    return os.listdir()
def g(text):
    os.makedirs("deep/er")
    os.symlink({away!r}, "link")
    with open("deep/er/file.txt", "w") as file:
        file.write(text)
"""


def test_files_that_calls_leave_are_compared_and_others_are_let_be(tmp_path: Path) -> None:
    """A program may go to another folder when it is loaded, and it may leave a way to it."""
    kept, own = tmp_path / "kept.txt", tmp_path / "own.txt"
    kept.write_text("precious")
    for first in (f"os.chdir({str(tmp_path)!r})", ""):
        own.write_text("")
        source = LEAVES_FILES.format(first=first, away=str(tmp_path))
        run = run_calls(source.encode(), ["f('a')"], SETTING)
        assert run.outcomes[0][0].status == "returned"
        assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]
    run = run_calls(source.encode(), ["g('a')", "f('a')", "g('a')"], SETTING)
    told = [[event.text for event in outcome.events if event.tag == "files"] for (outcome,) in run.outcomes]
    assert told[0] == told[2] != []
    assert [line.split()[0] for line in told[0][0].splitlines()] == ["deep/", "deep/er/", "deep/er/file.txt", "link"]
    assert kept.read_text() == "precious"
    calls = ["g('a')", "g('b')"]
    after = source.replace("file.write(text)", "file.write(text.replace('b', 'c'))")
    assert check_behaviour(source.encode(), source.encode() + b"#", calls, setting=SETTING).status == "passed"
    verdict = check_behaviour(source.encode(), after.encode(), calls, setting=SETTING)
    assert [call for call, _ in verdict.differences] == ["g('b')"]


def test_a_folder_that_calls_take_away_is_not_mistaken_for_another(tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("precious")
    source = f"""
import os
def f():
    os.closerange(3, 256)
    for _ in range(64):
        os.open({str(tmp_path)!r}, os.O_RDONLY)
"""
    run = run_calls(source.encode(), ["f()", "f()"], SETTING)
    assert {outcome.status for outcomes in run.outcomes for outcome in outcomes} == {"inconclusive"}
    assert (tmp_path / "kept.txt").read_text() == "precious"


def test_a_worker_starts_in_an_empty_folder_only(tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("precious")
    root = str(Path(noodlecore_trm.__file__).parents[1])
    start = f"import sys; sys.path.insert(0, {root!r}); from noodlecore_trm.validate.worker import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", start], cwd=tmp_path, input="{}", capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "noodle-trm: a worker empties the folder that it is started in, and this one is not empty\n"
    assert (tmp_path / "kept.txt").read_text() == "precious"


def test_effects_on_the_outside_are_blocked(tmp_path: Path) -> None:
    kept, mark = tmp_path / "kept", tmp_path / "mark"
    strict = Setting(strict=True, limits=SETTING.limits)
    effects = (
        f"open({str(mark)!r}, 'w')", f"open({str(mark)!r}, 'x')", f"open({str(kept)!r}, 'a').write('more')",
        f"open({str(kept)!r}, 'r+').truncate()", f"os.mkdir({str(mark)!r})", f"pathlib.Path({str(mark)!r}).touch()",
        f"os.open({str(kept)!r}, os.O_WRONLY | os.O_TRUNC)", f"os.open({str(mark)!r}, os.O_CREAT)",
        f"io.FileIO({str(kept)!r}, 'w')", f"os.rename({str(kept)!r}, {str(mark)!r})", "os.chdir('/')",
        f"os.system('touch {mark}')", f"os.symlink('.', {str(mark)!r})", f"shutil.copy({str(kept)!r}, {str(mark)!r})",
    )  # fmt: skip
    kept.write_text("precious")
    source = "import io, os, pathlib, shutil\n" + "".join(
        f"def f{number}(): {effect}\n" for number, effect in enumerate(effects)
    )
    harmless = (f"open({str(kept)!r}).read()", f"os.open({str(kept)!r}, os.O_RDONLY)", f"os.listdir({str(tmp_path)!r})")
    source += "".join(f"def f{number}(): {each}\n" for number, each in enumerate(harmless, len(effects)))
    run = run_calls(source.encode(), [f"f{number}()" for number in range(len(effects) + len(harmless))], strict)
    told = [outcomes[0].status for outcomes in run.outcomes]
    assert told == ["inconclusive"] * len(effects) + ["returned"] * len(harmless)
    assert (kept.read_text(), mark.exists()) == ("precious", False)


def test_a_call_that_does_not_repeat_itself_says_nothing() -> None:
    source = b"import os\ndef f(): return os.urandom(8)\n"
    verdict = check_behaviour(source, source, ["f()"], setting=SETTING)
    assert (verdict.status, verdict.executions, verdict.inconclusive) == ("skipped", 0, 1)


def test_every_given_call_has_to_answer() -> None:
    source = b"def f(n):\n    return f(n) if n else 0\n"
    verdict = check_behaviour(source, source, ["f(0)", "f(1)"], setting=SETTING)
    assert (verdict.status, verdict.executions, verdict.inconclusive) == ("skipped", 1, 1)
    assert "recursion" in verdict.detail


def test_a_new_endless_loop_is_a_difference() -> None:
    limits = Limits(call_seconds=0.2, hang_seconds=10.0, total_seconds=60.0)
    verdict = check_behaviour(
        b"def f(): return 1\n", b"def f():\n    while True: pass\n", ["f()"], setting=Setting(limits=limits)
    )
    assert verdict.status == "failed"


def test_loading_is_compared() -> None:
    assert check_behaviour(b"print(1)\n", b"print(2)\n", ["1"], setting=SETTING).status == "failed"
    assert check_behaviour(b"import nowhere\n", b"import nowhere\n", ["1"], setting=SETTING).status == "skipped"
    assert check_behaviour(b"x = 1\n", b"x = 2\n", ["1"], setting=SETTING).status == "failed"


def test_files_are_run_under_the_name_they_are_imported_by(tmp_path: Path) -> None:
    package = tmp_path / "pack"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "other.py").write_text("VALUE = 5\n")
    path = package / "mine.py"
    path.write_text("from .other import VALUE\ndef f(): return VALUE, __name__\n")
    setting = Setting.of(str(path))
    assert (setting.module_name, setting.package, setting.search_path) == ("pack.mine", "pack", (str(tmp_path),))
    run = run_calls(path.read_bytes(), ["f()"], setting)
    assert run.error == ""
    assert run.outcomes[0][0].summary() == "returned tuple(5, 'pack.mine')"


def test_reading_calls() -> None:
    text = "# a comment\nf(1, 2)\n[f(3), g(x=(4,))]\n('f(5)', \"f('6')\")\nC(1).go(\n    2\n)\n"
    assert read_calls(text) == ("f(1, 2)", "f(3)", "g(x=(4,))", "f(5)", "f('6')", "C(1).go(2)")
    assert read_calls("") == ()


@pytest.mark.parametrize(("text", "line"), [("f(1)\nx = 2\n", 2), ("f(\n", 1), ("import os", 1), ("'f('", 1)])
def test_calls_that_cannot_be_read(text: str, line: int) -> None:
    with pytest.raises(ValueError, match=f"^here:{line}: "):
        read_calls(text, "here")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    root.mkdir()
    (root / "shapes.py").write_bytes(SQUARE)
    (root / "test_shapes.py").write_text(
        "import unittest, shapes\n"
        "class Shapes(unittest.TestCase):\n"
        "    def test_number(self): self.assertEqual(shapes.square(3), 9)\n"
        "    def test_text(self):\n"
        "        with self.assertRaises(TypeError): shapes.square('a')\n"
    )
    return root


COMMAND = f"{sys.executable} -m unittest -v test_shapes"


def verdict_of_tests(root: Path, after: bytes, command: str = COMMAND, timeout: float = 60.0) -> tuple[str, str]:
    verdict = check_behaviour(SQUARE, after, tests=command, root=root, path=root / "shapes.py", timeout=timeout)
    assert (root / "shapes.py").read_bytes() == SQUARE
    return verdict.status, verdict.detail


def test_tests_that_still_pass(project: Path) -> None:
    assert verdict_of_tests(project, POWER) == ("passed", "")


def test_tests_that_pass_no_longer(project: Path) -> None:
    status, detail = verdict_of_tests(project, b"def square(x):\n    return x + x\n")
    assert status == "failed"
    assert "test_number" in detail


def test_tests_that_do_not_import_the_file_say_nothing(project: Path) -> None:
    status, detail = verdict_of_tests(project, POWER, f"{sys.executable} -c 1")
    assert (status, detail) == ("skipped", "the tests do not import shapes.py")


def test_tests_that_never_passed_let_nothing_through(project: Path) -> None:
    status, detail = verdict_of_tests(project, POWER, f"{sys.executable} -c 'import shapes, nowhere'")
    assert (status, detail[:38]) == ("failed", "the tests fail without the change: Mod")
    verdict = check_behaviour(
        SQUARE, POWER, proven=["square"], tests="false", root=project, path=project / "shapes.py", setting=SETTING
    )
    assert verdict.status == "failed"


def test_sockets_and_pipes_stay_where_they_are(project: Path) -> None:
    os.mkfifo(project / "pipe")
    (project / "nowhere").symlink_to("gone")
    with socket.socket(socket.AF_UNIX) as bound, chdir(project):
        bound.bind("socket")
        assert verdict_of_tests(project, POWER) == ("passed", "")


def test_what_cannot_be_copied_is_named(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(source: str, target: str, **_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", target)

    with monkeypatch.context() as patched:
        patched.setattr(shutil, "copy2", full)
        patched.setattr(shutil.copytree, "__defaults__", (False, None, full, False, False))
        status, detail = verdict_of_tests(project, POWER)
    assert status == "failed"
    assert "No space left on device" in detail
    assert "\n" not in detail
    monkeypatch.setattr("noodlecore_trm.validate.project._MOST_BYTES", 10)
    status, detail = verdict_of_tests(project, POWER)
    assert (status, detail.startswith(f"the tests need a copy of {project}: there are more than")) == ("failed", True)


def test_tests_that_do_not_end(project: Path) -> None:
    forever = "def square(x):\n    import time\n    while True: time.sleep(1)\n"
    assert verdict_of_tests(project, POWER, "sleep 100", 1.0) == ("failed", "the tests do not end within 1 s")
    assert verdict_of_tests(project, forever.encode(), timeout=4.0)[0] == "failed"


def test_a_file_outside_the_project(project: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="is not inside"):
        check_behaviour(SQUARE, POWER, tests="true", root=project, path=tmp_path / "elsewhere.py")

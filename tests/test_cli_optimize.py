from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from cli_harness import pretend, start  # noqa: F401

from noodlecore_trm.cli import main

SLOW = b"def f(x):\n    return slow(x)\n"
FAST = b"def f(x):\n    return fast(x)\n"

pytestmark = pytest.mark.usefixtures("pretend")
Capture = pytest.CaptureFixture[bytes]


def make(path: str, data: bytes = SLOW) -> Path:
    made = Path(path)
    made.parent.mkdir(parents=True, exist_ok=True)
    made.write_bytes(data)
    return made


def test_default_shows_a_diff_and_writes_nothing(capfdbinary: Capture) -> None:
    file = make("a.py")
    assert main(["optimize", "a.py"]) == 0
    out, err = capfdbinary.readouterr()
    assert out == (
        b"--- a/a.py\n+++ b/a.py\n@@ -1,2 +1,2 @@\n def f(x):\n-    return slow(x)\n+    return fast(x)\n"
    )
    assert err == b"1 file would change, 0 would be left unchanged, 1 rewrite\n"
    assert file.read_bytes() == SLOW


def test_write_changes_the_file_and_keeps_its_mode(capfdbinary: Capture) -> None:
    file = make("a.py")
    file.chmod(0o751)
    make("b.py", FAST)
    assert main(["optimize", "--write", "a.py", "b.py"]) == 0
    out, err = capfdbinary.readouterr()
    assert file.read_bytes() == FAST
    assert file.stat().st_mode & 0o777 == 0o751
    assert out == b""
    assert err == b"optimized a.py (1 rewrite)\n1 file changed, 1 left unchanged, 1 rewrite\n"
    assert sorted(os.listdir()) == ["a.py", "b.py"]


def test_check_exits_1_only_if_something_would_change(capfdbinary: Capture) -> None:
    file = make("a.py")
    assert main(["optimize", "--check", "a.py"]) == 1
    out, err = capfdbinary.readouterr()
    assert out == b""
    assert b"would optimize a.py (1 rewrite)\n" in err
    assert file.read_bytes() == SLOW
    file.write_bytes(FAST)
    assert main(["optimize", "--check", "a.py"]) == 0
    file.write_bytes(SLOW)
    assert main(["optimize", "--check", "--diff", "a.py"]) == 1
    assert capfdbinary.readouterr().out.startswith(b"--- a/a.py\n")


def test_paths_may_stand_between_options() -> None:
    make("a.py")
    make("b.py")
    assert main(["optimize", "a.py", "--write", "b.py", "--quiet"]) == 0
    assert Path("a.py").read_bytes() == Path("b.py").read_bytes() == FAST


def test_output_file(capfdbinary: Capture) -> None:
    file = make("a.py")
    file.chmod(0o744)
    assert main(["optimize", "a.py", "-o", "out/b.py"]) == 0
    assert Path("out/b.py").read_bytes() == FAST
    assert Path("out/b.py").stat().st_mode & 0o777 == 0o744
    assert file.read_bytes() == SLOW
    assert main(["optimize", "a.py", "-o", "out"]) == 0
    assert Path("out/a.py").read_bytes() == FAST
    capfdbinary.readouterr()
    assert main(["optimize", "a.py", "-o", "-"]) == 0
    assert capfdbinary.readouterr().out == FAST


def test_a_read_only_input_can_be_written_elsewhere_twice() -> None:
    make("a.py").chmod(0o444)
    assert main(["optimize", "a.py", "-o", "b.py"]) == 0
    make("a2.py", b"slow\n")
    assert main(["optimize", "a2.py", "-o", "b.py"]) == 0
    assert Path("b.py").read_bytes() == b"fast\n"


def test_output_directory_mirrors_the_python_files_of_the_tree() -> None:
    make("src/a.py")
    make("src/deep/er/b.py", FAST)
    make("src/data.txt", b"slow")
    make("src/broken.py", b"def slow(:\n")
    make("src/.hidden/x.py")
    make("src/build/x.py")
    make("src/__pycache__/x.py")
    make("src/node_modules/x.py")
    make("src/.venv/x.py")
    make("src/env/pyvenv.cfg", b"")
    make("src/env/x.py")
    assert main(["optimize", "src", "-o", "out"]) == 0
    written = {str(path.relative_to("out")): path.read_bytes() for path in Path("out").rglob("*") if path.is_file()}
    assert written == {"a.py": FAST, "deep/er/b.py": FAST, "broken.py": b"def slow(:\n"}


def test_an_output_directory_inside_the_input_is_not_read_the_second_time(pretend: list[str]) -> None:  # noqa: F811
    make("a.py")
    assert main(["optimize", ".", "-o", "out"]) == 0
    pretend.clear()
    assert main(["optimize", ".", "-o", "out", "--no-cache"]) == 0
    assert pretend == ["a.py"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["a.py", "-o", "a.py"], "a.py: that would overwrite an input; use --write to change files in place"),
        (["a.py", "-o", "out.py", "--report", "./out.py"], "--report ./out.py: that is where -o writes"),
        (["a.py", "-o", ""], "-o: it needs a file, a folder or -"),
        (["one", "two/one", "-o", "out"], "both one/a.py and two/one/a.py would be written there"),
        (["one", "-o", "a.py"], "a.py: not a directory, and there is more than one file to write"),
        (["one", "-o", "-"], "-o - takes one file"),
    ],
)
def test_outputs_that_make_no_sense(arguments: list[str], message: str, capfdbinary: Capture) -> None:
    make("a.py")
    make("one/a.py")
    make("one/b.py")
    make("two/one/a.py")
    assert main(["optimize", *arguments]) == 2
    err = capfdbinary.readouterr().err.decode()
    assert message in err
    assert err.count("\n") == 1


def test_several_paths_into_one_directory() -> None:
    make("one/a.py")
    make("two/a.py")
    make("c.py")
    assert main(["optimize", "one", "two", "c.py", "-o", "out"]) == 0
    assert sorted(str(path) for path in Path("out").rglob("*.py")) == ["out/c.py", "out/one/a.py", "out/two/a.py"]


def test_stdin_to_stdout(monkeypatch: pytest.MonkeyPatch, capfdbinary: Capture) -> None:
    def feed(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    feed(SLOW)
    assert main(["optimize", "-"]) == 0
    assert capfdbinary.readouterr().out == FAST
    feed(SLOW)
    assert main(["optimize", "-", "--check"]) == 1
    assert capfdbinary.readouterr().out == b""
    feed(SLOW)
    assert main(["optimize", "-", "--diff"]) == 0
    assert capfdbinary.readouterr().out.startswith(b"--- a/<stdin>\n+++ b/<stdin>\n")
    feed(SLOW)
    assert main(["optimize", "-", "-o", "x.py", "--report", "r.json"]) == 0
    assert Path("x.py").read_bytes() == FAST
    assert json.loads(Path("r.json").read_text())["files"][0]["path"] == "<stdin>"
    feed(b"def (:\n")
    capfdbinary.readouterr()
    assert main(["optimize", "-"]) == 2
    out, err = capfdbinary.readouterr()
    assert out == b""
    assert err.startswith(b"<stdin>:1:5: invalid syntax; left as it is\n")
    Path("folder").mkdir()
    for wrong in (["-", "--write"], ["-", "a.py"], ["-", "--format", "json"], ["-", "-o", "folder"]):
        feed(SLOW)
        assert main(["optimize", *wrong]) == 2
        assert capfdbinary.readouterr().out == b""


def test_unparseable_files_fail_only_when_named(capfdbinary: Capture) -> None:
    make("src/a.py")
    make("src/broken.py", b"x = 1\ndef (:\n")
    make("src/binary.py", b"\x00\xff\x00")
    make("src/empty.py", b"")
    assert main(["optimize", "src", "--write"]) == 0
    err = capfdbinary.readouterr().err.decode()
    assert "src/broken.py:2:5: invalid syntax; left as it is\n" in err
    assert "src/binary.py:1:1: source code string cannot contain null bytes; left as it is\n" in err
    assert err.endswith("1 file changed, 1 left unchanged, 2 failed, 1 rewrite\n")
    assert main(["optimize", "src/broken.py"]) == 2
    assert main(["optimize", "src", "src/broken.py"]) == 2
    assert main(["optimize", "missing.py"]) == 2
    assert capfdbinary.readouterr().err.decode().endswith("noodle-trm: missing.py: no such file or directory\n")


def test_huge_files_and_odd_ones(capfdbinary: Capture) -> None:
    with open("huge.py", "wb") as file:
        file.truncate(6_000_000)
    os.mkfifo("pipe.py")
    os.symlink("nowhere", "dangling.py")
    os.symlink("loop.py", "loop.py")
    make("a.py")
    assert main(["optimize", "."]) == 0
    err = capfdbinary.readouterr().err.decode()
    assert "huge.py: 6,000,000 bytes are more than 5,000,000; left as it is\n" in err
    assert "pipe.py: not a regular file; left as it is\n" in err
    assert "dangling.py: symlink to a missing file; left as it is\n" in err
    assert "loop.py: too many levels of symbolic links; passed over\n" in err
    assert err.endswith("1 file would change, 0 would be left unchanged, 3 failed, 1 rewrite\n")
    assert main(["optimize", "huge.py"]) == 2
    assert main(["optimize", "dangling.py"]) == 2
    assert "Traceback" not in capfdbinary.readouterr().err.decode()


def test_symlinks(tmp_path: Path, capfdbinary: Capture) -> None:
    outside = tmp_path / "outside.py"
    outside.write_bytes(SLOW)
    make("src/real.py")
    os.symlink("real.py", "src/alias.py")
    os.symlink(outside, "src/stranger.py")
    os.symlink(tmp_path, "src/folder")
    assert main(["optimize", "src", "--write"]) == 0
    err = capfdbinary.readouterr().err.decode()
    assert f"src/stranger.py: symlink to {outside}, outside the given paths; left as it is\n" in err
    assert outside.read_bytes() == SLOW
    assert Path("src/real.py").read_bytes() == FAST
    assert Path("src/alias.py").is_symlink()
    assert main(["optimize", "src/stranger.py", "--write"]) == 0
    assert f"optimized {outside} through the symlink src/stranger.py" in capfdbinary.readouterr().err.decode()
    assert outside.read_bytes() == FAST
    assert Path("src/stranger.py").is_symlink()
    assert main(["optimize", "src", "-o", "out"]) == 0
    assert sorted(os.listdir("out")) == ["alias.py", "real.py", "stranger.py"]
    assert not Path("out/alias.py").is_symlink()


def test_an_internal_error_is_one_line_and_exit_2(monkeypatch: pytest.MonkeyPatch, capfdbinary: Capture) -> None:
    make("src/a.py")
    make("src/b.py", SLOW + b"# boom\n")
    assert main(["optimize", "src", "--write"]) == 2
    err = capfdbinary.readouterr().err.decode()
    assert "src/b.py: internal error, ValueError: boom and more; left as it is\n" in err
    assert "Traceback" not in err
    assert Path("src/a.py").read_bytes() == FAST
    monkeypatch.setenv("NOODLE_TRM_DEBUG_MODE", "1")
    assert main(["optimize", "src"]) == 2
    assert "Traceback" in capfdbinary.readouterr().err.decode()


def test_report_formats(capfdbinary: Capture) -> None:
    make("a.py")
    assert main(["optimize", "a.py", "--format", "json"]) == 0
    document = json.loads(capfdbinary.readouterr().out)
    assert document["summary"]["kept"] == 1
    assert document["options"]["chooser"] == "trm"
    assert main(["optimize", "a.py", "--format", "sarif"]) == 0
    assert json.loads(capfdbinary.readouterr().out)["version"] == "2.1.0"
    assert main(["optimize", "a.py", "--format", "github"]) == 0
    assert b"::notice file=a.py,line=2,title=noodle-trm replace_min_call::f: " in capfdbinary.readouterr().out
    assert main(["optimize", "a.py", "--format", "text"]) == 0
    out = capfdbinary.readouterr().out
    assert out.startswith(b"--- a/a.py\n")
    assert b"1.31x as fast (at least 1.22x)" in out
    assert main(["optimize", "a.py", "--report", "deep/r.json"]) == 0
    assert capfdbinary.readouterr().out.startswith(b"--- a/a.py\n")
    assert json.loads(Path("deep/r.json").read_text())["schema"] == "urn:noodlecore-trm:receipt:3"
    assert main(["optimize", "a.py", "--format", "json", "--diff"]) == 2
    assert main(["optimize", "a.py", "--report", "."]) == 2
    assert b".: it is a directory; no receipt written\n" in capfdbinary.readouterr().err


def test_a_closed_pipe_is_no_error(tmp_path: Path) -> None:
    for number in range(5):
        make(f"src/{number}.py", SLOW + b"# padding " + b"x" * 300_000 + b"\nslow\n")
    from cli_harness import command, environment

    process = subprocess.Popen(
        command("optimize", "src", "--jobs", "1"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(tmp_path),
    )
    assert process.stdout is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr is not None
    assert b"Traceback" not in process.stderr.read()
    process.stderr.close()
    assert process.wait() == 141


def test_jobs_give_the_same_output_in_the_same_order(tmp_path: Path) -> None:
    for number in range(12):
        make(f"src/m{number:02}.py", SLOW + b"# %d\n" % number)
    one = start(tmp_path, "optimize", "src", "--jobs", "1", "--no-cache", cwd=Path.cwd())
    two = start(tmp_path, "optimize", "src", "--jobs", "3", "--no-cache", cwd=Path.cwd())
    assert one.returncode == two.returncode == 0
    assert one.stdout == two.stdout
    assert one.stdout.count(b"+++ b/src/m") == 12


def test_a_dying_process_fails_its_own_file_only(tmp_path: Path) -> None:
    for number in range(6):
        make(f"src/m{number}.py", SLOW + b"# %d\n" % number)
    make("src/m2.py", b"slow  # crash\n")
    done = start(tmp_path, "optimize", "src", "--write", "--jobs", "2", cwd=Path.cwd())
    err = done.stderr.decode()
    assert done.returncode == 2, err
    assert "src/m2.py: the process working on it died; left as it is\n" in err
    assert "Traceback" not in err
    assert [Path(f"src/m{n}.py").read_bytes()[:9] for n in range(6)].count(b"slow  # c") == 1
    assert sum(b"fast" in Path(f"src/m{n}.py").read_bytes() for n in range(6)) == 5


@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
@pytest.mark.parametrize("last", [b"", b"end = 1", b"slow"])
def test_the_diff_is_one_that_git_and_patch_take(newline: bytes, last: bytes, tmp_path: Path) -> None:
    text = newline.join([b"slow", *(b"x = %d" % n for n in range(20)), b"slow", b"y", b"slow", last])
    name = "d\u00e9 p/a b.py"
    make(name, text)
    done = start(tmp_path, "optimize", name, cwd=Path.cwd())
    assert done.returncode == 0
    git = subprocess.run(["git", "apply", "--unsafe-paths", "--whitespace=nowarn", "-"], input=done.stdout, check=False)
    assert git.returncode == 0
    assert Path(name).read_bytes() == text.replace(b"slow", b"fast")


def test_no_colours_unless_on_a_terminal(monkeypatch: pytest.MonkeyPatch, capfdbinary: Capture) -> None:
    make("a.py")
    main(["optimize", "a.py"])
    assert b"\x1b" not in b"".join(capfdbinary.readouterr())
    for stream in (sys.stdout, sys.stderr):
        monkeypatch.setattr(stream, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    main(["optimize", "a.py"])
    assert b"\x1b[31m-    return slow(x)\x1b[0m\n" in capfdbinary.readouterr().out
    monkeypatch.setenv("NO_COLOR", "1")
    main(["optimize", "a.py"])
    assert b"\x1b" not in b"".join(capfdbinary.readouterr())


def test_explain_names_refusals(monkeypatch: pytest.MonkeyPatch, capfdbinary: Capture) -> None:
    monkeypatch.setattr(
        "noodlecore_trm.cli.commands.explain.counterexamples",
        lambda: {"replace_min_call": {"argument_may_not_be_a_number": "`min(\"a\", 1)` raises"}},
    )
    make("a.py")
    assert main(["explain", "a.py"]) == 0
    out = capfdbinary.readouterr().out.decode()
    assert "refused, argument may not be a number: `min(\"a\", 1)` raises" in out
    assert "f (line 1, chosen by classic, no model installed)" in out
    assert main(["explain", "."]) == 2


TRACE = b"a.py:1: f\n    step 0, reasoning: fast\n    completed: enough\n"


def test_how_it_was_chosen_is_told_on_request(capfdbinary: Capture) -> None:
    make("a.py")
    assert main(["explain", "a.py", "--explain-reasoning"]) == 0
    assert capfdbinary.readouterr().out.endswith(TRACE)
    for _ in range(2):  # it is told again for what is in the cache
        assert main(["optimize", "a.py", "--explain-reasoning"]) == 0
        out, err = capfdbinary.readouterr()
        assert out.startswith(b"--- a/a.py\n")
        assert TRACE in err
    assert main(["optimize", "a.py"]) == 0
    assert TRACE not in capfdbinary.readouterr().err


def test_hostile_file_names(capfdbinary: Capture) -> None:
    names = ["a\nb.py", "tab\t.py", 'quo"te.py', "back\\slash.py", "-dash.py", os.fsdecode(b"bad\xff.py")]
    for name in names:
        make(f"./src/{name}")
    assert main(["optimize", "src", "--format", "json", "--report", "r.json"]) == 0
    out, err = capfdbinary.readouterr()
    git = subprocess.run(["git", "apply", "-"], input=out, check=False, capture_output=True)
    assert git.returncode == 0, git.stderr
    assert all(Path(f"./src/{name}").read_bytes() == FAST for name in names)
    assert err.count(b"\n") == 1
    assert len(json.loads(Path("r.json").read_text())["files"]) == len(names)
    for form in ("sarif", "github", "text"):
        assert main(["optimize", "src", "--format", form]) == 0


def test_what_a_judge_objects_to_is_told(capfdbinary: Capture) -> None:
    Path("a.py").write_bytes(b"slow  # differs\n")
    assert main(["optimize", "--check", "a.py"]) == 2
    assert capfdbinary.readouterr() == (
        b"",
        b"a.py: f(1): another result; left as it is\n0 files would change, 1 would be left unchanged, 0 rewrites\n",
    )

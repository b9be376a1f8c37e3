from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest
from cli_harness import environment, pretend  # noqa: F401

from noodlecore_trm.cli import main
from noodlecore_trm.cli.arguments import COMMANDS, build_parser
from noodlecore_trm.cli.flags import FLAGS
from noodlecore_trm.cli.reference import PAGES
from noodlecore_trm.cli.settings import read_configuration
from noodlecore_trm.rules.rule import Rule

pytestmark = pytest.mark.usefixtures("pretend")
Capture = pytest.CaptureFixture[str]
ROOT = Path(__file__).parent.parent


def fake_rule(name: str) -> Rule:
    return Rule(name, "calls", ("call",), lambda f, op: False, lambda f, op: None, lambda proof: None, {"why": "`1`"})  # type: ignore[arg-type, return-value]


@pytest.fixture(autouse=True)
def rules(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {name: fake_rule(name) for name in ("hoist_row", "inline_leaf")}
    monkeypatch.setattr("noodlecore_trm.rules.load", lambda: known)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["optimise", "a.py"], "no command is called optimise; did you mean optimize?"),
        (["zzz"], "no command is called zzz"),
        (["a.py"], "no command is called a.py; to optimize it: noodle-trm optimize a.py"),
        (["optimize"], "the following arguments are required: PATH"),
        (["optimize", "a.py", "--wirte"], "unknown option --wirte; did you mean --write?"),
        (["optimize", "a.py", "--max-rewrite=3"], "unknown option --max-rewrite; did you mean --max-rewrites?"),
        (["optimize", "a.py", "--max-rewrites", "x"], "--max-rewrites: 'x' is not a whole number"),
        (["optimize", "a.py", "--max-rewrites", "-1"], "--max-rewrites: -1 is below 0"),
        (["optimize", "a.py", "--max-size", "nan"], "--max-size: nan is not above 0 and finite"),
        (["optimize", "a.py", "--chooser", "clasic"],
         "--chooser: 'clasic' is not one of trm, classic, search; did you mean classic?"),
        (["optimize", "a.py", "--format", "xml"], "--format: 'xml' is not one of text, json, sarif, github"),
        (["optimize", "a.py", "--select", "hoist_rwo"],
         "--select: no rule is called hoist_rwo; did you mean hoist_row?"),
        (["optimize", "a.py", "--ignore", "hoist_row,x"], "--ignore: no rule is called x"),
        (["optimize", "a.py", "--select", " , "], "--select: it names no rule"),
        (["optimize", "a.py", "--write", "--check"], "--check and --write exclude each other"),
        (["optimize", "a.py", "-o", "b.py", "--write"], "-o and --write exclude each other"),
        (["optimize", "a.py", "--calls", "none.json"], "--calls: none.json: no such file"),
        (["optimize", "a.py", "--select", "hoist_row", "inline_leaf"],
         "inline_leaf: no such file; to name several rules, write a comma between them"),
        (["optimize", "a\0.py"], "a\\x00.py: no such file or directory"),
        (["rule", "hoist_rows"], "no rule is called hoist_rows; did you mean hoist_row?"),
        (["rule"], "the following arguments are required: NAME"),
        (["explain", "a.py", "b.py"], "too many arguments: b.py"),
        (["translate", "none.py"], "none.py: no such file or directory"),
        (["new-rule", "Bad"], "Bad: a rule is named verb_object or verb_object_with_x, in lower case"),
        (["new-rule", "hoist_it"], "new-rule works inside a checkout of noodlecore-trm, and this is none"),
        (["--versoin"], "unknown option --versoin; did you mean --version?"),
    ],
)
def test_every_mistake_is_one_clear_line(arguments: list[str], message: str, capsys: Capture) -> None:
    Path("a.py").write_text("slow\n")
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == f"noodle-trm: {message}\n"


def test_help_and_version(capsys: Capture) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("noodle-trm ")
    assert main([]) == 0
    helped = capsys.readouterr().out
    assert all(name in helped for name in COMMANDS)
    for name in COMMANDS:
        assert main([name, "--help"]) == 0
        assert f"usage: noodle-trm {name}" in capsys.readouterr().out


def test_rules_and_rule(capsys: Capture) -> None:
    assert main(["rules"]) == 0
    assert capsys.readouterr().out.splitlines()[:2] == ["calls:", "  hoist_row"]
    assert main(["rule", "hoist_row"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("hoist_row (calls)\n")
    assert out.endswith("Refused when\n  why\n      `1`\n")


def configure(text: str, where: str = ".") -> None:
    folder = Path(where)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pyproject.toml").write_text(text)


def test_a_configured_mistake_is_named_where_it_stands(capsys: Capture) -> None:
    Path("a.py").write_text("slow\n")
    configure("[tool.noodle-trm]\njobs = 1\nignore = ['hoist_rwo']\n")
    assert main(["optimize", "a.py"]) == 2
    where = Path("pyproject.toml").absolute()
    assert f"{where}:3: ignore: no rule is called hoist_rwo; did you mean hoist_row?" in capsys.readouterr().err
    where.unlink()
    os.mkfifo(where)
    assert main(["optimize", "a.py"]) == 2
    assert capsys.readouterr().err == f"noodle-trm: {where}: not a regular file\n"


def options_of(arguments: list[str], capsys: Capture) -> dict[str, object]:
    import json

    Path("a.py").write_text("slow\n")
    assert main(["optimize", "a.py", "--format", "json", *arguments]) == 0, capsys.readouterr().err
    options: dict[str, object] = json.loads(capsys.readouterr().out)["options"]
    return options


def test_precedence(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    assert options_of([], capsys)["chooser"] == "trm"
    configure(
        '[tool.noodle-trm]\nchooser = "search"\nmax-rewrites = 3\nselect = ["hoist_row"]\nfp-relaxed = true\n'
        "timeout = 5\njobs = 1\nmax-size = 2\n"
    )
    options = options_of([], capsys)
    assert options["chooser"] == "search"
    assert (options["max_rewrites"], options["select"], options["fp_relaxed"]) == (3, ["hoist_row"], True)
    assert (options["timeout"], options["max_size"]) == (5.0, 2.0)
    monkeypatch.setenv("NOODLE_TRM_CHOOSER", "classic")
    monkeypatch.setenv("NOODLE_TRM_TIMEOUT_THRESHOLD", "7.5")
    options = options_of([], capsys)
    assert (options["chooser"], options["timeout"]) == ("classic", 7.5)
    options = options_of(["--chooser", "trm", "--no-fp-relaxed", "--select", "inline_leaf", "--timeout", "1"], capsys)
    assert (options["chooser"], options["fp_relaxed"], options["timeout"]) == ("trm", False, 1.0)
    assert options["select"] == ["inline_leaf"]
    options = options_of(["--ignore", "hoist_row", "--ignore", "inline_leaf"], capsys)
    assert options["ignore"] == ["hoist_row", "inline_leaf"]
    monkeypatch.setenv("NOODLE_TRM_JOBS", "many")
    assert main(["optimize", "a.py"]) == 2
    assert capsys.readouterr().err == "noodle-trm: NOODLE_TRM_JOBS: 'many' is not a whole number\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[tool.noodle-trm]\nmax-size = 2\nchoser = 'trm'\n",
         ":3: unknown key choser in [tool.noodle-trm]; did you mean chooser?"),
        ("[tool.noodle-trm]\njobs = '2'\n", ":2: jobs: '2' is not a whole number"),
        ("[tool.noodle-trm]\nmeasure = 1\n", ":2: measure: 1 is neither true nor false"),
        ("[tool.noodle-trm]\nselect = [1]\n", ":2: select: [1] is not a list of rule names"),
        ("[tool.noodle-trm]\nmax-rewrites = true\n", ":2: max-rewrites: True is not a whole number"),
        ("[tool.noodle-trm]\ncalls = ''\n", ":2: calls: it is empty"),
        ("[tool.noodle-trm]\nchooser = 'x'\n", ":2: chooser: 'x' is not one of trm, classic, search"),
        ("[tool]\nnoodle-trm = 1\n", ": tool.noodle-trm is not a table"),
        ("[tool.noodle-trm\n", ": Expected ']' at the end of a table declaration (at line 1, column 17)"),
    ],
)
def test_bad_configuration(text: str, message: str, capsys: Capture) -> None:
    configure(text)
    Path("a.py").write_text("slow\n")
    assert main(["optimize", "a.py"]) == 2
    assert capsys.readouterr().err == f"noodle-trm: {Path.cwd()}/pyproject.toml{message}\n"


def test_the_nearest_configuration_with_our_table_counts() -> None:
    configure("[tool.noodle-trm]\njobs = 1\n")
    configure("[tool.other]\nx = 1\n", "inner")
    assert read_configuration(["inner"]) == ({"jobs": 1}, [])
    configure("[tool.noodle-trm]\njobs = 2\n", "inner/most")
    assert read_configuration(["inner/most"]) == ({"jobs": 2}, [])
    assert read_configuration(["inner/most", "inner"]) == ({"jobs": 1}, [])


def test_a_strangers_configuration_never_runs_code(monkeypatch: pytest.MonkeyPatch) -> None:
    configure("[tool.noodle-trm]\ntests = 'rm -rf .'\ncalls = 'c.json'\nmeasure = true\n", "stranger/deep")
    values, notes = read_configuration(["stranger/deep"])
    assert values == {"measure": True}
    assert [note.partition(": ")[2] for note in notes] == [
        f"{key} is ignored: it runs code, and you are not in that project" for key in ("tests", "calls")
    ]
    monkeypatch.chdir("stranger/deep")
    values, notes = read_configuration(["."])
    assert values == {"tests": "rm -rf .", "calls": str(Path.cwd() / "c.json"), "measure": True}
    assert notes == []


def test_every_flag_is_an_option_of_optimize() -> None:
    options = build_parser().commands()["optimize"].options()
    assert {f"--{flag.name}" for flag in FLAGS} <= set(options)


@pytest.mark.parametrize("name", sorted(PAGES))
def test_reference_pages_are_current(name: str) -> None:
    assert (ROOT / "docs" / "reference" / name).read_text(encoding="utf-8") == PAGES[name](), (
        "run: python -m noodlecore_trm.cli.reference docs/reference"
    )


def test_starting_up_imports_little(tmp_path: Path) -> None:
    code = (
        "import sys; from noodlecore_trm.cli import main; main(['--help']);"
        "print([n for n in ('numpy', 'rich', 'libcst', 'networkx', 'platformdirs') if n in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment(tmp_path), check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_modules_of_the_current_folder_are_not_ours(tmp_path: Path) -> None:
    (tmp_path / "signal.py").write_text("raise SystemExit('not for you')\n")
    command = [sys.executable, "-m", "noodlecore_trm", "--version"]
    subprocess.run(command, check=True, cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)})


def test_new_rule(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    Path("noodlecore_trm/rules").mkdir(parents=True)
    Path("noodlecore_trm/rules/rule.py").write_text("")
    Path("deep").mkdir()
    monkeypatch.chdir("deep")
    assert main(["new-rule", "hoist_it"]) == 0
    monkeypatch.chdir("..")
    written = [*sorted(Path().rglob("*hoist_it*/*")), Path("noodlecore_trm/rules/hoist_it.py")]
    assert [path.name for path in written] == ["case.after.py", "case.before.py", "case.refused.py", "hoist_it.py"]
    for path in written:
        ast.parse(path.read_text())
    capsys.readouterr()
    assert main(["new-rule", "hoist_it"]) == 2
    assert capsys.readouterr().err == "noodle-trm: noodlecore_trm/rules/hoist_it.py: it is already there\n"


def test_the_progress_bar_needs_a_terminal_and_many_files(tmp_path: Path) -> None:
    import pty

    for number in range(5):
        Path(f"m{number}.py").write_text(f"slow\n# {number}\n")
    for paths, shown in ((["."], True), (["m1.py"], False)):
        leader, follower = pty.openpty()
        process = subprocess.Popen(
            [sys.executable, "-m", "noodlecore_trm", "optimize", *paths, "--jobs", "1"],
            stdout=subprocess.PIPE, stderr=follower, env=environment(tmp_path, TERM="xterm"),
        )
        import os

        os.close(follower)
        out = process.communicate(timeout=60)[0]
        seen = b""
        try:
            while chunk := os.read(leader, 65536):
                seen += chunk
        except OSError:  # the other side is closed
            pass
        os.close(leader)
        assert process.returncode == 0
        assert (b"Optimizing" in seen) is shown
        assert b"would change" in seen
        assert b"\x1b" not in out
        assert out.count(b"+++ b/") == (5 if shown else 1)


def test_what_tests_cannot_reach(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    project = tmp_path / "project"
    project.mkdir()
    (tmp_path / "a.py").write_text("x = 1\n")
    (project / "link.py").symlink_to(tmp_path / "a.py")
    monkeypatch.chdir(project)
    for path in ("../a.py", "link.py", str(tmp_path)):
        assert main(["optimize", path, "--tests", "true"]) == 2
        said = f"noodle-trm: {path}: not below {project}, where --tests would run; go to the folder of the project\n"
        assert capfd.readouterr() == ("", said)
    assert main(["optimize", "-", "--tests", "true"]) == 2
    assert capfd.readouterr().err == "noodle-trm: --tests needs a file; nothing imports what comes from -\n"


@pytest.mark.parametrize(
    "arguments",
    [
        "optimize NAME --report NAME", "optimize other.py --report NAME --write", "profile -o NAME NAME",
        "profile -o NAME other.py", "feedback export NAME", "report -o NAME", "calibrate -o NAME",
        "quantize model.safetensors --precision int8 -o NAME",
    ],
)  # fmt: skip
def test_programs_are_not_lost_to_other_outputs(
    arguments: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    text = "print(max(1, 2))\n"
    for name in ("a.py", "a.PYI", "plain"):
        if name == "plain" and "NAME NAME" not in arguments and "NAME --report NAME" not in arguments:
            continue
        for each in (name, "other.py"):
            (tmp_path / each).write_text(text)
        assert main(arguments.replace("NAME", name).split()) == 2
        out, err = capfd.readouterr()
        assert out == ""
        assert "it is a Python file, which would be lost" in err or "that would overwrite" in err
        assert [(tmp_path / each).read_text() for each in (name, "other.py")] == [text, text]


def test_a_model_is_not_lost_to_what_is_made_from_it(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    model = tmp_path / "model.safetensors"
    model.write_bytes(b"")
    assert main(["quantize", str(model), "--precision", "int8", "-o", str(tmp_path / "." / "model.safetensors")]) == 2
    assert capfd.readouterr().err.endswith(": that would overwrite the model it is made from\n")

"""Profiles: what is counted, that the program does not notice, and that nothing in one is believed."""

from __future__ import annotations

import ast
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from noodlecore_trm import Options, optimize
from noodlecore_trm.choosers.cost import cost_of
from noodlecore_trm.choosers.table import shipped_table
from noodlecore_trm.choosers.trm import outlook
from noodlecore_trm.cli import main
from noodlecore_trm.cli.arguments import parse
from noodlecore_trm.errors import OptimizationError
from noodlecore_trm.ir.facts import Function, ModuleFacts
from noodlecore_trm.parse import parse_module
from noodlecore_trm.pipeline import apply_rules
from noodlecore_trm.profile.probes import Probes, described
from noodlecore_trm.profile.record import SCHEMA
from noodlecore_trm.profile.seen import FileProfile, _is_plain_call, read_profile
from noodlecore_trm.receipts.reference import schema
from noodlecore_trm.rules import load
from noodlecore_trm.rules.listing import RuleTable, find
from noodlecore_trm.translate import translate

ROOT = Path(__file__).parent.parent

PROGRAM = '''\
"""A program."""
from __future__ import annotations
import sys
import helper


class Box:
    def __init__(self, n):
        self.__n = n

    def get(self, *, __more=1):
        return self.__n + __more


def count(xs, k):
    total = 0
    for x in xs:
        if x == 3 and k > 1 or x == 5:
            total += 1
        elif x == 4: total += 2
        else:
            continue
    i = 0
    while i < 7:
        i += 1
        if i == 5: break
    return total, [y for y in xs if y > 2 for _ in range(2)]


def numbers(n):
    for i in range(n):
        yield i


def never():
    for x in 1, 2:
        pass


if __name__ == "__main__":
    print(count([1, 2, 3, 4, 5], 2), Box(3).get(), list(numbers(4)), sys.argv[1:], helper.double("ab"))
    for q in range(3):
        count((1.5,) * q, q)
    print(__file__, __name__, __doc__, sorted(vars())[:9], file=sys.stderr)
    if "boom" in sys.argv:
        raise ValueError("boom")
    sys.exit(int(sys.argv[1]))
'''


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "prog.py").write_text(PROGRAM)
    (tmp_path / "helper.py").write_text("def double(text):\n    return ''.join(c for c in text for _ in (1, 2))\n")
    return tmp_path


def run(*arguments: str, cwd: Path, **more: Any) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=120, **more)


def profiled(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return run("-m", "noodlecore_trm", "profile", *arguments, cwd=cwd)


def functions(path: Path, name: str) -> Mapping[str, Any]:
    document = json.loads(path.read_text())
    jsonschema.Draft202012Validator(schema("noodlecore_trm.profile")).validate(document)
    assert document["schema"] == SCHEMA
    found: Mapping[str, Any] = document["files"][str(path.parent / name)]["functions"]
    return found


# the program does not notice


@pytest.mark.parametrize(("program", "plain"), [(("prog.py",), ("prog.py",)), (("-m", "prog"), ("-m", "prog"))])
@pytest.mark.parametrize("arguments", [("0",), ("7", "-q", "--output", "x"), ("1", "boom")])
def test_a_program_runs_as_ever(
    program: tuple[str, ...], plain: tuple[str, ...], arguments: tuple[str, ...], project: Path
) -> None:
    before = run(*plain, *arguments, cwd=project)
    after = profiled("-q", *program, *arguments, cwd=project)
    assert after.stdout == before.stdout
    assert after.returncode == before.returncode
    if "-m" in program:  # the interpreter's own frames of runpy
        kept = [line for line in before.stderr.splitlines() if "runpy" not in line]
        assert after.stderr.splitlines() == kept
    else:
        assert after.stderr == before.stderr
    assert (project / "profile.json").exists()


def test_the_program_keeps_its_input(project: Path) -> None:
    (project / "echo.py").write_text("import sys\nprint(sys.stdin.read()[::-1])\n")
    assert run("-m", "noodlecore_trm", "profile", "echo.py", cwd=project, input="abc").stdout == "cba\n"


@pytest.mark.parametrize("given", [["prog.py", "--", "-x", "--"], ["--", "prog.py", "-m", "-q"], ["-q", "prog.py"]])
def test_what_follows_the_program_is_its_own(given: list[str]) -> None:
    parsed = parse(["profile", *given])
    start = given.index("prog.py")
    assert [parsed.program, *parsed.arguments] == given[start:]
    assert not parsed.module


def test_the_program_keeps_the_files_it_was_given(project: Path) -> None:
    (project / "read.py").write_text("import os, sys\nprint(os.read(int(sys.argv[1]), 9))\n")
    with (project / "helper.py").open() as file:
        given = str(file.fileno())
        done = run("-m", "noodlecore_trm", "profile", "read.py", given, cwd=project, pass_fds=(file.fileno(),))
    assert done.stdout == "b'def doubl'\n"


def signalled(project: Path, handling: str, send: Callable[[int, int], None], number: int) -> tuple[str, str, int]:
    """What a program that waits for a signal writes, and its exit code."""
    (project / "wait.py").write_text(
        "import signal, sys, time\ntry:\n    "
        f"{handling}\n    print('ready', flush=True)\n    time.sleep(60)\n"
        "except KeyboardInterrupt:\n    print('caught')\n    raise SystemExit(5)\n"
    )
    command = [sys.executable, "-m", "noodlecore_trm", "profile", "wait.py"]
    process = subprocess.Popen(
        command, cwd=project, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, text=True,
        stderr=subprocess.PIPE, start_new_session=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    time.sleep(0.1)
    send(process.pid, number)
    out, err = process.communicate(timeout=60)
    return out, err, process.returncode


def test_the_program_is_buffered_as_we_are(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHONUNBUFFERED", raising=False)
    (project / "ask.py").write_text("import sys\nprint(sys.stdout.write_through)\n")
    for flags, unbuffered in ([], "False\n"), (["-u"], "True\n"):
        assert run(*flags, "-m", "noodlecore_trm", "profile", "ask.py", cwd=project).stdout == unbuffered


def test_interrupting_is_the_programs_matter(project: Path) -> None:
    wrote = "wrote profile.json: 1 function ran in 1 file\n"
    assert signalled(project, "pass", os.killpg, signal.SIGINT) == ("caught\n", wrote, 5)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGQUIT", "SIGUSR1", "SIGUSR2"])
def test_signals_reach_the_program(name: str, project: Path) -> None:
    handling = f"signal.signal(signal.{name}, lambda *_: (print('caught'), sys.exit(42)))"
    out, err, code = signalled(project, handling, os.kill, getattr(signal, name))
    assert (out, code) == ("caught\n", 42)
    assert err.startswith("wrote profile.json")


def test_what_is_ignored_stays_so(project: Path) -> None:
    (project / "ask.py").write_text("import signal\nprint(signal.getsignal(signal.SIGINT) is signal.SIG_IGN)\n")
    command = f"trap '' INT; {sys.executable} -m noodlecore_trm profile -q ask.py"
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    assert subprocess.check_output(["sh", "-c", command], cwd=project, env=environment) == b"True\n"


def test_a_program_that_leaves_no_profile(project: Path) -> None:
    (project / "gone.py").write_text("import os, sys\nos._exit(int(sys.argv[1]))\n")
    for given, code in (("3", 3), ("0", 2)):
        done = profiled("gone.py", given, cwd=project)
        assert done.returncode == code
        assert done.stderr.startswith("the program ended without a profile")
    (project / "killed.py").write_text("import os\nos.kill(os.getpid(), 15)\n")
    assert profiled("killed.py", cwd=project).returncode == 128 + 15
    assert not (project / "profile.json").exists()


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["nowhere.py"], "nowhere.py: no such file"),
        (["nowhere"], "nowhere: no such file; a module takes -m"),
        (["-o", "no/where.json", "prog.py"], "no/where.json: cannot be written"),
        (["--ouput", "x", "prog.py"], "unknown option --ouput; did you mean --output?"),
        ([], "the following arguments are required: PROGRAM"),
    ],
)
def test_one_clear_line_for_a_mistake(
    arguments: list[str], line: str, project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    assert main(["profile", *arguments]) == 2
    error = capsys.readouterr().err
    assert error.startswith(f"noodle-trm: {line}") or error == f"noodle-trm: {line}\n"
    assert error.count("\n") == 1


def test_a_program_that_does_not_start_costs_no_profile(project: Path) -> None:
    (project / "profile.json").write_text("recorded")
    assert profiled("no_such_thing.py", cwd=project).returncode == 2
    assert "no function of the program ran" in profiled("-m", "no_such_module", cwd=project).stderr
    assert (project / "profile.json").read_text() == "recorded"


def test_errors_of_the_program_are_its_own(project: Path) -> None:
    (project / "bad.py").write_text("x = (\n")
    assert profiled("-q", "bad.py", cwd=project).stderr == run("bad.py", cwd=project).stderr
    missing = profiled("-q", "-m", "no_such_module", cwd=project)
    assert missing.returncode == 1
    assert "No module named" in missing.stderr


# what is counted


def test_the_counts(project: Path) -> None:
    done = profiled("prog.py", "0", cwd=project)
    assert done.stderr.splitlines()[-1] == "wrote profile.json: 7 functions ran in 2 files"
    seen = functions(project / "profile.json", "prog.py")
    count = seen["count"]
    assert (count["calls"], count["work"]) == (4, 4 + 8 + 20 + 8 + 6)
    assert count["parameters"] == {"xs": {"list[int]": 1, "tuple": 1, "tuple[float]": 2}, "k": {"int": 4}}
    assert count["examples"] == ["count([1, 2, 3, 4, 5], 2)"]
    keys = ("entries", "turns", "least", "greatest")
    loops = {each["header"]: tuple(each[key] for key in keys) for each in count["loops"]}
    assert loops == {"xs": (4, 8, 0, 5), "i < 7": (4, 20, 5, 5), "range(2)": (3, 6, 2, 2)}
    branches = {each["test"]: (each["true"], each["false"]) for each in count["branches"]}
    assert branches == {
        "x == 3 and k > 1 or x == 5": (2, 6), "x == 3 and k > 1": (1, 7), "x == 3": (1, 7), "x == 4": (1, 5),
        "i == 5": (4, 16),
    }
    assert seen["never"]["calls"] == 0
    assert seen["numbers"]["loops"][0]["turns"] == 4
    assert set(seen) == {"<module>", "Box.__init__", "Box.get", "count", "numbers", "never"}
    assert functions(project / "profile.json", "helper.py")["double"]["examples"] == ["double('ab')"]


def test_only_the_programs_own_files_are_counted(project: Path) -> None:
    (project / "uses.py").write_text("import json, helper\njson.dumps([1])\n")
    profiled("uses.py", cwd=project)
    assert {Path(name).name for name in json.loads((project / "profile.json").read_text())["files"]} == {
        "uses.py", "helper.py",
    }


SEMANTICS = '''\
log = []
class Truth:
    def __init__(self, name, value): self.name, self.value = name, value
    def __bool__(self): log.append(self.name); return self.value
    def __repr__(self): return self.name
class Odd(int):
    def __lt__(self, other): return Truth(f"lt{other}", False)
    def __gt__(self, other): return Truth(f"gt{other}", True)
a, b, c = Truth("a", True), Truth("b", False), Truth("c", True)
def f(x, *rest, y=a and b, **more):
    "doc"
    nonlocal_ = 0
    def g():
        nonlocal nonlocal_
        nonlocal_ += 1
        return nonlocal_
    if x and b or c: log.append("then")
    if not (x and b) and not c or (a if b else c) and 0 < Odd(1) < 5 and not (c or b): log.append("odd")
    elif a: log.append("elif")
    try:
        while a and (n := g()) < 3: log.append(n)
        else: log.append("over")
    finally:
        log.append("finally")
    return (b or c, a and b, [q for q in range(5) if q % 2 and a], {k: v for k, v in zip("ab", "cd")},
            f"{a and b!r}", (lambda: a or b)(), f.__doc__, sorted(locals()))
def gen():
    got = yield 1 if a else 2
    for i in range(2):
        got = (yield got) or got
    return b and c
async def co():
    async def items():
        for i in range(3): yield i
    return [i async for i in items() if i or a]
def drive():
    it = gen(); out = [next(it)]
    try:
        while True: out.append(it.send(len(out)))
    except StopIteration as stop: out.append(stop.value)
    try: co().send(None)
    except StopIteration as stop: out.append(stop.value)
    match out:
        case [first, *_] if first and c: out.append("matched")
    return out
result = [f(a), f(b, 1, z=2), drive(), log, b"" or None or a]
'''


def test_counting_changes_nothing() -> None:
    def outcome(tree: ast.Module) -> str:
        names: dict[str, Any] = {"__name__": "m"}
        exec(compile(tree, "m", "exec"), names)
        return repr(names["result"])

    import builtins

    counters: list[Any] = []
    probes = Probes(counters)
    counted = probes.run(ast.parse(SEMANTICS))
    plain = outcome(ast.parse(SEMANTICS))
    builtins.__noodle__ = counters  # type: ignore[attr-defined]
    try:
        assert outcome(counted) == plain
    finally:
        del builtins.__noodle__  # type: ignore[attr-defined]
    assert probes.functions["f"].calls == 2
    assert probes.functions["f.<locals>.g"].calls == 6


def test_types_are_told_without_running_code_of_the_program() -> None:
    class Meta(type):
        def __getattribute__(cls, name: str) -> Any:
            raise AssertionError(name)

    class Strange(metaclass=Meta):
        __module__ = 3  # type: ignore[assignment]

    class Items(list[int]):
        def __iter__(self) -> Any:
            raise AssertionError

    assert described(Strange()).endswith("Strange")
    assert described(Items([1])).endswith(".Items")
    assert [described(each) for each in (1, True, None, [], [1], [1, "a"], {"a"}, {1: 2}, (1.5, 2.5))] == [
        "int", "bool", "NoneType", "list", "list[int]", "list", "set[str]", "dict", "tuple[float]",
    ]


# what is made of it


def profile_of(tmp_path: Path, source: bytes, **seen: Any) -> str:
    """A profile of `f` in m.py."""
    path = tmp_path / "m.py"
    path.write_bytes(source)
    function = {"line": 1, "calls": 1, "work": 1, "parameters": {}, "loops": [], "branches": [], "examples": []}
    document = {
        "schema": SCHEMA,
        "interpreter": {"implementation": "cpython", "version": "3.11"},
        "command": ["m.py"],
        "files": {str(path): {"sha256": "", "functions": {"f": function | seen}}},
    }
    (tmp_path / "profile.json").write_text(json.dumps(document))
    return str(tmp_path / "profile.json")


def loop(header: str, turns: int) -> dict[str, Any]:
    return {"line": 1, "header": header, "entries": 10, "turns": 10 * turns, "least": turns, "greatest": turns}


LOW = b"""\
def f(xs):
    best = 0
    for x in xs:
        best = min(best, x)
    return best


def g(xs):
    best = 0
    for x in xs:
        best = max(best, x)
    return best
"""


def optimized(source: bytes, profile: str, **more: Any) -> bytes:
    filename = str(Path(profile).parent / "m.py")
    options = Options(chooser="classic", profile=profile, **more)
    return optimize(source, filename=filename, options=options).optimized


def test_functions_that_did_not_run_are_left_alone(tmp_path: Path) -> None:
    profile = profile_of(tmp_path, LOW, calls=0)
    assert optimized(LOW, profile) == LOW.replace(b"max(best, x)", b"x if x > best else best")
    profile = profile_of(tmp_path, LOW)
    assert optimized(LOW, profile).count(b"min(") == 0


def test_a_file_that_did_not_run_is_left_alone(tmp_path: Path) -> None:
    profile = profile_of(tmp_path, LOW)
    result = optimize(LOW, filename="other.py", options=Options(chooser="classic", profile=profile))
    assert (result.changed, result.receipt.reason) == (False, "the profile has not seen it run")


def test_a_file_is_known_by_its_content_too(tmp_path: Path) -> None:
    import hashlib

    path = profile_of(tmp_path, LOW)
    document = json.loads(Path(path).read_text())
    (only,) = document["files"].values()
    document["files"] = {"/elsewhere.py": only | {"sha256": hashlib.sha256(LOW).hexdigest()}}
    Path(path).write_text(json.dumps(document))
    assert optimize(LOW, filename="other.py", options=Options(chooser="classic", profile=path)).changed


def test_the_hottest_goes_first(tmp_path: Path) -> None:
    def with_work(f: int, g: int) -> bytes:
        profile = profile_of(tmp_path, LOW)
        document = json.loads(Path(profile).read_text())
        (file,) = document["files"].values()
        file["functions"] = {
            name: file["functions"]["f"] | {"work": work} for name, work in (("f", f), ("g", g))
        }
        Path(profile).write_text(json.dumps(document))
        return optimized(LOW, profile, max_rewrites=1)

    assert b"min(" not in with_work(9, 1)
    assert b"max(" not in with_work(1, 9)


WHILE = b"""\
def f(n):
    limit = len("abcdefghijklmnopqrstuvwxyz")
    found = 0
    i = 0
    while i < limit:
        found += i & 3
        i += 1
    return found
"""


def test_turns_decide_what_pays(tmp_path: Path) -> None:
    many = optimized(WHILE, profile_of(tmp_path, WHILE, loops=[loop("i < limit", 500)]))
    few = optimized(WHILE, profile_of(tmp_path, WHILE, loops=[loop("i < limit", 2)]))
    assert b"for i in range(" in many
    assert few == WHILE


SUM = b"""\
def f(xs, n):
    total = 0
    i = 0
    while i < n:
        total += i
        i += 1
    return total
"""


def test_types_are_only_asked_for(tmp_path: Path) -> None:
    several = profile_of(tmp_path, SUM, parameters={"n": {"int": 5, "float": 5}})
    assert optimized(SUM, several) == SUM, "the check would fail half of the time"
    lying = optimized(SUM, profile_of(tmp_path, SUM, parameters={"n": {"str": 10}}))
    names: dict[str, Any] = {}
    exec(lying, names)
    assert names["f"]((), 4) == 6
    with pytest.raises(TypeError):
        names["f"]((), "4")
    honest = optimized(SUM, profile_of(tmp_path, SUM, parameters={"n": {"int": 99, "float": 1}}))
    assert b"if type(n) is int:" in honest
    exec(honest, names)
    assert names["f"]((), 3.5) == 6


def test_a_second_run_with_the_same_profile_changes_nothing(tmp_path: Path) -> None:
    for source in (LOW, WHILE, SUM):
        profile = profile_of(tmp_path, source, loops=[loop("i < limit", 500), loop("i < n", 99)])
        once = optimized(source, profile)
        assert once != source
        assert optimized(once, profile) == once


def test_examples_serve_the_gate(tmp_path: Path) -> None:
    profile = profile_of(tmp_path, LOW, examples=[f"f({list(range(200))})", "f(__import__('os').getcwd())"])
    filename = str(tmp_path / "m.py")
    result = optimize(LOW, filename=filename, options=Options(chooser="classic", profile=profile, measure=True))
    assert b"min(" not in result.optimized
    assert b"max(" in result.optimized
    assert result.receipt.verdict.time == "passed"


def test_examples_do_not_reach_out(tmp_path: Path) -> None:
    reaching = LOW.replace(b"    best = 0\n", b"    open('left', 'w').close()\n    best = 0\n", 1)
    profile = profile_of(tmp_path, reaching, examples=["f([1, 2])"])
    result = optimize(
        reaching, filename=str(tmp_path / "m.py"), options=Options(chooser="classic", profile=profile, measure=True)
    )
    assert not result.changed
    assert "cannot be timed: Cut: blocked" in result.receipt.functions[0].taken_back[0].reason


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("f(1, [2, {'a': None}], -3.5)", True),
        ("f()", True),
        ("f(g())", False),
        ("a.f(1)", False),
        ("f(1, k=2)", False),
        ("__import__('os').system('true')", False),
        ("f(*[1])", False),
        ("f(x)", False),
        ("f", False),
        ("f(", False),
    ],
)
def test_an_example_is_a_name_called_with_literals(text: str, plain: bool) -> None:
    assert _is_plain_call(text) is plain


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("{", "not JSON"),
        ("[]", "not a profile of this version"),
        ('{"schema": "urn:noodlecore-trm:profile:0"}', "not a profile of this version"),
        (f'{{"schema": "{SCHEMA}"}}', "it is damaged"),
        (f'{{"schema": "{SCHEMA}", "files": {{"m.py": {{"sha256": "", "functions": {{"f": 1}}}}}}}}', "it is damaged"),
    ],
)
def test_what_is_no_profile(text: str, line: str, tmp_path: Path) -> None:
    path = tmp_path / "profile.json"
    path.write_text(text)
    with pytest.raises(OptimizationError, match=line):
        optimize(LOW, options=Options(chooser="classic", profile=str(path)))
    with pytest.raises(OptimizationError, match="No such file"):
        read_profile(str(tmp_path / "none.json"), "m.py", LOW)


def test_what_rewriting_made_is_taken_to_have_run() -> None:
    seen = FileProfile({"f": {"calls": 0, "work": 0}})
    assert (seen.ran("f"), seen.ran("_loop"), seen.work("_loop")) == (False, True, 0)


BRANCHES = b"""\
def f(n):
    found = 0
    for i in range(n):
        rest = i % 10
        if rest == 0:
            found += 1
        elif rest in (1, 2, 3, 4, 5, 6, 7, 8):
            found += 2
        else:
            found += 3
    return found
"""


def test_the_likely_test_is_asked_first(tmp_path: Path) -> None:
    def branch(test: str, true: int, false: int) -> dict[str, Any]:
        return {"line": 1, "test": test, "true": true, "false": false}

    rare, often = branch("rest == 0", 10, 90), branch("rest in (1, 2, 3, 4, 5, 6, 7, 8)", 80, 10)
    types = {"n": {"int": 1}}
    turned = optimized(BRANCHES, profile_of(tmp_path, BRANCHES, branches=[rare, often], parameters=types))
    assert turned.index(b"rest == 0") > turned.index(b"found += 2")
    half_seen = optimized(BRANCHES, profile_of(tmp_path, BRANCHES, branches=[often], parameters=types))
    assert half_seen.index(b"rest == 0") < half_seen.index(b"found += 2")
    names: list[dict[str, Any]] = [{}, {}]
    for names_of, text in zip(names, (BRANCHES, turned), strict=True):
        exec(text, names_of)
    assert names[0]["f"](57) == names[1]["f"](57)


TWO_LOOPS = b"""\
def f(xs, n):
    best = 0
    for x in xs:
        best = max(best, x)
    i = 0
    while i < n:
        best = min(best, i)
        i += 1
    return best
"""


def function_of(source: bytes, loops: Any = (), branches: Any = (), parameters: Any = ()) -> Function:
    """The first function of a source, with what was seen of it."""
    seen = {"calls": 1, "loops": loops, "branches": branches, "parameters": dict(parameters)}
    module = translate(parse_module(source))
    observed = FileProfile({"f": seen}) if loops or branches else None
    return Function(ModuleFacts(module, observed=observed), module.functions[0])


def test_a_cost_goes_by_the_turns_that_were_seen() -> None:
    def costs(*turns: int) -> float:
        loops = [loop(header, each) for header, each in zip(("xs", "i < n"), turns, strict=False)]
        return cost_of(function_of(TWO_LOOPS, loops))

    assert costs(8, 8) == costs(8) == costs()
    first, second = costs(9, 8) - costs(), costs(8, 9) - costs()
    assert costs(1000, 8) - costs() == pytest.approx(992 * first)
    assert costs(1000, 500) - costs() == pytest.approx(992 * first + 492 * second)
    assert 0 < costs(0, 0) < costs(1, 1)


def test_a_cost_goes_by_the_outcomes_that_were_seen() -> None:
    def costs(*outcomes: tuple[str, int, int]) -> float:
        branches = [{"test": test, "true": true, "false": false} for test, true, false in outcomes]
        return cost_of(function_of(source, branches=branches))

    source = b"def f(x, y):\n    if x and y:\n        return g(g(g(x)))\n    return y\n"
    assert costs(("x and y", 250, 750)) == pytest.approx(costs(), rel=1e-2), "half of a half, if nothing is known"
    assert costs(("x and y", 999, 1)) > costs() > costs(("x and y", 1, 999)) > 0
    assert costs(("x and y", 1, 999), ("x", 999, 1)) > costs(("x and y", 1, 999), ("x", 1, 999))
    assert costs(("x and y", 0, 0)) == costs()


def test_a_new_loop_or_test_stands_for_the_one_that_is_gone() -> None:
    rule = load()["convert_while_to_range"]
    loops = [loop("i < limit", 1000)]
    before, after = function_of(WHILE, loops), function_of(apply_rules(WHILE, [rule]), loops)
    assert b"while" not in after.facts.module.source
    assert cost_of(before) > 10 * cost_of(function_of(WHILE))
    assert 0.5 * cost_of(before) < cost_of(after) < cost_of(before)
    seen = [{"test": test, "true": 1, "false": 999} for test in ("x == 1 or x == 2", "x == 1", "x == 3")]
    texts = [b"x == 1 or x == 2", b"x in (1, 2)"]
    source = b"def f(x):\n    if %s:\n        x = g(x)\n    if x == 3:\n        x = h(x)\n    return x\n"
    rarely, rewritten = (cost_of(function_of(source % text, branches=seen)) for text in texts)
    assert abs(rarely - rewritten) < 3
    assert rewritten < cost_of(function_of(source % texts[1])) - 3


def test_what_is_expected_of_a_candidate_goes_by_the_profile() -> None:
    def expected(first: int, second: int) -> list[float]:
        function = function_of(TWO_LOOPS, [loop("xs", first), loop("i < n", second)])
        found = find(function, RuleTable([load()["expand_min_max"]])).candidates
        assert len(found) == 2
        return [outlook(each, shipped_table(), cost_of(function)).saving for each in found]

    long_first, short_first = expected(1000, 2), expected(2, 1000)
    assert long_first[0] > 50 * long_first[1] > 0
    assert short_first[1] > 50 * short_first[0] > 0
    loops, rules = [loop("i < limit", 1000)], RuleTable([load()["convert_while_to_range"]])
    function = function_of(WHILE, loops)
    (candidate,) = find(function, rules).candidates
    assert 0 < outlook(candidate, shipped_table(), cost_of(function)).saving < 0.9

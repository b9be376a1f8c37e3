"""Optimized functions in running programs: these run as ever, every call once, and what is worse is switched back."""

from __future__ import annotations

import io
import json
import os
import pickle
import subprocess
import sys
import textwrap
import threading
import types
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import sleep

import pytest

from noodlecore_trm import optimize
from noodlecore_trm.cli import main
from noodlecore_trm.encoding.taken import unpack_taken
from noodlecore_trm.feedback import FeedbackStore, Selection, default_path
from noodlecore_trm.live.hooks import BORN, ENTER_AFTER, LEAVE, mark, with_hooks
from noodlecore_trm.live.session import Optimized, Row, Session
from noodlecore_trm.live.trials import AFTER, BEFORE, DIFFERENT, MEASURED, NULL, SLOWER, Trial, Trials
from noodlecore_trm.live.turns import PROMPT, Turns
from noodlecore_trm.live.versions import versions

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "benchmarks")]

import degradation  # noqa: E402

SLOW = """\
    total = 0
    for x in xs:
        total += x
    return total
"""
FAST = "    return sum(xs)\n"


def source(text: str) -> str:
    """A program, of which SLOW stands for the body of a function that is rewritten."""
    return textwrap.dedent(text).replace("    SLOW\n", SLOW)


def optimized(path: str, before: bytes) -> Optimized | None:
    after = before.replace(SLOW.encode(), FAST.encode())
    return Optimized(after, frozenset({"pure"})) if after != before else None


def live(
    folder: Path, *arguments: str, share: float = 0.5, kind: str = "script",
    plan: Callable[[str, bytes], Optimized | None] = optimized,
) -> tuple[int, list[Row]]:
    """Exit code and what was measured of a program."""
    rows: list[Row] = []
    before = Path.cwd()
    os.chdir(folder)
    try:
        return Session(plan, share, rows.append).run(kind, arguments[0], arguments[1:]), rows
    finally:
        os.chdir(before)


# the program does not notice

PROGRAMS = {
    "looks at itself": """\
        import inspect, sys, pickle, traceback
        def pure(xs):
            "Adds up."
            SLOW
        class Box:
            '''A box.'''
            def total(self, xs, *, twice: bool = False):
                SLOW
            @property
            def two(self):
                xs = (1, 1)
                SLOW
        def fails(n):
            return 1 // n
        for turn in range(200):
            assert pure([1, 2]) == 3 and Box().total([1]) == 1 and Box().two == 2
        print(inspect.getsource(pure), inspect.getsource(Box.total), inspect.signature(Box.total), pure.__doc__)
        print(pure.__code__.co_firstlineno, Box.total.__qualname__, pickle.loads(pickle.dumps(pure)) is pure)
        print(__file__, __name__, sys.argv, sorted(name for name in globals() if not name.startswith("__")))
        try:
            fails(0)
        except ZeroDivisionError:
            traceback.print_exc()
        fails(0)
        """,
    "fails inside of it": """\
        def total(xs):
            SLOW
        for turn in range(50):
            try:
                total(5)
            except TypeError as error:
                last = str(error)
        print(last)
        """,
    "leaves as it likes": """\
        import atexit, os, sys
        def total(xs):
            SLOW
        def leave():
            print("leaving", total([1, 2]), flush=True)
            if len(sys.argv) > 1:
                os._exit(4)
            sys.exit(9)
        atexit.register(leave)
        for turn in range(100):
            total([turn])
        sys.exit("a message" if total([1]) else 0)
        """,
    "forks, and has threads": """\
        import os, threading, sys
        def total(xs):
            SLOW
        def work():
            for turn in range(400):
                assert total([turn, 1]) == turn + 1
        threads = [threading.Thread(target=work, daemon=turn > 2) for turn in range(4)]
        for each in threads: each.start()
        for turn in range(3):
            child = os.fork()
            if not child:
                work()
                print("child", turn, flush=True)
                sys.exit(turn)
            print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
        for each in threads: each.join()
        print(threading.active_count(), [each.name for each in threading.enumerate()])
        """,
    "goes very deep": """\
        import sys
        def pure(xs):
            SLOW
        def down(n):
            xs = [n]
            if n: xs.append(down(n - 1))
            SLOW
        def bottom(xs):
            bottom(xs)
            SLOW
        print(down(400), down(3))
        for turn in range(20):
            try:
                bottom([1])
            except RecursionError as error:
                last = error
        print(type(last).__name__, pure([1]))
        sys.setrecursionlimit(100_000)
        print(down(20_000))
        """,
    "answers signals": """\
        import os, signal, time
        class Late(Exception): pass
        def pure(xs):
            SLOW
        def ring(number, frame): raise Late(number)
        signal.signal(signal.SIGALRM, ring)
        caught = 0
        for turn in range(5):
            try:
                signal.setitimer(signal.ITIMER_REAL, 0.01)
                while True: pure(range(20))
            except Late: caught += 1
        signal.signal(signal.SIGUSR1, lambda *_: print("usr1", flush=True))
        os.kill(os.getpid(), signal.SIGUSR1)
        print(caught, signal.pthread_sigmask(signal.SIG_BLOCK, []), flush=True)
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(5)
        """,
    "decorates and keeps": """\
        import functools, asyncio
        from operator import methodcaller
        def loud(function):
            @functools.wraps(function)
            def inner(*arguments):
                return function(*arguments)
            return inner
        @loud
        def one(xs):
            SLOW
        @functools.lru_cache
        def two(xs):
            SLOW
        class Some:
            @classmethod
            def made(cls, xs):
                SLOW
            @staticmethod
            def free(xs):
                SLOW
            def __init__(self): super().__init__()
            def __add__(self, xs):
                super().__hash__()
                SLOW
        def stream(xs):
            yield 1
            SLOW
        async def later(xs):
            SLOW
        def outer(k):
            def inner(xs):
                SLOW
            return inner
        kept = [one, two, Some.made, Some().free, Some().__add__, methodcaller("made", (1, 2)).__call__, outer(3)]
        for turn in range(300):
            results = [each((1, 2)) for each in kept[:5]] + [kept[5](Some), kept[6]((1, 2))]
            results += [list(stream((1, 2))), asyncio.run(later((1, 2))) if turn > 297 else 3]
        print(results, two.cache_info().hits)
        print(list(map(Some().__add__, [(1,), (2, 3)])), max([(1,), (4,)], key=one))
        """,
    "changes code itself": """\
        import sys
        def total(xs):
            SLOW
        def other(xs): return -1
        for turn in range(50): total([1])
        total.__code__ = other.__code__
        import time; time.sleep(0.1)
        print({total([1]) for turn in range(200)})
        def redone(xs):
            SLOW
        redone = lambda xs: 7
        names = {}
        exec("def made(xs): return total(xs)", globals(), names)
        print(redone([1]), names["made"]([1]), eval("total([2])"))
        def watched(xs):
            SLOW
        seen = set()
        sys.setprofile(lambda frame, event, arg: seen.add(frame.f_code.co_name))
        watched([1])
        sys.setprofile(None)
        print("watched" in seen)
        """,
    "closes everything, warns": """\
        import os, sys, helper_module
        os.closerange(3, 1000)
        def total(xs):
            SLOW
        for turn in range(100): total([1])
        import another_module
        print(total([1]) is 1, helper_module.pure([2]), another_module.total([3]))
        sys.stdout.write(sys.stdin.read())
        """,
    "is interrupted": """\
        import atexit, sys, threading, time
        def leave():
            print(sys.last_type, sys.last_value, sys.last_traceback.tb_frame.f_code.co_filename)
            print(sys.excepthook is sys.__excepthook__)
        def work():
            time.sleep(0.2)
            print("worked")
        atexit.register(leave)
        threading.Thread(target=work).start()
        raise KeyboardInterrupt("now")
        """,
    "fails to show how it fails": """\
        import sys
        def show(kind, error, trace):
            1 // 0
        sys.excepthook = show
        raise ValueError(4)
        """,
    "does not even parse": "def total(xs):\n    return (\n",
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_program_runs_as_ever(name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "prog.py").write_text(source(PROGRAMS[name]))
    for module in ("helper_module", "another_module"):
        (tmp_path / f"{module}.py").write_text(source("def pure(xs):\n    SLOW\ntotal = pure\n"))
    assert_as_ever(tmp_path, capfd, "prog.py", *(["-x"] if "leaves" in name else []))


def assert_as_ever(folder: Path, capfd: pytest.CaptureFixture[str], *program: str, kind: str = "script") -> None:
    command = [sys.executable, *(["-m"] if kind == "module" else []), *program]
    plain = subprocess.run(command, cwd=folder, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=100)
    capfd.readouterr()
    code, _ = live(folder, *program, kind=kind)
    out, err = capfd.readouterr()
    assert (out, err) == (plain.stdout, plain.stderr)
    assert code == (128 - plain.returncode if plain.returncode < 0 else plain.returncode)


def test_a_module_of_a_package_runs_as_ever(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    package = tmp_path / "package"
    package.mkdir()
    (package / "__init__.py").write_text("print('init', __name__, flush=True)\n")
    (package / "adding.py").write_text(source("""\
        def total(xs):
            SLOW
        def in_a_pool(k):
            return [total(range(k)) for turn in range(100)][-1]
        """))
    (package / "__main__.py").write_text(source("""\
        import functools, multiprocessing, sys
        print = functools.partial(print, flush=True)  # a pool that ends kills its processes
        from .adding import in_a_pool
        from . import adding
        def own(xs):
            SLOW
        if __name__ == "__main__":
            print(__spec__.name, __package__, sys.argv[1:], own([1]), adding.__file__ == adding.__spec__.origin)
            for method in "fork", "spawn":
                with multiprocessing.get_context(method).Pool(1) as pool:
                    print(pool.map(in_a_pool, range(5)), method == "spawn" or pool.map(own, [[1], [2, 3]]))
        """))
    assert_as_ever(tmp_path, capfd, "package", "-x", "--sample", kind="module")


@pytest.mark.parametrize("kind", ["script", "module"])
def test_modules_are_looked_for_in_the_same_places(
    kind: str, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "prog.py").write_text("import sys\nprint(sys.path, sys.flags)\nimport other\n")
    (tmp_path / "other.py").write_text("print('found')\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path) if kind == "module" else "")
    monkeypatch.setenv("PYTHONSAFEPATH", "1")
    assert_as_ever(tmp_path, capfd, "prog.py" if kind == "script" else "prog", kind=kind)


@pytest.mark.parametrize("first", [b"", b"#!/usr/bin/env python3\n"])
def test_an_archive_runs_as_ever(first: bytes, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("__main__.py", "import sys, other\nprint(sys.argv, sys.path[0])\n")
        archive.writestr("other.py", "print(__name__)\n")
    (tmp_path / "app.pyz").write_bytes(first + whole.getvalue())
    assert_as_ever(tmp_path, capfd, "app.pyz", "a")


def test_modules_of_one_name_are_not_mixed_up(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    toy = tmp_path / "toy"
    toy.mkdir()
    (tmp_path / "copy.py").write_text("print('nobody asked for this one')\n")
    (toy / "token.py").write_text("print('found')\n")
    for name in ("main", "__main__"):
        (toy / f"{name}.py").write_text("import sys, token\nprint(sys.path, sys.argv)\nimport copy\n")
    assert_as_ever(tmp_path, capfd, "toy/main.py")
    assert_as_ever(tmp_path, capfd, "toy")
    assert_as_ever(toy, capfd, "main", kind="module")


def test_a_folder_without_a_program(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert_as_ever(tmp_path, capfd, ".")


# every call runs one version, once


def test_an_effect_is_never_doubled(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "prog.py").write_text(source("""\
        import time
        seen = []
        def total(xs):
            seen.append(len(seen))
            SLOW
        calls, start = 0, time.process_time()
        while time.process_time() - start < 0.3:
            total([1])
            calls += 1
        print(seen == list(range(calls)))
        """))
    code, rows = live(tmp_path, "prog.py")
    assert (code, capfd.readouterr().out) == (0, "True\n")
    assert rows[-1]["sampled"] > 100
    assert rows[-1]["checks"] == 0
    assert min(rows[-1]["before"], rows[-1]["after"]) > 0  # both versions ran


@pytest.mark.parametrize("seconds", [0.0, 0.8])
def test_however_long_it_took_to_optimize_a_short_program_is_watched(tmp_path: Path, seconds: float) -> None:
    def slowly(path: str, before: bytes) -> Optimized | None:
        sleep(seconds)
        return optimized(path, before)

    (tmp_path / "prog.py").write_text(source("""\
        import time
        def total(xs):
            SLOW
        start = time.process_time()
        while time.process_time() - start < 0.2:
            total([1])
        """))
    code, rows = live(tmp_path, "prog.py", plan=slowly)
    assert code == 0
    assert rows[-1]["sampled"] > 0


def test_where_there_is_nothing_to_watch_nobody_does(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "prog.py").write_text("import sys\nprint(len(sys._current_frames()))\n")
    assert live(tmp_path, "prog.py") == (0, [])
    assert capfd.readouterr().out == "1\n"


def compiled(before: str, after: str, *pure: str) -> tuple[Trials, dict[str, Trial], dict[str, object]]:
    """The trials of a module that was loaded here, with nobody who watches and much that may be spent."""
    made = versions(before.encode(), after.encode(), "m.py", pure=pure, token="T")
    told: list[list[Row]] = []
    trials = Trials(1.0, told.append)
    units = [None if unit is None else (False, *unit.plain()) for unit in made.units]
    code = trials.adopt(made.code, units, "m.py", "T")
    names: dict[str, object] = {"__name__": "m"}
    for trial in trials._each:
        trial.purse = 1e15
    exec(code, names)
    return trials, {trial.name: trial for trial in trials._each}, names


BOTH = """\
def f(x):
    ran.append({version})
    return x + 1
ran = []
"""


def test_a_call_runs_the_version_that_was_drawn() -> None:
    _, found, names = compiled(BOTH.format(version="'before'"), BOTH.format(version="'after'"))
    trial, function = found["f"], names["f"]
    assert isinstance(function, types.FunctionType)
    for version in (AFTER, BEFORE, NULL, AFTER, AFTER, NULL):
        trial.left, trial.version = 1, version
        trial._bind(trial.timed[version & 1])
        sampled = trial.sampled[version]
        assert function(1) == 2
        assert trial.sampled[version] == sampled + 1
        assert function.__code__ is trial.plain[AFTER]
        assert function(1) == 2
    ran = names["ran"]
    assert ran == ["after", "after", "before", "after", "before", "after", *["after"] * 4, "before", "after"]
    assert sum(trial.sampled) == 6


def test_each_version_is_drawn_as_often() -> None:
    _, found, names = compiled(BOTH.format(version=1), BOTH.format(version=2))
    function = names["f"]
    assert isinstance(function, types.FunctionType)
    found["f"].arm(3000)
    for turn in range(3000):
        function(turn)
    assert sum(found["f"].sampled) == 3000
    assert all(850 < count < 1150 for count in found["f"].sampled)


def test_a_call_that_calls_itself_is_one_version_throughout() -> None:
    text = "def f(n):\n    ran.append({version})\n    return f(n - 1) if n else len(ran)\nran = []\n"
    _, found, names = compiled(text.format(version=1), text.format(version=2))
    function, ran = names["f"], names["ran"]
    assert isinstance(function, types.FunctionType)
    assert isinstance(ran, list)
    for version in (AFTER, BEFORE):
        ran.clear()
        found["f"].left, found["f"].version = 1, version
        found["f"]._bind(found["f"].timed[version])
        assert function(9) == 10
        assert ran == [version + 1] * 10


def test_nothing_is_sampled_beyond_the_share() -> None:
    trials, found, names = compiled(BOTH.format(version=1), BOTH.format(version=2))
    function = names["f"]
    assert isinstance(function, types.FunctionType)
    found["f"].arm(1000)
    found["f"].purse = 3 * trials.cost
    for turn in range(1000):
        function(turn)
    assert 1 <= sum(found["f"].sampled) <= 4
    assert function.__code__ is found["f"].plain[AFTER]


def test_a_long_call_is_not_repeated_or_slowed_where_that_is_too_dear() -> None:
    _, found, names = compiled(BOTH.format(version="'before'"), BOTH.format(version="'after'"), "f")
    trial, function = found["f"], names["f"]
    assert isinstance(function, types.FunctionType)
    trial.sampled[AFTER], trial.usual[AFTER] = 1, 5e9
    trial.purse = 1e9
    trial.arm(100)
    for turn in range(100):
        function(turn)
    assert set(names["ran"]) == {"after"}  # type: ignore[call-overload]


@pytest.fixture
def passing(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Lets so many nanoseconds pass; nothing else does but a look at a clock, which takes one."""
    now = [0]

    def let_pass(nanoseconds: int) -> None:
        now[0] += nanoseconds

    def clock() -> int:
        let_pass(1)
        return now[0]

    monkeypatch.setattr("noodlecore_trm.live.trials._wall", clock)
    monkeypatch.setattr("noodlecore_trm.live.trials._processor", clock)
    return let_pass


@pytest.mark.parametrize("version", [BEFORE, NULL, AFTER])
def test_a_call_that_calls_itself_for_long_goes_on_optimized(version: int, passing: Callable[[int], None]) -> None:
    text = "def f(n):\n    ran.append({version})\n    passing(100)\n    return f(n - 1) if n else len(ran)\nran = []\n"
    trials, found, names = compiled(text.format(version=BEFORE), text.format(version=AFTER))
    trial, function, ran = found["f"], names["f"], names["ran"]
    assert isinstance(function, types.FunctionType)
    assert isinstance(ran, list)
    names["passing"] = passing
    trials.cost = trials.cost_of_part = 0.0
    trial.purse, trial.left, trial.version = 2_000.0, 5, version
    trial._bind(trial.timed[version & 1])
    assert function(500) == 501
    assert function.__code__ is trial.plain[AFTER]
    if version == AFTER:
        assert (trials.spent, set(ran)) == (0.0, {AFTER})
        return
    originals = ran.count(BEFORE)
    assert ran == [BEFORE] * originals + [AFTER] * (501 - originals)
    assert 40 <= originals <= 80  # half of their time is taken to be lost, and it is not looked at for each of them
    assert (trials.spent, trial.purse) == (2_000.0, 0.0)
    ran.clear()
    trial.purse = 1e9
    trial.arm(1)  # there is no trace of it
    assert function(9) == 10
    assert (sum(trial.sampled), ran) == (2, [AFTER] * 10)


def test_a_call_that_was_long_is_not_compared(passing: Callable[[int], None]) -> None:
    text = "def f(n):\n    wait(n)\n    return n + {version}\n"
    _, found, names = compiled(text.format(version=0), text.format(version="1 - 1"), "f")
    trial, function = found["f"], names["f"]
    assert isinstance(function, types.FunctionType)
    names["wait"] = passing
    trial.purse = 1e6
    trial.arm(100)
    for turns, argument, checks in ((3, 10, 2), (20, 10**6, 2), (3, 10, 2)):
        for _ in range(turns):
            assert function(argument) == argument
        assert trial.checks == checks
    assert trial.purse < 0  # but what the original of a long call cost is paid for
    trial.purse = 1e9
    trial.arm(100)
    for _ in range(30):
        function(10**6)
    assert trial.checks > 2
    for calls in trial.calls.values():
        assert [len(times) for times in calls.rounds] == [calls.count] * 3


def test_times_of_comparisons_are_not_mixed_with_others() -> None:
    _, found, names = compiled(BOTH.format(version=1), BOTH.format(version=2), "f")
    trial, function = found["f"], names["f"]
    assert isinstance(function, types.FunctionType)
    trial.arm(50)
    for _ in range(50):
        function(3)
    (calls,) = trial.calls.values()
    assert (trial.checks, calls.count) == (49, 49)
    assert not any(calls.waiting)


def test_what_may_be_spent_is_shared_out() -> None:
    text = "".join(f"def {name}(x):\n    return x + {{version}}\n" for name in "fgh")
    trials, found, _ = compiled(text.format(version=1), text.format(version="2 - 1"), "g")
    trials.cost = 20_000.0
    for trial in found.values():
        trial.purse = 0.0
    f, g, h = found["f"], found["g"], found["h"]
    trials._pay_out([f, g, h], 0)
    assert (f.purse, h.purse) == pytest.approx((1e6 / 3, 1e6 / 3))
    assert g.purse == pytest.approx(1e6 / 3 + 300_000)  # once, to compare
    trials._pay_out([f, g, h], 0)
    assert sum(each.purse for each in found.values()) == pytest.approx(1_300_000)
    h.spend(5e6)
    trials._pay_out([f, g, h], 1_000_000)
    assert f.purse == pytest.approx(1e6 / 3)  # nothing for anybody until that has been made up for
    trials._pay_out([f, h], 10_000_000)
    assert f.purse > 1e6 / 3
    trials._pay_out([f, h], 10**15)
    assert f.purse == 60 * 20_000 + 2 * f.price  # what is not called may not hoard


@pytest.mark.parametrize(
    ("after", "argument", "state"),
    [
        ("return 1 + x", 1, MEASURED),
        ("return x + 2", 1, DIFFERENT),
        ("return float(x + 1)", 1, DIFFERENT),
        ("return 1 + x", float("nan"), MEASURED),
        ("return x + 1 if x != 2 else [][0]", 2, DIFFERENT),
        ("return x + 1 if x != 2 else exit()", 2, DIFFERENT),
        ("return x + 1 or [][0]", "text", MEASURED),  # the same exception, with the same arguments
        ("return int(x) + 1", "text", DIFFERENT),
        ("return x + 1 if type(x) is not list else x.append(1)", [1], DIFFERENT),
    ],
)
def test_versions_are_compared_on_copies(after: str, argument: object, state: str) -> None:
    _, found, names = compiled("def f(x):\n    return x + 1\n", f"def f(x):\n    {after}\n", "f")
    trial, function = found["f"], names["f"]
    assert isinstance(function, types.FunctionType)
    trial.sampled[AFTER], trial.usual[AFTER] = 1, 1000.0
    trial.arm(1)
    try:
        result = function(argument)
    except (TypeError, IndexError) as error:
        result = type(error)
    right = TypeError if isinstance(argument, str | list) else argument + 1  # type: ignore[operator]
    assert repr(result) == repr(right)  # the call itself was the original's
    assert trial.state == state
    assert trial.checks == (state == MEASURED)
    assert function.__code__ is trial.plain[AFTER if state == MEASURED else BEFORE]


def test_what_cannot_be_copied_is_not_run_twice() -> None:
    _, found, names = compiled(BOTH.format(version=1), BOTH.format(version=2), "f")
    trial, function = found["f"], names["f"]
    assert isinstance(function, types.FunctionType)

    class Number(int):
        pass

    trial.sampled[AFTER], trial.usual[AFTER] = 1, 1000.0
    trial.arm(1)
    function(Number(3))
    assert len(names["ran"]) == 1  # type: ignore[arg-type]
    assert (trial.pure, trial.checks) == (False, 0)


def test_a_result_that_differs_by_itself_is_nothing_to_go_by() -> None:
    text = "def f(x):\n    return x, next(numbers)\nimport itertools\nnumbers = itertools.count()\n"
    _, found, names = compiled(text, text.replace("x, next", "x + 0, next"), "f")
    trial, function = found["f"], names["f"]
    assert isinstance(function, types.FunctionType)
    trial.sampled[AFTER], trial.usual[AFTER] = 1, 1000.0
    trial.arm(1)
    function(1)
    assert (trial.state, trial.pure) == (MEASURED, False)


# judging


def rounds(trial: Trial, size: tuple[int, ...], count: int, after: float) -> None:
    calls = trial._calls_of(size)
    for turn in range(count):
        noise = 1 + turn % 5 / 50
        for version, time in ((BEFORE, 100.0 * noise), (AFTER, after * noise), (NULL, 100.0 * (2 - noise))):
            calls.add(version, time)


@pytest.mark.parametrize(("after", "state"), [(50.0, MEASURED), (99.0, MEASURED), (100.0, MEASURED), (160.0, SLOWER)])
def test_what_is_slower_is_switched_back(after: float, state: str) -> None:
    _, found, names = compiled(BOTH.format(version=1), BOTH.format(version=2))
    trial = found["f"]
    rounds(trial, (1,), 40, after)
    trial.look(0)
    assert trial.state == state
    assert trial.verdict is not None
    assert names["f"].__code__ is trial.plain[AFTER if state == MEASURED else BEFORE]  # type: ignore[attr-defined]
    trial.arm(10)
    assert (names["f"].__code__ is trial.plain[BEFORE]) == (state == SLOWER)  # type: ignore[attr-defined]


def test_calls_of_one_size_count_if_they_take_a_part_of_the_time() -> None:
    _, found, _ = compiled(BOTH.format(version=1), BOTH.format(version=2))
    rounds(found["f"], (1,), 40, 200.0)
    calls = found["f"]._calls_of((9,))
    for _ in range(60):
        for version, time in ((BEFORE, 1e6), (AFTER, 5e5), (NULL, 1e6)):
            calls.add(version, time)
    found["f"].look(0)
    assert found["f"].state == MEASURED
    rounds(found["f"], (1,), 40_000 // 100, 20_000.0)
    found["f"].next_look = 0
    found["f"].look(0)
    assert found["f"].state == SLOWER


def test_looking_often_makes_no_false_alarm() -> None:
    """Of 300 functions that did not change, looked at again and again, one may be taken for slower."""
    import random

    chance = random.Random(1)
    code = compile("", "m.py", "exec")
    alarms = 0
    for _ in range(300):
        trial = Trial(Trials(0.0, lambda rows: None), "m.py", "f", 1, (code, code), False)
        calls = trial._calls_of((1,))
        for turn in range(400):
            for version in (BEFORE, AFTER, NULL):
                calls.add(version, chance.lognormvariate(0, 0.5))
            trial.look(turn)
        alarms += trial.state == SLOWER
    assert alarms <= 3


@pytest.mark.parametrize("threads", degradation.THREADS)
def test_planted_changes_are_switched_back(tmp_path: Path, threads: str) -> None:
    """Also on a machine with nothing else to do, where a thread that waits for the interpreter may wait for long."""
    lost, _ = degradation.measure(0.05, 60.0, tmp_path, threads)  # it ends as soon as all are switched back
    states = {each.name: each.state for each in lost}
    assert len(states) == 20
    assert {states[each.name] for each in degradation.PLANTED if each.wrong} == {DIFFERENT}
    assert {states[each.name] for each in degradation.PLANTED if not each.wrong} == {SLOWER}


@pytest.fixture
def usual_interval() -> Iterator[float]:
    usual = sys.getswitchinterval()
    yield usual
    sys.setswitchinterval(usual)


def test_all_rounds_since_the_last_look_are_judged() -> None:
    code = (lambda: None).__code__
    trial = Trial(Trials(1.0, lambda rows: None), "", "", 0, (code, code.replace()), False)
    for _ in range(2000):  # more than their binomial coefficients fit in a float
        trial._calls_of((0,)).add_round((2.0, 1.0, 2.0))
    trial.look(0)
    assert trial.verdict is not None
    assert (trial.verdict.rounds, trial.verdict.lower_bound) == (2000, 2.0)


def test_the_interval_is_the_programs_once_it_says_one(usual_interval: float) -> None:
    turns = Turns()
    turns._set(PROMPT)
    assert sys.getswitchinterval() == pytest.approx(PROMPT, abs=1e-6)
    for said in (0.02, 1e-5, 2 * usual_interval):
        sys.setswitchinterval(said)
        said = sys.getswitchinterval()
        for wanted in (PROMPT, usual_interval):
            turns._set(wanted)
            assert sys.getswitchinterval() == said
    sys.setswitchinterval(PROMPT - 1e-6)  # as it was read once, and put back
    turns.end()
    assert sys.getswitchinterval() == usual_interval
    turns._set(PROMPT)
    assert sys.getswitchinterval() == pytest.approx(PROMPT, abs=1e-6)


def test_the_interval_stays_where_threads_have_no_clocks(
    usual_interval: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr("time.pthread_getcpuclockid")
    Turns().look(watched=0)
    assert sys.getswitchinterval() == usual_interval


def test_the_one_that_works_may_end(usual_interval: float) -> None:
    turns = Turns()
    worker = threading.Thread(target=turns.works_here)
    worker.start()
    worker.join()
    assert turns._worker[0] != threading.get_ident()
    turns.look(watched=0)
    assert sys.getswitchinterval() == usual_interval
    turns.works_here()
    assert turns._worker[0] == threading.get_ident()


def test_only_one_thread_that_works_makes_way_at_once(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "prog.py").write_text(source("""\
        import os, sys, threading, time
        def pure(xs):
            SLOW
        many = list(range(100))  # enough of them for the rewritten one to stay
        def seen(prompt):
            until = time.monotonic() + 60
            while (sys.getswitchinterval() < 0.001) != prompt and time.monotonic() < until:
                pure(many)
            return (sys.getswitchinterval() < 0.001) == prompt
        def work():
            while not done.is_set():
                pure(many)
        done = threading.Event()
        print(seen(True))
        idle = threading.Thread(target=done.wait)
        idle.start()
        print(seen(True))
        busy = threading.Thread(target=work)
        busy.start()
        print(seen(False))
        child = os.fork()
        print(seen(child == 0), flush=True)
        if child == 0:
            os._exit(0)
        os.waitpid(child, 0)
        done.set()
        busy.join()
        idle.join()
        print(seen(True))
        late = threading.Thread(target=lambda: print(seen(True)))
        late.start()
        late.join()
        """))
    code, _ = live(tmp_path, "prog.py")
    assert code == 0
    assert capfd.readouterr().out == "True\n" * 7


# which functions have two versions


def pairs(before: str, after: str) -> dict[str, bool]:
    """Functions that can be measured, and whether they may be run twice."""
    made = versions(before.encode(), after.encode(), "m.py", pure={"f", "C.f"}, token="T")
    return {unit.name: unit.pure for unit in made.units if unit is not None}


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("def f(): return 1", "def f(): return 2", {"f": True}),
        ("def f(): return 1", "def f(): return 1  # same", {}),
        ("def f(a=1): return 1", "def f(a=2): return 2", {}),
        ("def f(a): return 1", "def f(b): return 2", {}),
        ("@d\ndef f(a): return 1", "@d\ndef f(a): return 2", {"f": False}),
        ("@d\ndef f(a): return 1", "@e\ndef f(a): return 2", {}),
        ("def f(*a): return 1", "def f(*a): return 2", {"f": False}),
        ("def f(*, a): return 1", "def f(*, a): return 2", {"f": False}),
        ("def f(): yield 1", "def f(): yield 2", {}),
        ("async def f(): return 1", "async def f(): return 2", {}),
        ("def f(): return 1", "f = lambda: 2", {}),
        ("def f(): return 1\ndef f(): return 3", "def f(): return 2", {}),
        ("if x:\n    def f(): return 1\nelse:\n    def f(): return 3",
         "if x:\n    def f(): return 2\nelse:\n    def f(): return 4", {"f": True}),
        ("class C:\n    def f(self): return super().f()", "class C:\n    def f(self): return super().g()",
         {"C.f": True}),
        ("class C:\n    def f(self): return super().f()", "class C:\n    def f(self): return 2", {}),
        ("def f():\n    def g(): return 1\n    return g", "def f():\n    def g(): return 2\n    return g",
         {"f": True}),
        ("g = 1\ndef f(): return g", "def f(): return 1", {}),
        ("import g\ndef f(): return 1", "def f(): return 2", {}),
        ("class C:\n    a = 1\n    def f(self): return 1", "class C:\n    def f(self): return 2", {}),
        ("def f(): return 1", "def f(): return _f()\ndef _f(): return 1", {"f": True}),
        ("def h():\n    global g\n    g = 1\ndef f(): return 1", "def h(): pass\ndef f(): return 2", {}),
    ],
)
def test_which_functions_have_two_versions(before: str, after: str, found: dict[str, bool]) -> None:
    assert pairs(before, after) == found


def test_lines_are_those_of_the_original() -> None:
    before = "import sys\n\ndef f(x):\n    a = 1\n    b = 2\n    return a / x\n\ndef g(x):\n    return 1 / x\n"
    after = "import sys\nimport os as _os\n_g = 1\ndef f(x):\n    return 1 / x\n\n\n\ndef g(x):\n    return 1 / x\n"
    made = versions(before.encode(), after.encode(), "m.py", pure=(), token="T")
    (unit,) = [unit for unit in made.units if unit is not None]
    assert (unit.name, unit.line) == ("f", 3)
    assert {code.co_firstlineno for code in (unit.before, unit.after, unit.timed_before, unit.timed_after)} == {3}
    g = next(each for each in made.code.co_consts if isinstance(each, types.CodeType) and each.co_name == "g")
    assert g.co_firstlineno == 8
    columns = {(start, end, column) for start, end, column, _ in g.co_positions() if column}
    assert columns == {(9, 9, 4), (9, 9, 11), (9, 9, 15)}


def test_code_under_trial_can_leave_the_process() -> None:
    _, found, _ = compiled(BOTH.format(version=1), BOTH.format(version=2))
    hooks = [each for each in found["f"].timed[AFTER].co_consts if isinstance(each, types.MethodType)]
    assert len(hooks) == 2
    for each in pickle.loads(pickle.dumps(hooks)):
        assert each(1, [2]) == ""


def test_a_function_that_does_not_run_keeps_its_code() -> None:
    """Its object may be there for a compiler that reads the code."""
    _, found, names = compiled(BOTH.format(version=1), BOTH.format(version=2))
    trial, function = found["f"], names["f"]
    assert isinstance(function, types.FunctionType)
    assert not trial.is_idle
    for turn in range(20):
        function(turn)
    assert trial.is_idle
    trial.arm(1)
    assert not trial.is_idle


def test_a_module_that_is_loaded_anew_starts_anew_but_for_what_was_switched_back() -> None:
    before, after = "def f(): return 1\ndef g(): return 1\n", "def f(): return 2\ndef g(): return 2\n"
    made = versions(before.encode(), after.encode(), "m.py", pure=(), token="T")
    units = [(False, *unit.plain()) for unit in made.units if unit is not None]
    trials = Trials(1.0, lambda rows: None)
    values = []
    for _ in range(2):
        names: dict[str, Callable[[], int]] = {}
        exec(trials.adopt(made.code, units, "m.py", "T"), names)
        values.append((names["f"](), names["g"]()))
        trials._each[0].switch_back(SLOWER, "")
        assert len(trials._each) == 2
    assert values == [(2, 2), (1, 2)]


def test_where_the_program_ends_nothing_is_compared() -> None:
    text = "def f(n):\n    if n: raise KeyboardInterrupt\n    return 1 - {version}\n"
    _, found, names = compiled(text.format(version=0), text.format(version=1), "f")
    trial, function = found["f"], names["f"]
    assert isinstance(function, types.FunctionType)
    trial.sampled[AFTER], trial.usual[AFTER] = 1, 1000.0
    trial.arm(9)
    for _ in range(2):
        with pytest.raises(KeyboardInterrupt):
            function(1)
    assert (trial.state, trial.checks) == (MEASURED, 0)
    assert function(0) == 1
    assert trial.state == DIFFERENT


def test_what_is_large_is_not_copied() -> None:
    from noodlecore_trm.live.trials import _is_small

    endless: list[object] = []
    endless.append(endless)
    for each in ([0] * 5000, [[0] * 100] * 100, "x" * 10**6, 1 << 10**8, {1: [0] * 5000}, endless):
        assert not _is_small(each)
    for other in ([0] * 500, "text", (1, 2.0, {"a": [1]}), range(10**9), object()):
        assert _is_small(other)


def test_hooks_take_the_place_of_marks_and_nothing_else() -> None:
    text = "class C:\n    def f(self):\n        return 1\n"
    made = versions(text.encode(), text.replace("1", "2").encode(), "m.py", pure=(), token="T")
    born: list[object] = []
    code = with_hooks(made.code, {mark("T", BORN, 0): born.append})
    names: dict[str, object] = {"__name__": "m"}
    exec(code, names)
    assert [each.__qualname__ for each in born] == ["C.f"]  # type: ignore[attr-defined]
    (unit,) = made.units
    assert unit is not None
    assert mark("T", ENTER_AFTER, 0) in unit.timed_after.co_consts
    assert mark("T", LEAVE, 0) in unit.timed_before.co_consts


# the commands

WORTH_IT = """\
import sys
def best(xs):
    best = 0
    for x in xs:
        best = max(best, x)
    return best
for turn in range(int(sys.argv[1])):
    best([1, 2, 3, 4] * 20)
print(best([1, 5]))
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NOODLE_TRM_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "prog.py").write_text(WORTH_IT)
    return tmp_path


def test_run(home: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "--sample", "0.5", "prog.py", "500000"]) == 0
    out, err = capfd.readouterr()
    assert out == "5\n"
    assert "1 file optimized, 1 function measured" in err
    (row,) = FeedbackStore(default_path()).rows()
    assert (row.function, row.module) == ("best", str(home / "prog.py"))
    assert row.outcome in ("kept", "unclear")
    assert row.predicted is not None
    assert row.predicted > 1.0
    assert row.samples >= 16
    taken, words = unpack_taken(row.sample)
    assert words.rules[taken.actions[0][1]] == row.plan[0]
    assert row.propensity == 1
    assert (home / "prog.py").read_text() == WORTH_IT


def test_what_was_switched_back_stays_so(
    home: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from noodlecore_trm.cli.commands import run

    real = run.optimize_file

    def worse(task: run.Task) -> run.Outcome:
        outcome = real(task)
        wrong = outcome.after.replace(b"return best", b"return best + 1")
        return run.replace(outcome, after=wrong)

    monkeypatch.setattr(run, "optimize_file", worse)
    assert main(["run", "--review", "review", "prog.py", "500000"]) == 0
    out, err = capfd.readouterr()
    assert out == "5\n"
    assert "prog.py:2: best is switched back to its original: the two versions give different results" in err
    review = home / "review" / "prog.py-best"
    assert (review / "before.py").read_text() == WORTH_IT
    assert "best + 1" in (review / "after.py").read_text()
    assert json.loads((review / "measured.json").read_text())["state"] == "different"
    assert json.loads((review / "receipt.json").read_text())["files"][0]["path"].endswith("prog.py")
    assert FeedbackStore(default_path()).count(Selection(outcome="switched_back")) == 1
    assert main(["run", "--sample", "0", "prog.py", "1"]) == 0
    out, err = capfd.readouterr()
    assert out == "5\n"  # from the first call on
    assert "best runs as it is: it was switched back in an earlier run" in err
    assert main(["run", "--sample", "0", "--no-feedback", "-q", "prog.py", "1"]) == 0
    assert capfd.readouterr() == ("6\n", "")


def test_usage(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, line in (
        (["run", "nowhere.py"], "nowhere.py: no such file"),
        (["run", "--sample", "2", "prog.py"], "--sample: 2 is not between 0 and 1"),
        (["measure", "nowhere.py"], "nowhere.py: no such file"),
        (["measure", "prog.py"], "prog.py: time was not measured: it needs calls to run"),
    ):
        assert main(arguments) == 2
        assert line in capsys.readouterr().err


def test_measure(home: Path, capsys: pytest.CaptureFixture[str], no_model: None) -> None:
    (home / "prog.py").write_text(WORTH_IT.partition("for turn")[0])
    (home / "calls.py").write_text("best([1, 2, 3, 4] * 50)\n")
    assert main(["measure", "prog.py", "--calls", "calls.py", "--json"]) == 0
    plain = json.loads(capsys.readouterr().out)
    assert (plain["function"], plain["line"], plain["status"]) == ("best", 2, "faster")
    assert 1 < plain["lower_bound"] <= plain["ratio"] <= plain["upper_bound"]
    assert plain["null_low"] <= plain["null_high"]
    (row,) = FeedbackStore(default_path()).rows()
    assert (row.outcome, row.ratio) == ("kept", plain["ratio"])
    (expected,) = optimize((home / "prog.py").read_bytes()).receipt.functions
    assert row.predicted == expected.predicted
    assert row.predicted is not None
    assert row.predicted > 1.0
    assert (row.chooser, row.fallback_reason, row.model_version) == ("classic", "no model installed", "")
    taken, words = unpack_taken(row.sample)
    assert words.rules[taken.actions[0][1]] == row.plan[0]
    assert (home / "prog.py").read_text() == WORTH_IT.partition("for turn")[0]

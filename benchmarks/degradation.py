"""
What a program loses to changes that make it slower or wrong before they are switched back.

    python benchmarks/degradation.py [--share 0.01] [--seconds 20] [--threads one|idle|worker] [--json FILE]

Twenty changes are planted in one program: twelve that are slower, by little or by much, always or only for some
arguments, and eight that compute something else, always or seldom, with no more work than before, so that only what
they compute can give them away. The program calls every function in turn, holds each result against what it should be,
and takes the time of each of its turns. What is lost is the results that were wrong, and the time above that of the
turns at the end, when all are switched back. It has one thread, or beside it one that waits, or all happens in a second
thread for which the first one waits.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any, Final

from noodlecore_trm.cli.commands.run import pure_functions
from noodlecore_trm.live.session import Optimized, Row, Session


@dataclass(frozen=True, slots=True)
class Planted:
    """A function before and after a change, and calls of it; what the second half of them gives is the wrong part."""

    name: str
    before: str
    after: str
    calls: str
    wrong: bool = False


def _function(name: str, arguments: str, *lines: str) -> str:
    return "".join(f"{line}\n" for line in (f"def {name}({arguments}):", *(f"    {line}" for line in lines)))


_SUM: Final = ("total = 0", "for x in xs:", "    total += x * 3", "return total")


def _slower(
    name: str, calls: str, after: Sequence[str], before: Sequence[str] = _SUM, arguments: str = "xs"
) -> Planted:
    return Planted(name, _function(name, arguments, *before), _function(name, arguments, *after), calls)


def _wrong(name: str, calls: str, after: Sequence[str], before: Sequence[str], arguments: str = "n") -> Planted:
    return Planted(name, _function(name, arguments, *before), _function(name, arguments, *after), calls, True)


def _method(name: str, decorator: str, first: str) -> Planted:
    """A function in a class, which does the same work twice."""
    head = f"class Holder_{name}:\n" + (f"    @{decorator}\n" if decorator else "")
    one = _function(name, f"{first}xs", *_SUM)
    two = _function(name, f"{first}xs", "for x in xs:", "    x * 3", *_SUM)
    indented = [head + "".join(f"    {line}\n" for line in text.splitlines()) for text in (one, two)]
    return Planted(name, indented[0], indented[1], f"Holder_{name}().{name}(LIST)")


PLANTED: Final = (
    _slower("a_sixth_slower", "LIST", ("for x in xs[::6]:", "    x * 3", *_SUM)),
    _slower("half_as_slow_again", "LIST", ("for x in xs[::2]:", "    x * 3", *_SUM)),
    _slower("twice_as_slow", "LIST", ("for x in xs:", "    x * 3", *_SUM)),
    _slower("ten_times_as_slow", "LIST", ("for _ in range(9):", "    for x in xs:", "        x * 3", *_SUM)),
    _slower("slow_for_long_lists", "LISTS[k % 4]", ("if len(xs) > 40:", "    for x in xs:", "        x * 3", *_SUM)),
    _slower("looks_up_in_a_list", "LIST", ("return sum(x in WANTED_LIST for x in xs)",),
            ("return sum(x in WANTED for x in xs)",)),
    _slower("leaves_a_trace", "LIST", ("SEEN[0] += 1", "for x in xs:", "    x * 3", *_SUM), ("SEEN[0] += 1", *_SUM)),
    _slower("makes_objects", "LIST", ("kept = [Thing(x) for x in xs]", "return [each.x for each in kept]"),
            ("return [x for x in xs]",)),
    _slower("calls_itself", "9", ("if n < 2: return n", "n + 1; n * 2; n - 1; n * 3; n + 4; n * 5; n ** 2",
                                  "return calls_itself(n - 1) + calls_itself(n - 2)"),
            ("if n < 2: return n", "return calls_itself(n - 1) + calls_itself(n - 2)"), "n"),
    _slower("takes_options", "LIST, scale=2, k=k", ("for x in xs:", "    x * scale", "return [x * scale for x in xs]"),
            ("return [x * scale for x in xs]",), "xs, *more, scale=1, **options"),
    _method("method_twice_as_slow", "", "self, "),
    _method("static_method_twice_as_slow", "staticmethod", ""),
    _wrong("always_wrong", "k % 90", ("return n + 2",), ("return n + 1",)),
    _wrong("wrong_for_multiples_of_7", "k % 90", ("return n + 1 if n % 7 else n",),
           ("return n + 1 if n % 7 else n + 1",)),
    _wrong("wrong_once_in_50", "k", ("return n * 2 if n % 50 else n",), ("return n * 2 if n % 50 else n * 2",)),
    _wrong("wrong_below_zero", "k % 9 - 4", ("return n // 2",), ("return int(n / 2)",)),
    _wrong("another_type", "k % 9", ("return n == 3 or n",), ("return n == 3 and 1 or n",)),
    _wrong("another_zero", "-0.0 if k % 5 == 0 else 1.5", ("return n + 0.0",), ("return n - 0.0",)),
    _wrong("changes_its_argument", "[k, 2, 1]", ("xs.sort()", "return xs[0]"), ("return sorted(xs)[0]",), "xs"),
    _wrong("raises_instead", "[] if k % 11 == 0 else [k]", ("return xs[-1]",),
           ("try:", "    return xs[-1]", "except IndexError:", "    return None"), "xs"),
)

_HEAD: Final = """\
import json, marshal, os, sys, threading, time

class Thing:
    def __init__(self, x):
        self.x = x

SEEN = [0]
WANTED_LIST = list(range(30))
WANTED = frozenset(WANTED_LIST)
LIST = list(range(60))
LISTS = [LIST[:5], LIST[:20], LIST, LIST * 3]
"""
_TAIL: Final = """\

def outcome(function, k):
    try:
        return marshal.dumps(function(k), 2)
    except Exception as error:
        return type(error).__name__

def turn(function, first):
    start = time.thread_time()
    for k in range(first, first + 20):
        function(k)
    return time.thread_time() - start

def main(output, stop, seconds):
    expected = {name: [outcome(call, k) for k in range(450)] for name, call in RIGHT.items()}
    turns = {name: [] for name in CALLS}
    wrong = dict.fromkeys(CALLS, 0)
    made = dict.fromkeys(CALLS, 0)
    first, after = 0, 0
    while time.process_time() < float(seconds) and after < 20:
        for name, call in CALLS.items():
            if name in RIGHT:
                for k in range(first, first + 20):
                    wrong[name] += outcome(call, k % 450) != expected[name][k % 450]
            else:
                turns[name].append(turn(call, first))
            made[name] += 20
        first += 20
        after += os.path.exists(stop)
    with open(output, "w") as file:
        json.dump({"turns": turns, "wrong": wrong, "made": made, "seconds": time.process_time()}, file)

"""
THREADS: Final = {
    "one": "main(*sys.argv[1:])\n",
    "idle": "threading.Thread(target=threading.Event().wait, daemon=True).start()\nmain(*sys.argv[1:])\n",
    "worker": "worker = threading.Thread(target=main, args=sys.argv[1:])\nworker.start()\nworker.join()\n",
}


def program(threads: str) -> tuple[bytes, bytes]:
    """The program before and after all changes."""
    calls, right = ["CALLS = {"], ["RIGHT = {"]
    copies = []
    for each in PLANTED:
        call = each.calls if each.calls.startswith("Holder") else f"{each.name}({each.calls})"
        # the argument comes back with the result, in case that it was changed
        value = f"[(x := {each.calls}), {each.name}(x), x][1:]" if each.wrong else call
        calls.append(f"    {each.name!r}: lambda k: {value},")
        if each.wrong:
            copies.append(each.before.replace(f"def {each.name}", f"def right_{each.name}"))
            right.append(f"    {each.name!r}: lambda k: [(x := {each.calls}), right_{each.name}(x), x][1:],")
    rest = "\n".join(("", *copies, *calls, "}", *right, "}", _TAIL + THREADS[threads]))
    before = _HEAD + "\n".join(each.before for each in PLANTED) + rest
    after = _HEAD + "\n".join(each.after for each in PLANTED) + rest
    return before.encode(), after.encode()


@dataclass(frozen=True, slots=True)
class Lost:
    """What one change cost: calls and seconds until the original was back, wrong results and seconds lost."""

    name: str
    state: str
    calls: int
    wrong: int
    seconds: float
    after: float


def measure(share: float, seconds: float, folder: Path, threads: str = "one") -> tuple[list[Lost], float]:
    """What each change cost in a program that ends when all are switched back, and the seconds that it ran."""
    before, after = program(threads)
    script, stop, output = folder / "planted.py", folder / "stop", folder / "output.json"
    script.write_bytes(before)
    states: dict[str, str] = {}

    def heard(row: Row) -> None:
        if row["state"] != "measured":
            states[row["function"].rpartition(".")[2]] = row["state"]
            if len(states) == len(PLANTED):
                stop.touch()

    planted = Optimized(after, pure_functions(before, after))
    session = Session(lambda path, source: planted, share, heard)
    code = session.run("script", str(script), [str(output), str(stop), repr(seconds)])
    if code:
        raise RuntimeError(f"the program ended with exit code {code}")
    found: dict[str, Any] = json.loads(output.read_text())
    lost = []
    for each in PLANTED:
        turns = found["turns"][each.name]
        usual = median(turns[-15:]) if turns else 0.0
        slow = [turn for turn in turns[:-15] if turn > usual]
        last = max((place for place, turn in enumerate(turns[:-15]) if turn > 1.1 * usual), default=-1)
        excess = sum(turn - usual for turn in turns[: last + 1]) if slow else 0.0
        state = states.get(each.name, "not caught")
        made = 0 if each.wrong else 20 * (last + 1)
        lost.append(Lost(each.name, state, made, found["wrong"][each.name], max(0.0, excess), usual))
    return lost, float(found["seconds"])


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit 0 if every change was switched back, else 1."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--share", type=float, default=0.01, help="what `noodle-trm run --sample` takes")
    parser.add_argument("--seconds", type=float, default=20.0, help="processor time after which the program gives up")
    parser.add_argument("--threads", choices=THREADS, default="one", help="what threads the program has (one)")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        lost, seconds = measure(options.share, options.seconds, Path(folder), options.threads)
    for each in lost:
        print(f"{each.name:28} {each.state:10} {each.wrong:6} wrong  {each.seconds:8.4f} s lost")
    caught = sum(each.state in ("slower", "different") for each in lost)
    total = sum(each.seconds for each in lost)
    wrong = sum(each.wrong for each in lost)
    print(f"{caught} of {len(lost)} switched back; {wrong} wrong results, {total:.3f} s of {seconds:.2f} s lost")
    if options.json:
        plan = {"share": options.share, "threads": options.threads}
        document = {"seconds": seconds, **plan, "changes": [vars_of(each) for each in lost]}
        options.json.write_text(json.dumps(document, indent=1) + "\n")
    return 0 if caught == len(lost) else 1


def vars_of(lost: Lost) -> dict[str, Any]:
    return {name: getattr(lost, name) for name in Lost.__slots__}


if __name__ == "__main__":
    sys.exit(main())

"""
Measuring two versions of functions on the calls that a program makes.

Each call runs one version from beginning to end. While a function is under trial, which one that is is drawn anew for
each call, so that whatever the calls are, neither version is favoured: an original, an optimized one and an original
once more make a round, and rounds are judged as those of the judge of time. Calls whose arguments are of other sizes
are kept apart. Only of functions that can do nothing but compute, and only of arguments that can be copied, all
versions run on copies, which also shows whether they agree; the call itself then runs the original.

Between trials a function is the optimized one with nothing around it. What trials cost is counted, and they are begun
only while that is less than the share of processor time they were given. Standard library only.
"""

from __future__ import annotations

import atexit
import marshal
import os
import signal
import sys
import time
import types
from _random import Random
from _thread import allocate_lock, start_new_thread
from collections.abc import Callable, Sequence
from typing import Any, Final

from noodlecore_trm.live.hooks import BORN, ENTER_AFTER, ENTER_BEFORE, LEAVE, mark, with_hooks
from noodlecore_trm.validate.bounds import TimeVerdict, judge

BEFORE, AFTER, NULL = 0, 1, 2
MEASURED, SLOWER, DIFFERENT = "measured", "slower", "different"

Row = dict[str, Any]
"""What is known of a function, as `Trial.row` gives it."""
Codes = tuple[types.CodeType, types.CodeType]

_DOUBT: Final = 0.01
_FIRST_TICK: Final = 0.002
_TICK: Final = 0.04
"""Seconds of processor time after which to look again; a look takes some 0.2 ms, most of it changing threads."""
_SLOWER_TICKS: Final = 1.25
_SLOWEST_TICK: Final = 0.5
_CREDIT: Final = 2_000_000
"""Nanoseconds that trials may cost before the program has run for long."""
_CREDIT_TO_COMPARE: Final = 300_000
"""As many more for each function whose results can be compared, to do so: a wrong one should not stay for long."""
_TELL: Final = 2_000_000_000
_LONG: Final = 200_000
"""Nanoseconds of a call from which on processor time is measured: that clock takes its time."""
_FAR: Final = 4
_LEAST_SAVED: Final = 0.05
"""Share of the time of an original that the optimized version is taken to save, as long as nothing else is sure."""
_MEMORY: Final = 16
_BURST: Final = 60
_WARM: Final = 9
"""Calls after which the interpreter has adapted a short function's code."""
_FIRST_LOOK: Final = 16
_MOST_ROUNDS: Final = 768
_MOST_SIZES: Final = 32
_MOST_OBJECTS: Final = 8
"""Function objects of one definition; one that is made again and again is not followed."""
_MOST_ITEMS: Final = 4096
_PAUSE: Final = 5_000_000_000
_TIGHT: Final = 0.04
_WEIGHT: Final = 0.05
"""Share of a function's time from which on calls of one size count."""
_wall, _processor = time.perf_counter_ns, time.thread_time_ns  # whatever the program makes of the module
_SIZED: Final = frozenset((list, tuple, dict, set, frozenset, str, bytes, bytearray, range))


def _size(arguments: Sequence[object]) -> tuple[int, ...]:
    """How large the first arguments are, by powers of two; 0 for what has no size of its own."""
    sizes = []
    for each in arguments[:4]:
        kind = type(each)
        if kind in _SIZED:
            sizes.append(len(each).bit_length())  # type: ignore[arg-type]
        elif kind is int:
            sizes.append(each.bit_length())  # type: ignore[attr-defined]
        else:
            sizes.append(0)
    return tuple(sizes)


class Calls:
    """Times of calls of one size, in nanoseconds, as rounds of all three versions."""

    __slots__ = ("rounds", "spent", "waiting")

    def __init__(self) -> None:
        self.rounds: tuple[list[float], ...] = ([], [], [])
        self.waiting: tuple[list[float], ...] = ([], [], [])
        self.spent = 0.0

    def add(self, version: int, elapsed: float) -> None:
        self.spent += elapsed
        waiting = self.waiting
        waiting[version].append(elapsed)
        if all(waiting):
            for rounds, times in zip(self.rounds, waiting, strict=True):
                rounds.append(times.pop(0))

    @property
    def count(self) -> int:
        return len(self.rounds[-1])

    def judged(self, doubt: float) -> TimeVerdict:
        count = self.count  # the program goes on meanwhile
        before, after, null = (times[:count] for times in self.rounds)
        return judge(before, after, null, doubt=doubt)


class Trial:
    """One function: what it runs now, and what is known of its versions."""

    def __init__(self, trials: Trials, path: str, name: str, line: int, plain: Codes, pure: bool) -> None:
        self.trials = trials
        self.path, self.name, self.line = path, name, line
        self.plain = self.timed = plain
        self.pure = pure
        self.functions: list[types.FunctionType] = []
        self._fresh = _adapted(plain[AFTER])
        self.state = MEASURED
        self.left = 0
        """Calls that are still to be sampled."""
        self.version = AFTER
        self.compares = False
        """Whether the next call is to run all versions on copies."""
        self.clock: Callable[[], int] = _wall
        self.calls: dict[tuple[int, ...], Calls] = {}
        self.sampled = [0, 0, 0]
        self.usual = [0.0, 0.0, 0.0]
        """Nanoseconds of a call, by version; a call that something else got in the way of counts little."""
        self.checks = 0
        self.credit = float(_CREDIT_TO_COMPARE if pure else 0)
        self.looks = 0
        self.next_look = _FIRST_LOOK
        self.verdict: TimeVerdict | None = None
        self.detail = ""
        self.due = 0
        self.pause = _PAUSE
        self.told: Row | None = None

    # the hooks

    def born(self, function: types.FunctionType) -> types.FunctionType:
        """A function object that the program has just made."""
        if len(self.functions) < _MOST_OBJECTS:
            self.plain = self.plain[BEFORE], function.__code__
            self._fresh = self._fresh and _adapted(function.__code__)
            self.functions.append(function)
            if self.state != MEASURED:
                self._bind(self.plain[BEFORE])
        else:
            self._bind(self._rest)
            self.functions.clear()
        return function

    def enter_before(self, *arguments: object) -> object:
        return self._enter(NULL if self.version == NULL else BEFORE, arguments)

    def enter_after(self, *arguments: object) -> object:
        return self._enter(AFTER, arguments)

    def _enter(self, version: int, arguments: tuple[object, ...]) -> object:
        trials = self.trials
        self._bind(self.plain[version & 1])  # what this call calls in turn is the same version
        if self.compares and version == BEFORE:
            if self._affordable(4):
                self._compare(arguments)
            return None
        return version, _size(arguments), trials.spent, _processor(), _wall()

    def leave(self, entered: Any) -> None:
        if entered is not None:
            stop = _wall()
            version, size, spent, used, start = entered
            trials = self.trials
            nested = trials.spent - spent
            self._note(version, size, stop - start - nested, _processor() - used - nested)
            trials.spend(trials.cost)
        self.left -= 1
        self._go_on()

    def _note(self, version: int, size: tuple[int, ...], elapsed: float, used: float) -> None:
        if self.clock is _processor:
            elapsed = used
        if elapsed <= 0:
            return
        usual = self.usual[version] or elapsed
        self.sampled[version] += 1
        self.usual[version] = usual + (min(elapsed, _FAR * usual) - usual) / min(self.sampled[version], _MEMORY)
        if version != AFTER:  # what was not saved: of a call that calls itself, this may be much
            saved = 1 - self.usual[AFTER] / self.usual[version] if self.sampled[AFTER] else 0.5
            self.trials.spend(max(0.0, used) * max(_LEAST_SAVED, saved))
        self.clock = _processor if self.usual[version] > _LONG else _wall
        if sum(self.sampled) > (_WARM if elapsed < _LONG else 1):
            self._calls_of(size).add(version, elapsed)

    def _calls_of(self, size: tuple[int, ...]) -> Calls:
        if size not in self.calls:
            if len(self.calls) >= _MOST_SIZES:
                size = ()
            self.calls.setdefault(size, Calls())
        return self.calls[size]

    def _affordable(self, calls: float) -> bool:
        """Whether so many calls may be spent now."""
        return self.sampled[AFTER] > 0 and calls * self.usual[AFTER] < max(self.trials.left, self.credit)

    # what the function runs

    @property
    def _rest(self) -> types.CodeType:
        return self.plain[AFTER if self.state == MEASURED else BEFORE]

    def _bind(self, code: types.CodeType) -> None:
        lost = False
        for function in self.functions:
            now = function.__code__
            if now is not code:
                if any(now is own for own in (*self.plain, *self.timed)):
                    function.__code__ = code
                else:
                    lost = True
        if lost:  # the program has exchanged the code itself
            self.functions = [
                each for each in self.functions if any(each.__code__ is own for own in (*self.plain, *self.timed))
            ]

    def _go_on(self) -> None:
        """Draw the version of the next call, if that is to be sampled."""
        if self.state != MEASURED or self.left <= 0 or max(self.trials.left, self.credit) <= 0:
            self._bind(self._rest)
            return
        if not self.sampled[AFTER]:
            version = AFTER  # what a call takes is not known: it may be the only one
        else:
            extra = self.usual[BEFORE] - self.usual[AFTER] if self.sampled[BEFORE] else self.usual[AFTER]
            self.compares = self.pure and self._affordable(4)
            if extra > self.trials.left and not self.compares:
                self._bind(self._rest)
                return
            version = BEFORE if self.compares else self.trials.draw()
        self.version = version
        self._bind(self.timed[version & 1])

    @property
    def is_idle(self) -> bool:
        """
        Whether it could be armed. Only what runs can be: other functions may be there for a compiler, which reads
        their code when it likes.
        """
        if self.state != MEASURED or not self.functions or self.functions[0].__code__ is not self._rest:
            return False
        if self._fresh and self._fresh != _adapted(self._rest):
            self._fresh = b""
        return not self._fresh

    def arm(self, calls: int) -> None:
        """Sample the next calls."""
        if self.functions and self.state == MEASURED:
            self.left = calls
            self._go_on()

    def disarm(self) -> None:
        self.left = 0
        self._bind(self._rest)

    def switch_back(self, state: str, detail: str) -> None:
        """Run the original from now on."""
        self.state, self.detail = state, detail
        self.disarm()
        self.trials.tell([self])

    # running all versions on copies

    def _compare(self, arguments: tuple[object, ...]) -> None:
        if len(self.functions) != 1 or sys.gettrace() or sys.getprofile() or _handles_signals():
            return
        start = _processor()
        if not _is_small(arguments):
            self._spend(_processor() - start)
            return
        try:
            data = marshal.dumps(arguments)  # type: ignore[arg-type]  # it says so if it cannot
        except ValueError:
            self.pure = False
            return
        outcomes: list[object] = [None, None, None]
        times = [0.0, 0.0, 0.0]
        try:
            for version in self.trials.order():
                self._bind(self.plain[version & 1])
                outcomes[version], times[version] = _outcome(self.functions[0], marshal.loads(data), self.clock)
        except (RecursionError, MemoryError):
            return
        except ValueError:  # a result that cannot be compared
            self.pure = False
            return
        finally:
            self._bind(self.plain[BEFORE])
            self._spend(_processor() - start)
        if outcomes[BEFORE] != outcomes[NULL]:
            self.pure = False
        elif outcomes[BEFORE] != outcomes[AFTER]:
            self.switch_back(DIFFERENT, "the two versions give different results")
        else:
            self.checks += 1
            size = _size(arguments)
            for version in (BEFORE, AFTER, NULL):
                self._calls_of(size).add(version, times[version])

    def _spend(self, nanoseconds: float) -> None:
        """Comparing is paid for by the function's own credit first."""
        own = min(self.credit, nanoseconds)
        self.credit -= own
        self.trials.spend(nanoseconds, granted=own)

    # judging

    def look(self, now: int) -> None:
        """Judge what there is, if there is enough that is new; `now` is processor time in nanoseconds."""
        every = list(self.calls.values())
        total = sum(calls.count for calls in every)
        if total < self.next_look or self.state != MEASURED:
            return
        self.looks += 1
        self.next_look = 2 * total
        doubt = _DOUBT / (self.looks * (self.looks + 1))  # over all looks together no more than _DOUBT
        spent = sum(calls.spent for calls in every)
        weighty = [calls for calls in every if calls.count >= _FIRST_LOOK and calls.spent >= _WEIGHT * spent]
        verdicts = [(calls, calls.judged(doubt / len(weighty))) for calls in weighty]
        if not verdicts:
            return
        self.verdict = max(verdicts, key=lambda each: each[0].spent)[1]
        slower = next((verdict for _, verdict in verdicts if verdict.is_slower), None)
        if slower is not None:
            self.verdict = slower
            self.switch_back(SLOWER, f"at most {slower.upper_bound:.3f} times as fast as the original")
        elif total >= _MOST_ROUNDS or self.verdict.upper_bound - self.verdict.lower_bound < _TIGHT:
            self.calls = {}
            self.next_look = _FIRST_LOOK
            self.disarm()
            self.due = now + self.pause
            self.pause *= 2

    def row(self) -> Row:
        """What is known, as plain values; times in seconds, ratios above 1 where the optimized version is faster."""
        verdict = self.verdict or TimeVerdict("skipped")
        return {
            "path": self.path,
            "function": self.name,
            "line": self.line,
            "state": self.state,
            "detail": self.detail,
            "ratio": verdict.ratio,
            "lower_bound": verdict.lower_bound,
            "upper_bound": verdict.upper_bound,
            "null_low": verdict.null_low,
            "null_high": verdict.null_high,
            "rounds": verdict.rounds,
            "sampled": sum(self.sampled),
            "checks": self.checks,
            "before": self.usual[BEFORE] / 1e9,
            "after": self.usual[AFTER] / 1e9,
        }

    def __reduce__(self) -> Any:
        """Code that goes to another process by value takes hooks along that do nothing."""
        nothing = "".format
        return types.SimpleNamespace, (), dict.fromkeys(("enter_before", "enter_after", "leave"), nothing)

    def forget(self) -> None:
        """Start anew in a process that was forked off."""
        self.disarm()
        self.calls = {}
        self.sampled, self.usual, self.checks = [0, 0, 0], [0.0, 0.0, 0.0], 0
        self.next_look = _FIRST_LOOK
        self.verdict = self.told = None


def _adapted(code: types.CodeType) -> bytes:
    """The instructions as the interpreter has adapted them: others once the code has run a few times."""
    found: bytes = getattr(code, "_co_code_adaptive", b"")
    return found


def _is_small(value: object) -> bool:
    """Whether copying a value takes little time."""
    left = _MOST_ITEMS
    waiting = [value]
    while waiting:
        each: Any = waiting.pop()
        kind = type(each)
        if kind in _SIZED:
            left -= 1 + (len(each) >> 6 if kind in (str, bytes, bytearray) else 0 if kind is range else len(each))
        elif kind is int:
            left -= 1 + (each.bit_length() >> 8)
        if left < 0:
            return False
        if kind is dict:
            waiting.extend(each.values())
            waiting.extend(each)
        elif kind in (list, tuple, set, frozenset):
            waiting.extend(each)
    return True


def _handles_signals() -> bool:
    """Whether a handler of the program could raise in the middle of a call that it has not made."""
    own = (signal.SIG_DFL, signal.SIG_IGN, None, signal.default_int_handler)
    return any(signal.getsignal(number) not in own for number in signal.valid_signals())


def _outcome(function: Callable[..., object], arguments: Sequence[object], clock: Callable[[], int]) -> Any:
    """
    What a call gives and makes of its arguments, such that equal means the same, and nanoseconds.

    Raises ValueError where that cannot be told.
    """
    start = clock()
    try:
        value = function(*arguments)
        stop = clock()
        found = ("value", _told_apart(value))
    except (RecursionError, MemoryError):
        raise
    except Exception as error:
        if error.__traceback__ is None or error.__traceback__.tb_next is None:
            raise
        stop = clock()
        found = (type(error).__qualname__, _told_apart(error.args))
    return (found, _told_apart(arguments)), max(1.0, float(stop - start))


def _told_apart(value: object) -> bytes:
    """
    Bytes that are equal for equal values of equal types only, floats by their bits. Raises ValueError for what is not
    made of plain builtin values.
    """
    return marshal.dumps(value, 2)  # type: ignore[arg-type]


class Trials:
    """All functions of a program that have two versions, and what measuring them may cost."""

    def __init__(self, share: float, send: Callable[[list[Row]], None]) -> None:
        self._share = share
        self._send = send
        self._each: list[Trial] = []
        self._random = Random(int.from_bytes(os.urandom(8), "little"))
        self._stop = allocate_lock()
        self._next_tell = 0
        self._granted = 0.0
        self.spent = 0.0
        """Nanoseconds that trials have cost."""
        self.left = float(_CREDIT)
        """Nanoseconds that they may cost now."""
        self.cost = 2_000.0
        """Nanoseconds of a sampled call besides the call."""

    def adopt(
        self, code: types.CodeType, units: Sequence[tuple[Any, ...] | None], path: str, token: str
    ) -> types.CodeType:
        """The code of a module of whose functions it will tell; without a share, only that."""
        hooks: dict[str, Any] = {mark(token, BORN, number): _unchanged for number in range(len(units))}
        known = {(each.name, each.line): each for each in self._each if each.path == path}
        for each in known.values():
            each.disarm()  # the module is loaded anew
        self._each = [each for each in self._each if each.path != path]
        for number, unit in enumerate(units):
            if unit is None or not (self._share or unit[0]):
                continue
            held, name, line, before, after, timed_before, timed_after, pure = unit
            trial = Trial(self, path, name, line, (before, after), pure)
            own = {
                mark(token, ENTER_BEFORE, number): trial.enter_before,
                mark(token, ENTER_AFTER, number): trial.enter_after,
                mark(token, LEAVE, number): trial.leave,
            }
            trial.timed = (with_hooks(timed_before, own), with_hooks(timed_after, own))
            trial.state = SLOWER if held else known[name, line].state if (name, line) in known else MEASURED
            hooks[mark(token, BORN, number)] = trial.born
            self._each.append(trial)
        return with_hooks(code, hooks)

    def start(self) -> None:
        """Begin to watch, if anything may be spent."""
        if self._share:
            self.cost = _cost_of_a_sample()
            atexit.register(self._end)
            os.register_at_fork(after_in_child=self._forked)
            self._watch()

    def draw(self) -> int:
        return int(self._random.random() * 3)

    def order(self) -> tuple[int, int, int]:
        """All versions in an order that is drawn."""
        first = self.draw()
        step = 1 if self._random.random() < 0.5 else 2
        return first, (first + step) % 3, (first + 2 * step) % 3

    def spend(self, nanoseconds: float, *, granted: float = 0.0) -> None:
        self.spent += nanoseconds
        self._granted += granted
        self.left -= nanoseconds - granted

    def tell(self, those: Sequence[Trial]) -> None:
        """Send what is new."""
        rows = []
        for trial in those:
            row = trial.row()
            if row["sampled"] + row["checks"] and row != trial.told:
                trial.told = row
                rows.append(row)
        if rows:
            self._send(rows)

    def _watch(self) -> None:
        self._stop = stop = allocate_lock()
        stop.acquire()
        masked = signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())  # they are for the program's threads
        try:
            start_new_thread(self._ticks, (stop,))
        except RuntimeError:
            self._give_up()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, masked)

    def _ticks(self, stop: Any) -> None:
        # where others take the processor, or the program waits, there is nothing new to see after so many seconds
        goal = pause = _FIRST_TICK
        used, seen = time.process_time_ns(), time.perf_counter_ns()
        try:
            while not stop.acquire(timeout=pause):
                self._tick()
                before, then, used, seen = used, seen, time.process_time_ns(), time.perf_counter_ns()
                goal = min(_TICK, _SLOWER_TICKS * goal)
                pause = min(_SLOWEST_TICK, goal * max(1.0, (seen - then) / max(1, used - before)))
        except Exception:  # measuring is not worth a word in the program's output
            self._give_up()

    def _give_up(self) -> None:
        self._share = 0.0
        self.left = 0.0
        for trial in self._each:
            trial.disarm()

    def _tick(self) -> None:
        now = time.process_time_ns()
        self.left = self._share * now + _CREDIT + self._granted - self.spent
        for trial in self._each:
            trial.look(now)
        idle = [trial for trial in self._each if trial.is_idle and now >= trial.due]
        calls = min(_BURST, int(self.left / self.cost / max(1, len(idle))))
        for trial in idle:
            if calls > 0 or trial.credit > 0:
                trial.arm(_BURST if trial.credit > 0 else calls)
        if now > self._next_tell:
            self._next_tell = now + _TELL
            self.tell(self._each)

    def _end(self) -> None:
        if self._stop.locked():
            self._stop.release()
        now = time.process_time_ns()
        for trial in self._each:
            trial.disarm()
            trial.look(now)
        self.tell(self._each)

    def _forked(self) -> None:
        if self._share:
            self.spent = self._share * time.process_time_ns() + self._granted
            self.left = float(_CREDIT)
            for trial in self._each:
                trial.forget()
            self._watch()


def _unchanged(function: types.FunctionType) -> types.FunctionType:
    return function


def _cost_of_a_sample() -> float:
    """Nanoseconds."""
    trials = Trials(0.0, lambda rows: None)
    code = (lambda: None).__code__
    trial = Trial(trials, "", "", 0, (code, code.replace()), False)
    trial.timed = code.replace(), code.replace()
    trial.functions = [types.FunctionType(code, {})]
    start = _processor()
    for _ in range(_BURST):
        trials.left = 1e9
        trial.left = 2
        trial.leave(trial.enter_after(1, ()))
    return 1.5 * (_processor() - start) / _BURST

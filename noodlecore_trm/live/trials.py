"""
Measuring two versions of functions on the calls that a program makes.

Each call runs one version from beginning to end. While a function is under trial, which one that is is drawn anew for
each call, so that whatever the calls are, neither version is favoured: an original, an optimized one and an original
once more make a round, and rounds are judged as those of the judge of time. Calls whose arguments are of other sizes
are kept apart. Only of functions that can do nothing but compute, and only of arguments that can be copied, all
versions run on copies, which also shows whether they agree; the call itself then runs the original.

Between trials a function is the optimized one with nothing around it. What trials cost is counted, and each function
has its part of the share of processor time that they may take, so that a dear one does not use up what others need.
What a call will cost is not known before. One that calls itself has a time by which it must have ended; where it has
not, what it still calls runs optimized. So no call costs much more than what there was to spend, but for its own body.
Standard library only.
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
from _signal import getsignal  # type: ignore[import-not-found]  # that of signal makes an enum of each answer
from _thread import allocate_lock, start_new_thread
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from noodlecore_trm.live.hooks import BORN, ENTER_AFTER, ENTER_BEFORE, LEAVE, PASS, STOPPED, mark, with_hooks
from noodlecore_trm.live.turns import Turns
from noodlecore_trm.validate.bounds import TimeVerdict, judge

BEFORE, AFTER, NULL = 0, 1, 2
MEASURED, SLOWER, DIFFERENT = "measured", "slower", "different"

Row = dict[str, Any]
"""What is known of a function, as `Trial.row` gives it."""
Codes = tuple[types.CodeType, types.CodeType]

_DOUBT: Final = 0.01
_FIRST_TICK: Final = 0.002
"""Seconds of processor time after which to look again."""
_LOOK: Final = 0.0002
"""What a look takes, most of it changing threads."""
_FOR_LOOKS: Final = 0.2
"""The part of what measuring may cost that looks may take."""
_SLOWER_TICKS: Final = 1.5
_LONGER_PAUSES: Final = 2.0
_SLOWEST_TICK: Final = 0.5
_CREDIT: Final = 1_000_000
"""Nanoseconds that trials may cost before the program has run for long."""
_CREDIT_TO_COMPARE: Final = 300_000
"""As many more for each function whose results can be compared, to do so: a wrong one should not stay for long."""
_TELL: Final = 2_000_000_000
_LONG: Final = 200_000
"""Nanoseconds of a call from which on processor time is measured: that clock takes its time."""
_COPYING: Final = 20_000.0
"""Nanoseconds that copying and telling apart are taken to cost before it is known."""
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
_WORD: Final = 1 << 64
_PAUSE: Final = 5_000_000_000
_TIGHT: Final = 0.04
_WEIGHT: Final = 0.05
"""Share of a function's time from which on calls of one size count."""
_TICKETS: Final = 64
"""Calls below a sampled one that are let pass without a look at the clock, and those to begin with."""
_FIRST_TICKETS: Final = 4
_SIGNALS: Final = tuple(map(int, signal.valid_signals()))
_DEFAULT_HANDLERS: Final = (int(signal.SIG_DFL), int(signal.SIG_IGN), None, signal.default_int_handler)
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

    def add_round(self, times: Sequence[float]) -> None:
        """Add times of all versions that belong together."""
        self.spent += sum(times)
        for rounds, elapsed in zip(self.rounds, times, strict=True):
            rounds.append(elapsed)

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
        """Whether after the next call all versions are to run on copies of its arguments."""
        self.compares_later = False
        self.copying = _COPYING
        """Nanoseconds of a comparison besides the calls in it."""
        self.purse = 0.0
        """Nanoseconds that may be spent now."""
        self.lost = 0.5
        """The part of an original call's time that the optimized version is taken to save."""
        self.until = 0
        """By when a sampled call has to have ended; 0 where there is none."""
        self.tickets: list[None] = []
        """One for each call that may pass without a look at the clock while another one is sampled."""
        self.parts = 0
        """Tickets that were given out for a sampled call."""
        self.clock: Callable[[], int] = _wall
        self.calls: dict[tuple[int, ...], Calls] = {}
        self.sampled = [0, 0, 0]
        self.usual = [0.0, 0.0, 0.0]
        """Nanoseconds of a call, by version; a call that something else got in the way of counts little."""
        self.checks = 0
        self.credit = float(_CREDIT_TO_COMPARE if pure else 0)
        """Nanoseconds that it is given when it first runs."""
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
        if self.until:  # what a sampled call calls in turn is the same version, as long as that can be paid for
            if _wall() > self.until:
                self._bind(self._rest)
            else:
                self._give_out(min(self.parts, _TICKETS))
            return None
        copied = self._copied(arguments) if self.compares and version == BEFORE else b""
        allowed = int(max(self.purse, 1.0) / self.lost)
        size = _size(arguments)
        self._give_out(_FIRST_TICKETS)
        spent, used, start = self.trials.spent, _processor(), _wall()
        self.until = start + allowed
        return version, size, copied, allowed, spent, used, start

    def _give_out(self, tickets: int) -> None:
        self.tickets.extend([None] * tickets)
        self.parts += tickets

    def leave(self, entered: Any) -> None:
        stop = _wall()
        parts = self.parts - len(self.tickets)
        self.until = self.parts = 0
        self.tickets.clear()
        try:
            self._left(entered, stop, parts)
        except RecursionError:  # in the depth where the program is, what was measured is not worth one
            self.left = 0

    def _left(self, entered: Any, stop: int, parts: int) -> None:
        version, size, copied, allowed, spent, used, start = entered
        nested = self.trials.spent - spent
        used = max(0.0, _processor() - used - nested)
        elapsed = stop - start - nested
        taken = used if self.clock is _processor else elapsed
        if taken > 0:
            self._note(version, taken)
            if not copied and sum(self.sampled) > (_WARM if taken < _LONG else 1):
                self._calls_of(size).add(version, taken)
        cost = self.trials.cost + parts * self.trials.cost_of_part
        if version != AFTER:  # what was not saved, until the rest was done by the optimized version
            cost += self.lost * (min(used, allowed) if parts and elapsed > allowed else used)
        self.spend(cost)
        if copied:
            self._compare(copied, size, used)
        self.trials.turns.works_here()
        self.left -= 1
        self._go_on()

    def spend(self, nanoseconds: float) -> None:
        self.purse -= nanoseconds
        self.trials.spent += nanoseconds

    def _note(self, version: int, elapsed: float) -> None:
        usual = self.usual[version] or elapsed
        self.sampled[version] += 1
        self.usual[version] = usual + (min(elapsed, _FAR * usual) - usual) / min(self.sampled[version], _MEMORY)
        if self.sampled[AFTER] and self.sampled[BEFORE]:
            self.lost = max(_LEAST_SAVED, 1 - self.usual[AFTER] / self.usual[BEFORE])
        self.clock = _processor if self.usual[version] > _LONG else _wall

    def _calls_of(self, size: tuple[int, ...]) -> Calls:
        if size not in self.calls:
            if len(self.calls) >= _MOST_SIZES:
                size = ()
            self.calls.setdefault(size, Calls())
        return self.calls[size]

    def _may_compare(self, call: float) -> bool:
        """Whether there is enough left to run a call that takes the original so long in all versions."""
        slower = self.usual[AFTER] / self.usual[BEFORE] if self.sampled[BEFORE] else 1.0
        return self.pure and (2 + max(1.0, slower)) * call + self.copying < self.purse

    # what the function runs

    @property
    def _rest(self) -> types.CodeType:
        return self.plain[AFTER if self.state == MEASURED else BEFORE]

    def _bind(self, code: types.CodeType) -> None:
        foreign = False
        for function in self.functions:
            if function.__code__ is not code:
                if self._is_own(function.__code__):
                    function.__code__ = code
                else:
                    foreign = True
        if foreign:  # the program has exchanged the code itself
            self.functions = [each for each in self.functions if self._is_own(each.__code__)]

    def _is_own(self, code: types.CodeType) -> bool:
        plain, timed = self.plain, self.timed
        return code is plain[AFTER] or code is plain[BEFORE] or code is timed[AFTER] or code is timed[BEFORE]

    def _go_on(self) -> None:
        """Draw the version of the next call, if that is to be sampled."""
        if self.state != MEASURED or self.left <= 0 or self.purse <= 0:
            self._bind(self._rest)
            return
        if not self.sampled[AFTER]:
            version = AFTER  # what a call takes is not known: it may be the only one
        else:
            usual = self.usual[BEFORE] or 2 * self.usual[AFTER]
            # where a call was too long to be compared, the next one is timed
            self.compares = not self.compares_later and self._may_compare(usual)
            self.compares_later = False
            if self.price > self.purse and not self.compares:
                self._bind(self._rest)
                return
            version = BEFORE if self.compares else self.trials.draw()
        self.version = version
        self._bind(self.timed[version & 1])

    @property
    def price(self) -> float:
        """Nanoseconds that sampling a call of the original costs."""
        usual = self.usual[BEFORE] or 2 * self.usual[AFTER]
        return self.trials.cost + max(0.0, usual - self.usual[AFTER])

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
            self.left, self.until, self.parts = calls, 0, 0
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

    def _copied(self, arguments: tuple[object, ...]) -> bytes:
        """Arguments of which there can be copies; nothing where they cannot, or where running twice would be seen."""
        start = _processor()
        try:
            alone = len(self.functions) == 1 and not (sys.gettrace() or sys.getprofile() or _handles_signals())
            if alone and _is_small(arguments):
                return marshal.dumps(arguments)  # type: ignore[arg-type]  # it says so if it cannot
        except ValueError:
            self.pure = False
        finally:
            self.spend(_processor() - start)
        return b""

    def _compare(self, copied: bytes, size: tuple[int, ...], call: float) -> None:
        """Run all versions on copies of the arguments of a call that took the original so many nanoseconds."""
        if not self._may_compare(call):
            self.compares_later = True
            return
        if isinstance(sys.exc_info()[1], KeyboardInterrupt | MemoryError | RecursionError):
            return  # the program has other worries
        start = _processor()
        outcomes: list[object] = [None, None, None]
        times = [0.0, 0.0, 0.0]
        try:
            for version in self.trials.order():
                self._bind(self.plain[version & 1])
                outcomes[version], times[version] = _outcome(self.functions[0], marshal.loads(copied), self.clock)
        except (RecursionError, MemoryError):
            return
        except ValueError:  # a result that cannot be compared
            self.pure = False
            return
        finally:
            spent = _processor() - start
            self.spend(spent)
        self.copying += (max(0.0, spent - sum(times)) - self.copying) / 4
        if outcomes[BEFORE] != outcomes[NULL]:
            self.pure = False
        elif outcomes[BEFORE] != outcomes[AFTER]:
            self.switch_back(DIFFERENT, "the two versions give different results")
        else:
            self.checks += 1
            self._calls_of(size).add_round(times)

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
        self.until, self.purse = 0, 0.0
        self.tickets.clear()
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
            waiting.extend(_large(each))
            waiting.extend(_large(each.values()))
        elif kind in (list, tuple, set, frozenset):
            waiting.extend(_large(each))
    return True


def _large(items: Iterable[Any]) -> list[Any]:
    """The items that may be more than one."""
    return [
        item for item in items
        if (kind := type(item)) is not float and (kind in _SIZED or (kind is int and not -_WORD < item < _WORD))
    ]  # fmt: skip


def _handles_signals() -> bool:
    """Whether a handler of the program could raise in the middle of a call that it has not made."""
    return any(handler not in _DEFAULT_HANDLERS for handler in map(getsignal, _SIGNALS))


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
    except (Exception, SystemExit) as error:
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
        self._is_watching = False
        self._next_tell = 0
        self._credit = float(_CREDIT)
        self.turns = Turns()
        self.spent = 0.0
        """Nanoseconds that trials have cost."""
        self.cost = 2_000.0
        """Nanoseconds of a sampled call besides the call."""
        self.cost_of_part = 200.0
        """Nanoseconds of a call below a sampled one besides the call."""

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
                mark(token, PASS, number): trial.tickets.pop,
                mark(token, STOPPED, number): IndexError,
            }
            trial.timed = (with_hooks(timed_before, own), with_hooks(timed_after, own))
            trial.state = SLOWER if held else known[name, line].state if (name, line) in known else MEASURED
            hooks[mark(token, BORN, number)] = trial.born
            self._each.append(trial)
        return with_hooks(code, hooks)

    def start(self) -> None:
        """Be ready to tell what is measured, if anything may be spent."""
        if self._share:
            self.cost, self.cost_of_part = _costs()
            self.turns.begin()
            atexit.register(self._end)
            os.register_at_fork(after_in_child=self._forked)

    def watch(self) -> None:
        """Begin to watch, as soon as there is something: what comes before, such as optimizing, is not the program."""
        if self._share and self._each and not self._is_watching:
            self._watch()

    def draw(self) -> int:
        return int(self._random.random() * 3)

    def order(self) -> tuple[int, int, int]:
        """All versions in an order that is drawn."""
        first = self.draw()
        step = 1 if self._random.random() < 0.5 else 2
        return first, (first + step) % 3, (first + 2 * step) % 3

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
        self._is_watching = True
        self._stop = stop = allocate_lock()
        stop.acquire()
        self.turns.look(watched=0)
        masked = signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())  # they are for the program's threads
        try:
            start_new_thread(self._ticks, (stop,))
        except RuntimeError:
            self._give_up()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, masked)

    def _ticks(self, stop: Any) -> None:
        # where others take the processor, or the program waits, there is nothing new to see after so many seconds;
        # no pause is much longer than the one before, since whoever has waited may begin to work
        goal = pause = _FIRST_TICK
        slowest = max(goal, _LOOK / (_FOR_LOOKS * self._share))
        used, seen = time.process_time_ns(), time.perf_counter_ns()
        try:
            while not stop.acquire(timeout=pause):
                self.turns.look(watched=time.thread_time_ns())
                self._tick()
                before, then, used, seen = used, seen, time.process_time_ns(), time.perf_counter_ns()
                goal = min(slowest, _SLOWER_TICKS * goal)
                waits = max(1.0, (seen - then) / max(1, used - before))
                pause = min(_SLOWEST_TICK, goal * waits, _LONGER_PAUSES * pause)
        except Exception:  # measuring is not worth a word in the program's output
            self._give_up()

    def _give_up(self) -> None:
        self._share = 0.0
        self.turns.end()
        for trial in self._each:
            trial.disarm()

    def _allowed(self, now: int) -> float:
        """Nanoseconds that trials may have cost by now, of so much processor time."""
        return (1 - _FOR_LOOKS) * self._share * now + self._credit

    def _tick(self) -> None:
        now = time.process_time_ns()
        for trial in self._each:
            trial.look(now)
        idle = [trial for trial in self._each if trial.is_idle and now >= trial.due]
        self._pay_out(idle, now)
        for trial in idle:
            trial.arm(_BURST)
        if now > self._next_tell:
            self._next_tell = now + _TELL
            self.tell(self._each)

    def _pay_out(self, idle: Sequence[Trial], now: int) -> None:
        """What may be spent and is not promised to any function goes to the idle ones, each getting the same."""
        for trial in idle:
            self._credit += trial.credit
            trial.purse += trial.credit
            trial.credit = 0.0
        free = self._allowed(now) - self.spent - sum(max(0.0, trial.purse) for trial in self._each)
        for turn, trial in enumerate(idle):
            more = min(free / (len(idle) - turn), _BURST * self.cost + 2 * trial.price - trial.purse)
            if more > 0:
                trial.purse += more
                free -= more

    def _end(self) -> None:
        if self._stop.locked():
            self._stop.release()
        self.turns.end()
        now = time.process_time_ns()
        for trial in self._each:
            trial.disarm()
            trial.look(now)
        self.tell(self._each)

    def _forked(self) -> None:
        if self._share:
            self.turns.begin()
            self.spent = self._allowed(time.process_time_ns()) - _CREDIT
            for trial in self._each:
                trial.forget()
            if self._is_watching:
                self._watch()


def _unchanged(function: types.FunctionType) -> types.FunctionType:
    return function


def _costs() -> tuple[float, float]:
    """Nanoseconds of a sampled call, and of a call below it, besides the calls."""
    trials = Trials(0.0, lambda rows: None)
    code = (lambda: None).__code__
    trial = Trial(trials, "", "", 0, (code, code.replace()), False)
    trial.timed = code.replace(), code.replace()
    trial.functions = [types.FunctionType(code, {})]
    times = [_processor()]
    for _ in range(_BURST):
        trial.purse, trial.left = 1e9, 2
        trial.leave(trial.enter_after(1, ()))
    times.append(_processor())
    trial.until, trial.parts = _wall() + 10**15, 1
    pop = trial.tickets.pop
    for _ in range(_BURST):
        try:
            pop()
        except IndexError:
            trial.enter_after(1, ())
    times.append(_processor())
    return 1.5 * (times[1] - times[0]) / _BURST, 1.5 * (times[2] - times[1]) / _BURST

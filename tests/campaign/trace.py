"""
What a program does, as a list of lines that can be compared cheaply.

`noodlecore_trm.validate` takes pictures of everything at every moment and needs a process a call. The campaign runs
hundreds of programs a second, so it writes values down as text at once: exact types, floats to the
last bit, and a number for each object that can be told from its equal.
"""

from __future__ import annotations

import ast
import dis
import re
import signal
import struct
import sys
import types
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from noodlecore_trm.validate import hostile

SECONDS: Final = 0.02
"""CPU time a program may take."""

MODULE: Final = "program"
_MOST_PARTS: Final = 3000
_MOST_NOTES: Final = 1500
_MOST_ITEMS: Final = 40


class OutOfTime(BaseException):
    """Not an Exception: the programs catch those."""


class Inconclusive(Exception):
    """The program says nothing: it ran out of time, memory, stack or patience."""


@dataclass(frozen=True, slots=True)
class Trace:
    """
    What was noticed, line by line. `calls` were made and `returned` of them came back without an
    exception; `inconclusive` says why the trace proves nothing.
    """

    lines: tuple[str, ...]
    calls: int = 0
    returned: int = 0
    inconclusive: str = ""


# values as text


class _Shower:
    """Writes values down; objects get a number the first time they are seen."""

    def __init__(self, relaxed: bool) -> None:
        self.numbers: dict[int, int] = {}
        self.alive: list[Any] = []
        self.relaxed = relaxed
        self.parts = 0

    def __call__(self, value: Any) -> str:
        kind = type(value)
        if kind is int:
            return str(value) if -(1 << 200) < value < 1 << 200 else hex(value)
        if kind is str:
            return repr(_rough(value) if self.relaxed else value)
        if kind is float:
            if self.relaxed:
                return f"float {value:.7g}"
            return repr(value) if value == value else "nan " + struct.pack(">d", value).hex()
        if kind is bool or value is None or value is Ellipsis or value is NotImplemented:
            return repr(value)
        self.parts += 1
        if self.parts > _MOST_PARTS:
            raise Inconclusive("a value is too large")
        if kind is tuple:
            return f"({', '.join([self(item) for item in value])})"
        number = self.numbers.get(id(value))
        if number is not None:
            return f"#{number}"
        number = self.numbers[id(value)] = len(self.alive)
        self.alive.append(value)
        if kind is list:
            return f"#{number}[{', '.join([self(item) for item in value])}]"
        if kind is dict and "__builtins__" in value:
            return f"#{number}the variables of the module"  # new ones may begin with an underscore
        if kind is dict:
            return f"#{number}{{{', '.join([f'{self(key)}: {self(item)}' for key, item in value.items()])}}}"
        if kind is set or kind is frozenset:
            return f"#{number}{kind.__name__}({', '.join(sorted([self(item) for item in value]))})"
        return f"#{number}{self.other(kind, value)}"

    def other(self, kind: type, value: Any) -> str:
        if kind is complex or kind is bytes or kind is bytearray or kind is range or kind is slice:
            return repr(value)
        if kind is types.FunctionType:
            return f"function {value.__qualname__}{self(value.__defaults__)}"
        if kind in (types.BuiltinFunctionType, types.MethodType):
            return f"{kind.__name__} {value.__qualname__}"
        if isinstance(value, type):
            return self.a_class(value)
        name = type.__dict__["__qualname__"].__get__(kind)
        parts = []
        mro = type.__dict__["__mro__"].__get__(kind)
        for base, read in _BASES:
            if base in mro:
                parts.append(self(read(value)))
                break
        if BaseException in mro:
            parts += [self(value.args), type(value.__cause__).__name__, type(value.__context__).__name__]
        if kind.__module__ == MODULE or issubclass(kind, hostile.Loud):
            for cls in mro:
                for slot, descriptor in cls.__dict__.items():
                    if type(descriptor) is types.MemberDescriptorType and cls.__module__ == MODULE:
                        try:
                            parts.append(f".{slot}={self(descriptor.__get__(value))}")
                        except AttributeError:
                            continue
            inside = _dict_of(value)
            if inside:
                parts += [f".{key}={self(item)}" for key, item in inside.items()]
        return f"{name}<{', '.join(parts)}>"

    def a_class(self, cls: type) -> str:
        if cls.__module__ != MODULE:
            return f"class {cls.__qualname__}"
        own = [f"{key}={self(item)}" for key, item in cls.__dict__.items() if key[:1] != "_" or key == "__slots__"]
        return f"class {cls.__qualname__}<{', '.join(own)}>"


_BASES: Final[tuple[tuple[type, Callable[[Any], Any]], ...]] = (
    (bool, lambda value: value),
    (int, lambda value: int.__add__(value, 0)),
    (float, lambda value: float.__pos__(value)),
    (str, str.__str__),
    (list, lambda value: list.__getitem__(value, slice(None))),
    (tuple, lambda value: tuple(tuple.__iter__(value))),
    (dict, lambda value: dict(dict.items(value))),
    (set, lambda value: set(set.__iter__(value))),
)


def _dict_of(value: Any) -> dict[str, Any]:
    try:
        found = object.__getattribute__(value, "__dict__")
    except AttributeError:
        return {}
    return found if type(found) is dict else {}


# runs


_FLOAT = re.compile(r"\d+\.\d+(?:e[+-]?\d+)?")


def _rough(text: str) -> str:
    """A text with the floats in it written roughly."""
    return _FLOAT.sub(lambda found: f"{float(found[0]):.6g}", text)


class _Output:
    """Standard output: what is written is noticed in its place among the other effects."""

    def __init__(self, note: Callable[[str], None], relaxed: bool) -> None:
        self.note = note
        self.relaxed = relaxed

    def write(self, text: str) -> int:
        self.note(f"written {_rough(text) if self.relaxed else text!r}")
        return len(text)

    def flush(self) -> None:
        pass


_struck = [False]


def _alarm(signum: int, frame: types.FrameType | None) -> None:
    _struck[0] = True  # a bare `except` of the program may swallow what is raised here
    raise OutOfTime


_getframe: Final = sys._getframe
_OF_COMPREHENSIONS: Final = frozenset(("<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>"))


def _frame(depth: int = 0, /) -> types.FrameType:
    """`sys._getframe`, but for the frames of comprehensions above the caller: a loop may become one."""
    frame: types.FrameType | None = _getframe(1)
    for _ in range(depth):
        frame = frame and frame.f_back
        while frame and frame.f_code.co_name in _OF_COMPREHENSIONS:
            frame = frame.f_back
    if frame is None:
        raise ValueError("call stack is not deep enough")
    return frame


def prepare() -> None:
    """Once per process, in the main thread."""
    signal.signal(signal.SIGVTALRM, _alarm)
    warnings.simplefilter("ignore")
    sys.unraisablehook = lambda problem: None  # a `__del__` that fails is said to the developer, not to the program
    sys.setrecursionlimit(500)


@lru_cache(maxsize=20_000)
def _compiled(step: str) -> tuple[types.CodeType | None, types.CodeType]:
    """A call as its callee and a list of its arguments; anything else as a whole."""
    tree = ast.parse(step)
    if len(tree.body) != 1 or not isinstance(tree.body[0], ast.Expr):
        return None, compile(tree, "step", "exec")
    call = tree.body[0].value
    if not isinstance(call, ast.Call) or call.keywords or any(isinstance(each, ast.Starred) for each in call.args):
        return None, compile(ast.Expression(call), "step", "eval")
    pair = ast.copy_location(ast.Tuple([call.func, ast.List(call.args, ast.Load())], ast.Load()), call)
    return compile(ast.fix_missing_locations(ast.Expression(pair)), "step", "eval"), compile("0", "step", "eval")


def run(
    source: str,
    steps: tuple[str, ...],
    *,
    options: frozenset[str] = frozenset(),
    watch: bool = False,
    patience: int = 1,
    names: tuple[str, ...] = (),
    rewritten_from: str = "",
) -> Trace:
    """
    Run a module and its steps in this process, whose `prepare` has been called.

    Under the option `fp_relaxed` floats are written down roughly; under `closed_world` no hostile value rebinds a name;
    under `without_assertions` it is compiled as by `python -O`.
    `watch` also writes down the module's variables at every effect; `patience` multiplies the time; `names` are in the
    namespace from the beginning. Hostile values rebind the names that the module binds, or the one it was
    `rewritten_from`.
    Raises SyntaxError for a source that does not compile.
    """
    optimize = 1 if "without_assertions" in options else 0
    code = compiled_module(source, optimize)
    run_of = _Run(options, watch)
    run_of.space.update(dict.fromkeys(names))
    _struck[0] = False
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS * patience, 0.01)
    before = sys.stdout
    sys.stdout = _Output(run_of.note, run_of.relaxed)  # type: ignore[assignment]
    sys._getframe = _frame
    try:
        try:
            run_of.module(code, steps, compiled_module(rewritten_from, optimize) if rewritten_from else code)
            reason = run_of.given_up
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            sys.stdout = before
            sys._getframe = _getframe
    except OutOfTime:
        reason = "time"
    except RecursionError:
        reason = "recursion"
    except MemoryError:
        reason = "memory"
    except Inconclusive as problem:
        reason = str(problem)
    return Trace(tuple(run_of.lines), run_of.calls, run_of.returned, "time" if _struck[0] else reason)


@lru_cache(maxsize=4)
def compiled_module(source: str, optimize: int = 0) -> types.CodeType:
    return compile(source, MODULE, "exec", dont_inherit=True, optimize=optimize)


class _Run:
    def __init__(self, options: frozenset[str], watch: bool) -> None:
        self.relaxed = "fp_relaxed" in options
        self.closed = "closed_world" in options
        self.watch = watch
        self.lines: list[str] = []
        self.calls = 0
        self.returned = 0
        self.given_up = ""
        self.strangers = 0
        self.space: dict[str, Any] = {}
        self.world = hostile.World(self.note, self.space, rough_floats=self.relaxed)

    def note(self, text: str) -> None:
        if len(self.lines) > _MOST_NOTES:
            self.given_up = "too many effects"
            raise OutOfTime
        if self.watch:
            text = f"{text} with {self.globals()}"
        self.lines.append(text)

    def globals(self) -> str:
        show = _Shower(self.relaxed)
        return ", ".join(
            f"{name}={show(value)}"
            for name, value in ((name, self.space[name]) for name in self.names())
            if type(value) is not types.FunctionType and name not in ("log", "hostile")
        )

    def names(self) -> list[str]:
        """The variables of the module; a program may put anything into its namespace."""
        return sorted(name for name in self.space if type(name) is str and name[:1] != "_")

    def module(self, code: types.CodeType, steps: tuple[str, ...], original: types.CodeType) -> None:
        space = self.space
        space["__name__"] = MODULE
        space["log"] = self.log
        public = {name for name in bound_names(original) if name[:1] != "_"}
        self.world.rebindable = frozenset() if self.closed else frozenset(public)
        hostile.enter(self.world)
        try:
            exec(code, space)
        except (OutOfTime, RecursionError, MemoryError):
            raise
        except BaseException as error:
            self.may_differ(error)
            self.lines.append(f"the module raised {_Shower(self.relaxed)(error)}")
            return  # and nobody looks at its variables
        local = {"hostile": self.hostile}
        for step in steps:
            self.step(step, local)
        self.lines.append(f"at the end {self.globals()}")
        self.lines.append(" ".join(self.names()))

    def may_differ(self, error: BaseException) -> None:
        """Raise Inconclusive for what may be an infinite number in the place of an error."""
        if self.relaxed and isinstance(error, OverflowError):
            raise Inconclusive("a float overflows")

    def log(self, value: Any) -> Any:
        self.note(f"logged {_Shower(self.relaxed)(value)}")
        return value

    def hostile(self, name: str, *given: Any) -> Any:
        """A hostile value that can be told from others in what it notes."""
        value = hostile.make(name, *given)
        if isinstance(value, hostile.Loud) and object.__getattribute__(value, "label") == "x":
            self.strangers += 1
            object.__setattr__(value, "label", f"x{self.strangers}")
        return value

    def step(self, step: str, local: dict[str, Any]) -> None:
        call, whole = _compiled(step)
        show = _Shower(self.relaxed)
        given: list[Any] = []
        self.calls += 1
        try:
            if call is not None:
                function, given = eval(call, self.space, local)
                self.world.arguments = given
                value = function(*given)
            else:
                value = eval(whole, self.space, local)
            text = self.result(value, show)
            self.returned += 1
        except (OutOfTime, MemoryError, RecursionError, Inconclusive):
            raise
        except BaseException as error:
            self.may_differ(error)
            text = f"raised {show(error)}"
        self.lines.append(f"{step} gave {text}; arguments {show(given)}")

    def result(self, value: Any, show: _Shower) -> str:
        kind = type(value)
        if kind is types.GeneratorType or kind is types.CoroutineType:
            return " ".join(self.driven(value, show))
        if kind is types.FunctionType and value.__module__ == MODULE and value.__code__.co_argcount <= 1:
            return f"{show(value)} that gives {show(value(*[2][: value.__code__.co_argcount]))}"
        if hasattr(kind, "__next__") and kind.__module__ in ("builtins", "itertools"):
            return f"{kind.__name__} {[show(item) for item, _ in zip(value, range(_MOST_ITEMS), strict=False)]}"
        return show(value)

    def driven(self, generator: Any, show: _Shower) -> Iterator[str]:
        """A generator or coroutine by hand, each thing it gives noticed among the effects."""
        yield type(generator).__name__
        sent: Any = None
        for count in range(_MOST_ITEMS):
            try:
                item = generator.send(sent)
            except StopIteration as stop:
                yield f"returned {show(stop.value)}"
                return
            self.note(f"yielded {show(item)}")
            sent = None if count % 3 else count
            if count == 6:
                try:
                    self.note(f"thrown {show(generator.throw(ValueError('thrown in')))}")
                except StopIteration as stop:
                    yield f"returned {show(stop.value)}"
                    return
        generator.close()


@lru_cache(maxsize=512)
def bound_names(code: types.CodeType) -> frozenset[str]:
    """Names that the top level of a module binds; it does so in another way where a function declares them global."""
    return frozenset(
        str(instruction.argval)
        for instruction in dis.get_instructions(code)
        if instruction.opname in ("STORE_NAME", "STORE_GLOBAL")
    )

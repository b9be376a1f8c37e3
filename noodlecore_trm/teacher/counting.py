"""
The process in which a program's work is counted.

It runs each call twice. Once under a trace function that sees every instruction of the byte code, for what the
interpreter executes; once with its syntax tree changed so that calls of builtins, slices, sums of sequences and tests
of membership say how many elements they go through, for what is executed in C. Both are the same in every run, where
times are not. It may be asked for a profile of each call instead.
"""

from __future__ import annotations

import ast
import builtins
import dis
import json
import operator
import os
import resource
import signal
import sys
import types
import warnings
from collections import Counter
from collections.abc import Callable, Sized
from itertools import pairwise
from typing import Any, Final

from noodlecore_trm.profile.probes import Probes, install

Counts = Counter[str]

_SEQUENCES: Final = (list, tuple, str, bytes)
_C_CALLABLES: Final = (types.BuiltinFunctionType, type, types.MethodDescriptorType, types.WrapperDescriptorType)
_LAZY: Final = frozenset(("map", "zip", "filter", "enumerate", "range", "reversed"))
_PRICE, _SLICED, _TAKEN, _MADE, _BINARY, _FOUND = (
    f"__noodle_{name}__" for name in ("price", "sliced", "taken", "made", "binary", "found")
)
_NUMBERS: Final = {int: "int", float: "float", bool: "bool"}
_OPERATORS: Final[dict[type[ast.operator], str]] = {
    ast.Add: "add", ast.Sub: "sub", ast.Mult: "mul", ast.Div: "truediv", ast.FloorDiv: "floordiv", ast.Mod: "mod",
    ast.Pow: "pow", ast.LShift: "lshift", ast.RShift: "rshift", ast.BitOr: "or_", ast.BitXor: "xor",
    ast.BitAnd: "and_", ast.MatMult: "matmul",
}  # fmt: skip


_LEAVING: Final = frozenset(("RETURN_VALUE", "RAISE_VARARGS", "RERAISE", "YIELD_VALUE", "RESUME"))
_MOST_UNITS: Final = 8
"""Code units that one entry of a location table can be about."""


class Unfinished(BaseException):
    """A call has used up its time."""


def feature_of(instruction: dis.Instruction) -> str:
    """What an instruction counts for."""
    if instruction.opname == "BINARY_OP":
        return f"BINARY_OP {instruction.argrepr.rstrip('=')}"
    return "LOAD_ATTR" if instruction.opname == "LOAD_METHOD" else instruction.opname


def blocks(code: types.CodeType) -> dict[int, list[dis.Instruction]]:
    """The instructions of a code object that are executed together, by the offset of the first one."""
    found: dict[int, list[dis.Instruction]] = {}
    block: list[dis.Instruction] = []
    begins = True
    for each in dis.get_instructions(code):
        if begins or each.is_jump_target or each.opname == "RESUME":
            block = found[each.offset] = []
        block.append(each)
        begins = each.opname in _LEAVING or each.opcode in dis.hasjrel or each.opcode in dis.hasjabs
    return found


def with_a_line_for_each_block(code: types.CodeType) -> types.CodeType:
    """The same code, for which a trace function is told of a line whenever a block begins."""
    table = bytearray()
    starts = [*blocks(code), len(code.co_code)]
    for start, end in pairwise(starts):
        for unit in range(start // 2, end // 2, _MOST_UNITS):
            length = min(_MOST_UNITS, end // 2 - unit)
            # an entry of the location table: no columns, a number of code units, and the line one further or the same
            table += bytes((0x80 | 13 << 3 | length - 1, 2 if 2 * unit == start else 0))
    inner = (with_a_line_for_each_block(each) if isinstance(each, types.CodeType) else each for each in code.co_consts)
    return code.replace(co_linetable=bytes(table), co_consts=tuple(inner))


class Tracer:
    """
    Counts the instructions executed in the code of one file; with `within` only while that function is running.

    The code has to have a line for each block: it is much quicker to be told of blocks than of instructions. A block
    that an exception leaves counts as a whole.
    """

    def __init__(self, filename: str, within: str = "") -> None:
        self.filename = filename
        self.within = within
        self.running = 0
        self.executed: dict[types.CodeType, Counter[int]] = {}

    def __call__(self, frame: types.FrameType, event: str, arg: object) -> Callable[..., Any] | None:
        code = frame.f_code
        if code.co_filename != self.filename:
            return None
        begins = bool(self.within) and code.co_qualname == self.within
        self.running += begins
        if self.within and not self.running:
            return None
        counted = self.executed.setdefault(code, Counter())
        counted[-1] += 1

        def local(frame: types.FrameType, event: str, arg: object) -> Callable[..., Any]:
            if event == "line":
                counted[frame.f_lasti] += 1
            elif begins and event == "return":
                self.running -= 1
            return local

        return local

    def counts(self) -> Counts:
        total: Counts = Counter()
        for code, counted in self.executed.items():
            of_code = blocks(code)
            total["ENTER"] += counted.pop(-1)
            for offset, times in counted.items():
                for each in of_code[offset]:
                    total[feature_of(each)] += times
        return total


class Meter:
    """The functions that the changed syntax tree calls, and what they have counted."""

    def __init__(self) -> None:
        self.counts: Counts = Counter()
        self.running = 0

    def only_within(self, filename: str, qualname: str) -> Callable[[types.FrameType, str, object], None]:
        """A profile function that makes it count only while a function of a file is running."""
        inside, outside = self.counts, Counter[str]()
        self.counts = outside

        def profile(frame: types.FrameType, event: str, arg: object) -> None:
            code = frame.f_code
            if code.co_qualname == qualname and code.co_filename == filename and event in ("call", "return"):
                self.running += 1 if event == "call" else -1
                self.counts = inside if self.running else outside

        return profile

    def names(self) -> dict[str, Callable[..., Any]]:
        called = (self.price, self.sliced, self.taken, self.made, self.binary, self.found)
        return dict(zip((_PRICE, _SLICED, _TAKEN, _MADE, _BINARY, _FOUND), called, strict=True))

    def price(self, function: Any, *args: Any, **kwargs: Any) -> Any:
        if isinstance(function, _C_CALLABLES):
            name = _name(function)
            self.counts[f"call {name}"] += 1
            receiver = getattr(function, "__self__", None)
            sizes = [len(each) for each in args if isinstance(each, Sized)]
            if name in _LAZY and sizes and len(sizes) == len(args) - (name in ("map", "filter")):
                self.counts[f"each {name}"] += min(sizes)
            elif type(receiver) in (*_SEQUENCES, dict, set):
                self.counts[f"each {name}"] += len(receiver) + sum(sizes)  # type: ignore[arg-type]
            else:
                self.counts[f"each {name}"] += sum(sizes)
        return function(*args, **kwargs)

    def sliced(self, value: Any) -> Any:
        if type(value) in _SEQUENCES:
            self.counts["each slice"] += len(value)
        return value

    def taken(self, container: Any, key: Any) -> Any:
        """An item: of a list it is what the instruction is made for, of anything else it takes longer."""
        kind = type(container)
        if kind is not list:
            self.counts[f"item of {kind.__name__ if kind in (dict, tuple, str, bytes) else 'another'}"] += 1
        return container[key]

    def made(self, value: Any) -> Any:
        """A sequence that was put together."""
        if type(value) in _SEQUENCES:
            self.counts["sequences joined"] += 1
            self.counts["each joined"] += len(value)
        return value

    def binary(self, name: str, left: Any, right: Any) -> Any:
        """An operation: the interpreter has instructions for two ints and for two floats, but not for one of each."""
        one, other = _NUMBERS.get(type(left)), _NUMBERS.get(type(right))
        if one is None or other is None:
            return self.made(getattr(operator, name)(left, right))
        self.counts[f"of {one}" if one == other else "of mixed numbers"] += 1
        return getattr(operator, name)(left, right)

    def found(self, item: Any, container: Any) -> bool:
        if type(container) in (list, tuple):
            is_found = item in container
            self.counts["each compared"] += container.index(item) + 1 if is_found else len(container)
            return is_found
        if type(container) is str:
            self.counts["each searched"] += len(container)
        return item in container


def _name(function: Any) -> str:
    """`len`, `list.append`: how a builtin is known."""
    if isinstance(function, type):
        return function.__name__ if function.__module__ == "builtins" else "class"
    receiver = getattr(function, "__self__", None)
    if receiver is None or isinstance(receiver, types.ModuleType):
        return str(function.__name__)
    return f"{type(receiver).__name__}.{function.__name__}"


class Metered(ast.NodeTransformer):
    """Changes a syntax tree so that a `Meter` is told what goes through many elements."""

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id in ("super", "locals", "vars", "globals", "eval", "exec"):
            return node
        return _call(_PRICE, node, node.func, *node.args, keywords=node.keywords)

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        self.generic_visit(node)
        if not isinstance(node.ctx, ast.Load):
            return node
        if isinstance(node.slice, ast.Slice):
            return _call(_SLICED, node, node)
        return _call(_TAKEN, node, node.value, node.slice)

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        return _call(_BINARY, node, ast.Constant(_OPERATORS[type(node.op)]), node.left, node.right)

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.AST:
        self.generic_visit(node)
        if not isinstance(node.target, ast.Name):
            return node
        name = ast.Constant("i" + _OPERATORS[type(node.op)].rstrip("_"))
        value = _call(_BINARY, node.value, name, ast.Name(node.target.id, ast.Load()), node.value)
        return ast.copy_location(ast.Assign([node.target], value), node)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.AST:
        return _call(_MADE, node, node)

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        self.generic_visit(node)
        match node.ops:
            case [ast.In()]:
                return _call(_FOUND, node, node.left, node.comparators[0])
            case [ast.NotIn()]:
                asked = _call(_FOUND, node, node.left, node.comparators[0])
                return ast.copy_location(ast.UnaryOp(ast.Not(), asked), node)
        return node

    def visit_MatchValue(self, node: ast.MatchValue) -> ast.AST:
        return node

    def visit_MatchMapping(self, node: ast.MatchMapping) -> ast.AST:
        return node


def _call(name: str, at: ast.expr, *args: ast.expr, keywords: list[ast.keyword] | None = None) -> ast.Call:
    made = ast.Call(ast.Name(name, ast.Load()), list(args), keywords or [])
    return ast.copy_location(made, at)


class Version:
    """One version of a program, ready to be counted."""

    def __init__(self, source: bytes, filename: str) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self.plain = with_a_line_for_each_block(compile(source, filename, "exec", dont_inherit=True))
            tree = ast.fix_missing_locations(Metered().visit(ast.parse(source)))
            self.metered = compile(tree, filename, "exec", dont_inherit=True)
        self.filename = filename

    def count(self, call: str, seconds: float, within: str = "") -> Counts:
        """
        What a call executes; the module itself is loaded first, and does not count.

        With the qualified name of a function only what is executed while it is running.
        """
        tracer = Tracer(self.filename, within)
        run = _ready(self.plain, call)
        with _Alarm(seconds):
            sys.settrace(tracer)
            try:
                run()
            finally:
                sys.settrace(None)
        meter = Meter()
        run = _ready(self.metered, call, meter.names())
        counted = meter.counts
        counted.clear()
        with _Alarm(seconds):
            if within:
                sys.setprofile(meter.only_within(self.filename, within))
            try:
                run()
            finally:
                sys.setprofile(None)
        return tracer.counts() + counted


def profile(source: bytes, filename: str, call: str, seconds: float) -> dict[str, Any]:
    """What a call does in each function: what a recorded profile says of a file, without examples."""
    probes = Probes(install())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        code = compile(probes.run(ast.parse(source, filename)), filename, "exec", dont_inherit=True)
    run = _ready(code, call)
    with _Alarm(seconds):
        run()
    return {name: entered.to_dict() | {"examples": []} for name, entered in probes.functions.items()}


def _ready(code: types.CodeType, call: str, names: dict[str, Any] | None = None) -> Callable[[], object]:
    from noodlecore_trm.validate.worker import prepared

    module = types.ModuleType("subject")
    module.__dict__.update(names or {})
    sys.modules["subject"] = module
    exec(code, module.__dict__)
    function, args, kwargs = prepared(call, module.__dict__)

    def run() -> object:
        result = function(*args, **kwargs)
        if type(result) is types.GeneratorType:
            for _ in result:
                pass
        return result

    return run


class _Alarm:
    """Raises Unfinished in the block after so many seconds of processor time."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds

    def __enter__(self) -> None:
        signal.signal(signal.SIGVTALRM, self._strike)
        signal.setitimer(signal.ITIMER_VIRTUAL, self.seconds, 0.01)

    def __exit__(self, *problem: object) -> None:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)

    @staticmethod
    def _strike(number: int, frame: types.FrameType | None) -> None:
        sys.settrace(None)
        raise Unfinished


def main() -> None:
    """
    Serve requests, one line of JSON each: `source` (latin-1), `calls`, `seconds` for each, and the function `within`
    which is counted, or an empty string; or null for profiles.

    The answer has `counts` or `profiles`, one object a call, or `error`.
    """
    reply = os.fdopen(os.dup(1), "w", encoding="utf-8")
    quiet = os.open(os.devnull, os.O_RDWR)
    for descriptor in (1, 2):
        os.dup2(quiet, descriptor)
    first = json.loads(sys.stdin.buffer.readline())
    resource.setrlimit(resource.RLIMIT_AS, (first["memory"], first["memory"]))
    if first["strict"]:
        from noodlecore_trm.validate.worker import forbid

        forbid()
    builtins.print = _silent
    for line in sys.stdin.buffer:
        request = json.loads(line)
        try:
            source, seconds, within = request["source"].encode("latin-1"), request["seconds"], request["within"]
            answer: dict[str, Any]
            if within is None:
                answer = {"profiles": [profile(source, "<subject>", call, seconds) for call in request["calls"]]}
            else:
                version = Version(source, "<subject>")
                answer = {"counts": [dict(version.count(call, seconds, within)) for call in request["calls"]]}
        except Unfinished:
            answer = {"error": "a call takes too long to be counted"}
        except BaseException as error:  # whatever stops the program stops the count
            answer = {"error": f"{type(error).__name__}: {str(error)[:200]}"}
        reply.write(json.dumps(answer) + "\n")
        reply.flush()


def _silent(*args: object, **kwargs: object) -> None:
    """Printing costs what the file behind it costs, which is not counted."""

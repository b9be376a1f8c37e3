"""
The IR as text: a subset of MLIR's generic syntax, one op or one bracket a line.

    %0 = "noodle.load"() {origin = [4, 5], name = "x", scope = "local"} : () -> !noodle.value
    "noodle.if"(%0) ({
      "noodle.pass"() {origin = [10, 14]} : () -> ()
    }, {
    }) {origin = [0, 14], elif = false} : (!noodle.value) -> ()

Attributes are strings, integers, bools and arrays of those. A Python constant is a string that
holds its type and its exact repr: `int:1`, `float:-0.0`, `str:'\\ud800'`. What hangs on a region
instead of an op is an attribute of the op that holds it: `region0.inline`, `region0.scope`. The
text is ASCII; other characters stand in strings as `\\XX`, byte by byte of their UTF-8 form.

Values are numbered in order of evaluation and used in their own region only, which makes every
printed module valid for any MLIR tool that accepts unregistered ops.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, NoReturn

from noodlecore_trm.ir.dialect import SPECS
from noodlecore_trm.ir.op import NO_ATTRS, Module, Op, Region, walk
from noodlecore_trm.ir.scope import Scope

PREFIX: Final = "noodle."
VALUE: Final = "!noodle.value"
INDENT_LIMIT: Final = 40  # levels; deeper ones are not indented further, or long elif chains grow by the square


class TextError(ValueError):
    """Text that is not a module; the message begins with the number of the line."""


# Strings and constants

_PLAIN = re.compile(r"[ !#-\[\]-~]*").fullmatch
_ESCAPES: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
_NOT_PLAIN = re.compile(r"[^ !#-\[\]-~]")
_ESCAPED = re.compile(rb"\\(?:([0-9A-Fa-f]{2})|([\\\"nt]))")
_UNESCAPES: Final = {b"\\": b"\\", b'"': b'"', b"n": b"\n", b"t": b"\t"}


def _quote(text: str) -> str:
    if _PLAIN(text):
        return f'"{text}"'
    return f'"{_NOT_PLAIN.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    short = _ESCAPES.get(character)
    if short is not None:
        return short
    return "".join(f"\\{byte:02X}" for byte in character.encode("utf-8", "surrogatepass"))


def _unquote(quoted: str) -> str:
    """The string a quoted one stands for; ValueError if it is not well formed."""
    if "\\" not in quoted:
        return quoted[1:-1]
    return _ESCAPED.sub(_unescape, quoted[1:-1].encode()).decode("utf-8", "surrogatepass")


def _unescape(match: re.Match[bytes]) -> bytes:
    code, letter = match.groups()
    return bytes.fromhex(code.decode()) if code else _UNESCAPES[letter]


def print_constant(value: object) -> str:
    """A Python constant as text, exact by type and bits; TypeError if it is not a literal."""
    kind = type(value)
    if kind is str:
        return f"str:{value!a}"
    if kind is int:
        number: Any = value
        # Decimal conversion is quadratic and limited by the interpreter.
        return f"int:{number}" if -(10**18) < number < 10**18 else f"int:{number:#x}"
    if kind is float or kind is complex:
        number = value
        parts = (number,) if kind is float else (number.real, number.imag)
        return f"{kind.__name__}:{','.join(map(_print_float, parts))}"
    if kind is bytes or kind is bool:
        return f"{kind.__name__}:{value!r}"
    if value is None or value is ...:
        return repr(value)
    raise TypeError(f"a {kind.__name__} is not a literal")


def read_constant(text: str) -> object:
    """The constant that `print_constant` printed; ValueError if it did not."""
    if text in _SINGLETONS:
        return _SINGLETONS[text]
    kind, _, body = text.partition(":")
    reader = _READERS.get(kind)
    if reader is not None:
        try:
            value = reader(body)
        except ValueError:
            pass
        else:
            if print_constant(value) == text:
                return value
    raise ValueError(f"not a constant: {text[:60]}")


_SINGLETONS: Final[dict[str, object]] = {"None": None, "Ellipsis": ..., "bool:True": True, "bool:False": False}


def _read_escapes(quoted: str, prefix: int) -> str:
    body = quoted[prefix + 1 : -1]
    return body.encode("ascii").decode("unicode_escape") if "\\" in body else body


def _print_float(value: float) -> str:
    return repr(value) if value == value else f"nan({struct.pack('>d', value).hex()})"


def _read_float(text: str) -> float:
    if text.startswith("nan("):
        value: float = struct.unpack(">d", bytes.fromhex(text[4:-1]))[0]
        return value
    return float(text)


def _read_complex(text: str) -> complex:
    real, imag = text.split(",")
    return complex(_read_float(real), _read_float(imag))


_READERS: Final[dict[str, Callable[[str], object]]] = {
    "str": lambda body: _read_escapes(body, 0),
    "int": lambda body: int(body, 16 if "x" in body else 10),
    "float": _read_float,
    "complex": _read_complex,
    "bytes": lambda body: _read_escapes(body, 1).encode("latin-1"),
}


# Printing


def print_module(module: Module, source: bool = False) -> str:
    """
    The module as text. `source` embeds the source bytes as well.

    Raises TypeError for an attribute of a type that no kind of op has.
    """
    lines = [f'"{PREFIX}module"() ({{']
    numbers: dict[Op, int] = {}
    body = module.body
    # Each level: the op, its line up to its regions, what is left of its regions, and of the present one.
    levels: list[tuple[Op, Iterator[Region]]] = []
    ops = iter(body.ops)
    running: list[Iterator[Op]] = []
    pad = "  "
    while True:
        for op in ops:
            kind = op.kind
            operands = op.operands
            if SPECS[kind].statement:
                head = f'{pad}"{PREFIX}{kind}"'
            else:
                number = len(numbers)
                numbers[op] = number
                head = f'{pad}%{number} = "{PREFIX}{kind}"'
            if not operands:
                head += "()"
            elif len(operands) == 1:
                head += f"(%{numbers[operands[0]]})"
            else:
                head += f"({', '.join([f'%{numbers[operand]}' for operand in operands])})"
            if op.regions:
                lines.append(head + " ({")
                regions = iter(op.regions)
                running.append(ops)
                levels.append((op, regions))
                ops = iter(next(regions).ops)
                pad = "  " * min(len(levels) + 1, INDENT_LIMIT)
                break
            lines.append(f"{head} {{{_print_attrs(op)}}}{_print_type(op)}")
        else:
            if not levels:
                break
            op, regions = levels[-1]
            pad = "  " * min(len(levels), INDENT_LIMIT)
            region = next(regions, None)
            if region is not None:
                lines.append(f"{pad}}}, {{")
                pad = "  " * min(len(levels) + 1, INDENT_LIMIT)
                ops = iter(region.ops)
            else:
                levels.pop()
                ops = running.pop()
                lines.append(f"{pad}}}) {{{_print_attrs(op)}}}{_print_type(op)}")
    attrs = [f"filename = {_quote(module.filename)}", f"newline = {_quote(module.newline)}"]
    if source:
        attrs.append(f"source = {_quote(module.source.decode('latin-1'))}")
    attrs += _print_region(body, 0)
    lines.append(f"}}) {{{', '.join(attrs)}}} : () -> ()\n")
    return "\n".join(lines)


_NUMBERED_TYPES = [f" : ({', '.join([VALUE] * count)}) -> " for count in range(16)]


def _print_type(op: Op) -> str:
    count = len(op.operands)
    given = _NUMBERED_TYPES[count] if count < 16 else f" : ({', '.join([VALUE] * count)}) -> "
    return given + ("()" if SPECS[op.kind].statement else VALUE)


def _print_attrs(op: Op) -> str:
    origin = op.origin
    if origin is not None:
        parts = [f"origin = [{origin[0]}, {origin[1]}]"]
        if op.edited:
            parts.append("edited = true")
    else:
        parts = [] if op.edited else ["edited = false"]
    if op.attrs:
        known = SPECS[op.kind].attrs
        for name, value in op.attrs.items():
            if known.get(name) == "const":
                value = print_constant(value)
            parts.append(f"{name} = {_quote(value) if type(value) is str else _print_attr(value)}")
    if op.regions:
        for index, region in enumerate(op.regions):
            parts += _print_region(region, index)
    return ", ".join(parts)


def _print_attr(value: object) -> str:
    if type(value) is bool:
        return "true" if value else "false"
    if type(value) is int:
        return str(value)
    if type(value) is str:
        return _quote(value)
    if type(value) is tuple:
        return f"[{', '.join([_quote(item) for item in value])}]" if value else "[]"
    raise TypeError(f"an attribute cannot be a {type(value).__name__}")


def _print_region(region: Region, index: int) -> list[str]:
    parts: list[str] = []
    if region.edited:
        parts.append("edited = true")
    if region.inline:
        parts.append("inline = true")
    if region.statements:
        bounds = ", ".join([f"{start}, {end}" for start, end in region.statements])
        parts.append(f"statements = [{bounds}]")
    scope = region.scope
    if scope is not None:
        parts.append(f"scope = {_quote(scope.kind)}")
        parts.append(f"name = {_quote(scope.name)}")
        for name, strings in (
            ("parameters", scope.parameters),
            ("slots", [f"{key}:{slot}" for key, slot in scope.slots.items()]),
            ("bound", sorted(scope.bound)),
            ("written_below", sorted(scope.written_below)),
        ):
            if strings:
                parts.append(f"{name} = {_print_attr(tuple(strings))}")
        if scope.dynamic:
            parts.append(f"dynamic = {_quote(scope.dynamic)}")
        if scope.suspends:
            parts.append("suspends = true")
    return [f"region{index}.{part}" for part in parts]


# Reading

_STRING: Final = r'"[^"\\]*(?:\\(?:[0-9A-Fa-f]{2}|[\\"nt])[^"\\]*)*"'
_HEAD = re.compile(
    r'\s*(?:%(\d+) = )?"noodle\.(\w+)"\(([%\d, ]*)\) (?:(\(\{)|\{(?:origin = \[(\d{1,18}), (\d{1,18})\])?(.*)\} : (.*))'
).fullmatch
_TAIL = re.compile(r"\s*\}\) \{(?:origin = \[(\d{1,18}), (\d{1,18})\])?(.*)\} : (.*)").fullmatch
_STRING_ARRAY: Final = rf"\[((?:{_STRING}(?:, {_STRING})*)?)\]"
_NUMBER_ARRAY: Final = r"\[(-?\d+(?:, -?\d+)*)\]"
_ATTR = re.compile(
    rf"(?:, )?([\w.]+) = (?:({_STRING})|(true|false)|(-?\d+)|{_STRING_ARRAY}|{_NUMBER_ARRAY})(?=, |$)"
).match
_STRINGS = re.compile(_STRING).findall
_REGION_ATTR = re.compile(r"region(\d{1,9})\.(\w+)").fullmatch
_NEXT_REGION: Final = "}, {"


class _Open:
    """An op whose regions are being read."""

    __slots__ = ("kind", "line", "number", "operands", "regions")

    def __init__(self, number: str, kind: str, operands: tuple[Op, ...], line: int) -> None:
        self.number = number
        self.kind = kind
        self.operands = operands
        self.line = line
        self.regions: list[Region] = []


def read_module(text: str) -> Module:
    """
    The module that `print_module` printed; blank lines and `//` lines are skipped.

    Raises TextError for anything else. The laws of the IR are not checked, see `verify`.
    """
    return _Reader().read(text)


class _Reader:
    def __init__(self) -> None:
        self.line = 0
        self.values: dict[str, Op] = {}
        self.attrs: dict[tuple[str, str], tuple[dict[str, Any], bool | None]] = {}
        self.levels: list[_Open] = []
        self.types: dict[tuple[str, int], str] = {}

    def fail(self, message: str) -> NoReturn:
        raise TextError(f"line {self.line}: {message}")

    def read(self, text: str) -> Module:
        levels = self.levels
        module: Module | None = None
        region = Region("block")
        for self.line, line in enumerate(text.split("\n"), 1):
            head = _HEAD(line)
            if head is not None:
                if not levels and (module is not None or head[2] != "module"):
                    self.fail('only one "noodle.module" stands outside')
                number, kind, used, opens, start, end, attrs, types = head.groups()
                operands = self.operands(used) if used else ()
                if opens:
                    if levels and kind == "module":
                        self.fail("a module stands inside another op")
                    level = _Open(number, kind, operands, self.line)
                    levels.append(level)
                    region = self.region(level)
                elif not levels:
                    self.fail("a module without a region")
                else:
                    region.append(self.op(number, kind, operands, (), start, end, attrs, types))
                continue
            stripped = line.strip()
            if stripped == _NEXT_REGION:
                if not levels:
                    self.fail("a region outside the module")
                region = self.region(levels[-1])
            elif stripped.startswith("})"):
                tail = _TAIL(line)
                if tail is None:
                    self.fail("attributes and type should follow `})`")
                if not levels:
                    self.fail("a bracket closes that was never opened")
                level = levels.pop()
                if not levels:
                    module = self.module(level, tail[3], tail[4])
                    continue
                start, end, attrs, types = tail.groups()
                regions = tuple(level.regions)
                op = self.op(level.number, level.kind, level.operands, regions, start, end, attrs, types)
                region = levels[-1].regions[-1]
                region.append(op)
            elif stripped and not stripped.startswith("//"):
                self.fail(f"neither an op nor a bracket: {stripped[:60]}")
        if levels:
            self.line = levels[-1].line
            self.fail(f"the regions of `{levels[-1].kind}` are not closed")
        if module is None:
            self.fail("no module")
        self.nest(module)
        return module

    def operands(self, used: str) -> tuple[Op, ...]:
        try:
            return tuple([self.values[name] for name in used.split(", ")])
        except KeyError as error:
            self.fail(f"{error.args[0] or 'an empty operand'} is not defined here")

    def region(self, level: _Open) -> Region:
        index = len(level.regions)
        if level.kind == "module":
            wanted: tuple[str, ...] = ("block",)
        elif level.kind in SPECS:
            wanted = SPECS[level.kind].regions
        else:
            self.fail(f"unknown kind `{level.kind}`")
        if wanted and wanted[0].endswith("*"):
            kind = wanted[0][:-1]
        elif index < len(wanted):
            kind = wanted[index]
        else:
            self.fail(f"`{level.kind}` takes no region {index}")
        region = Region(kind)
        level.regions.append(region)
        return region

    def op(
        self,
        number: str | None,
        kind: str,
        operands: tuple[Op, ...],
        regions: tuple[Region, ...],
        start: str | None,
        end: str,
        attrs: str,
        types: str,
    ) -> Op:
        expected = self.types.get((kind, len(operands)))
        if expected is None:
            expected = self.type_of(kind, len(operands))
        if types != expected:
            self.fail(f"the type should be {expected}")
        if not attrs:
            found, edited = NO_ATTRS, None
        else:
            known = self.attrs.get((kind, attrs))
            if known is None:
                known = self.read_attrs(kind, attrs, regions)
                if not regions:
                    self.attrs[kind, attrs] = known
            found, edited = known
        op = Op(kind, operands, found, regions, None if start is None else (int(start), int(end)))
        if edited is not None:
            op.edited = edited
        if SPECS[kind].statement:
            if number is not None:
                self.fail(f"`{kind}` is a statement and has no value")
        elif number is None:
            self.fail(f"the value of `{kind}` has no number")
        else:
            name = f"%{number}"
            if name in self.values:
                self.fail(f"{name} is defined twice")
            self.values[name] = op
        return op

    def type_of(self, kind: str, count: int) -> str:
        if kind not in SPECS:
            self.fail(f"unknown kind `{kind}`")
        text = f"({', '.join([VALUE] * count)}) -> {'()' if SPECS[kind].statement else VALUE}"
        self.types[kind, count] = text
        return text

    def pairs(self, text: str) -> dict[str, Any]:
        """The attributes of a dictionary; constants are still strings."""
        found: dict[str, Any] = {}
        position = 0
        while position < len(text):
            match = _ATTR(text, position)
            if match is None or (position == 0) is text.startswith(", ", position):
                self.fail(f"not an attribute: {text[position : position + 60]}")
            name, string, truth, number, strings, numbers = match.groups()
            value: Any
            try:
                if string is not None:
                    value = _unquote(string)
                elif truth is not None:
                    value = truth == "true"
                elif number is not None:
                    value = int(number)
                elif numbers is not None:
                    value = [int(part) for part in numbers.split(", ")]
                else:
                    value = tuple([_unquote(item) for item in _STRINGS(strings)])
            except ValueError:
                self.fail(f"the value of `{name}` is not well formed")
            if name in found:
                self.fail(f"two attributes `{name}`")
            found[name] = value
            position = match.end()
        return found

    def read_attrs(self, kind: str, text: str, regions: tuple[Region, ...]) -> tuple[dict[str, Any], bool | None]:
        known = SPECS[kind].attrs
        found = self.pairs(text.removeprefix(", "))
        edited: bool | None = None
        attrs: dict[str, Any] = {}
        of_regions: dict[str, Any] = {}
        for name, value in found.items():
            if known.get(name) == "const":
                try:
                    attrs[name] = read_constant(str(value))
                except ValueError:
                    self.fail(f"the value of `{name}` is not a constant")
            elif name == "edited":
                if type(value) is not bool:
                    self.fail("`edited` is not a bool")
                edited = value
            elif "." in name:
                of_regions[name] = value
            elif type(value) is list:
                self.fail(f"`{name}` cannot be an array of integers")
            else:
                attrs[name] = value
        self.dress(regions, of_regions)
        return attrs, edited

    def dress(self, regions: tuple[Region, ...], attrs: Mapping[str, Any]) -> None:
        """Set what the op says about its regions."""
        scopes: dict[int, dict[str, Any]] = {}
        for name, value in attrs.items():
            match = _REGION_ATTR(name)
            if match is None or int(match[1]) >= len(regions):
                self.fail(f"`{name}` belongs to no region")
            index, key = int(match[1]), match[2]
            wanted = _REGION_TYPES.get(key)
            if wanted is None or type(value) is not wanted:
                self.fail(f"`{name}` is unknown or of the wrong type")
            region = regions[index]
            if key == "edited":
                region.edited = value
            elif key == "inline":
                region.inline = value
            elif key == "statements":
                if len(value) % 2:
                    self.fail(f"`{name}` is not a list of pairs")
                region.statements = tuple(zip(value[::2], value[1::2], strict=True))
            else:
                scopes.setdefault(index, {})[key] = value
        for index, fields in scopes.items():
            if "scope" not in fields or "name" not in fields:
                self.fail(f"the scope of region {index} has no kind or no name")
            slots: dict[str, str] = {}
            for entry in fields.get("slots", ()):
                name, colon, slot = entry.rpartition(":")
                if not colon:
                    self.fail(f"`region{index}.slots` does not give a slot for each name")
                slots[name] = slot
            regions[index].scope = Scope(
                fields["scope"],
                fields["name"],
                None,
                fields.get("parameters", ()),
                slots,
                set(fields.get("bound", ())),
                set(fields.get("written_below", ())),
                [],
                fields.get("dynamic", ""),
                fields.get("suspends", False),
            )

    def module(self, level: _Open, attrs: str, types: str) -> Module:
        if types != "() -> ()" or level.operands or level.number is not None:
            self.fail("a module takes and gives no value")
        if len(level.regions) != 1:
            self.fail("a module has one region")
        found = self.pairs(attrs)
        filename, newline, source = (found.pop(name, default) for name, default in _MODULE_ATTRS.items())
        if not all(type(value) is str for value in (filename, newline, source)):
            self.fail("`filename`, `newline` and `source` are strings")
        self.dress(tuple(level.regions), found)
        try:
            return Module(source.encode("latin-1"), level.regions[0], filename, newline)
        except UnicodeEncodeError:
            self.fail("`source` holds more than bytes")

    def nest(self, module: Module) -> None:
        """Link the scopes and list the functions."""
        module.functions = tuple(op for op in walk(module.body) if op.kind == "def")
        for region, outer in _scoped_regions(module.body):
            if region.scope is not None:
                region.scope.parent = outer
                if outer is not None:
                    outer.children.append(region.scope)


_MODULE_ATTRS: Final = {"filename": "<string>", "newline": "\n", "source": ""}
_REGION_TYPES: Final[dict[str, Any]] = {
    "edited": bool,
    "inline": bool,
    "statements": list,
    "scope": str,
    "name": str,
    "parameters": tuple,
    "slots": tuple,
    "bound": tuple,
    "written_below": tuple,
    "dynamic": str,
    "suspends": bool,
}


def _scoped_regions(body: Region) -> Iterator[tuple[Region, Scope | None]]:
    """The regions with a scope, outermost first, each with the scope around it."""
    work: list[tuple[Region, Scope | None]] = [(body, None)]
    while work:
        region, outer = work.pop()
        if region.scope is not None:
            yield region, outer
            outer = region.scope
        work += [(inner, outer) for op in reversed(region.ops) for inner in reversed(op.regions)]


# Comparison


def same(a: Module, b: Module, source: bool = False) -> bool:
    """
    Whether two modules have equal ops, regions, scopes and spans; with `source`, equal source as well.

    Constants are compared by type and bits, scopes by what they say. `functions` follows from the
    body and is not compared.
    """
    if (a.filename, a.newline) != (b.filename, b.newline) or (source and a.source != b.source):
        return False
    twins: dict[Op, Op] = {}
    work = [(a.body, b.body)]
    while work:
        left, right = work.pop()
        if not _same_region(left, right):
            return False
        for one, other in zip(left.ops, right.ops, strict=True):
            if (
                one.kind != other.kind
                or one.origin != other.origin
                or one.edited is not other.edited
                or len(one.operands) != len(other.operands)
                or len(one.regions) != len(other.regions)
                or not _same_attrs(one.attrs, other.attrs)
            ):
                return False
            twins[one] = other
            for mine, yours in zip(one.operands, other.operands, strict=True):
                if twins.get(mine) is not yours:
                    return False
            work += zip(one.regions, other.regions, strict=True)
    return True


def _same_region(a: Region, b: Region) -> bool:
    return (
        a.kind == b.kind
        and len(a.ops) == len(b.ops)
        and a.edited is b.edited
        and a.inline is b.inline
        and a.statements == b.statements
        and _same_scope(a.scope, b.scope)
    )


def _same_scope(a: Scope | None, b: Scope | None) -> bool:
    if a is None or b is None:
        return a is b
    return (
        (a.kind, a.name, a.parameters, a.dynamic, a.suspends) == (b.kind, b.name, b.parameters, b.dynamic, b.suspends)
        and a.slots == b.slots
        and a.bound == b.bound
        and a.written_below == b.written_below
        and a.qualname == b.qualname
    )


def _same_attrs(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    if a is b:
        return True
    if a.keys() != b.keys():
        return False
    for name, value in a.items():
        other = b[name]
        if type(value) is not type(other):
            return False
        if type(value) is float or type(value) is complex:
            if print_constant(value) != print_constant(other):
                return False
        elif value != other:
            return False
    return True

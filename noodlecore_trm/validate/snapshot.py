"""
Pictures of values that run none of their code.

A value is read through the slots of its C layout and the raw dictionaries of its classes, never
through its own methods: a string subclass that lies in `__eq__` is photographed as it is, and
taking the picture has no effect the program could notice. A picture is flat (a table of nodes
that refer to each other by number), so deep and cyclic values need no recursion.
"""

from __future__ import annotations

import collections
import re
import struct
import types
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

Ref = int | str
"""A node's number, or the text of an atom."""

LIMIT: Final = 200_000
"""Most nodes one picture may have."""

_ATOMS: Final = frozenset({int, bool, float, complex, str, bytes, type(None), type(...), type(NotImplemented)})
_EXTRAS: Final = (
    "name",
    "name_from",
    "obj",
    "path",
    "errno",
    "strerror",
    "filename",
    "filename2",
    "value",
    "code",
    "encoding",
    "object",
    "start",
    "end",
    "reason",
    "msg",
    "lineno",
    "offset",
    "text",
)
_CLASS_NOISE: Final = frozenset({"__dict__", "__weakref__", "__module__"})
_MRO: Final = type.__dict__["__mro__"]
_CLASS_DICT: Final = type.__dict__["__dict__"]
_BOUND_TYPES: Final = (types.MethodType, types.MethodWrapperType, types.BuiltinMethodType)


class TooLarge(Exception):
    """A value has more parts than a picture may hold."""


@dataclass(frozen=True, slots=True)
class Node:
    """
    One object.

    `children` are ordered and labelled, `members` unordered (the elements of a set), `loose` are
    compared only where both sides have them (the cells of a function: a faster body may need
    fewer). `shared` says that the language leaves it open whether equal ones are one object.
    """

    type: str
    text: str = ""
    children: tuple[tuple[str, Ref], ...] = ()
    members: tuple[Ref, ...] = ()
    loose: tuple[tuple[str, Ref], ...] = ()
    shared: bool = False

    def to_list(self) -> list[Any]:
        return [self.type, self.text, self.children, self.members, self.loose, self.shared]

    @classmethod
    def from_list(cls, row: Sequence[Any]) -> Node:
        kind, text, children, members, loose, shared = row
        return cls(
            kind,
            text,
            tuple((label, ref) for label, ref in children),
            tuple(members),
            tuple((label, ref) for label, ref in loose),
            shared,
        )


@dataclass(frozen=True, slots=True)
class Picture:
    """The values at one moment: labelled roots, and the nodes that changed since the last picture."""

    roots: tuple[tuple[str, Ref], ...]
    changed: dict[int, Node]


def type_name(cls: type) -> str:
    """The qualified name of a class, read past its metaclass."""
    module = _class_dict(cls).get("__module__", "builtins")
    return f"{module if type(module) is str else '?'}.{type.__dict__['__qualname__'].__get__(cls)}"


def atom(value: Any) -> str:
    """
    The text of an exact int, bool, float, complex, str, bytes, None, Ellipsis or NotImplemented.

    Floats are written as their bits, so -0.0, 0.0 and each NaN differ; large ints in base 16.
    """
    kind = type(value)
    if kind is str:
        return f"str:{value}"
    if kind is float:
        return f"float:{struct.pack('>d', value).hex()}:{value!r}"
    if kind is complex:
        return f"complex:{struct.pack('>dd', value.real, value.imag).hex()}:{value!r}"
    if kind is int:
        return f"int:{value}" if value.bit_length() < 256 else f"int:{value:#x}"
    return f"{kind.__name__}:{value!r}"


class Camera:
    """
    Takes pictures of values and remembers which objects it has seen.

    `module` is the name of the module under test: classes and functions of other modules are known
    by their names alone. Objects are kept alive, so that a number is never given twice. `iterators`
    collects the one-shot iterators seen, in order: what they still hold shows only by draining them.
    """

    def __init__(self, module: str, limit: int = LIMIT) -> None:
        self.module = module
        self.limit = limit
        self.iterators: list[Any] = []
        self._numbers: dict[int, int] = {}
        self._alive: list[Any] = []
        self._known: dict[int, Node] = {}
        self._given: set[int] = set()

    def number(self, value: Any) -> int:
        found = self._numbers.get(id(value))
        if found is None:
            found = self._numbers[id(value)] = len(self._alive)
            self._alive.append(value)
            if _is_iterator(value):
                self.iterators.append(value)
        return found

    def give(self, values: Iterable[Any]) -> None:
        """Note the arguments of a call: whether a result *is* one of them matters even for tuples."""
        roots: list[tuple[str, Any]] = [("", value) for value in values]
        self._given |= self._reach(roots)[1].keys()

    def size(self, roots: Iterable[tuple[str, Any]]) -> int:
        """How many nodes a picture of the values has. Raises TooLarge."""
        return len(self._reach(roots)[1])

    def take(self, roots: Iterable[tuple[str, Any]]) -> Picture:
        """
        The values as they are now.

        Raises TooLarge for values of more than `limit` parts.
        """
        labelled, nodes = self._reach(roots)
        changed = {number: node for number, node in nodes.items() if self._known.get(number) != node}
        self._known.update(changed)
        return Picture(labelled, changed)

    def _reach(self, roots: Iterable[tuple[str, Any]]) -> tuple[tuple[tuple[str, Ref], ...], dict[int, Node]]:
        nodes: dict[int, Node] = {}
        queue: collections.deque[tuple[int, Any]] = collections.deque()
        pending: set[int] = set()

        def refer(value: Any) -> Ref:
            if type(value) in _ATOMS:
                return atom(value)
            if isinstance_raw(value, type) and not self._is_own(value):
                return f"class:{type_name(value)}"
            number = self.number(value)
            if number not in pending:
                pending.add(number)
                queue.append((number, value))
                if len(pending) > self.limit:
                    raise TooLarge(f"more than {self.limit} parts")
            return number

        labelled = tuple((label, refer(value)) for label, value in roots)
        while queue:
            number, value = queue.popleft()
            nodes[number] = self._node(number, value, refer)
        return labelled, nodes

    def _is_own(self, cls: type) -> bool:
        return bool(_class_dict(cls).get("__module__") == self.module)

    def _node(self, number: int, value: Any, refer: Any) -> Node:
        cls = type(value)
        name = type_name(cls)
        if isinstance_raw(value, type):
            return self._class(value, refer)
        if cls is types.FunctionType:
            return self._function(value, refer)
        if cls is types.ModuleType:
            return Node(name, text=str(types.ModuleType.__getattribute__(value, "__name__")))
        text, children, members = _contents(value, refer)
        children += _attributes(value, refer)
        if cls is tuple or cls is frozenset:
            plain = all(type(ref) is str for _, ref in children) and all(type(ref) is str for ref in members)
            return Node(name, text, tuple(children), tuple(members), shared=plain and number not in self._given)
        return Node(name, text, tuple(children), tuple(members), shared=cls in (range, slice) or cls in _BOUND_TYPES)

    def _function(self, value: types.FunctionType, refer: Any) -> Node:
        if value.__module__ != self.module:
            return Node("builtins.function", text=f"{value.__module__}.{value.__qualname__}")
        code = value.__code__
        count = code.co_argcount + code.co_kwonlyargcount + bool(code.co_flags & 4) + bool(code.co_flags & 8)
        shape = (code.co_posonlyargcount, code.co_argcount, code.co_kwonlyargcount, code.co_flags & 0x2AC)
        children = [
            ("__defaults__", refer(value.__defaults__)),
            ("__kwdefaults__", refer(value.__kwdefaults__)),
            ("__annotations__", refer(value.__annotations__)),
            ("__doc__", refer(value.__doc__)),
            ("__dict__", refer(value.__dict__)),
        ]
        loose = []
        for name, cell in zip(code.co_freevars, value.__closure__ or (), strict=True):
            try:
                loose.append((name, refer(cell.cell_contents)))
            except ValueError:  # an empty cell
                loose.append((name, "empty"))
        text = f"{value.__qualname__}({', '.join(code.co_varnames[:count])}) {shape}"
        return Node("builtins.function", text, tuple(children), loose=tuple(loose))

    def _class(self, value: type, refer: Any) -> Node:
        bases = [type_name(base) for base in type.__dict__["__bases__"].__get__(value)]
        children = [(key, refer(item)) for key, item in _class_dict(value).items() if key not in _CLASS_NOISE]
        return Node(type_name(type(value)), f"{type_name(value)} {bases}", tuple(children))


def isinstance_raw(value: Any, cls: type) -> bool:
    """isinstance() that asks neither `__class__` nor `__instancecheck__`."""
    return any(base is cls for base in _MRO.__get__(type(value)))


def _class_dict(cls: type) -> Any:
    return _CLASS_DICT.__get__(cls)


def _is_iterator(value: Any) -> bool:
    cls = type(value)
    module = _class_dict(cls).get("__module__", "builtins")
    if module not in ("builtins", "itertools") and cls not in _ITERATOR_TYPES:
        return False
    return "__next__" in _class_dict(cls) or "__await__" in _class_dict(cls) or "__anext__" in _class_dict(cls)


_EMPTY: Final[tuple[Iterable[Any], ...]] = (collections.deque(), collections.OrderedDict())
_ITERATOR_TYPES: Final = frozenset(type(iter(empty)) for empty in _EMPTY)
_ORDERED: Final = collections.OrderedDict


def _contents(value: Any, refer: Any) -> tuple[str, list[tuple[str, Ref]], list[Ref]]:
    """What a builtin (or the builtin part of a subclass) holds: its text, ordered parts, unordered parts."""
    mro = _MRO.__get__(type(value))
    for base in mro:
        reader = _READERS.get(base)
        if reader is not None:
            text, parts, members = reader(value)
            return text, [(label, refer(part)) for label, part in parts], [refer(member) for member in members]
    if BaseException in mro:
        return "", [(label, refer(part)) for label, part in _exception(value, mro)], []
    if _is_iterator(value):
        return value.__qualname__ if type(value) in _NAMED else "", [], []
    if _class_dict(type(value)).get("__module__", "builtins") == "builtins" and mro[1:] == (object,):
        return _plain_text(value), [], []
    return _reduced(value, refer)


_NAMED: Final = (types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType)

Parts = tuple[str, list[tuple[str, Any]], list[Any]]


def _plain_text(value: Any) -> str:
    if type(value) in (types.BuiltinFunctionType, types.MethodDescriptorType, types.WrapperDescriptorType):
        return str(getattr(value, "__qualname__", ""))
    return ""


def _read_dict(value: Any) -> Parts:
    parts: list[tuple[str, Any]] = []
    for index, (key, item) in enumerate(dict.items(value)):
        label = f"[{atom(key)}]" if type(key) in _ATOMS else f"[#{index}]"
        parts += (("key", key), (label, item))
    if isinstance_raw(value, _ORDERED):
        parts += [("order", key) for key in _ORDERED.__iter__(value)]
    if isinstance_raw(value, collections.defaultdict):
        parts.append(("default_factory", collections.defaultdict.__dict__["default_factory"].__get__(value)))
    return "", parts, []


def _read_method(value: Any) -> Parts:
    return "", [("__func__", value.__func__), ("__self__", value.__self__)], []


def _read_bound_builtin(value: Any) -> Parts:
    owner = value.__self__
    return str(value.__qualname__), [] if type(owner) is types.ModuleType else [("__self__", owner)], []


def _items(values: Iterable[Any]) -> list[tuple[str, Any]]:
    return [(f"[{index}]", value) for index, value in enumerate(values)]


def _read_memoryview(value: memoryview) -> Parts:
    try:
        return f"{value.format} {value.shape}", [("bytes", value.tobytes())], []
    except ValueError:
        return "released", [], []


_READERS: Final[dict[type, Any]] = {
    str: lambda v: (atom(str.__str__(v)), [], []),
    bool: lambda v: (atom(v), [], []),
    int: lambda v: (atom(int.__int__(v)), [], []),
    float: lambda v: (atom(float.__float__(v)), [], []),
    complex: lambda v: (atom(complex.__complex__(v)), [], []),
    bytes: lambda v: (atom(bytes.__getitem__(v, slice(None))), [], []),
    bytearray: lambda v: (atom(bytes(bytearray.__getitem__(v, slice(None)))), [], []),
    list: lambda v: ("", _items(list.__iter__(v)), []),
    tuple: lambda v: ("", _items(tuple.__iter__(v)), []),
    dict: _read_dict,
    set: lambda v: ("", [], list(set.__iter__(v))),
    frozenset: lambda v: ("", [], list(frozenset.__iter__(v))),
    range: lambda v: (f"{v.start}, {v.stop}, {v.step}", [], []),
    slice: lambda v: ("", [("start", v.start), ("stop", v.stop), ("step", v.step)], []),
    memoryview: _read_memoryview,
    collections.deque: lambda v: (
        str(collections.deque.__dict__["maxlen"].__get__(v)),
        _items(collections.deque.__iter__(v)),
        [],
    ),
    types.MethodType: _read_method,
    types.BuiltinMethodType: _read_bound_builtin,
    types.MappingProxyType: lambda v: ("", [], []),
    property: lambda v: ("", [("fget", v.fget), ("fset", v.fset), ("fdel", v.fdel)], []),
    staticmethod: lambda v: ("", [("__func__", v.__func__)], []),
    classmethod: lambda v: ("", [("__func__", v.__func__)], []),
    type({}.keys()): lambda v: ("", _items(v), []),
    type({}.values()): lambda v: ("", _items(v), []),
    type({}.items()): lambda v: ("", [part for pair in v for part in _items(pair)], []),
}


def _exception(value: BaseException, mro: Sequence[type]) -> list[tuple[str, Any]]:
    raw = BaseException.__dict__
    parts: list[tuple[str, Any]] = [
        (name, raw[name].__get__(value)) for name in ("args", "__cause__", "__context__", "__suppress_context__")
    ]
    for name in _EXTRAS:
        for base in mro:
            descriptor = _class_dict(base).get(name)
            if isinstance(descriptor, types.MemberDescriptorType | types.GetSetDescriptorType):
                with suppress(AttributeError):
                    parts.append((name, descriptor.__get__(value)))
                break
    for base in mro:
        if base is BaseExceptionGroup:
            parts.append(("exceptions", BaseExceptionGroup.__dict__["exceptions"].__get__(value)))
    return parts


def _reduced(value: Any, refer: Any) -> tuple[str, list[tuple[str, Ref]], list[Ref]]:
    """State of an extension type (Decimal, array, partial, an ndarray): what it would be pickled as."""
    if type(value) is re.Pattern:
        return "", [("pattern", refer(value.pattern)), ("flags", refer(value.flags))], []
    own = [base for base in _MRO.__get__(type(value)) if base is not object]
    methods = [_class_dict(base).get(name) for name in ("__reduce__", "__reduce_ex__") for base in own]
    method = next((found for found in methods if found is not None), None)
    if type(method) is not types.MethodDescriptorType:
        return "", [], []
    try:
        reduced = method(value, *(4,) if method.__name__ == "__reduce_ex__" else ())
    except Exception:  # whatever a foreign type answers, it cannot be looked into
        return "", [], []
    if isinstance(reduced, str):
        return reduced, [], []
    if not isinstance(reduced, tuple) or len(reduced) < 2:
        return "", [], []
    children = [("args", refer(reduced[1]))]
    if len(reduced) > 2:
        children.append(("state", refer(reduced[2])))
    for label, items in zip(("items", "pairs"), reduced[3:5], strict=False):
        if items is not None:
            children.append((label, refer(tuple(items))))
    return "", children, []


def _attributes(value: Any, refer: Any) -> list[tuple[str, Ref]]:
    """The instance dictionary and the filled slots of an object, read past `__getattribute__`."""
    found: list[tuple[str, Ref]] = []
    for base in _MRO.__get__(type(value)):
        if base.__flags__ & (1 << 9) == 0 and base is not BaseException:
            continue
        raw = _class_dict(base)
        instance_dict = raw.get("__dict__")
        if isinstance(instance_dict, types.GetSetDescriptorType):
            try:
                mapping = instance_dict.__get__(value)
            except (AttributeError, TypeError):
                continue
            if mapping:
                found += [(f".{key}", refer(item)) for key, item in dict.items(mapping) if isinstance(key, str)]
        for key, descriptor in raw.items():
            if isinstance(descriptor, types.MemberDescriptorType) and not key.startswith("__"):
                try:
                    found.append((f".{key}", refer(descriptor.__get__(value))))
                except AttributeError:
                    continue
    return found

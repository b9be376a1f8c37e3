"""
Values that lie, and calls that use them.

A rewrite believed to be sound is usually wrong for a value nobody thought of: a string that cannot
be hashed, a list that changes while it is compared, an addition that rebinds a global. `FACTORIES`
makes such values, each fresh and deterministic; whatever code of theirs runs is noted, so the order
of effects can be compared.
"""

from __future__ import annotations

import builtins
import collections
import decimal
import fractions
import functools
import types
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Final

from noodlecore_trm.validate.snapshot import atom, isinstance_raw, type_name


@dataclass(slots=True)
class World:
    """
    What the hostile values of one call can reach.

    `note` records an effect; `namespace` is the calling module's, of which `rebindable` names may be
    rebound; `arguments` are those of the call. With `rough_floats` no float is told from another in what is noted.
    """

    note: Callable[[str], None] = lambda text: None
    namespace: dict[str, Any] = field(default_factory=dict)
    rebindable: frozenset[str] = frozenset()
    arguments: list[Any] = field(default_factory=list)
    rough_floats: bool = False


_current: list[World] = [World()]


def enter(world: World) -> None:
    """Make `world` the one that hostile values live in from now on."""
    _current[0] = world


class Trouble(Exception):
    """An exception no library knows."""


def _shown(value: Any) -> str:
    cls = type(value)
    if cls is float and _current[0].rough_floats:
        return "float"
    if cls in (int, float, str, bool, type(None), bytes, complex):
        return atom(value)[:60]
    if isinstance_raw(value, Loud):
        return str(object.__getattribute__(value, "label"))
    return type_name(cls).rpartition(".")[2]


def _shortened(label: str) -> str:
    return label if len(label) <= 40 else f"{label[:24]}~{zlib.crc32(label.encode()):08x}"


# One object that answers everything.

_BINARY: Final = (
    "add",
    "sub",
    "mul",
    "truediv",
    "floordiv",
    "mod",
    "pow",
    "matmul",
    "lshift",
    "rshift",
    "and",
    "or",
    "xor",
    "divmod",
)
_UNARY: Final = ("neg", "pos", "invert", "abs", "round", "trunc", "floor", "ceil")
_COMPARE: Final = ("eq", "ne", "lt", "le", "gt", "ge")


class Loud:
    """Answers every operation sensibly, and notes that it was asked."""

    verdict: ClassVar[Any] = True

    def __init__(self, label: str = "x") -> None:
        object.__setattr__(self, "label", label)
        object.__setattr__(self, "turns", 0)

    def touch(self, text: str) -> int:
        label, turns = object.__getattribute__(self, "label"), object.__getattribute__(self, "turns") + 1
        object.__setattr__(self, "turns", turns)
        _current[0].note(f"{label}.{text}")
        object.__getattribute__(self, "act")(turns)
        return int(turns)

    def act(self, turn: int) -> None:
        """What else happens when the value is asked something for the turn-th time."""

    def born(self, label: str) -> Any:
        """The result of an operation."""
        return Loud(_shortened(label))

    def __hash__(self) -> int:
        self.touch("__hash__()")
        return 7

    def __bool__(self) -> bool:
        self.touch("__bool__()")
        return True

    def __len__(self) -> int:
        self.touch("__len__()")
        return 2

    def __iter__(self) -> Iterator[Any]:
        self.touch("__iter__()")
        return LoudIterator([self.born(f"{_shown(self)}#0"), self.born(f"{_shown(self)}#1")])

    def __reversed__(self) -> Iterator[Any]:
        self.touch("__reversed__()")
        return LoudIterator([self.born(f"{_shown(self)}#1"), self.born(f"{_shown(self)}#0")])

    def __contains__(self, item: Any) -> bool:
        self.touch(f"__contains__({_shown(item)})")
        return True

    def __getitem__(self, key: Any) -> Any:
        self.touch(f"__getitem__({_shown(key)})")
        if type(key) is int and not -3 < key < 3:
            raise IndexError(key)
        return self.born(f"{_shown(self)}[{_shown(key)}]")

    def __setitem__(self, key: Any, value: Any) -> None:
        self.touch(f"__setitem__({_shown(key)}, {_shown(value)})")

    def __delitem__(self, key: Any) -> None:
        self.touch(f"__delitem__({_shown(key)})")

    def __getattr__(self, name: str) -> Any:
        self.touch(f"__getattr__({name})")
        if name.startswith("__"):
            raise AttributeError(name)
        return self.born(f"{_shown(self)}.{name}")

    def __setattr__(self, name: str, value: Any) -> None:
        self.touch(f"__setattr__({name}, {_shown(value)})")
        object.__setattr__(self, name, value)

    def __delattr__(self, name: str) -> None:
        self.touch(f"__delattr__({name})")

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        shown = ", ".join([*map(_shown, args), *(f"{key}={_shown(value)}" for key, value in kwargs.items())])
        self.touch(f"__call__({shown})")
        return self.born(f"{_shown(self)}({shown})")

    def __str__(self) -> str:
        return f"<{_shown(self)}:{self.touch('__str__()')}>"

    def __repr__(self) -> str:
        return f"<{_shown(self)}!{self.touch('__repr__()')}>"

    def __format__(self, spec: str) -> str:
        return f"<{_shown(self)}|{spec}|{self.touch(f'__format__({spec!r})')}>"

    def __int__(self) -> int:
        self.touch("__int__()")
        return 1

    def __index__(self) -> int:
        self.touch("__index__()")
        return 1

    def __float__(self) -> float:
        self.touch("__float__()")
        return 1.5

    def __complex__(self) -> complex:
        self.touch("__complex__()")
        return 1.5j

    def __enter__(self) -> Any:
        self.touch("__enter__()")
        return self

    def __exit__(self, *args: object) -> None:
        self.touch(f"__exit__({', '.join(map(_shown, args[:1]))})")

    def __await__(self) -> Iterator[Any]:
        self.touch("__await__()")
        return iter([1])


def _binary(name: str) -> Callable[[Any, Any], Any]:
    def method(self: Any, other: Any) -> Any:
        self.touch(f"{name}({_shown(other)})")
        return self.born(f"{name[2:-2]}({_shown(self)},{_shown(other)})")

    return method


def _unary(name: str) -> Callable[..., Any]:
    def method(self: Any, *rest: Any) -> Any:
        self.touch(f"{name}({', '.join(map(_shown, rest))})")
        return self.born(f"{name[2:-2]}({_shown(self)})")

    return method


def _comparison(name: str) -> Callable[[Any, Any], Any]:
    def method(self: Any, other: Any) -> Any:
        self.touch(f"{name}({_shown(other)})")
        verdict = self.verdict
        return verdict(f"{name}({_shown(other)})") if isinstance(verdict, type) else verdict

    return method


def _inplace(name: str) -> Callable[[Any, Any], Any]:
    def method(self: Any, other: Any) -> Any:
        self.touch(f"{name}({_shown(other)})")
        return self

    return method


for _operator in _BINARY:
    setattr(Loud, f"__{_operator}__", _binary(f"__{_operator}__"))
    setattr(Loud, f"__r{_operator}__", _binary(f"__r{_operator}__"))
for _operator in _UNARY:
    setattr(Loud, f"__{_operator}__", _unary(f"__{_operator}__"))
for _operator in _COMPARE:
    setattr(Loud, f"__{_operator}__", _comparison(f"__{_operator}__"))


class LoudIterator:
    """Notes each item it gives, and may break instead of giving item number `breaks_at`."""

    def __init__(self, items: Sequence[Any], breaks_at: int = -1, error: type[BaseException] = Trouble) -> None:
        self.items = list(items)
        self.given = 0
        self.breaks_at = breaks_at
        self.error = error

    def __iter__(self) -> LoudIterator:
        _current[0].note("iterator.__iter__()")
        return self

    def __next__(self) -> Any:
        _current[0].note(f"iterator.__next__() #{self.given}")
        if self.given == self.breaks_at:
            self.given += 1
            raise self.error("half-way")
        if self.given >= len(self.items):
            raise StopIteration
        self.given += 1
        return self.items[self.given - 1]

    def __length_hint__(self) -> int:
        _current[0].note("iterator.__length_hint__()")
        return 3


class LoudMutable(Loud):
    """`x += y` changes the object itself."""

    def born(self, label: str) -> Any:
        return LoudMutable(_shortened(label))


for _operator in _BINARY[:-1]:
    setattr(LoudMutable, f"__i{_operator}__", _inplace(f"__i{_operator}__"))


class Unordered(Loud):
    """Every comparison is False."""

    verdict = False


class Shrug(Loud):
    """Comparisons give a value that is not a bool and reports when it is asked for one."""

    verdict = Loud


class Declines(Loud):
    """Comparisons give NotImplemented."""

    verdict = NotImplemented


class Nothing(Loud):
    """False and empty, though it equals everything."""

    def __bool__(self) -> bool:
        self.touch("__bool__()")
        return False

    def __len__(self) -> int:
        self.touch("__len__()")
        return 0


class NotABool(Loud):
    """Its `__bool__` gives no bool, which is a TypeError."""

    def __bool__(self) -> bool:
        self.touch("__bool__()")
        return 1  # type: ignore[return-value]


class Mute(Loud):
    """`__hash__` is None: it can be compared but not looked up."""

    __hash__ = None  # type: ignore[assignment]


class Flicker(Loud):
    """Never answers the same question the same way twice."""

    def __bool__(self) -> bool:
        return self.touch("__bool__()") % 2 == 1

    def __len__(self) -> int:
        return self.touch("__len__()") % 3

    def __index__(self) -> int:
        return self.touch("__index__()")

    __int__ = __index__

    def __eq__(self, other: object) -> bool:
        return self.touch(f"__eq__({_shown(other)})") % 2 == 1

    def __lt__(self, other: Any) -> bool:
        return self.touch(f"__lt__({_shown(other)})") % 2 == 0

    def __gt__(self, other: Any) -> bool:
        return self.touch(f"__gt__({_shown(other)})") % 2 == 0

    __hash__ = Loud.__hash__

    def __contains__(self, item: Any) -> bool:
        return self.touch(f"__contains__({_shown(item)})") % 2 == 0

    def __getattr__(self, name: str) -> Any:
        turn = self.touch(f"__getattr__({name})")
        if name.startswith("__"):
            raise AttributeError(name)
        return turn

    def __getitem__(self, key: Any) -> Any:
        turn = self.touch(f"__getitem__({_shown(key)})")
        if turn > 9:
            raise IndexError(turn)
        return turn

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self.touch(f"__call__({', '.join(map(_shown, args))})")


class Fuse(Loud):
    """Works until it is asked something for the `length`-th time; then it raises."""

    def __init__(self, length: int = 2, error: type[BaseException] = Trouble) -> None:
        super().__init__(f"fuse{length}")
        object.__setattr__(self, "length", length)
        object.__setattr__(self, "error", error)

    def act(self, turn: int) -> None:
        if turn >= object.__getattribute__(self, "length"):
            raise object.__getattribute__(self, "error")(f"turn {turn}")


class Rebinder(Loud):
    """Each operation rebinds the data and functions the calling module keeps in its globals."""

    def act(self, turn: int) -> None:
        world = _current[0]
        for name in sorted(world.rebindable):
            if name in world.namespace and not hasattr(builtins, name):
                world.namespace[name] = _other(world.namespace[name], name, turn)

    def born(self, label: str) -> Any:
        return Rebinder(_shortened(label))


def _other(value: Any, name: str, turn: int) -> Any:
    kind = type(value)
    if kind is bool:
        return not value
    if kind in (int, float):
        return value + turn
    if kind is str:
        return value + "'"
    if kind in (list, tuple):
        return kind([*value, turn])
    if kind is dict:
        return {**value, "rebound": turn}
    if kind in (set, frozenset):
        return kind([*value, turn])
    if kind is types.FunctionType:
        return Loud(f"rebound_{name}")
    return value


class Meddler(Loud):
    """Operations on it change the lists, dicts, sets and attributes of the other arguments, three times."""

    def act(self, turn: int) -> None:
        if turn <= 3:
            for argument in _current[0].arguments:
                _meddle(argument, turn)


def _meddle(value: Any, turn: int) -> None:
    if isinstance_raw(value, list):
        if turn == 2 and list.__len__(value):
            list.pop(value)
        else:
            list.append(value, turn)
    elif isinstance_raw(value, dict):
        if turn == 2 and dict.__len__(value):
            dict.popitem(value)
        else:
            dict.__setitem__(value, f"meddled{turn}", turn)
    elif isinstance_raw(value, set):
        set.add(value, turn)


class Inmate(Loud):
    """Lives in a list, and changes that list when it is asked anything."""

    def act(self, turn: int) -> None:
        home = self.__dict__.get("home")
        if home is None or turn > 3:
            return
        if turn == 1:
            home.append(turn)
        elif turn == 2 and home:
            home.pop(0)
        else:
            home.reverse()


class Masked(Loud):
    """`__class__` claims to be a list."""

    @property  # type: ignore[misc]
    def __class__(self) -> type:
        self.touch("__class__")
        return list


class Sequenced:
    """Iterable only through `__getitem__`; it has no length."""

    def __init__(self, items: Sequence[Any]) -> None:
        self.items = list(items)

    def __getitem__(self, index: int) -> Any:
        _current[0].note(f"sequence.__getitem__({_shown(index)})")
        return self.items[index]


class Keyed:
    """As much of a mapping as `**` and `dict()` ask for."""

    def __init__(self, items: Mapping[Any, Any]) -> None:
        self.content = dict(items)

    def keys(self) -> list[Any]:
        _current[0].note("mapping.keys()")
        return list(self.content)

    def __getitem__(self, key: Any) -> Any:
        _current[0].note(f"mapping.__getitem__({_shown(key)})")
        return self.content[key]


class LoudCallable:
    """Calls a function, notes it, and may raise at the `breaks_at`-th call or change a list it is given."""

    def __init__(self, function: Callable[..., Any], breaks_at: int = -1, meddles: bool = False) -> None:
        self.function = function
        self.breaks_at = breaks_at
        self.meddles = meddles
        self.calls = 0

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        _current[0].note(f"callable({', '.join(map(_shown, args))})")
        self.calls += 1
        if self.calls == self.breaks_at:
            raise Trouble(f"call {self.calls}")
        if self.meddles and self.calls <= 3:
            for value in (*args, *_current[0].arguments):
                _meddle(value, self.calls)
        return self.function(*args, **kwargs)


# Subclasses of the builtin types: loud ones note every method and attribute asked for, lying ones
# contradict what they hold.

_LEFT_ALONE: Final = frozenset(
    [
        "__class__",
        "__class_getitem__",
        "__delattr__",
        "__dir__",
        "__doc__",
        "__getattribute__",
        "__getnewargs__",
        "__getstate__",
        "__init__",
        "__init_subclass__",
        "__new__",
        "__reduce__",
        "__reduce_ex__",
        "__setattr__",
        "__sizeof__",
        "__subclasshook__",
        "__setformat__",
        "__getformat__",
        "fromkeys",
        "maketrans",
        "fromhex",
        "from_bytes",
    ]
)


_EXACT: Final = frozenset(
    ["__str__", "__repr__", "__format__", "__index__", "__int__", "__float__", "__hash__", "__len__", "__complex__"]
)


def _noted(cls_name: str, base: Any, name: str) -> Callable[..., Any]:
    original = getattr(base, name)

    def method(self: Any, *args: Any, **kwargs: Any) -> Any:
        _current[0].note(f"{cls_name}.{name}({', '.join(map(_shown, args))})")
        result = original(self, *args, **kwargs)
        if type(result) is base and name not in _EXACT:
            return _LOUD[base](result)
        return result

    return method


def _loud_type(base: Any) -> type:
    cls_name = f"Loud{base.__name__.capitalize()}"
    body: dict[str, Any] = {"__module__": __name__, "__doc__": f"A {base.__name__} that notes whatever it is asked."}
    for name in dir(base):
        if name in _LEFT_ALONE or not callable(getattr(base, name)):
            continue
        body[name] = _noted(cls_name, base, name)

    def __getattribute__(self: Any, name: str) -> Any:
        _current[0].note(f"{cls_name} asked for {name}")
        return base.__getattribute__(self, name)

    body["__getattribute__"] = __getattribute__
    if base.__hash__ is None:
        body["__hash__"] = None
    return type(cls_name, (base,), body)


_LOUD: Final[dict[type, type]] = {}
for _base in (int, float, str, bytes, list, tuple, dict, set, frozenset):
    _LOUD[_base] = _loud_type(_base)


def _lie(cls_name: str, name: str, answer: Callable[..., Any]) -> Callable[..., Any]:
    def method(self: Any, *args: Any) -> Any:
        _current[0].note(f"{cls_name}.{name}({', '.join(map(_shown, args))})")
        return answer(self, *args)

    return method


def _lying_type(base: Any) -> type:
    cls_name = f"Lying{base.__name__.capitalize()}"
    lies: dict[str, Callable[..., Any]] = {
        "__bool__": lambda self: not (base.__len__(self) if hasattr(base, "__len__") else base.__bool__(self)),
        "__eq__": lambda self, other: base.__eq__(self, other) is not True,
        "__ne__": lambda self, other: base.__eq__(self, other) is True,
        "__str__": lambda self: "a lie",
        "__repr__": lambda self: "a lie told in full",
        "__format__": lambda self, spec: f"a lie formatted as {spec}",
        "__add__": lambda self, other: "added",
        "__radd__": lambda self, other: "radded",
        "__mul__": lambda self, other: "multiplied",
        "__rmul__": lambda self, other: "rmultiplied",
        "__iadd__": lambda self, other: self,
    }
    if base in (int, float):
        lies |= {
            "__lt__": lambda self, other: base.__gt__(self, other) is True,
            "__gt__": lambda self, other: base.__lt__(self, other) is True,
            "__int__": lambda self: 40,
            "__float__": lambda self: 41.5,
            "__sub__": lambda self, other: "subtracted",
            "__pow__": lambda self, *rest: "raised",
            "__mod__": lambda self, other: "remainder",
            "__abs__": lambda self: -1,
            "__neg__": lambda self: "negated",
        }
    if base is int:
        lies |= {"__index__": lambda self: 2, "__floordiv__": lambda self, other: "divided"}
    if hasattr(base, "__len__"):
        lies |= {
            "__len__": lambda self: base.__len__(self) + 1,
            "__contains__": lambda self, item: base.__contains__(self, item) is not True,
            "__iter__": lambda self: iter([*base.__iter__(self)][::-1]),
        }
    if base in (list, tuple, str):
        lies |= {
            "__getitem__": lambda self, key: "not what it holds",
            "index": lambda self, *rest: 99,
            "count": lambda self, *rest: 98,
        }
    if base is list:
        lies |= {
            "append": lambda self, item: list.insert(self, 0, item),
            "extend": lambda self, items: None,
            "copy": lambda self: self,
        }
    if base is str:
        lies |= {
            "join": lambda self, items: "joined",
            "__mod__": lambda self, other: "formatted",
            "startswith": lambda self, *rest: True,
        }
    if base is dict:
        lies |= {
            "__getitem__": lambda self, key: "not what it holds",
            "__missing__": lambda self, key: "missing",
            "get": lambda self, *rest: "got",
            "keys": lambda self: ["other"],
            "values": lambda self: ["values"],
            "items": lambda self: [("other", "pair")],
            "setdefault": lambda self, *rest: "set",
        }
    body: dict[str, Any] = {name: _lie(cls_name, name, answer) for name, answer in lies.items()}
    body |= {
        "__module__": __name__,
        "__hash__": base.__hash__,
        "__doc__": f"A {base.__name__} that contradicts itself.",
    }
    return type(cls_name, (base,), body)


_LYING: Final[dict[type, type]] = {base: _lying_type(base) for base in (int, float, str, list, tuple, dict)}


class UnhashableStr(str):
    """A string that cannot be looked up in a set or dict."""

    __slots__ = ()
    __hash__ = None  # type: ignore[assignment]


class UnhashableInt(int):
    """An int that cannot be looked up in a set or dict."""

    __slots__ = ()
    __hash__ = None  # type: ignore[assignment]


class Missing(dict[Any, Any]):
    """A dict that invents what it lacks, though only `d[k]` asks."""

    def __missing__(self, key: Any) -> Any:
        _current[0].note(f"Missing.__missing__({_shown(key)})")
        return 42


def _loud(value: Any) -> Any:
    cls = _LOUD.get(type(value))
    return Loud("x") if cls is None else cls(value)


def _lying(value: Any) -> Any:
    cls = _LYING.get(type(value))
    return Loud("x") if cls is None else cls(value)


def _inmates(items: Sequence[Any] = (3, 1, 2)) -> list[Any]:
    home = list(items)
    inmate = Inmate("inmate")
    object.__setattr__(inmate, "home", home)
    home.insert(len(home) // 2, inmate)
    return home


def _self_containing(items: Sequence[Any] = (1,)) -> list[Any]:
    home: list[Any] = list(items)
    home.append(home)
    return home


def _deep(depth: int = 60) -> list[Any]:
    value: list[Any] = []
    for _ in range(depth):
        value = [value]
    return value


def _aliased(item: Any = None) -> list[Any]:
    inner = [1] if item is None else item
    return [inner, inner]


def _generator(items: Sequence[Any] = (1, 2, 3), breaks_at: int = -1) -> Iterator[Any]:
    for index, item in enumerate(items):
        _current[0].note(f"generator step {index}")
        if index == breaks_at:
            raise Trouble("half-way")
        yield item
    if breaks_at >= len(items):
        raise Trouble("at the end")


class StopsEarly:
    """Whatever it is asked raises StopIteration, which a generator must not let through."""

    def __init__(self, error: type[BaseException] = StopIteration) -> None:
        self.error = error


def _raises(name: str) -> Callable[..., Any]:
    def method(self: Any, *args: Any) -> Any:
        _current[0].note(f"raising {name}({', '.join(map(_shown, args))})")
        raise self.error(name)

    return method


_ASKED: Final = (
    "bool",
    "len",
    "iter",
    "next",
    "getitem",
    "contains",
    "call",
    "str",
    "format",
    "index",
    "int",
    "float",
    "hash",
    "reversed",
    "enter",
)
for _operator in (*_ASKED, *_BINARY, *(f"r{_name}" for _name in _BINARY), *_COMPARE, *_UNARY):
    setattr(StopsEarly, f"__{_operator}__", _raises(f"__{_operator}__"))


def _returning(value: Any = 1) -> Callable[..., Any]:
    return LoudCallable(lambda *args, **kwargs: value)


NAN: Final = float("nan")

FACTORIES: Final[dict[str, Callable[..., Any]]] = {
    "loud": Loud,
    "loud_mutable": LoudMutable,
    "unordered": Unordered,
    "shrug": Shrug,
    "declines": Declines,
    "nothing": Nothing,
    "not_a_bool": NotABool,
    "mute": Mute,
    "flicker": Flicker,
    "fuse": Fuse,
    "fuse_key": lambda length=1: Fuse(length, KeyError),
    "fuse_index": lambda length=1: Fuse(length, IndexError),
    "fuse_attribute": lambda length=1: Fuse(length, AttributeError),
    "fuse_type": lambda length=1: Fuse(length, TypeError),
    "fuse_stop": lambda length=2: Fuse(length, StopIteration),
    "stops": StopsEarly,
    "exits": lambda: StopsEarly(GeneratorExit),
    "rebinder": lambda: Rebinder("rebinder"),
    "meddler": lambda: Meddler("meddler"),
    "masked": lambda: Masked("masked"),
    "loud_like": _loud,
    "lying_like": _lying,
    "unhashable_str": UnhashableStr,
    "unhashable_int": UnhashableInt,
    "missing": Missing,
    "inmates": _inmates,
    "self_containing": _self_containing,
    "deep": _deep,
    "aliased": _aliased,
    "generator": _generator,
    "iterator": LoudIterator,
    "sequence": Sequenced,
    "keyed": Keyed,
    "callable": LoudCallable,
    "returning": _returning,
    "view": lambda: {"a": 1, "b": 2}.keys(),
    "items": lambda: {"a": 1, "b": 2}.items(),
    "defaultdict": lambda value=(): collections.defaultdict(list, value),
    "counter": collections.Counter,
    "ordered": collections.OrderedDict,
    "deque": collections.deque,
    "decimal": lambda: decimal.Decimal("0.1"),
    "fraction": lambda: fractions.Fraction(1, 3),
    "partial": lambda: functools.partial(_shown, 1),
    "namespace": lambda: types.SimpleNamespace(x=1, name="n"),
    "nan": lambda: NAN,
    "inf": lambda sign=1: sign * float("inf"),
}


def make(name: str, *args: Any) -> Any:
    """The hostile value of that name. Raises KeyError for an unknown one."""
    return FACTORIES[name](*args)

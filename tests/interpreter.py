"""
Runs the graph op by op, in the order in which ops stand, to be held against what CPython does with the source.

Only what the tests write: expressions, assignments, `del`, `if`, `for`, `with`, `assert`, and `def` but for its body.
Names live in one mapping but for those of comprehensions and lambdas.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator, MutableMapping
from typing import Any, Final

from noodlecore_trm.ir.op import Op, Region

_BINARY: Final[dict[str, Callable[[Any, Any], Any]]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "//": operator.floordiv,
    "%": operator.mod, "**": operator.pow, "@": operator.matmul, "<<": operator.lshift, ">>": operator.rshift,
    "&": operator.and_, "|": operator.or_, "^": operator.xor,
}  # fmt: skip
_INPLACE: Final[dict[str, Callable[[Any, Any], Any]]] = {
    "+": operator.iadd, "-": operator.isub, "*": operator.imul, "%": operator.imod, "|": operator.ior,
}  # fmt: skip
_COMPARE: Final[dict[str, Callable[[Any, Any], Any]]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "==": operator.eq, "!=": operator.ne,
    "is": operator.is_, "is not": operator.is_not, "in": lambda x, y: x in y, "not in": lambda x, y: x not in y,
}  # fmt: skip
_UNARY: Final[dict[str, Callable[[Any], Any]]] = {
    "-": operator.neg, "+": operator.pos, "~": operator.invert, "not": operator.not_,
}  # fmt: skip
_CONVERSIONS: Final[dict[str, Callable[[Any], Any]]] = {"": lambda x: x, "s": str, "r": repr, "a": ascii}


_CONVERTED: Final = re.compile(r"(%[^%sra]*)[ra]")


class _Unpacked(list[Any]):
    """What `*x` stands for."""


class Interpreter:
    """Runs regions with the names of a module; `own` holds those of comprehensions and lambdas."""

    def __init__(self, names: MutableMapping[str, Any], own: dict[str, Any] | None = None) -> None:
        self.names = names
        self.own = own or {}

    def run(self, region: Region, argument: Any = None) -> Any:
        """The value of a lazy region; what a target region binds is `argument`."""
        values: dict[Op, Any] = {}
        for op in region.ops:
            if op.kind == "argument":
                values[op] = argument
            elif op.kind == "result":
                return values[op.operands[0]]
            else:
                values[op] = getattr(self, f"_{op.kind}")(op, *(values[operand] for operand in op.operands))
        return None

    # names

    def _constant(self, op: Op) -> Any:
        return op.attrs["value"]

    def _load(self, op: Op) -> Any:
        name = op.attrs["name"]
        if name in self.own:
            return self.own[name]
        if op.attrs["scope"] in ("local", "cell"):
            raise UnboundLocalError(name)
        return self.names[name]

    def _store(self, op: Op, value: Any) -> None:
        name = op.attrs["name"]
        if op.attrs["scope"] in ("local", "cell"):
            self.own[name] = value
        else:
            self.names[name] = value

    def _walrus(self, op: Op, value: Any) -> Any:
        self._store(op, value)
        return value

    # expressions

    def _fstring(self, op: Op, *parts: Any) -> str:
        if "percent" in op.attrs:
            return str(_CONVERTED.sub(r"\1s", parts[0]) % parts[1:])
        return "".join(parts)

    def _format(self, op: Op, value: Any, spec: str = "") -> str:
        return format(_CONVERSIONS[op.attrs["conversion"]](value), spec)

    def _tuple(self, op: Op, *items: Any) -> tuple[Any, ...]:
        return tuple(_spread(items))

    def _list(self, op: Op, *items: Any) -> list[Any]:
        return list(_spread(items))

    def _set(self, op: Op, *items: Any) -> set[Any]:
        return set(_spread(items))

    def _dict(self, op: Op, *parts: Any) -> dict[Any, Any]:
        return dict(zip(parts[::2], parts[1::2], strict=True))

    def _star(self, op: Op, value: Any) -> _Unpacked:
        return _Unpacked(value)

    def _slice(self, op: Op, *parts: Any) -> slice:
        given = dict(zip(op.attrs["parts"], parts, strict=True))
        return slice(given.get("l"), given.get("u"), given.get("s"))

    def _unary(self, op: Op, value: Any) -> Any:
        return _UNARY[op.attrs["op"]](value)

    def _binary(self, op: Op, left: Any, right: Any) -> Any:
        return _BINARY[op.attrs["op"]](left, right)

    def _inplace(self, op: Op, left: Any, right: Any) -> Any:
        return _INPLACE[op.attrs["op"]](left, right)

    def _compare(self, op: Op, left: Any, right: Any) -> Any:
        return _COMPARE[op.attrs["op"]](left, right)

    def _chain(self, op: Op, left: Any, right: Any) -> Any:
        first, *others = op.attrs["ops"]
        found = _COMPARE[first](left, right)
        for symbol, region in zip(others, op.regions, strict=True):
            if not found:
                break
            left, right = right, self.run(region)
            found = _COMPARE[symbol](left, right)
        return found

    def _boolean(self, op: Op, value: Any) -> Any:
        for region in op.regions:
            if bool(value) is (op.attrs["op"] == "or"):
                break
            value = self.run(region)
        return value

    def _select(self, op: Op, test: Any) -> Any:
        return self.run(op.regions[0 if test else 1])

    def _getattr(self, op: Op, value: Any) -> Any:
        return getattr(value, op.attrs["name"])

    def _getitem(self, op: Op, value: Any, index: Any) -> Any:
        return value[index]

    def _call(self, op: Op, callee: Any, *arguments: Any) -> Any:
        names = op.attrs["keywords"]
        positional = arguments[: len(arguments) - len(names)]
        return callee(*_spread(positional), **dict(zip(names, arguments[len(positional) :], strict=True)))

    def _lambda(self, op: Op) -> Callable[..., Any]:
        names = op.attrs["parameters"]
        body = op.regions[0]
        return lambda *given: Interpreter(self.names, {**self.own, **dict(zip(names, given, strict=True))}).run(body)

    def _comprehension(self, op: Op, iterable: Any) -> Any:
        items = Interpreter(self.names, dict(self.own))._turns(op.regions[0].ops[-1], iter(iterable))
        match op.attrs["type"]:
            case "list":
                return [item for (item,) in items]
            case "set":
                return {item for (item,) in items}
            case "dict":
                return dict(items)
            case _:
                return (item for (item,) in items)

    def _turns(self, op: Op, iterable: Iterator[Any]) -> Iterator[tuple[Any, ...]]:
        """What a `comp_for` gives, over an iterator."""
        for item in iterable:
            self.run(op.regions[0], item)
            yield from self._inner(op.regions[1])

    def _inner(self, region: Region) -> Iterator[tuple[Any, ...]]:
        values: dict[Op, Any] = {}
        for op in region.ops:
            given = [values[operand] for operand in op.operands]
            if op.kind == "comp_element":
                yield tuple(given)
            elif op.kind == "comp_if":
                if given[0]:
                    yield from self._inner(op.regions[0])
            elif op.kind == "comp_for":
                yield from self._turns(op, iter(given[0]))
            else:
                values[op] = getattr(self, f"_{op.kind}")(op, *given)

    # statements

    def _expression(self, op: Op, value: Any) -> None:
        pass

    def _pass(self, op: Op) -> None:
        pass

    def _setattr(self, op: Op, value: Any, target: Any) -> None:
        setattr(target, op.attrs["name"], value)

    def _setitem(self, op: Op, value: Any, target: Any, index: Any) -> None:
        target[index] = value

    def _assign(self, op: Op, value: Any) -> None:
        for region in op.regions:
            self.run(region, value)

    def _annassign(self, op: Op, value: Any) -> None:
        for region, given in zip(op.regions, (value, None), strict=True):
            self.run(region, given)

    def _def(self, op: Op, *given: Any) -> None:
        value: Any = _spread  # some function
        for decorator in reversed(given[: op.attrs["layout"].count("d")]):
            value = decorator(value)
        self._store(op, value)

    def _unpack(self, op: Op, value: Any) -> None:
        items, star = list(value), op.attrs["star"]
        if star >= 0:
            after = len(items) - (len(op.regions) - star - 1)
            items[star:after] = [items[star:after]]
        if len(items) != len(op.regions):
            raise ValueError("cannot be unpacked")
        for region, item in zip(op.regions, items, strict=True):
            self.run(region, item)

    def _delete(self, op: Op) -> None:
        self.run(op.regions[0])

    def _delname(self, op: Op) -> None:
        del self.names[op.attrs["name"]]

    def _delattr(self, op: Op, target: Any) -> None:
        delattr(target, op.attrs["name"])

    def _delitem(self, op: Op, target: Any, index: Any) -> None:
        del target[index]

    def _if(self, op: Op, test: Any) -> None:
        self.run(op.regions[0 if test else 1])

    def _for(self, op: Op, iterable: Any) -> None:
        for item in iterable:
            self.run(op.regions[0], item)
            self.run(op.regions[1])
        self.run(op.regions[2])

    def _with(self, op: Op, manager: Any) -> None:
        with manager as value:
            self.run(op.regions[0], value)
            self.run(op.regions[1])

    def _assert(self, op: Op, test: Any) -> None:
        if not test:
            raise AssertionError(*(self.run(region) for region in op.regions))


def _spread(items: tuple[Any, ...]) -> Iterator[Any]:
    for item in items:
        if type(item) is _Unpacked:
            yield from item
        else:
            yield item

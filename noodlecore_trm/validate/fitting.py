"""
Calls that fit a function, guessed from what it does with its parameters, its examples and its other callers.

A call that raises at the first line compares one line. What is guessed here may be wrong and cost nothing but the
call: annotations, names and defaults are as good as any other hint.
"""

from __future__ import annotations

import ast
import doctest
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, TypeVar

from noodlecore_trm.ir.facts.hints import is_textual

_SIZES: Final = (4, 2, 7, 1, 5)
"""How many items sequences have, call by call; counts and indices go by it."""
_INTS: Final = (3, 1, 4, 1, 5, 9, 2, 6, 0, 7)
_FLOATS: Final = (0.5, 2.0, -1.25, 8.0, 3.5, 0.0, 1.5)
_WORDS: Final = ("b", "abc", "a", "to be", "12", "x=1", "b")
_TEXTS: Final = ("hello world", "a", "a=1;b=2, 12", "abcabc", "Two words.\n3 4")
_KEYS: Final = ("a", "b", "c", "abc", "x", "12", "to be")
_INTEGRAL: Final = (ast.FloorDiv, ast.LShift, ast.RShift, ast.BitAnd, ast.BitOr, ast.BitXor)
_NUMERIC: Final = (ast.Sub, ast.Mult, ast.Div, ast.Mod, ast.Pow, *_INTEGRAL)
_METHODS: Final = {
    **dict.fromkeys(("append", "extend", "insert", "sort", "reverse"), "list"),
    **dict.fromkeys(("items", "keys", "values", "get", "setdefault"), "dict"),
    **dict.fromkeys(("add", "discard", "union", "intersection", "difference", "issubset", "issuperset"), "set"),
    **dict.fromkeys(set(dir(str)).difference(dir(object), dir(list), dir(dict)), "str"),
    "decode": "bytes",
}  # fmt: skip
_OF_NUMBERS: Final = frozenset(("abs", "round", "pow", "divmod", "float", "int", "min", "max"))
_OF_INTS: Final = frozenset(("range", "chr", "bin", "hex", "oct", "gcd", "isqrt", "factorial", "comb", "bit_length"))
_OF_ITERABLES: Final = frozenset(
    ("sum", "sorted", "list", "tuple", "set", "frozenset", "enumerate", "reversed", "zip", "map", "any", "all", "iter")
)
_PASSED_ON: Final = frozenset(("list", "tuple", "sorted", "reversed", "iter", "set", "frozenset"))
_NAMED: Final = {
    "bool": "bool", "int": "int", "float": "float", "complex": "float", "str": "str", "bytes": "bytes",
    "list": "list", "List": "list", "Sequence": "list", "Iterable": "list", "Iterator": "list", "Collection": "list",
    "MutableSequence": "list", "tuple": "tuple", "Tuple": "tuple", "set": "set", "Set": "set", "frozenset": "set",
    "dict": "dict", "Dict": "dict", "Mapping": "dict", "MutableMapping": "dict", "Callable": "callable",
}  # fmt: skip
_NOTHING: Final[frozenset[str]] = frozenset()
_SOUGHT: Final = frozenset(("startswith", "endswith", "find", "rfind", "split", "strip", "replace", "partition"))
"""Methods that texts and bytes have, with one of their own kind as the argument."""
_DEEPEST: Final = 4
"""Levels of items, and of calls to other functions, that are looked into."""
_FUNCTIONS: Final = (ast.FunctionDef, ast.AsyncFunctionDef)
_T = TypeVar("_T")


def fitting_calls(module: ast.Module, name: str) -> Iterator[str]:
    """
    Calls of a module's top-level function of that name, as text: those in its docstring and elsewhere whose arguments
    are literals, then some made up by what it does with its parameters.
    """
    function = next(each for each in module.body if isinstance(each, _FUNCTIONS) and each.name == name)
    yield from dict.fromkeys((*_examples(function), *_literal_calls(module, name)))
    spec = function.args
    uses = _Uses(module, function)
    parameters = [*spec.posonlyargs, *spec.args]
    least = len(parameters) - len(spec.defaults)
    required = required_keywords(spec)
    for call, size in enumerate(_SIZES):
        count = least if call % 2 else len(parameters)
        given = [uses.argument(each.arg, call, size, place) for place, each in enumerate(parameters[:count])]
        named = [f"{name}={uses.argument(name, call, size)}" for name in required]
        yield f"{function.name}({', '.join([*given, *named])})"


def required_keywords(spec: ast.arguments) -> list[str]:
    """The parameters that have to be given, and by name."""
    return [each.arg for each, value in zip(spec.kwonlyargs, spec.kw_defaults, strict=True) if value is None]


def _examples(function: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[str]:
    try:
        examples = doctest.DocTestParser().get_examples(ast.get_docstring(function) or "")
    except ValueError:
        return
    for example in examples:
        try:
            tree = ast.parse(example.source)
        except (SyntaxError, ValueError):
            continue
        yield from _literal_calls(tree, function.name)


def _literal_calls(tree: ast.AST, name: str) -> Iterator[str]:
    """Calls of a function whose arguments say themselves what they are."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
            try:
                for value in (*node.args, *(keyword.value for keyword in node.keywords)):
                    ast.literal_eval(value)
            except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
                continue
            if all(keyword.arg for keyword in node.keywords):
                yield ast.unparse(node)


class _Uses:
    """
    What a function does with its parameters and with what is in them.

    A path says which object is meant: `rows` is the parameter, `rows[]` any of its items, `rows[][]` any of theirs,
    and `rows{}` any of its keys.
    """

    def __init__(
        self, module: ast.Module, function: ast.FunctionDef | ast.AsyncFunctionDef, around: tuple[str, ...] = ()
    ) -> None:
        self._module = module
        self._around = (*around, function.name)
        self._said: defaultdict[str, set[str]] = defaultdict(set)
        self._alike: list[tuple[str, str]] = []
        """Paths of what is compared or put together."""
        self._lengths: dict[str, int] = {}
        """Into how many names items are unpacked."""
        self._keys: defaultdict[str, dict[str, None]] = defaultdict(dict)
        """What is looked up, as it is written."""
        self._containers: dict[str, str] = {}
        """In what an index or a key is looked up."""
        spec = function.args
        arguments = [*spec.posonlyargs, *spec.args, *spec.kwonlyargs]
        self._paths = {each.arg: each.arg for each in arguments}
        for each in arguments:
            if each.annotation is not None:
                self._annotated(each.arg, each.annotation)
        defaults = [*zip(reversed([*spec.posonlyargs, *spec.args]), reversed(spec.defaults), strict=False)]
        defaults += [(each, value) for each, value in zip(spec.kwonlyargs, spec.kw_defaults, strict=True) if value]
        for each, default in defaults:
            self._is_like(each.arg, default)
        nodes = [node for statement in function.body for node in ast.walk(statement)]
        for _ in range(2):  # a name may be used above the loop that binds it
            for node in nodes:
                self._bind(node)
        for node in nodes:
            self._listen(node)
        for one, other in (*self._alike, *reversed(self._alike)):
            both = self._said.get(one, _NOTHING) | self._said.get(other, _NOTHING)
            for what in both or (("number",) if "[]" in one + other else ()):
                self._say(one, what)
                self._say(other, what)
        for each in arguments:
            if is_textual(each.arg) and not self._said.get(each.arg) and f"{each.arg}[]" not in self._said:
                self._say(each.arg, "str")

    # hints

    def _annotated(self, path: str, node: ast.expr) -> None:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            try:
                node = ast.parse(node.value, mode="eval").body
            except (SyntaxError, ValueError):
                return
        if isinstance(node, ast.BinOp):  # X | None
            self._annotated(path, node.left)
        elif isinstance(node, ast.Subscript) and path.count("[]") < _DEEPEST:
            outer = _last_name(node.value)
            inner = list(node.slice.elts) if isinstance(node.slice, ast.Tuple) else [node.slice]
            if outer == "Optional":
                self._annotated(path, inner[0])
                return
            kind = _NAMED.get(outer, "")
            self._say(path, kind)
            if kind == "tuple" and not isinstance(inner[-1], ast.Constant):
                self._lengths[path] = len(inner)
            if inner and kind not in ("", "callable"):
                self._annotated(f"{path}[]", inner[-1] if kind == "dict" else inner[0])
        else:
            self._say(path, _NAMED.get(_last_name(node), ""))

    def _is_like(self, path: str, node: ast.expr) -> None:
        """Something that is written out is compared, added or given instead."""
        if isinstance(node, ast.UnaryOp):
            node = node.operand
        if isinstance(node, ast.Constant) and node.value is not None:
            self._say(path, _NAMED.get(type(node.value).__name__, ""))
        elif isinstance(node, ast.List | ast.Tuple | ast.Dict | ast.Set):
            self._say(path, type(node).__name__.lower())
            for item in node.values if isinstance(node, ast.Dict) else node.elts:
                self._is_like(f"{path}[]", item)
        elif (other := self._path(node)) is not None and other != path:
            self._alike.append((path, other))

    def _say(self, path: str | None, what: str) -> None:
        if path is not None and what and path.count("[]") <= _DEEPEST:
            self._said[path].add(what)

    # names for parts

    def _path(self, node: ast.expr) -> str | None:
        """What an expression is, if it is a parameter, a part of one, or a copy."""
        match node:
            case ast.Name(name):
                return self._paths.get(name)
            case ast.Subscript(value, index):
                path = self._path(value)
                return path if path is None or isinstance(index, ast.Slice) else f"{path}[]"
            case ast.Call(ast.Name(name), [argument, *_]) if name in _PASSED_ON:
                return self._path(argument)
            case ast.Call(ast.Attribute(value, "copy"), []):
                return self._path(value)
            case ast.Call(ast.Attribute(value, "values" | "get"), _):
                path = self._path(value)
                return None if path is None else f"{path}[]"
        return None

    def _items(self, node: ast.expr) -> tuple[str | None, ...]:
        """What each turn of a loop over an expression gives: paths of one thing, or of several."""
        match node:
            case ast.Call(ast.Name("enumerate"), [argument, *_]):
                return (None, *self._items(argument)[:1])
            case ast.Call(ast.Name("zip"), arguments):
                return tuple((self._items(each) or (None,))[0] for each in arguments)
            case ast.Call(ast.Attribute(value, "items"), []):
                path = self._path(value)
                return (None, None) if path is None else (f"{path}{{}}", f"{path}[]")
            case ast.Call(ast.Attribute(value, "values"), []):
                return (self._path(node),)
        path = self._path(node)
        return (None if path is None else f"{path}[]",)

    def _bind(self, node: ast.AST) -> None:
        match node:
            case ast.For(target, iterated) | ast.comprehension(target, iterated):
                self._name(target, self._items(iterated))
            case ast.Assign([target], value) if (path := self._path(value)) is not None:
                self._name(target, (path,))

    def _name(self, target: ast.expr, paths: tuple[str | None, ...]) -> None:
        if isinstance(target, ast.Tuple | ast.List):
            if len(paths) == len(target.elts):
                for each, path in zip(target.elts, paths, strict=True):
                    self._name(each, (path,))
            elif len(paths) == 1 and paths[0] is not None and len(paths[0]) < 100:
                self._say(paths[0], "tuple")
                self._lengths[paths[0]] = len(target.elts)
                for each in target.elts:
                    self._name(each, (f"{paths[0]}[]",))
        elif isinstance(target, ast.Name) and len(paths) == 1 and paths[0] is not None:
            self._paths.setdefault(target.id, paths[0])

    # evidence

    def _listen(self, node: ast.AST) -> None:
        match node:
            case ast.For(_, iterated) | ast.comprehension(_, iterated):
                for path in self._items(iterated):
                    if path is not None and path.endswith("[]"):
                        self._say(path.removesuffix("[]"), "iterated")
            case ast.BinOp(left, operator, right) | ast.AugAssign(left, operator, right):
                self._operands(operator, left, right)
            case ast.UnaryOp(ast.USub() | ast.Invert(), operand):
                self._say(self._path(operand), "int")
            case ast.Compare(left, ops, others):
                for one, op, other in zip([left, *others], ops, others, strict=False):
                    self._compared(one, op, other)
            case ast.Subscript(value, index):
                self._subscripted(value, index)
            case ast.Call(ast.Attribute(value, method), arguments):
                path = self._path(value)
                if path is not None and method in _SOUGHT and arguments and isinstance(arguments[0], ast.Constant):
                    self._is_like(path, arguments[0])
                else:
                    self._say(path, _METHODS.get(method, ""))
                self._called(method, arguments)
            case ast.Call(ast.Name(name), arguments):
                self._say(self._paths.get(name), "callable")
                self._called(name, arguments)

    def _operands(self, op: ast.operator, left: ast.expr, right: ast.expr) -> None:
        numeric = isinstance(op, _NUMERIC)
        for one, other in ((left, right), (right, left)):
            path = self._path(one)
            if path is None:
                continue
            if isinstance(op, ast.Mod) and one is right and isinstance(left, ast.Constant):
                continue  # "%s" % value
            if numeric and not isinstance(other, ast.List | ast.JoinedStr):
                self._say(path, "int" if isinstance(op, _INTEGRAL) else "number")
            if isinstance(op, ast.Add | ast.BitOr | ast.BitAnd | ast.BitXor):
                self._is_like(path, other)

    def _compared(self, one: ast.expr, op: ast.cmpop, other: ast.expr) -> None:
        if isinstance(op, ast.In | ast.NotIn):
            if (path := self._path(other)) is not None:
                self._say(path, "iterated")
                self._is_like(f"{path}[]", one)
            elif isinstance(other, ast.List | ast.Tuple | ast.Set) and other.elts:
                self._is_like(self._path(one) or "", other.elts[0])
            elif isinstance(other, ast.Constant) and isinstance(other.value, str):
                self._say(self._path(one), "str")
            return
        for this, that in ((one, other), (other, one)):
            if (path := self._path(this)) is not None:
                self._is_like(path, that)
                if isinstance(that, ast.Call) and isinstance(that.func, ast.Name) and that.func.id == "len":
                    self._say(path, "size")

    def _subscripted(self, value: ast.expr, index: ast.expr) -> None:
        path = self._path(value)
        if path is not None:
            known = isinstance(index, ast.Constant) and isinstance(index.value, str)
            self._say(path, "dict" if known else "indexed")
            if known:
                self._keys[path][ast.unparse(index)] = None
        for part in ast.walk(index):
            if isinstance(part, ast.Name) and (used := self._paths.get(part.id)) is not None:
                self._say(used, "index")
                if path is not None:
                    self._containers[used] = path

    def _called(self, name: str, arguments: list[ast.expr]) -> None:
        for place, argument in enumerate(arguments):
            path = self._path(argument)
            if path is None:
                if name in _OF_INTS:
                    for part in ast.walk(argument):
                        if isinstance(part, ast.Name):
                            self._say(self._paths.get(part.id), "size")
                continue
            if name == "isinstance" and place == 0 and len(arguments) == 2:
                self._say(path, _NAMED.get(_last_name(arguments[1]), ""))
            elif name == "len" or (_METHODS.get(name) == "set" and name not in ("add", "discard")):
                self._say(path, "iterated")
            elif name == "join":
                self._say(path, "iterated")
                self._say(f"{path}[]", "str")
            elif name == "ord":
                self._say(path, "letter")
            elif name in _OF_INTS:
                self._say(path, "size")
            elif name in _OF_ITERABLES or (name in ("min", "max") and len(arguments) == 1):
                self._say(path, "iterated")
                if name == "sum":
                    self._say(f"{path}[]", "number")
            elif name in _OF_NUMBERS:
                self._say(path, "number")
            else:
                self._passed_on(name, place, path)

    def _passed_on(self, name: str, place: int, path: str) -> None:
        """What another function of the module does with it."""
        for node in self._module.body:
            if isinstance(node, ast.FunctionDef) and node.name == name and name not in self._around:
                parameters = [each.arg for each in (*node.args.posonlyargs, *node.args.args)]
                if place < len(parameters) and len(self._around) < _DEEPEST:
                    theirs = _Uses(self._module, node, self._around)
                    for other, said in theirs._said.items():
                        if re.fullmatch(rf"{parameters[place]}(\[\])*", other):
                            for what in said:
                                self._say(path + other[len(parameters[place]) :], what)

    # arguments

    def argument(self, path: str, call: int, size: int, place: int = 0) -> str:
        """
        Something for a parameter or an item, as text: of the same kind in the same call, another in another place.
        """
        said = self._said.get(path, _NOTHING)
        items = f"{path}[]"
        inside = self._said.get(items, _NOTHING)
        at = call + place
        if path.count("[]") > _DEEPEST:
            return "1"
        if "callable" in said:
            return _drawn(("abs", "str", "bool"), at)
        if "dict" in said:
            keys = self._keys_of(path, size)
            pairs = (f"{key}: {self.argument(items, call, size, place + each)}" for each, key in enumerate(keys))
            return f"{{{', '.join(pairs)}}}"
        container = self._containers.get(path, "")
        if "dict" in self._said.get(container, _NOTHING):
            return _drawn(self._keys_of(container, size), at)
        if "letter" in said:
            return repr(_drawn("azA0 ", at))
        if "bytes" in said:
            return repr(_drawn(_TEXTS, at).encode())
        if "str" in said or ("letter" in inside and not said & {"list", "tuple", "set"}):
            return repr(_drawn(_WORDS if "[]" in path else _TEXTS, at))
        if inside or said & {"list", "tuple", "set", "iterated", "indexed"}:
            return self._sequence(path, call, size, place)
        if "float" in said:
            return repr(_drawn(_FLOATS, at))
        if "index" in said:
            return repr(max(0, size - 1 - at % 2))
        if "size" in said:
            return repr(size)
        if "bool" in said:
            return repr(bool(at % 2))
        if said & {"int", "number"} or "[]" in path:
            return repr(_drawn(_INTS, at))
        return _drawn((repr(_drawn(_INTS, at)), repr(_drawn(_TEXTS, at)), "[3, 1, 2]", "2.5"), call)

    def _keys_of(self, path: str, size: int) -> list[str]:
        if known := self._keys.get(path):
            return list(known)
        numbers = self._said.get(f"{path}{{}}", _NOTHING) & {"int", "number", "size", "index"}
        return [repr(each) for each in (range(size) if numbers else _KEYS[:size])]

    def _sequence(self, path: str, call: int, size: int, place: int) -> str:
        said = self._said.get(path, _NOTHING)
        if f"{path}[]" not in self._said and not said & {"list", "tuple", "set"} and "[]" not in path and call % 3 == 1:
            return repr(_drawn(_TEXTS, call + place))  # it may as well be a text
        items = [
            self.argument(f"{path}[]", call, size, place + each) for each in range(self._lengths.get(path, size))
        ]
        if "tuple" in said and "list" not in said:
            return f"({', '.join(items)}{',' * (len(items) == 1)})"
        return f"{{{', '.join(items)}}}" if "set" in said and items else f"[{', '.join(items)}]"


def _drawn(values: Sequence[_T], at: int) -> _T:
    return values[at % len(values)]


def _last_name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""

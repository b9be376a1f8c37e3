"""
What leads to a class, to the dict of an object or to the variables of the module without naming them.

Attributes by the names that Python keeps to itself are taken to do so unless they are known to be harmless, and so is a
text in which such a name, or a part of one, is written: `getattr` takes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from noodlecore_trm.ir.facts.builtins import BUILTIN_NAMES
from noodlecore_trm.ir.op import Module, Op, walk
from noodlecore_trm.ir.scope import BUILTINS, MAY_BE_GLOBAL
from noodlecore_trm.ir.shapes import consumer, decorators_of, names_in_pattern, names_in_text, words_of

_OPERATORS: Final = (
    "add sub mul matmul truediv floordiv mod divmod pow lshift rshift and xor or lt le eq ne ge gt neg pos abs invert"
)
_METHODS: Final = (
    "init post_init new del call repr str bytes format hash bool int float complex index round trunc floor ceil len "
    "length_hint iter next aiter anext reversed contains getitem setitem delitem missing enter exit aenter aexit await "
    "copy deepcopy fspath sizeof dir getattr getattribute"
)
_TEXTS_AND_NUMBERS: Final = (
    "name qualname module doc file path package version author email license copyright credits date all main debug "
    "future pycache code defaults kwdefaults cause context suppress_context traceback notes slots match_args weakref "
    "stdin stdout stderr"
)
HARMLESS: Final = frozenset(
    f"__{letter}{name}__"
    for names, letters in ((_OPERATORS, ("", "r", "i")), (_METHODS, ("",)), (_TEXTS_AND_NUMBERS, ("",)))
    for name in names.split()
    for letter in letters
)
"""Attributes that give a text, a number, an exception, or a method as long as nothing more is asked of it."""

_REFLECTION: Final = frozenset(("setattr", "delattr", "vars", "globals", "locals", "exec", "eval"))
_OF_A_MODULE: Final = frozenset(("__annotations__", "__builtins__", "__build_class__", "__loader__", "__spec__"))
_LEADING: Final = frozenset(
    (
        "mro", "setattr", "delattr", "f_globals", "f_locals", "f_builtins", "persistent_id", "reducer_override",
        "find_class", "dispatch_table",
    )
)  # fmt: skip
"""Attributes by ordinary names that lead to classes or namespaces, or are what a pickler hands classes to."""
_RUNNING: Final = frozenset(
    (
        "bdb", "cProfile", "code", "codeop", "doctest", "mock", "pdb", "profile", "pydoc", "runpy", "timeit", "trace",
        "unittest.mock",
    )
)  # fmt: skip
"""Modules that run texts as code, or replace what a text names."""
_BY_KEY: Final = ("get", "pop", "setdefault")
_ASKING: Final = frozenset(("getattr", "hasattr", "isinstance", "dir", "id", "type", "repr", "print"))
_COPYING: Final = frozenset(("update_wrapper", "wraps"))
"""What copies the attributes of one object to another; as a decorator of a `def`, to a function."""
_PICKLED: Final = frozenset(("__getstate__", "__setstate__", "__reduce__", "__reduce_ex__"))
"""Methods that say what an object is made of when it is copied, which may be one of another class: under any names."""
_PARSING: Final = frozenset(("parse_args", "parse_known_args", "parse_intermixed_args", "parse_known_intermixed_args"))
"""Methods that store options on an object, if they are given one."""
_REMAKING: Final = frozenset(("dataclass", "total_ordering"))
"""Decorators of classes that add methods, which anybody may call with a class as well."""
_LOOKING: Final = {
    "inspect": frozenset(
        ("getmembers", "getmembers_static", "getattr_static", "classify_class_attrs", "getclosurevars", "getargvalues")
    ),
    "gc": frozenset(("get_objects", "get_referrers", "get_referents")),
    "ctypes": frozenset(("py_object", "pythonapi")),
}
"""What gives everything that an object has, by the module that it is imported from."""
_TELLING: Final = {
    "inspect": frozenset(("signature", "Signature", "getfullargspec", "get_annotations", "getmro")),
    "typing": frozenset(("get_type_hints",)),
    "typing_extensions": frozenset(("get_type_hints",)),
    "annotationlib": frozenset(("get_annotations", "call_annotate_function", "ForwardRef")),
    "dataclasses": frozenset(("fields", "field", "Field")),
    "functools": frozenset(("singledispatch", "singledispatchmethod")),
}
"""What gives the classes that annotations name."""
_IMPORTERS: Final = frozenset(
    ("modules", "import_module", "__import__", "resolve_name", "locate", "getmodule", "reload")
)
_OWN_NAMES: Final = {
    "load": frozenset(("__name__", "__package__", "__spec__")),
    "getattr": frozenset(("__module__",)),
    "constant": frozenset(("__name__", "__main__", "__module__", "__package__", "__spec__")),
}
"""What a module is called, by how that is asked for."""
_TELLING_PEOPLE: Final = (
    "print", "write", "debug", "info", "warning", "warn", "error", "exception", "critical", "log", "exit", "fail",
)  # fmt: skip
"""Functions and methods that show a text to somebody and keep nothing of it."""

_NAME: Final = re.compile(r"(?<!\w)__[^\W_]\w*?__(?!\w)")
_PART: Final = re.compile(r"(?<!\w)__(?!_)|(?<!_)__(?!\w)")


def of_python(name: str) -> bool:
    """Whether a name is `__name__` or the like."""
    return name.startswith("__") and name.endswith("__")


def reaches_all(ops: Iterable[Op]) -> bool:
    """Whether some op may change classes, or the attributes of instances, under any name."""
    ops = list(ops)
    unused = {id(op.operands[0]) for op in ops if op.kind == "expression"}  # docstrings
    looking = _imported(ops, _LOOKING)
    decorators = list(_decorators(ops, "class"))
    above = {id(op) for op in (*decorators, *_called(decorators))}
    return any(
        _reaches_all(op, looking) or (_remakes(op) and id(op) not in above)
        for op in ops
        if op.kind != "constant" or id(op) not in unused
    )


def _reaches_all(op: Op, looking: frozenset[str]) -> bool:
    if op.kind == "load":
        name = op.attrs["name"]
        return op.attrs["scope"] in MAY_BE_GLOBAL and (name in _REFLECTION or name in _OF_A_MODULE)
    if op.kind == "constant":
        value = op.attrs["value"]
        return isinstance(value, str) and (
            value == "builtins" or _spells(value) or not _LEADING.isdisjoint(names_in_text(value))
        )
    if op.kind == "case":
        words = names_in_pattern(op)
        return any(map(_spells, words)) or not _LEADING.isdisjoint(words)
    if op.kind in ("import", "importfrom"):
        names = (op.attrs.get("module") or "", *op.attrs["names"])
        return "builtins" in names or "__main__" in names or any(map(_is_reaching, names)) or _takes(op, looking)
    if op.kind == "def":
        return op.attrs["name"] in _LEADING
    if op.kind == "getattr":
        name = op.attrs["name"]
        return name in looking or (name != "__class__" and _is_reaching(name))
    return op.kind in ("setattr", "delattr") and _is_reaching(op.attrs["name"])


def _decorators(ops: Iterable[Op], kind: str) -> Iterator[Op]:
    """What stands behind the `@` above all ops of a kind."""
    for op in ops:
        if op.kind == kind:
            yield from decorators_of(op)


def _called(ops: Iterable[Op]) -> Iterator[Op]:
    return (op.operands[0] for op in ops if op.kind == "call")


def _remakes(op: Op) -> bool:
    """Whether an op fetches what can give methods to a class that is there already, or gives that another name."""
    return _renames(op, _REMAKING) or (op.kind in ("load", "getattr") and op.attrs["name"] in _REMAKING)


def looks_at_all(module: Module) -> bool:
    """Whether a module asks for everything that an object has, or that there is: its own variables are among that."""
    if not module.says(*_LOOKING):
        return False
    ops = list(walk(module.body))
    looking = _imported(ops, _LOOKING)
    return bool(looking) and any(_takes(op, looking) for op in ops)


def _is_reaching(name: str) -> bool:
    return name in _LEADING or (of_python(name) and name not in HARMLESS)


def _spells(text: str) -> bool:
    """Whether a name that is not known to be harmless, or a part of one, is written in a text."""
    if "__" not in text:
        return False
    return _PART.search(_NAME.sub(lambda found: "" if found[0] in HARMLESS else found[0], text)) is not None


def runs_texts(module: Module) -> bool:
    """Whether texts may be run as code of the module, or name what of it is to be replaced."""
    if not module.says("unittest", "__name__", *_RUNNING):
        return False
    return any(_runs_texts(op) for op in walk(module.body))


def _runs_texts(op: Op) -> bool:
    if op.kind == "import":
        return not _RUNNING.isdisjoint(op.attrs["names"])
    if op.kind == "importfrom":
        return op.attrs["module"] in _RUNNING or (op.attrs["module"] == "unittest" and "mock" in op.attrs["names"])
    if op.kind == "getattr":
        return bool(op.attrs["name"] == "mock")
    return op.kind in ("fstring", "binary") and _names_its_own(op)


def _names_its_own(op: Op) -> bool:
    """Whether a text is put together from the name of the module and that of something in it."""
    parts = [part for operand in op.operands for part in (operand, *operand.operands)]
    named = any(part.kind == "load" and part.attrs["name"] == "__name__" for part in parts)
    return named and any(
        part.kind == "constant" and type(part.attrs["value"]) is str and "." in part.attrs["value"] for part in parts
    )


def stores_unseen(ops: Iterable[Op]) -> bool:
    """
    Whether attributes of any name may be stored on an object: what another one has, by `functools.update_wrapper`,
    options, on what `parse_args` is given, or a state, on what is copied.
    """
    ops = list(ops)
    return _copies_attributes(ops) or any(_stores_options(op) or _stores_states(op) for op in ops)


def _stores_states(op: Op) -> bool:
    if op.kind in ("import", "importfrom"):
        return "copyreg" in (op.attrs.get("module"), *op.attrs["names"])
    return op.kind in ("def", "store", "setattr") and op.attrs["name"] in _PICKLED


def _stores_options(op: Op) -> bool:
    if op.kind != "call" or op.operands[0].kind != "getattr" or op.operands[0].attrs["name"] not in _PARSING:
        return False
    return len(op.operands) > 2 or bool(op.attrs["keywords"]) or any(each.kind == "star" for each in op.operands)


def _renames(op: Op, names: frozenset[str]) -> bool:
    """Whether one of some names is imported to go by another."""
    if op.kind != "importfrom":
        return False
    pairs = zip(op.attrs["names"], op.attrs["binds"], strict=False)
    return any(written in names and bound != written for written, bound in pairs)


def _copies_attributes(ops: Sequence[Op]) -> bool:
    above = {id(op) for op in _called(_decorators(ops, "def"))}
    return any(
        _renames(op, _COPYING)
        or (op.kind in ("load", "getattr") and op.attrs["name"] in _COPYING and id(op) not in above)
        for op in ops
    )


def tells_annotations(ops: Iterable[Op]) -> bool:
    """Whether the classes that annotations name may be asked for."""
    ops = list(ops)
    telling = _imported(ops, _TELLING)
    if not any(_mentions(op, "type") for op in ops):
        telling -= _TELLING["dataclasses"]
    return bool(telling) and any(_takes(op, telling) for op in ops)


def _imported(ops: Iterable[Op], named: dict[str, frozenset[str]]) -> frozenset[str]:
    """Those of the names that are in modules which are imported."""
    modules: set[str] = set()
    for op in ops:
        if op.kind == "import":
            modules.update(op.attrs["names"])
        elif op.kind == "importfrom":
            modules.add(op.attrs["module"])
    return frozenset().union(*(named[each] for each in modules & named.keys()))


def _takes(op: Op, names: frozenset[str]) -> bool:
    if op.kind == "importfrom":
        return not names.isdisjoint(op.attrs["names"])
    return op.kind == "getattr" and op.attrs["name"] in names


def _mentions(op: Op, name: str) -> bool:
    """Whether an op reads an attribute of this name, or could tell `getattr` to."""
    if op.kind == "constant":
        return name in names_in_text(op.attrs["value"])
    if op.kind == "case":
        return name in names_in_pattern(op)
    return op.kind == "getattr" and bool(op.attrs["name"] == name)


def sets_builtins(module: Module) -> bool:
    """Whether a module may give a builtin another meaning: `builtins.len = f`, `patch("builtins.len", f)`."""
    return module.says(*BUILTINS, "__self__") and any(map(_sets_builtins, walk(module.body)))


def _sets_builtins(op: Op) -> bool:
    if op.kind in ("setattr", "delattr"):
        return op.attrs["name"] in BUILTIN_NAMES and op.operands[-1].attrs.get("name") in BUILTINS
    if op.kind == "getattr":
        owner = op.operands[0].attrs.get("name")
        return owner in {"__dict__": BUILTINS, "__self__": BUILTIN_NAMES}.get(op.attrs["name"], ())
    if op.kind == "call":
        asks = op.operands[0].kind == "load" and op.operands[0].attrs["name"] in _ASKING
        return not asks and any(each.attrs.get("name") in BUILTINS for each in op.operands[1:])
    if op.kind != "constant" or type(op.attrs["value"]) is not str:
        return False
    path, _, name = op.attrs["value"].rpartition(".")
    if path in BUILTINS:
        return name in BUILTIN_NAMES
    user = consumer(op) if name in BUILTINS else None  # of `sys.modules`
    return user is not None and (user.kind == "getitem" or _is_method(user, *_BY_KEY))


def asks_for_owner(ops: Iterable[Op]) -> bool:
    """Whether an AttributeError may be asked for the object that lacks the attribute."""
    return any(_mentions(op, "obj") for op in ops)


def finds_itself(module: Module, *, to_read: bool = True) -> bool:
    """
    Whether a module may fetch itself by its name, as in `sys.modules[__name__]`.

    With `to_read` off, it does not count if nothing is done with it but to read its variables.
    """
    if not module.says("__main__", *_IMPORTERS):
        return False
    ops = list(walk(module.body))
    if module.says("modules") and _goes_through_modules(ops):
        return True
    if any(_imports_main(op, to_read) for op in ops):
        return True
    if not module.says("getmodule", *(name for names in _OWN_NAMES.values() for name in names)):
        return False
    imported = {bound for op in ops if op.kind == "importfrom" for bound in op.attrs["binds"]}
    return any(_fetches(op, imported) for op in ops) and any(_names_itself(op, to_read) for op in ops)


def _imports_main(op: Op, to_read: bool) -> bool:
    if op.kind not in ("import", "importfrom"):
        return False
    return "__main__" in op.attrs["names"] or (to_read and op.attrs.get("module") == "__main__")


def _fetches(op: Op, imported: set[str]) -> bool:
    """Whether a module may be fetched by a name that is not written there."""
    if op.kind in ("opaque", "opaque_expr"):
        return not words_of(op.attrs["text"]).isdisjoint(_IMPORTERS)
    if op.kind == "constant":
        return isinstance(op.attrs["value"], str) and op.attrs["value"] in _IMPORTERS
    if op.kind == "load" and op.attrs["name"] != "__import__" and op.attrs["name"] not in imported:
        return False
    if op.kind in ("load", "getattr") and op.attrs["name"] in _IMPORTERS:
        return not all(_asks_by_text(op, user) for user in _users(op))
    return _renames(op, _IMPORTERS)


def _asks_by_text(fetches: Op, user: Op) -> bool:
    """Whether `sys.modules`, or a function that imports, is used for a module that is named there."""
    if user.kind == "getattr" and user.attrs["name"] in _BY_KEY:
        return all(_asks_by_text(user, each) for each in _users(user))
    if user.kind in ("getitem", "setitem", "delitem", "call"):
        place = user.operands.index(fetches)
        if (user.kind == "call" and place) or place + 1 == len(user.operands):
            return False
        name = user.operands[place + 1]
        return name.kind == "constant" and name.attrs["value"] not in _OWN_NAMES["constant"]
    return user.kind in ("compare", "expression")


def _names_itself(op: Op, to_read: bool) -> bool:
    """Whether an op gives the name of the module, or what finds it without one, and that is kept."""
    if op.kind in ("opaque", "opaque_expr"):
        return any(not words_of(op.attrs["text"]).isdisjoint(names) for names in _OWN_NAMES.values())
    if op.kind == "importfrom":
        return "getmodule" in op.attrs["names"]
    if op.kind not in _OWN_NAMES:
        return False
    word = op.attrs["value" if op.kind == "constant" else "name"]
    if op.kind == "constant" and word == "__name__":  # of a namespace; `getattr` asks a function for its name
        return any(user.kind == "getitem" or _is_method(user, "get", "pop") for user in _users(op))
    return word == "getmodule" or (word in _OWN_NAMES[op.kind] and _is_kept(op, to_read))


def _goes_through_modules(ops: Sequence[Op]) -> bool:
    """Whether more is done with `sys.modules` than to look for one module by its name."""
    named = {"import": set[str](), "importfrom": set[str]()}  # what `sys`, and what its `modules`, goes by
    for op in ops:
        if op.kind == "import" and "sys" in op.attrs["names"]:
            named["import"].update(op.attrs["binds"])
        elif op.kind == "importfrom" and op.attrs["module"] == "sys" and "modules" in op.attrs["names"]:
            named["importfrom"].update(op.attrs["binds"])
    for op in ops:
        of_sys = op.kind == "getattr" and op.attrs["name"] == "modules"
        of_sys = of_sys and op.operands[0].kind == "load" and op.operands[0].attrs["name"] in named["import"]
        imported = op.kind == "load" and op.attrs["name"] in named["importfrom"]
        if (of_sys or imported) and any(map(_goes_through, _users(op))):
            return True
    return False


def _goes_through(user: Op) -> bool:
    if user.kind == "getattr":
        return user.attrs["name"] not in _BY_KEY
    return user.kind not in ("getitem", "setitem", "delitem", "compare", "expression")


def _is_kept(name: Op, to_read: bool) -> bool:
    """Whether something is done with the name of the module but to compare it, show it or give it to a logger."""
    for user in _users(name):
        if user.kind == "setattr" and user.attrs["name"] == "__module__":
            continue
        if user.kind == "call" and user.operands[0].attrs.get("name") == "getLogger":
            continue
        if _is_shown(name, user):
            continue
        if to_read or not _is_read(user):
            return True
    return False


def _is_shown(text: Op, user: Op) -> bool:
    """Whether a text is printed, logged or raised, or becomes a part of one of which nothing else is made."""
    if user.kind == "call" and user.operands[0] is not text:
        name = user.operands[0].attrs.get("name")
        if name in _TELLING_PEOPLE:
            return True
        raised = _users(user)
        return (bool(raised) and all(each.kind == "raise" for each in raised)) or (
            name == "format" and all(_is_shown(user, each) for each in raised)
        )
    if user.kind in ("format", "fstring", "binary"):
        return all(_is_shown(user, each) for each in _users(user))
    return user.kind in ("compare", "expression")


def _is_method(call: Op, *names: str) -> bool:
    """Whether an op calls a method of one of these names."""
    return call.kind == "call" and call.operands[0].kind == "getattr" and call.operands[0].attrs["name"] in names


def _is_read(fetched: Op) -> bool:
    """Whether a module that is fetched is only asked for its variables."""
    if fetched.kind not in ("getitem", "call"):
        return False
    for user in _users(fetched):
        called = user.operands[0] if user.kind == "call" else None
        asked = called is not None and called.kind == "load" and called.attrs["name"] in ("getattr", "hasattr")
        if not asked and (user.kind != "getattr" or of_python(user.attrs["name"])):
            return False
    return True


def _users(op: Op) -> list[Op]:
    assert op.region is not None
    return [each for each in op.region.ops if any(operand is op for operand in each.operands)]

"""
The body of a function, rewritten to stand where it is called: parameters replaced, variables renamed, and each
`return` turned into what is done with the value.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.constants import becomes_fstring, becomes_one_object
from noodlecore_trm.ir.op import Op, Region, clone, everything, tree, walk
from noodlecore_trm.ir.scope import Scope, is_private

Finish = Callable[[Op | None], list[Op]]
"""Makes the statements that stand for `return value`."""

MOVABLE = frozenset(
    (
        "expression", "store", "setattr", "setitem", "assign", "annassign", "pass", "if", "for", "while", "break", "continue",
        "return", "raise", "assert", "delete", "delattr", "delitem", "unpack", "result", "constant", "load", "argument", "fstring",
        "format", "tuple", "list", "set", "dict", "star", "slice", "unary", "binary", "inplace", "compare", "chain", "boolean",
        "select", "getattr", "getitem", "call",
    )
)  # fmt: skip
"""What a body that is moved into another function may consist of."""

_TAKING_LITERALS = frozenset(
    ("binary", "compare", "store", "setattr", "return", "call", "tuple", "list", "boolean", "setitem")
)


def is_mangled(around: Iterable[Scope], body: Iterable[Op]) -> bool:
    """Whether a name in a body, `__secret` or `x.__secret`, means another one in a class among the scopes around."""
    if not any(scope.kind == "class" for scope in around):
        return False
    written = {name for each in body for name in (each.attrs.get("name", ""), *each.attrs.get("keywords", ()))}
    return any(map(is_private, written))


def without_docstring(body: Region) -> list[Op]:
    """The statements of a body that do something."""
    roots = list(body.roots())
    if roots and roots[0].kind == "expression" and roots[0].operands[0].kind == "constant":
        roots = roots[1:]
    return roots


def can_stand_elsewhere(body: Region) -> bool:
    """Whether every `return` ends the body where it stands, so that what follows the call can follow it."""
    return _can_end(without_docstring(body))


def _can_end(roots: list[Op]) -> bool:
    for index, op in enumerate(roots):
        if op.kind == "return":
            return True
        if not returns(op):
            continue
        if op.kind in ("for", "while"):
            return _can_leave(op) and _can_end([*op.regions[2].roots(), *roots[index + 1 :]])
        if op.kind != "if":
            return False
        arms = _arms(op, roots[index + 1 :])
        return arms is not None and all(map(_can_end, arms))
    return True


def _can_leave(loop: Op) -> bool:
    """Whether a `break` can stand for each `return` in a loop, and its `else` for the way on."""
    return not _breaks(loop.regions[1]) and _can_turn(list(loop.regions[1].roots()), ends=True)


def _can_turn(roots: list[Op], *, ends: bool) -> bool:
    """The same for statements of its body: what comes after a loop in it that returns has to come at its `else`."""
    for index, op in enumerate(roots):
        rest = roots[index + 1 :]
        if not returns(op) or op.kind == "return":
            continue
        if op.kind in ("for", "while"):
            return ends and _can_leave(op) and _can_turn([*op.regions[2].roots(), *rest], ends=True)
        arms = (list(region.roots()) for region in op.regions)
        if op.kind != "if" or not all(_can_turn(arm, ends=ends and not rest) for arm in arms):
            return False
    return True


def _breaks(region: Region) -> bool:
    """Whether a `break` of the loop around a region stands in it."""
    for op in region.roots():
        if op.kind == "break":
            return True
        inner = op.regions[2:] if op.kind in ("for", "while") else op.regions
        if any(map(_breaks, inner)):
            return True
    return False


def finished(value: Op | None, result: str) -> list[Op]:
    """What to do with a returned value: keep it in a variable, or if that has no name only evaluate it."""
    if result:
        return [make.store(result, make.constant(None) if value is None else value)]
    silent = value is None or value.kind == "constant" or (value.kind == "load" and value.attrs["scope"] == "local")
    return [] if value is None or silent else [make.expression(value)]


def returns(op: Op) -> bool:
    """Whether a statement holds a `return`."""
    return any(each.kind == "return" for each in everything(op))


def _arms(op: Op, rest: list[Op]) -> tuple[list[Op], list[Op]] | None:
    """What runs after the test of an `if` comes out true, and false, up to the end; None if both go on to `rest`."""
    then, orelse = (list(region.roots()) for region in op.regions)
    if not rest:
        return then, orelse
    if _always_returns(then):
        return then, orelse + rest
    if _always_returns(orelse):
        return then + rest, orelse
    return None


def _always_returns(roots: list[Op]) -> bool:
    if not roots:
        return False
    last = roots[-1]
    if last.kind == "if":
        return all(_always_returns(list(region.roots())) for region in last.regions)
    return last.kind in ("return", "raise")


def placed(
    body: Region,
    names: Mapping[str, str],
    arguments: Mapping[str, Op],
    finish: Finish | None,
    scope: Scope | None = None,
) -> list[Op]:
    """
    The statements of a body for another place; `can_stand_elsewhere` has to hold unless `finish` is None.

    `names` renames variables, `arguments` are the parameters to replace by a constant or a load. With no
    `finish` the function around the new place returns what the body does. `scope` is that of the new place,
    if the body has variables from around it.
    """
    roots = [clone(op) for op in without_docstring(body)]
    for root in roots:
        for op in everything(root):
            _settle(op, names, arguments)
            if op.kind == "load" and op.attrs["scope"] == "free" and scope is not None:
                op.attrs = {**op.attrs, "scope": scope.slots[op.attrs["name"]]}
    if finish is None:
        return roots if _always_returns(roots) else [*roots, make.return_(make.constant(None))]
    return _ended(roots, finish) or [Op("pass")]


def _ended(roots: list[Op], finish: Finish) -> list[Op]:
    done: list[Op] = []
    for index, op in enumerate(roots):
        if op.kind == "return":
            return done + finish(op.operands[0] if op.operands else None)
        if op.kind == "if":
            op.attrs = {**op.attrs, "elif": False}
        if op.kind in ("for", "while") and returns(op):
            following = _ended([*op.regions[2].roots(), *roots[index + 1 :]], finish)
            return [*done, _left(op, following, finish)]
        if returns(op):
            arms = _arms(op, roots[index + 1 :])
            assert arms is not None
            then, orelse = (_ended(arm, finish) for arm in arms)
            if not then and not orelse:
                then = [Op("pass")]  # the test is made all the same
            test = op.operands[0] if then else make.negation(op.operands[0])
            if len(orelse) == 1 and orelse[0].kind == "if" and then:
                orelse[0].attrs = {**orelse[0].attrs, "elif": True}
            done.append(make.if_(test, make.block(then or orelse), make.block(orelse if then else [])))
            return done
        if op.kind != "pass":
            done.append(op)
    return done if roots and roots[-1].kind == "raise" else done + finish(None)


def _left(loop: Op, following: list[Op], finish: Finish) -> Op:
    """A loop that is left by a `break` where it returned, and goes on to `following` where it came to its end."""
    turn = make.block(_turned(list(loop.regions[1].roots()), finish))
    return Op(loop.kind, loop.operands, loop.attrs, (loop.regions[0], turn, make.block(following)))


def _turned(roots: list[Op], finish: Finish) -> list[Op]:
    done: list[Op] = []
    for index, op in enumerate(roots):
        if op.kind == "return":
            return [*done, *finish(op.operands[0] if op.operands else None), Op("break")]
        if op.kind in ("for", "while") and returns(op):
            following = _turned([*op.regions[2].roots(), *roots[index + 1 :]], finish)
            return [*done, _left(op, [*following, Op("continue")], finish), Op("break")]
        if returns(op):
            then, orelse = (_turned(list(region.roots()), finish) for region in op.regions)
            if len(orelse) == 1 and orelse[0].kind == "if":
                orelse[0].attrs = {**orelse[0].attrs, "elif": True}
            done.append(make.if_(op.operands[0], make.block(then), make.block(orelse)))
            done[-1].attrs = op.attrs
        else:
            done.append(op)
    return done


def settled(value: Op, names: Mapping[str, str], arguments: Mapping[str, Op]) -> Op:
    """A copy of an expression with parameters replaced by constants and loads, and variables renamed."""
    copy = clone(value)
    for op in everything(copy):
        _settle(op, names, arguments)
    return copy


def _settle(op: Op, names: Mapping[str, str], arguments: Mapping[str, Op]) -> None:
    op.origin = None
    op.edited = True
    for region in op.regions:
        region.edited = True
        region.inline = False
        region.statements = ()
    if op.kind not in ("load", "store") or op.attrs["scope"] != "local":
        return
    name = op.attrs["name"]
    if name in arguments:
        op.kind, op.attrs = arguments[name].kind, dict(arguments[name].attrs)
    elif name in names:
        op.attrs = {**op.attrs, "name": names[name]}


def takes_literals(ops: Iterator[Op], name: str, literals: Collection[str]) -> bool:
    """
    Whether a literal may stand wherever `name` is read, without a warning when it is compiled, if others stand for
    `literals`; and nothing that makes an object each time becomes a constant.
    """

    def stands_for(op: Op) -> bool:
        return op.kind == "load" and op.attrs["name"] in literals

    for op in ops:
        if becomes_one_object(op, stands_for) or becomes_fstring(op, stands_for):
            return False
        for position, operand in enumerate(op.operands):
            if operand.kind != "load" or operand.attrs["name"] != name:
                continue
            if op.kind == "inplace" and position == 1:
                continue
            if "percent" in op.attrs:
                continue
            if op.kind not in _TAKING_LITERALS or (op.kind in ("call", "setattr", "setitem") and position == _object(op)):
                return False
            if op.kind == "compare" and op.attrs["op"].startswith("is"):
                return False
    return True


def _object(op: Op) -> int:
    return 0 if op.kind == "call" else 1


def stored_names(body: Region) -> set[str]:
    """Variables that a body binds by plain stores."""
    return {op.attrs["name"] for op in walk(body) if op.kind == "store" and op.attrs["scope"] == "local"}


def before(root: Op, op: Op) -> list[Op]:
    """The ops of a statement that are evaluated before an expression in it begins."""
    own = {id(each) for each in tree(op)}
    found = []
    for each in tree(root):
        if id(each) in own:
            break
        found.append(each)
    return found

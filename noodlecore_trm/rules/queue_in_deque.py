"""
Keep a queue in a deque, which gives its first item away without moving the others.

    queue = [start]                  ->   queue = _deque([start])
    while queue: queue.pop(0)        ->   while queue: queue.popleft()

Before:

    def reachable(steps):
        seen = {0}
        queue = [0]
        while queue:
            place = queue.pop(0)
            for step in range(1, 4):
                target = (place * step + 1) % 50
                if target not in seen:
                    seen.add(target)
                    queue.append(target)
        return sorted(seen), steps

After:

    from _collections import deque as _deque
    def reachable(steps):
        seen = {0}
        queue = _deque([0])
        while queue:
            place = queue.popleft()
            for step in range(1, 4):
                target = (place * step + 1) % 50
                if target not in seen:
                    seen.add(target)
                    queue.append(target)
        return sorted(seen), steps

Why: `pop(0)` moves all the other items of a list, so that emptying one takes time in the square of its length.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.dialect import ANY, CALL
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.atoms import Site
from noodlecore_trm.ir.facts.bounds import range_arguments
from noodlecore_trm.ir.facts.holders import Holding, holding, loops_over, method_of
from noodlecore_trm.ir.facts.toplevel import first_statement, import_from, imported
from noodlecore_trm.ir.facts.uses import is_tested
from noodlecore_trm.ir.op import Op, Region, clone, everything, walk
from noodlecore_trm.ir.shapes import conjuncts, consumer, method_call, spelled
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "list_is_known_elsewhere": "whoever gets the list may ask for `queue[1:]`, or whether it is a list",
    "list_is_used_as_such": "`queue[1:]` and `queue.sort()` do not work with a deque, `queue == []` is False",
    "list_may_be_empty": "`[].pop(0)` and `deque().popleft()` raise an IndexError with different words",
    "grows_while_it_is_iterated": "`for x in queue: queue.append(x)` raises a RuntimeError if queue is a deque",
    "one_call_is_part_of_another": "in `queue.insert(0, queue.pop(0))` both would have to be rewritten at once",
    "import_has_no_place": "`import a; import b` on the first line of a file would have to be taken apart",
}

_ADDING = {"append": 1, "extend": 1, "insert": 2}
_SHRINKING = ("pop", "clear")


@dataclass(frozen=True)
class Queue:
    """What the variable holds, the lists that are made for it, the calls to be renamed, and the name of the type."""

    lists: tuple[Op, ...]
    first_popped: tuple[Op, ...]
    first_put: tuple[Op, ...]
    name: str
    place: Op | None


def match(function: Function, op: Op) -> bool:
    call = method_call(op, "pop")
    return call is not None and _is_first(call) and call.operands[0].operands[0].kind == "load"


def _is_first(call: Op) -> bool:
    arguments = call.operands[1:]
    return bool(arguments) and arguments[0].kind == "constant" and spelled(arguments[0].attrs["value"]) == "0"


def prove(function: Function, op: Op) -> Queue | Refused:
    held = holding(function, op.operands[0].operands[0].attrs["name"])
    if held is None or function.is_module:
        return Refused("list_is_known_elsewhere")
    lists = tuple(store.operands[0] for store in held.stores)
    if not all(each.kind == "list" or _is_list_call(function, each) for each in lists):
        return Refused("list_is_used_as_such")
    calls = []
    for load in held.loads:
        call = method_of(load)
        if call is not None and _is_queue_call(function, call):
            calls.append(call)
        elif not _is_known_to_a_deque(function, load):
            return Refused("list_is_used_as_such")
    for loop in loops_over(held.loads):
        if any(inner in calls for inner in everything(loop)):
            return Refused("grows_while_it_is_iterated")
    if not all(_is_filled(function, call, held) for call in calls if call.operands[0].attrs["name"] == "pop"):
        return Refused("list_may_be_empty")
    popped = tuple(call for call in calls if call.operands[0].attrs["name"] == "pop" and _is_first(call))
    put = tuple(call for call in calls if call.operands[0].attrs["name"] == "insert")
    if any(inner in (*popped, *put) and inner is not each for each in (*lists, *put) for inner in everything(each)):
        return Refused("one_call_is_part_of_another")
    known = imported(function, op, "_collections", "deque")
    place = None
    if known is None or function.hides(op, known[0]):
        place = first_statement(function)
        if place is None:
            return Refused("import_has_no_place")
    name = known[0] if known is not None and place is None else function.fresh_name("_deque", module_level=True)
    return Queue(lists, popped, put, name, place)


def _is_list_call(function: Function, op: Op) -> bool:
    if op.kind != "call" or function.builtin(op.operands[0]) != "list":
        return False
    if any(_may_be_too_long(function, each) and not _is_range(each) for each in op.operands[1:]):
        return False
    return not function.values.effects.get(op, ANY) & CALL  # it may stand outside of the arm that is looked from


def _may_be_too_long(function: Function, items: Op) -> bool:
    """
    Whether items come from a range, by whatever iterator, which may have more than a list can hold.

    A deque does not ask how many there are, and takes them in for as long as there is memory.
    """
    value = function.values.value  # it may stand outside of the arm that is looked from
    sources = [items, *(atom.op for atom in value(items) if isinstance(atom, Site))]
    return any("range" in value(each) for source in sources for each in everything(source))


def _is_range(op: Op) -> bool:
    """`range(...)` as it is written, which is to become a list first."""
    return op.kind == "call" and op.operands[0].attrs.get("name") == "range"


def _is_queue_call(function: Function, call: Op) -> bool:
    """Whether a deque has the method, too: with its first argument left out, where it is the place."""
    name = call.operands[0].attrs["name"]
    if method_call(call, name) is None:
        return False
    count = len(call.operands) - 1
    if name == "pop":
        return count == 0 or (count == 1 and _is_first(call))
    if name == "insert":
        return count == 2 and _is_first(call)
    if name == "extend" and count == 1 and _may_be_too_long(function, call.operands[1]):
        return False
    return count == _ADDING[name] if name in _ADDING else name == "clear" and count == 0


def _is_known_to_a_deque(function: Function, load: Op) -> bool:
    """Whether a use of the list other than a call of a method is the same for a deque, and over at once."""
    if is_tested(load):
        return True
    user = consumer(load)
    if user is None:
        return False
    if user.kind == "call":
        return function.builtin(user.operands[0]) in ("len", "sum", "sorted", "list", "tuple")
    if user.kind == "compare":
        return user.attrs["op"] in ("in", "not in") and user.operands[1] is load and not function.effects(user) & CALL
    if user.kind == "comprehension":
        return bool(user.attrs["type"] != "generator")
    return user.kind in ("for", "comp_for")


def _is_filled(function: Function, call: Op, held: Holding) -> bool:
    """Whether the queue has just been found to hold something, when an item is taken."""
    region = call.region
    assert region is not None
    outer = region.parent
    if outer is None or _runs_before(region, call, held):
        return False
    if outer.kind == "while" and region is outer.regions[1]:
        return _says_filled(function, outer.regions[0].result, held)
    if outer.kind == "if" and region is outer.regions[0]:
        return _says_filled(function, outer.operands[0], held)
    if outer.kind != "for" or region is not outer.regions[1]:
        return False
    # as many turns as there were items, and one taken in each
    limits = range_arguments(function, outer.operands[0])
    if limits is None or limits[0] is not None or not _is_length(function, limits[1], held):
        return False
    return sum(_shrinks(inner, held) for inner in everything(outer)) == 1


def _runs_before(region: Region, call: Op, held: Holding) -> bool:
    """Whether another op that may empty the queue runs in the region before the call does."""
    for op in region.ops:
        if op is call:
            return False
        if any(_shrinks(inner, held) for inner in (op, *(each for below in op.regions for each in walk(below)))):
            return True
    return True


def _shrinks(op: Op, held: Holding) -> bool:
    if op in held.stores:
        return True
    call = method_call(op, *_SHRINKING)
    return call is not None and call.operands[0].operands[0] in held.loads


def _says_filled(function: Function, test: Op, held: Holding) -> bool:
    parts = conjuncts(test)
    shrinking = [any(_shrinks(inner, held) for inner in everything(part)) for part in parts]
    return any(
        _is_filling(function, part, held) and not any(shrinking[place:]) for place, part in enumerate(parts)
    )


def _is_filling(function: Function, part: Op, held: Holding) -> bool:
    if part.kind == "compare":
        limit = part.operands[1]
        asked = (part.attrs["op"], limit.attrs.get("value")) in ((">", 0), ("!=", 0), (">=", 1))
        return asked and _is_length(function, part.operands[0], held)
    return part in held.loads or _is_length(function, part, held)


def _is_length(function: Function, op: Op, held: Holding) -> bool:
    if op.kind != "call" or len(op.operands) != 2 or function.builtin(op.operands[0]) != "len":
        return False
    return op.operands[1] in held.loads


def build(proof: Queue) -> Replacement:
    edits = []
    for made in proof.lists:
        arguments: tuple[Op, ...] = (made,) if made.operands else ()
        if made.kind == "call" and not any(map(_is_range, made.operands)):
            arguments = made.operands[1:]
        edits.append(Edit((made,), (make.call(make.load(proof.name, "global"), *map(clone, arguments)),)))
    for calls, name in ((proof.first_popped, "popleft"), (proof.first_put, "appendleft")):
        for call in calls:
            method = make.getattr_(clone(call.operands[0].operands[0]), name)
            edits.append(Edit((call,), (make.call(method, *map(clone, call.operands[2:])),)))
    if proof.place is not None:
        edits.append(Edit((proof.place,), (import_from("_collections", "deque", proof.name), proof.place)))
    return Replacement(tuple(edits))


RULE = Rule(__name__.rpartition(".")[2], "containers", ("call",), match, prove, build, REFUSALS)

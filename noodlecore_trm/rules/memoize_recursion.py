"""
Keep what a function that calls itself has found, for the time of one call from outside.

    return f(n - 1) + f(n - 2)   ->   if type(n) is int and f is _f:
                                          return _f_memo(n, {})
                                      return f(n - 1) + f(n - 2)

Before:

    def ways(steps):
        if steps < 2:
            return 1
        return ways(steps - 1) + ways(steps - 2)

After:

    def ways(steps):
        if steps < 2:
            return 1
        if type(steps) is int and ways is _ways:
            return _ways_memo(steps, {})
        return ways(steps - 1) + ways(steps - 2)
    _ways = ways
    def _ways_memo(steps, memo):
        if steps < 2:
            return 1
        if steps in memo:
            return memo[steps]
        result = _ways_memo(steps - 1, memo) + _ways_memo(steps - 2, memo)
        memo[steps] = result
        return result

Why: two calls that count down by constants meet again and again, and the same work is done
exponentially often. Each argument is an int, the function only computes with ints, and no name it
reads can be rebound meanwhile, so the same arguments give the same result or the same error.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.dialect import CALL, RAISE, SUSPEND, WRITE_HEAP
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.atoms import INT, INTEGERS, NONE
from noodlecore_trm.ir.facts.selfcalls import Recursion, is_plain, keeps_parameters, own_calls, solve
from noodlecore_trm.ir.op import Op, Region, clone, tree, walk
from noodlecore_trm.ir.scope import Scope
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "not_a_plain_function": "a decorator, a second `def` of the name, `*args`, a default or a lambda in the body",
    "name_is_rebound": "with a `type` or `int` of the module's own the check means something else",
    "parameter_is_rebound": "after `n = n / 2` the check is about another number than the function was called with",
    "runs_foreign_code": "`print(n)` shows every call, and a global can be anything",
    "arguments_may_be_no_ints": "`f(n / 2)` passes a float on, which is equal to an int",
    "calls_do_not_meet": "`n * f(n - 1)` asks for each number once, and `f(a - b, b)` for what nobody foresees",
    "result_may_be_no_number": "`return [n]` makes a list for each caller, and they are changed one by one",
    "identity_may_show": "`f(n - 1) is f(n - 1)` for large numbers is False",
    "call_has_no_place": "in a loop of no turns, or after something that raises, the name f is not read at all",
}


@dataclass(frozen=True)
class Memo:
    """The function, the statement in it that calls it, and the names of what is new."""

    definition: Op
    statement: Op
    calls: tuple[Op, ...]
    parameters: tuple[str, ...]
    keys: tuple[str, ...]
    module: Scope
    snapshot: str
    helper: str
    memo: str
    result: str


def match(function: Function, op: Op) -> bool:
    callee = op.operands[0]
    if function.op is None or callee.kind != "load" or callee.attrs["name"] != function.op.attrs["name"]:
        return False
    calls = own_calls(function)
    return len(calls) > 1 and calls[0] is op and not _is_guarded(function)


def _is_guarded(function: Function) -> bool:
    """Whether the function compares itself with a snapshot of itself already."""
    assert function.op is not None
    name = function.op.attrs["name"]
    return any(op.attrs["op"] == "is" and _name(op.operands[0]) == name for op in function.of_kind("compare"))


def _name(op: Op) -> str:
    return str(op.attrs["name"]) if op.kind == "load" else ""


def prove(function: Function, op: Op) -> Memo | Refused:
    if not is_plain(function):
        return Refused("not_a_plain_function")
    if not all(function.facts.is_builtin(name) and not function.hides(op, name) for name in ("type", "int")):
        return Refused("name_is_rebound")
    if not keeps_parameters(function):
        return Refused("parameter_is_rebound")
    found = solve(function)
    if found is None or found.effects & (CALL | WRITE_HEAP | SUSPEND):
        return Refused("runs_foreign_code")
    if any(not _passes_ints(found, call) for call in found.calls):
        return Refused("arguments_may_be_no_ints")
    shifts = [_shift(found.parameters, call) for call in found.calls]
    if None in shifts or _most_calls(function.body, found.calls) < 2:
        return Refused("calls_do_not_meet")
    if not found.result <= INTEGERS | NONE:
        return Refused("result_may_be_no_number")
    if any(each.attrs["op"] in ("is", "is not") for each in function.of_kind("compare")):
        return Refused("identity_may_show")
    statement = _place(function, found)
    if statement is None:
        return Refused("call_has_no_place")
    assert function.op is not None
    assert function.facts.scope is not None
    name = function.op.attrs["name"]
    keys = tuple(name for index, name in enumerate(found.parameters) if any(shift and shift[index] for shift in shifts))
    if not keys:
        return Refused("calls_do_not_meet")
    return Memo(
        function.op,
        statement,
        found.calls,
        found.parameters,
        keys,
        function.facts.scope,
        function.fresh_name(f"_{name}", module_level=True),
        function.fresh_name(f"_{name}_memo", module_level=True),
        function.fresh_name("memo"),
        function.fresh_name("result"),
    )


def _passes_ints(found: Recursion, call: Op) -> bool:
    arguments = call.operands[1:]
    if call.attrs["keywords"] or len(arguments) != len(found.parameters):
        return False
    return all(argument.kind != "star" and found.values.value(argument) <= INT for argument in arguments)


def _shift(parameters: tuple[str, ...], call: Op) -> tuple[int, ...] | None:
    """By how much each argument differs from the parameter, if that is written down."""
    shift = []
    for name, argument in zip(parameters, call.operands[1:], strict=True):
        amount = 0
        if argument.kind == "binary" and argument.attrs["op"] in ("+", "-"):
            argument, right = argument.operands
            if right.kind != "constant":
                return None
            amount = right.attrs["value"]
        if _name(argument) != name:
            return None
        shift.append(amount)
    return tuple(shift)


def _most_calls(region: Region, calls: tuple[Op, ...]) -> int:
    """The most of the calls that one run of a block can make."""
    most = 0
    for op in reversed(region.ops):
        if op.kind == "return":
            most = 0
        if op in calls:
            most += 1
        elif op.kind in ("if", "select"):
            arms = [_most_calls(inner, calls) for inner in op.regions]
            leaves = [inner.ops and inner.ops[-1].kind in ("return", "raise") for inner in op.regions]
            most = max(count if left else count + most for count, left in zip(arms, leaves, strict=True))
        else:
            most += sum(_most_calls(inner, calls) for inner in op.regions)
    return most


def _place(function: Function, found: Recursion) -> Op | None:
    """The one statement with calls, outside of loops and handlers, if it reads the name before it can raise."""
    statements = {function.statement(call) for call in found.calls}
    if len(statements) != 1:
        return None
    (statement,) = statements
    assert statement.region is not None
    if statement.kind != "return" or statement.region.inline:
        return None
    if any(outer.kind != "if" for outer in function.enclosing(statement)):
        return None
    first = found.calls[0].operands[0]
    for op in tree(statement):
        if op is first:
            return statement
        if op.regions or found.values.effects.get(op, RAISE) & RAISE:
            return None
    return None


def build(proof: Memo) -> Replacement:
    name = proof.definition.attrs["name"]
    checks = [
        make.compare("is", make.builtin("type", make.load(each)), make.load("int", "global"))
        for each in proof.parameters
    ]
    pinned = make.compare("is", make.load(name, "global"), make.load(proof.snapshot, "global"))
    arguments = [make.load(each) for each in proof.parameters]
    answer = make.call(make.load(proof.helper, "global"), *arguments, Op("dict", (), {"entries": ""}))
    version = make.if_(make.conjunction([*checks, pinned]), make.block([make.return_(answer)]))
    words = " and ".join([*(f"type({each}) is int" for each in proof.parameters), f"{name} is {proof.snapshot}"])
    snapshot = make.store(proof.snapshot, make.load(name, "global"), "global")
    helper = _helper(proof)
    return Replacement(
        (
            Edit((proof.statement,), (version, proof.statement)),
            Edit((proof.definition,), (proof.definition, snapshot, helper)),
        ),
        words,
    )


def _helper(proof: Memo) -> Op:
    """The function once more, with the table as a further parameter."""
    source = proof.definition.regions[-1]
    body = make.block(map(clone, source.roots()))
    twins = dict(zip(walk(source), walk(body), strict=True))
    for call in proof.calls:
        _pass_on(twins[call], proof)
    first = next(body.roots())
    if first.kind == "expression" and first.operands[0].kind == "constant":
        body.ops = body.ops[2:]
    key = make.load(proof.keys[0])
    if len(proof.keys) > 1:
        key = Op("tuple", tuple(map(make.load, proof.keys)))
    known = make.return_(make.getitem(make.load(proof.memo), key))
    answer = twins[proof.statement]
    make.exchange(
        answer,
        [
            make.if_(make.compare("in", clone(key), make.load(proof.memo)), make.block([known])),
            make.store(proof.result, answer.operands[0]),
            Op("setitem", (make.load(proof.result), make.load(proof.memo), clone(key))),
            make.return_(make.load(proof.result)),
        ],
    )
    parameters = (*proof.parameters, proof.memo)
    body.scope = Scope("function", proof.helper, proof.module, parameters)
    names = {op.attrs["name"]: op.attrs["scope"] for op in walk(body) if op.kind in ("load", "store", "walrus")}
    body.scope.slots = {**names, **dict.fromkeys(parameters, "local")}
    body.scope.bound = {name for name, slot in body.scope.slots.items() if slot == "local"}
    attrs = {
        "name": proof.helper, "scope": "global", "kind": "def", "parameters": parameters, "layout": "",
        "defaulted": (), "annotated": (),
    }  # fmt: skip
    return Op("def", (), attrs, (body,))


def _pass_on(call: Op, proof: Memo) -> None:
    """Let a call in the copy call the copy."""
    callee, region = call.operands[0], call.region
    assert region is not None
    callee.attrs = {**callee.attrs, "name": proof.helper}
    callee.edited = call.edited = True
    memo = make.load(proof.memo)
    memo.region = region
    region.ops.insert(region.ops.index(call), memo)
    call.operands = (*call.operands, memo)


RULE = Rule(__name__.rpartition(".")[2], "calls", ("call",), match, prove, build, REFUSALS)

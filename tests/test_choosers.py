"""One contract over all choosers, and what happens when the preferred one cannot serve."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from noodlecore_trm.choosers import (
    Chooser,
    ChooserUnavailable,
    ClassicChooser,
    FallbackChooser,
    Preview,
    SearchChooser,
    State,
    make_chooser,
    with_fallback,
)
from noodlecore_trm.choosers.context import extent_of, kind_of
from noodlecore_trm.choosers.cost import Work, cost, is_foreign, size
from noodlecore_trm.choosers.table import Entry, parse_table, shipped_table
from noodlecore_trm.errors import OptimizationError
from noodlecore_trm.ir.facts import Function, ModuleFacts
from noodlecore_trm.ir.op import Module, Region, tree, walk
from noodlecore_trm.ir.text import print_module
from noodlecore_trm.options import Options
from noodlecore_trm.parse import parse_module
from noodlecore_trm.pipeline import optimize, selected_rules
from noodlecore_trm.road import Road
from noodlecore_trm.rules import load
from noodlecore_trm.rules.listing import Candidate, RuleTable, find, growth
from noodlecore_trm.rules.rule import Rule
from noodlecore_trm.translate import translate

SOURCE = b"""
def clamp(value, low, high):
    return max(low, min(value, high))


def longest(words):
    best = 0
    for word in words:
        best = max(best, len(word))
        if word == "stop" or word == "halt" or word == "end":
            break
    return best


def table(n):
    rows = []
    for i in range(n):
        row = []
        for j in range(3):
            row.append(min(i, j))
        rows.append(row)
    return rows
"""

CHOOSERS: dict[str, Callable[[], Chooser]] = {
    "classic": ClassicChooser,
    "search": SearchChooser,
    "trm, or classic": lambda: make_chooser("trm"),
}


@pytest.fixture(autouse=True)
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NOODLE_TRM_MODEL_PATH", raising=False)


class Bench:
    """States of one source's functions, with previews made as the road makes them."""

    def __init__(self, source: bytes = SOURCE) -> None:
        self.module: Module = translate(parse_module(source))
        self.previews = 0
        self.road = Road(self.module, RuleTable(selected_rules(Options())), make_chooser("classic"), Options())

    def state(self, index: int, *, remaining: int | None = None, slack: int | None = None) -> State:
        op = self.module.functions[index]
        function = Function(ModuleFacts(self.module), op)
        candidates = find(function, self.road.table).candidates

        def preview(sequence: tuple[Candidate, ...]) -> AbstractContextManager[Preview | None]:
            self.previews += 1
            return self.road._preview(op, sequence)

        return State(function, candidates, cost(function.body), size(function.body), remaining, slack, preview)

    def states(self) -> list[State]:
        return [self.state(index) for index in range(len(self.module.functions))]


@pytest.mark.parametrize("make", CHOOSERS.values(), ids=CHOOSERS)
class TestContract:
    def test_picks_from_the_list_or_stops(self, make: Callable[[], Chooser]) -> None:
        states = Bench().states()
        assert all(state.candidates for state in states)
        for state in states:
            choice = make().choose(state)
            assert choice is None or any(choice is candidate for candidate in state.candidates)
        assert any(make().choose(state) is not None for state in states)

    def test_stops_when_there_is_nothing(self, make: Callable[[], Chooser]) -> None:
        state = Bench().state(0)
        state.candidates = ()
        assert make().choose(state) is None

    def test_same_input_same_answer(self, make: Callable[[], Chooser]) -> None:
        def answers(bench: Bench) -> list[object]:
            chosen = [make().choose(state) for state in bench.states()]
            return [None if each is None else (each.rule.name, each.op.origin) for each in chosen]

        bench = Bench()
        assert answers(bench) == answers(bench) == answers(Bench())

    def test_leaves_the_module_alone(self, make: Callable[[], Chooser]) -> None:
        bench = Bench()
        before = print_module(bench.module)
        for state in bench.states():
            make().choose(state)
        assert print_module(bench.module) == before

    def test_stays_in_the_size_budget(self, make: Callable[[], Chooser]) -> None:
        bench = Bench()
        for index in range(len(bench.module.functions)):
            state = bench.state(index, slack=0)
            choice = make().choose(state)
            if choice is not None:
                with state.preview((choice,)) as after:
                    assert after is not None
                    assert after.size <= state.size

    @pytest.mark.parametrize("most", [0, 1, 2])
    def test_stays_in_the_rewrite_budget(self, make: Callable[[], Chooser], most: int) -> None:
        module = translate(parse_module(SOURCE))
        options = Options(max_rewrites=most)
        road = Road(module, RuleTable(selected_rules(options)), FallbackChooser(make, ClassicChooser()), options)
        assert sum(len(record.kept) for record in road.run().records) <= most


def test_search_stays_in_its_budget_of_previews() -> None:
    bench = Bench()
    SearchChooser(budget=5).choose(bench.state(2))
    assert 0 < bench.previews <= 5


def test_search_looks_no_further_than_the_rewrites_allowed() -> None:
    bench = Bench()
    state = bench.state(2, remaining=1)
    longest = 0
    plain = state.preview

    def preview(sequence: tuple[Candidate, ...]) -> AbstractContextManager[Preview | None]:
        nonlocal longest
        longest = max(longest, len(sequence))
        return plain(sequence)

    state.preview = preview
    SearchChooser().choose(state)
    assert longest == 1


def test_search_wants_a_step_to_be_worth_a_diff() -> None:
    assert SearchChooser(margin=1.0).choose(Bench().state(0)) is None


# the classic table


def test_classic_follows_the_order_of_its_table() -> None:
    state = Bench().state(1)
    names = {candidate.rule.name for candidate in state.candidates}
    for first in sorted(names):
        table = {name: Entry(order=1 if name == first else 2) for name in names}
        choice = ClassicChooser(table).choose(state)
        assert choice is not None
        assert choice.rule.name == first


def test_classic_leaves_out_what_is_off_or_unknown() -> None:
    state = Bench().state(1)
    names = {candidate.rule.name for candidate in state.candidates}
    assert ClassicChooser({}).choose(state) is None
    losing = {"": ((0.0, 1.0),)}
    assert ClassicChooser({name: Entry(1, gains=losing) for name in names}).choose(state) is None


def test_classic_wants_loops_around() -> None:
    state = Bench().state(1)
    names = {candidate.rule.name for candidate in state.candidates}
    assert ClassicChooser({name: Entry(1, loop_depth=9) for name in names}).choose(state) is None


def test_classic_limits_growth() -> None:
    state = Bench().state(0)
    names = {candidate.rule.name for candidate in state.candidates}
    assert ClassicChooser({name: Entry(1, growth=1000) for name in names}).choose(state) is not None
    assert ClassicChooser({name: Entry(1, growth=-1000) for name in names}).choose(state) is None


SPARES_A_RANGE = b"""
def table(height, width, seed):
    rows = []
    for y in range(height):
        row = []
        for x in range(width):
            row.append((y * seed + x * 3) % 17 - 8)
        rows.append(row)
    return rows
"""

SPARES_SUBSCRIPTS = b"""
def smooth(grid, times):
    for _ in range(times):
        for y in range(1, len(grid) - 1):
            for x in range(1, len(grid[y]) - 1):
                grid[y][x] = 0.25 * (grid[y - 1][x] + grid[y + 1][x] + grid[y][x - 1] + grid[y][x + 1])
"""

SPARES_LITTLE_MORE_THAN_IT_CHECKS = b"""
def nearest(points):
    best = None
    for i in range(len(points)):
        for j in range(i + 1, len(points)):
            dx = points[i][0] - points[j][0]
            dy = points[i][1] - points[j][1]
            if best is None or dx * dx + dy * dy < best:
                best = dx * dx + dy * dy
    return best
"""

CALLS_WHAT_TAKES_LONG = b"""
def is_prime(number):
    divisor = 2
    while divisor * divisor <= number:
        if number % divisor == 0:
            return False
        divisor += 1
    return True


def last_prime(limit):
    last = 0
    for number in range(2, limit):
        if is_prime(number):
            last = number
    return last
"""

CALLS_WHAT_IS_BRIEF = b"""
def clip(number):
    if number < 0:
        number = 0
    return number


def clipped(numbers):
    total = 0
    for number in numbers:
        total += clip(number)
    return total
"""


ASKS_FOR_A_FLAG = b"""
def total(count, squared):
    found = 0
    for i in range(count):
        if squared is not None:
            found += i * i
        else:
            found += i
    return found
"""

ASKS_FOR_A_FLAG_BESIDE_CALLS = ASKS_FOR_A_FLAG.replace(b"    return", b"        report(found)\n    return")

ASKS_FOR_A_FLAG_IN_A_HANDLER = b"""
def total(items, squared):
    found = 0
    for i in range(len(items)):
        try:
            found += items[i] * i
        except TypeError:
            if squared is not None:
                found += i
    return found
"""

TAKES_THE_LEAST = b"""
def bounds(sizes, most):
    found = []
    for size in sizes:
        found.append(min(size, most))
    return found
"""

TAKES_THE_LEAST_OF_MUCH_WORK = b"""
def bounds(sizes, most):
    found = []
    for size in sizes:
        measured = measure(size)
        for shape in measured.shapes():
            shape.draw()
            shape.show()
        found.append(min(measured, most))
    return found
"""

NUMBERS_AT_IMPORT = b"""
dark = ['black', 'red'] * 50
light = ['grey', 'pink'] * 50
codes = {}
number = 30
for one, other in zip(dark, light):
    codes[one] = number
    codes[other] = number + 60
    number += 1
"""

NUMBERS_A_FEW_AT_IMPORT = NUMBERS_AT_IMPORT.replace(b" * 50", b"")

NUMBERS_A_FEW_MORE_AT_IMPORT = NUMBERS_A_FEW_AT_IMPORT.replace(
    b"codes = {}", b"codes = {}\nfor place in range(100):\n    dark.append(str(place))\n    light.append(place)"
)

FINDS_IN_A_LIST = b"""
def known(words, names):
    found = []
    if isinstance(words, list):
        for word in words:
            if word in names:
                found.append(word)
    return found
"""

FINDS_IN_A_TUPLE = FINDS_IN_A_LIST.replace(b"(words, list)", b"(words, (tuple, set)) and words")

FINDS_IN_WHAT_WAS_A_TUPLE = FINDS_IN_A_TUPLE.replace(b"        for", b"        words = split(words)\n        for")


@pytest.mark.parametrize(
    ("source", "rule", "is_made"),
    [
        (FINDS_IN_A_LIST, "specialize_loop", True),
        (FINDS_IN_A_TUPLE, "specialize_loop", False),
        (FINDS_IN_WHAT_WAS_A_TUPLE, "specialize_loop", True),
        (NUMBERS_AT_IMPORT, "move_loop_into_function", True),
        (NUMBERS_A_FEW_AT_IMPORT, "move_loop_into_function", False),
        (NUMBERS_A_FEW_MORE_AT_IMPORT, "move_loop_into_function", True),
        (ASKS_FOR_A_FLAG, "unswitch_loop", True),
        (ASKS_FOR_A_FLAG_BESIDE_CALLS, "unswitch_loop", False),
        (ASKS_FOR_A_FLAG_IN_A_HANDLER, "unswitch_loop", False),
        (TAKES_THE_LEAST, "expand_min_max", True),
        (TAKES_THE_LEAST_OF_MUCH_WORK, "expand_min_max", False),
        (SPARES_A_RANGE, "specialize_loop", False),
        (SPARES_SUBSCRIPTS, "specialize_loop", True),
        (SPARES_LITTLE_MORE_THAN_IT_CHECKS, "specialize_loop", False),
        (CALLS_WHAT_TAKES_LONG, "inline_body", False),
        (CALLS_WHAT_IS_BRIEF, "inline_body", True),
    ],
)
def test_more_text_has_to_save_more_work(source: bytes, rule: str, is_made: bool) -> None:
    assert (rule in kept_rules(source)) is is_made


def kept_rules(source: bytes) -> set[str]:
    receipt = optimize(source, options=Options(chooser="classic")).receipt
    return {change.rule for function in receipt.functions for change in function.kept}


KNOWN_AND_UNKNOWN = b"""
import math
import requests
from heapq import heappush
from json import dumps

class Point:
    def near(self):
        return 1

def own():
    return 1

def f(given, xs):
    def inner():
        return 1
    append = xs.append
    other = given.other
    {}
"""


@pytest.mark.parametrize(
    ("statement", "is_unknown"),
    [
        ("len(xs)", False),
        ("own()", False),
        ("inner()", False),
        ("append(1)", False),
        ("xs.pop()", False),
        ("math.sqrt(2)", False),
        ("heappush(xs, 1)", False),
        ("other(1)", True),
        ("given()", True),
        ("given.send()", True),
        ("given.near()", True),
        ("xs[0]()", True),
        ("requests.get('')", True),
        ("dumps(xs)", True),
        ("Point()", True),
        ("yield 1", True),
    ],
)
def test_code_of_which_nothing_is_known(statement: str, is_unknown: bool) -> None:
    module = translate(parse_module(KNOWN_AND_UNKNOWN.replace(b"{}", statement.encode())))
    function = Function(ModuleFacts(module), module.functions[-2])
    body = [op for op in walk(function.body) if function.statement(op).kind == "expression"]
    assert any(is_foreign(function, op) for op in body) is is_unknown


def test_in_a_closed_world_methods_of_the_module_are_known() -> None:
    module = translate(parse_module(KNOWN_AND_UNKNOWN.replace(b"{}", b"given.near()")))
    function = Function(ModuleFacts(module, closed_world=True), module.functions[-2])
    assert not any(is_foreign(function, op) for op in walk(function.body))


@pytest.mark.parametrize(
    ("statement", "in_a_library"),
    [
        ("given[0]", False),
        ("xs[0] + 1", False),
        ("made = requests.get(given)\n    made[0]", True),
        ("made = requests.get(given)\n    other = made.T - 1\n    other[0] == 2", True),
        ("made = math.floor(given)\n    made + 1", False),
        ("made = dumps(given)\n    made += given", True),
    ],
)
def test_operations_on_what_a_library_has_made_are_its_work(statement: str, in_a_library: bool) -> None:
    module = translate(parse_module(KNOWN_AND_UNKNOWN.replace(b"{}", statement.encode())))
    function = Function(ModuleFacts(module), module.functions[-2])
    last = next(reversed(list(function.body.roots())))
    plain = cost(Region("block", tree(last)))
    assert (Work(function, (last,)).whole > plain) is in_a_library


UNSWITCHED = """
def repeat(push, i, limit, step: int):
    while 1:
        if step > 0:
            if i > limit:
                break
        else:
            if i < limit:
                break
        push(i)
        i = i + step
"""
UNRELATED = """
def toggle(mode: str, axes):
    for i, ax in enumerate(axes):
        low = i == 1 if mode == "L" else i == 2 if mode == "1" else True
        high = i == 3 if mode == "L" else i == 4 if mode == "1" else True
        ax.show(low)
        ax.tick(high)
        ax.draw(ax.bottom(), ax.left())
"""
EXPANDED = """
import figures
def masks(xs, ys, zs):
    return [figures.mask(a) for a in (xs, ys, zs)]
"""


@pytest.mark.parametrize("source", [UNSWITCHED, UNRELATED, EXPANDED])
def test_what_calls_others_all_the_time_is_not_copied_to_save_a_test(source: str) -> None:
    assert kept_rules(source.encode()) == set()


ROLLS = b"""
class Random:
    def __init__(self, seed):
        self.state = seed

    def roll(self):
        self.state = self.state * 5 % 97
        return self.state

    def last(self):
        return self.state


def rolls(count):
    random = Random(7)
    for i in range(count):
        random.roll()
    return random.last()
"""


def test_classic_takes_an_object_apart_that_a_loop_works_with() -> None:
    text = optimize(ROLLS, options=Options(chooser="classic", closed_world=True)).optimized.decode()
    body = text[text.index("def rolls") :]
    assert "Random" not in body
    assert "random_state = 7\n" in body
    kept = ROLLS.replace(b"    return random.last()", b"    return random.last(), random")
    assert b"random = Random(7)" in optimize(kept, options=Options(chooser="classic", closed_world=True)).optimized


def test_another_interpreter_gets_the_table_of_cpython_311() -> None:
    assert shipped_table("pypy-99") == shipped_table("cpython-311")


@pytest.mark.parametrize("policy", [{"a_rule": {"order": 1, "colour": "red"}}, {"a": {}}])
def test_a_policy_that_is_none(policy: dict[str, dict[str, object]]) -> None:
    with pytest.raises(TypeError):
        parse_table(policy, {})


CONTEXTS = b"""
def contexts(n, given):
    words = "a b".split()
    for i in range(2, 20, 3):
        min(i, 1)
    for word in words:
        min(word, 1)
    for each in (1, 2, 3):
        min(each, n)
    for each in given:
        min(each, n)
    while n:
        n -= 1
    n in [1, 2, 3, 4]
    n or given or words
    [x for x in range(7)]
    any(x for x in "four")
    min(n, 1)
"""


def test_the_context_of_a_place() -> None:
    module = translate(parse_module(CONTEXTS))
    function = Function(ModuleFacts(module), module.functions[0])
    roots = list(function.body.roots())
    found = [(kind_of(function, op), extent_of(function, op)) for op in roots[1:6]]
    assert found == [("int", 6), ("str", None), ("int", 3), ("", None), ("", None)]
    expressions = [root.operands[0] for root in roots[6:]]
    assert [extent_of(function, op) for op in expressions] == [4, 3, 7, 4, None]
    assert extent_of(function, expressions[0], "size") == 7
    inner = next(iter(roots[1].regions[1].roots())).operands[0]
    assert extent_of(function, inner) == 6, "the loop around it"


def test_classic_goes_by_the_context() -> None:
    state = Bench(CONTEXTS).state(0)
    few = {"expand_min_max": Entry(1, gains={"int": ((2.0, 0.5), (5.0, 2.0)), "str": ((2.0, 0.5),)})}
    assert {candidate.rule.name for candidate in state.candidates} >= {"expand_min_max"}
    choice = ClassicChooser(few).choose(state)
    assert choice is not None
    assert choice.op.region is not None
    assert choice.op.region.parent is not None
    loop = choice.function.statement(choice.op).region.parent
    assert extent_of(choice.function, loop) == 6


# falling back


class Broken:
    """A chooser that serves `good` times and then does `what`."""

    name = "broken"

    def __init__(self, what: Callable[[State], Candidate | None], good: int = 0) -> None:
        self.what = what
        self.good = good
        self.asked = 0

    def wants(self, rule: Rule) -> bool:
        return True

    def choose(self, state: State) -> Candidate | None:
        self.asked += 1
        if self.asked <= self.good:
            return state.candidates[0]
        return self.what(state)


def _raise(problem: Exception) -> Callable[[State], Candidate | None]:
    def choose(state: State) -> Candidate | None:
        raise problem

    return choose


def _not_on_the_list(state: State) -> Candidate | None:
    known = state.candidates[0]
    return Candidate(known.rule, known.function, known.op, known.proof)


@pytest.mark.parametrize(
    ("what", "reason"),
    [
        (_raise(ChooserUnavailable("the model is of another version")), "the model is of another version"),
        (_raise(ValueError("a score is not finite")), "a score is not finite"),
        (_raise(ZeroDivisionError()), "ZeroDivisionError"),
        (_not_on_the_list, "broken chose what is not on the list"),
    ],
)
def test_the_first_failure_hands_over_for_good(what: Callable[[State], Candidate | None], reason: str) -> None:
    state = Bench().state(0)
    broken = Broken(what, good=1)
    chooser = with_fallback(lambda: broken, ClassicChooser())
    assert chooser.choose(state) is state.candidates[0]
    assert (chooser.name, chooser.reason) == ("broken", "")
    assert chooser.choose(state) is ClassicChooser().choose(state)
    assert (chooser.name, chooser.reason) == ("classic", reason)
    chooser.choose(state)
    assert broken.asked == 2


def test_stopping_is_no_failure() -> None:
    chooser = with_fallback(lambda: Broken(lambda state: None), ClassicChooser())
    assert chooser.choose(Bench().state(0)) is None
    assert (chooser.name, chooser.reason) == ("broken", "")


def test_choosers_by_name() -> None:
    assert [make_chooser(name).name for name in ("classic", "search")] == ["classic", "search"]
    assert [make_chooser(name).reason for name in ("classic", "search")] == ["", ""]
    with pytest.raises(OptimizationError, match="unknown chooser 'best'; there are trm, classic, search"):
        make_chooser("best")


# what it takes to choose


CALLS = b"""
def square(n):
    return n * n


def twice(n):
    return square(n) + square(n + 1)
"""

REPEATED = b"""
def area(n):
    sides = [1, 2, 3]
    return sides[0] * sides[0]
"""


@pytest.mark.parametrize("source", [SOURCE, CALLS], ids=["inside", "with a snapshot outside of the function"])
def test_growth_is_known_without_trying(source: bytes) -> None:
    bench = Bench(source)
    candidates = [(state, candidate) for state in bench.states() for candidate in state.candidates]
    assert candidates
    for state, candidate in candidates:
        with state.preview((candidate,)) as after:
            assert after is not None
            assert growth(candidate) == after.size - state.size


def test_a_rule_nobody_wants_is_looked_for_once() -> None:
    bench = Bench(REPEATED)
    wants_nothing = ClassicChooser({})
    road = Road(bench.module, bench.road.table, FallbackChooser(lambda: wants_nothing, wants_nothing), Options())
    (record,) = road.run().records
    assert (record.found, record.tried) == (1, 0)
    function = road.function(bench.module.functions[0])
    assert len(find(function, bench.road.table).candidates) == 1
    assert road._look_again(function).candidates == ()


def test_the_fallback_has_what_either_chooser_wants() -> None:
    class Picky(ClassicChooser):
        def wants(self, rule: Rule) -> bool:
            return False

    chooser = FallbackChooser(Picky, ClassicChooser())
    assert [rule.name for rule in load().values() if chooser.wants(rule)] == [
        rule.name for rule in load().values() if ClassicChooser().wants(rule)
    ]

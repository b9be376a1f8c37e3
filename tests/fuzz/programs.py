"""Random programs that end: functions full of what the rules look for, and of what should stop them."""

from __future__ import annotations

import random
from collections.abc import Callable

INTS = ("a", "b", "i", "j", "k", "n", "t", "u")
LISTS = ("xs", "ys", "zs", "rows")
TEXTS = ("s", "w")
DICTS = ("d", "e")
PARAMETERS = ("a", "b", "xs", "s", "q")
PRELUDE = """\
import contextlib

LOG = []
BASE = 3


def log(value):
    LOG.append(repr(value))
    return value


def square(x):
    return x * x


def near(x, y=2, *, _unused=0):
    return x - y


def pick(x, y):
    if x > y:
        return x
    return y


def climb(x, y):
    if x < 2:
        return y
    return climb(x - 1, y) * 2 - climb(x - 2, y + 1)


def scaled(value, by=2):
    return value * by + BASE


def grow(items, item):
    items.append(item)
    return len(items)


def swap(items, i, j):
    items[i], items[j] = items[j], items[i]


def total_of(items, start=0):
    found = start
    for item in items:
        if item is None:
            continue
        found += item
    return found


def first_of(items):
    for item in items:
        return item


def pair_of(x, y):
    made = [x]
    made.append(y)
    return made


def digits(n, base=10):
    if n < 0:
        raise ValueError("negative")
    count = 0
    while n and count < 5:
        n = n // base
        count += 1
    return count


def depth_of(n):
    if n < 1 or n > 6:
        return 0
    half = depth_of(n - 2)
    return half + 1


def clamped(x, low, high):
    if x < low:
        result = low
    elif x > high:
        result = high
    else:
        result = x
    return result


class Box:
    def __init__(self, value):
        self.value = value

    def add(self, other):
        self.value += other
        return self.value
"""


class Writer:
    """Writes one function; `depth` bounds the nesting, `budget` the statements."""

    def __init__(self, rng: random.Random, name: str) -> None:
        self.rng = rng
        self.name = name
        self.lines: list[str] = []
        self.indent = 1
        self.budget = rng.randint(4, 12)
        self.loops = 0
        self.suspends = rng.random() < 0.08
        self.fresh = 0

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def put(self, line: str) -> None:
        self.lines.append("    " * self.indent + line)

    def any_of(self, *choices: str) -> str:
        return self.rng.choice(choices)

    # expressions

    def name_of(self, kind: tuple[str, ...]) -> str:
        if self.chance(0.04):
            return self.rng.choice((*INTS, *LISTS, *TEXTS, *DICTS, "q"))
        return self.rng.choice(kind)

    def number(self, depth: int = 2) -> str:
        rng = self.rng
        if depth == 0 or self.chance(0.35):
            return rng.choice((rng.choice(INTS), rng.choice(INTS), str(rng.randint(0, 9)), f"len({self.items(0)})"))

        def n() -> str:
            return self.number(depth - 1)

        v = rng.choice(INTS)
        makers: list[Callable[[], str]] = [
            lambda: f"{n()} + {n()}",
            lambda: f"{n()} - {n()}",
            lambda: f"({n()}) * {rng.randint(0, 3)}",
            lambda: f"({n()}) % {rng.choice((2, 3, 4, 8, 7))}",
            lambda: f"({n()}) // {rng.choice((1, 2, 3))}",
            lambda: f"{rng.choice(INTS)} ** 2 % 97",
            lambda: f"({n()}) % ({n()})",
            lambda: f"min({n()}, {n()})",
            lambda: f"max({n()}, {n()})",
            lambda: f"min({n()}, {n()}, {n()})",
            lambda: f"square({n()}) % 101",
            lambda: f"pick({n()}, {n()})",
            lambda: f"climb(({n()}) % 6, {n()})",
            lambda: f"near({n()})",
            lambda: f"scaled({n()}, by={n()}) % 89",
            lambda: f"{rng.choice(LISTS)}[{n()}]",
            lambda: f"{rng.choice(LISTS)}[{rng.choice(INTS)}] + {rng.choice(LISTS)}[{rng.choice(INTS)}]",
            lambda: f"rows[{rng.choice('ij')}][{rng.choice('jk')}]",
            lambda: f"{rng.choice(DICTS)}[{n()}]",
            lambda: f"{rng.choice(DICTS)}.get({n()}, 0)",
            lambda: f"({n()} if {self.test(1)} else {n()})",
            lambda: f"(t := {n()})",
            lambda: f"log({n()})",
            lambda: f"sum({self.items(1)})",
            lambda: f"grow({rng.choice(LISTS)}, {n()})",
            lambda: f"total_of({rng.choice(LISTS)}{rng.choice(('', ', 1', f', start={rng.choice(INTS)}'))})",
            lambda: f"first_of({rng.choice(LISTS)})",
            lambda: f"pair_of({n()}, {n()})[{rng.choice((0, 1, -1))}]",
            lambda: f"digits({n()})",
            lambda: f"depth_of({n()})",
            lambda: f"clamped({n()}, {rng.choice((f'{n()}, 5', f'high={n()}, low={n()}', '1, 7'))})",
            lambda: f"({rng.choice(INTS)} + 0)",
            lambda: f"{rng.choice(LISTS)}.pop()",
            lambda: f"sum({rng.choice(INTS)} * {v} for {v} in {self.items(0)})",
            lambda: f"int({n()} > {n()})",
            lambda: f"{rng.choice('ab')} * 0.5",
        ]
        return rng.choice(makers)()

    def test(self, depth: int = 2) -> str:
        rng = self.rng
        x = self.name_of(INTS)
        choices = [
            f"{self.number(1)} {rng.choice(('<', '<=', '>', '>=', '==', '!='))} {self.number(1)}",
            f"({self.number(1)}) % 2 == 0",
            f"len({self.items(0)}) {rng.choice(('==', '>', '!='))} 0",
            f"{x} == 1 or {x} == 2 or {x} == {rng.randint(3, 5)}",
            f"{x} != 1 and {x} != 2 and {x} != 0",
            f"{x} in [1, 2, {rng.randint(3, 6)}]",
            f"{x} not in ({rng.randint(0, 2)}, 'b', 7)",
            f"{self.text(0)} in ['a', 'b', 'ab']",
            f"{self.number(1)} in {self.items(0)}",
            f"{x} is not None",
            f"type({x}) is int",
            f"any({self.test(0)} for {rng.choice('ijk')} in {self.items(0)})" if depth else x,
            f"all({self.test(0)} for {rng.choice('ijk')} in {self.items(0)})" if depth else f"not {x}",
            f"0 <= {x} < {self.number(1)}",
        ]
        if depth and self.chance(0.2):
            return f"{self.test(depth - 1)} {rng.choice(('and', 'or'))} {self.test(depth - 1)}"
        return rng.choice(choices)

    def text(self, depth: int = 1) -> str:
        rng = self.rng
        if depth == 0 or self.chance(0.4):
            return rng.choice((*TEXTS, "'ab'", "str(a)"))
        return rng.choice(
            (
                f"{rng.choice(TEXTS)} + 'x'",
                f"f'{{{self.number(1).replace(chr(39), '')}}}-{{{rng.choice(TEXTS)}}}'" if self.chance(0.5) else "'q'",
                f"{rng.choice(TEXTS)}[{rng.choice(INTS)}]",
                f"{rng.choice(TEXTS)}.upper()",
                f"','.join({rng.choice(TEXTS)})",
                f"'%s' % {rng.choice(INTS)}",
            )
        )

    def items(self, depth: int = 1) -> str:
        rng = self.rng
        if depth == 0 or self.chance(0.4):
            return self.name_of(LISTS)
        v = rng.choice("ijk")
        return rng.choice(
            (
                f"[{self.number(1)}, {self.number(1)}]",
                f"[{self.number(1)}] * {rng.choice(('n', '3', 'a'))}",
                f"[{self.number(1)} for {v} in range({rng.choice(('n', '4', 'a', 'len(s)'))})]",
                f"[{self.number(1)} for {v} in {self.name_of(LISTS)} if {self.test(0)}]",
                f"list({rng.choice(('range(n)', 'xs', 'd', 'ys', 'reversed(xs)'))})",
                f"{rng.choice(LISTS)}[{rng.choice(('1:', ':2', '::-1', 'i:j'))}]",
                f"sorted({rng.choice(LISTS)})",
                f"[len(w) for w in {rng.choice(TEXTS)}.split('a')]",
                f"{rng.choice(LISTS)} + {rng.choice(LISTS)}",
                "list()",
                "[]",
            )
        )

    def rows(self) -> str:
        return self.rng.choice(
            (
                "[[0] * n for _ in range(n)]",
                "[[0] * 3] * 3",
                "[[i + j for j in range(3)] for i in range(n)]",
                "[xs, ys]",
                "[list(xs) for _ in range(2)]",
            )
        )

    # statements

    def block(self, least: int = 1, most: int = 3) -> None:
        self.indent += 1
        before = len(self.lines)
        for _ in range(self.rng.randint(least, most)):
            self.statement()
        if len(self.lines) == before:
            self.put("pass")
        self.indent -= 1

    def statement(self) -> None:
        rng = self.rng
        self.budget -= 1
        deep = self.indent > 4 or self.budget < 0 or self.loops > 2
        simple: list[Callable[[], None]] = [
            lambda: self.put(f"{rng.choice(INTS)} = {self.number()}"),
            lambda: self.put(f"{rng.choice(INTS)} {rng.choice(('+=', '-=', '+='))} {self.number()}"),
            lambda: self.put(f"{rng.choice(LISTS[:3])} = {self.items()}"),
            lambda: self.put(f"rows = {self.rows()}"),
            lambda: self.put(
                f"{rng.choice(DICTS)} = {rng.choice(('{}', 'dict()', '{1: 2, 3: 4}', '{x: x for x in xs}'))}"
            ),
            lambda: self.put(f"{rng.choice(TEXTS)} = {self.text()}"),
            lambda: self.put(f"{rng.choice(LISTS)}.append({self.number()})"),
            lambda: self.put(f"swap({rng.choice(LISTS)}, {self.number(0)}, {self.number(1)})"),
            lambda: self.put(f"{rng.choice(LISTS)}[{self.name_of(INTS)}] {rng.choice(('=', '+='))} {self.number(1)}"),
            lambda: self.put(
                f"rows[{rng.choice('ij')}][{rng.choice('jk')}] {rng.choice(('=', '+='))} {self.number(1)}"
            ),
            lambda: self.put(f"{rng.choice(DICTS)}[{self.number(1)}] = {self.number(1)}"),
            lambda: self.put(f"log({rng.choice((self.number(), self.items(), self.text(), '(a, b, t)'))})"),
            lambda: self.put(f"{rng.choice(LISTS)} += {self.items(1)}"),
            lambda: self.put(f"{rng.choice(LISTS)} = {rng.choice(LISTS)}"),
            lambda: self.put(f"{rng.choice(LISTS)} += [{self.number(1)}]"),
            lambda: (lambda zs: self.put(f"{zs} = {zs} + [{self.number(1)}]"))(rng.choice(LISTS)),
            lambda: self.put(f"t, u = {self.number(1)}, {self.number(1)}"),
            lambda: self.put(
                f"t = {rng.choice(('any', 'all'))}({self.test(0)} for {rng.choice('ijk')} in {self.items()})"
            ),
            lambda: self.put(f"q = enumerate({self.items(0)})"),
            lambda: self.put(f"t = sum(v for _, v in {rng.choice(('q', 'd.items()', 'zip(xs, ys)'))})"),
            lambda: self.put(f"{rng.choice(LISTS)}.{rng.choice(('sort()', 'reverse()', 'clear()', 'pop()'))}"),
            lambda: self.put(f"t = Box({self.number(0)}).add({self.number(0)})"),
            lambda: self.put("global_count[0] += 1"),
            lambda: self.put(f"assert {self.test(1)}, {self.number(0)}"),
            lambda: self.put(f"t = (lambda {rng.choice('abij')}: {self.number(1)})({self.number(0)})"),
        ]
        if self.chance(0.05):
            simple.append(lambda: self.put(f"del {rng.choice(INTS)}"))
        if self.suspends:
            simple += [lambda: self.put(f"yield {self.number(1)}")] * 4
        if self.loops and self.chance(0.15):
            self.put(f"if {self.test(1)}:")
            self.put(f"    {rng.choice(('break', 'continue'))}")
            return
        if self.chance(0.03):
            self.put(f"return {self.result()}")
            return
        if deep or self.chance(0.4):
            rng.choice(simple)()
        else:
            rng.choice(self.compound())()

    def compound(self) -> list[Callable[[], None]]:
        return [
            self.branch, self.branch, self.ranged, self.ranged, self.indexed, self.collected, self.collected,
            self.counted, self.tabled, self.constants, self.tried, self.totals, self.keys, self.extended,
            self.closure, self.matched,
            self.checked, self.elements, self.walked, self.guarded, self.flagged, self.decided,
            self.written, self.written, self.matches, self.repeated, self.queued, self.keyed, self.taken,
            self.filled, self.floating,
        ]  # fmt: skip

    def loop(self, head: str, least: int = 1, most: int = 3, tail: str = "") -> None:
        self.put(head)
        self.loops += 1
        self.block(least, most)
        if tail:
            self.put(f"    {tail}")
        self.loops -= 1
        if self.chance(0.08):
            self.put("else:")
            self.block(1, 1)

    def branch(self) -> None:
        self.put(f"if {self.test()}:")
        self.block()
        if self.chance(0.5):
            if self.chance(0.3):
                self.put(f"elif {self.test()}:")
                self.block()
            self.put("else:")
            self.block()

    def ranged(self) -> None:
        limit = self.any_of("n", "3", "a", "len(xs)", "len(ys)", "n + 1", "1, n", "n, 0, -1", "2, n, 2")
        self.loop(f"for {self.any_of('i', 'j', 'k')} in range({limit}):")

    def indexed(self) -> None:
        items, v = self.any_of(*LISTS, *TEXTS), self.any_of("i", "j")
        self.put(f"for {v} in range(len({items})):")
        if self.chance(0.5):
            self.put(f"    t = {items}[{v}]")
        else:
            self.put(f"    log({items}[{v}])")
            self.loops += 1
            self.block(0, 2)
            self.loops -= 1

    def collected(self) -> None:
        out, v = self.any_of("zs", "ys", "xs"), self.any_of("i", "j", "k")
        items = self.items()
        if self.chance(0.3):
            self.put(f"{out} = [{self.number()} for {v} in {items} if {self.test(1)}]")
            return
        self.put(f"{out} = []")
        self.put(f"for {v} in {items}:")
        if self.chance(0.5):
            self.put(f"    if {self.test(1)}:")
            self.put(f"        {out}.append({self.number()})")
        else:
            self.put(f"    {out}.append({self.number()})")

    def counted(self) -> None:
        v = self.any_of("i", "j", "k")
        step = self.any_of("1", "1", "2", "b")
        self.put(f"{v} = {self.any_of('0', '0', '1', 'a')}")
        test = self.any_of("< n", "<= n", "< len(xs)", "< 4", "<= len(ys) - 1", "< a", "< b")
        self.loop(f"while {v} {test}:", 1, 2, f"{v} += {step}")

    def walked(self) -> None:
        self.put("k = 4")
        self.loop("while k > 0:", 1, 2, "k -= 1")

    def tabled(self) -> None:
        d, k = self.any_of(*DICTS), self.any_of("i", "j", "t")
        if self.chance(0.6):
            self.put(f"{d} = {{}}")
        self.put(f"for {k} in {self.items()}:")
        self.put(f"    if {k} in {d}:")
        self.put(f"        {d}[{k}] += 1")
        self.put("    else:")
        self.put(f"        {d}[{k}] = {self.any_of('1', '0')}")

    def constants(self) -> None:
        if self.chance(0.5):
            self.loop(
                f"for {self.any_of('i', 'j', 'k')} in {self.any_of('(1, 2, 3)', '[0, -1]', 'range(3)', '(2.5, -0.0)')}:"
            )
        else:
            self.loop("for j, k in ((0, 1), (1, 0), (0, -1)):")

    def written(self) -> None:
        s, v = self.any_of(*TEXTS), self.any_of("i", "j", "w")

        def part() -> str:
            return self.any_of("'x'", "'-' * i", f"f'{{{v}}}.'", "str(n)", v, self.text(1), self.text(0))

        if self.chance(0.8):
            self.put(f"{s} = ''")
        if self.chance(0.2):
            self.statement()
        self.put(f"for {v} in {self.any_of('range(n)', 'xs', 's', 'w', repr('abc'), 's.split()', self.items())}:")
        if self.chance(0.4):
            self.put(f"    {s} += {v}")
            return
        self.loops += 1
        self.block(0, 1)
        self.loops -= 1
        if self.chance(0.5):
            self.put(f"    if {self.test(1)}:")
            self.put(f"        {self.any_of('continue', 'break', f'{s} += {part()}')}")
        self.put(f"    {s} += {part()}")
        if self.chance(0.3):
            self.put(f"{s} += {part()}")

    def filled(self) -> None:
        items, v = self.any_of("xs", "ys", "zs"), self.any_of("i", "j")
        if self.chance(0.5):
            self.put(f"{items} = [0] * {self.any_of('n', 'len(xs)', '4')}")
        size = f"len({items})"
        limit = self.any_of(size, "n", "1, n", "0, 4, 2", f"a, {size}, b", "a, n", f"n, {size} - 1")
        self.put(f"for {v} in range({limit}):")
        self.put(f"    {items}[{v}] = {self.any_of('0', 'None', 'n', 'a', '(0, 1)', v, '[]')}")

    def matches(self) -> None:
        t, v = self.any_of("t", "u"), self.any_of("i", "j", "k")
        if self.chance(0.8):
            self.put(f"{t} = {self.any_of('0', '0', '0.5', 'True')}")
        self.put(f"for {v} in {self.any_of('s', repr('banana'), 'xs', 'd', self.items(), self.items())}:")
        self.put(f"    if {v} == {self.any_of('1', '0.5', repr('a'), repr('an'), 'n', 'a', t, 's')}:")
        self.put(f"        {t} += 1")

    def repeated(self) -> None:
        item = self.any_of("0", "-1", "(0, 1)", "n", "a", "t", "[]", "None", "xs")
        count = self.any_of("range(n)", "range(1, n)", "range(3)", "range(a)", "xs", "'abc'", self.items())
        v = self.any_of("_", "i", "j")
        if self.chance(0.5):
            self.put(f"{self.any_of('xs', 'ys', 'zs')} = [{item} for {v} in {count}]")
            return
        self.put(f"for {v} in {count}:")
        self.put(f"    {self.any_of('xs', 'ys', 'zs')}.append({item})")

    def queued(self) -> None:
        zs = self.any_of("ys", "zs")
        self.put(f"{zs} = {self.any_of('[n, 2]', '[0]', 'list(range(n))', '[]')}")
        self.put("u = 0")
        head = f"while {self.any_of(zs, f'len({zs}) > 0', f'u < 9 and {zs}', f'n > 2 or {zs}')}:"
        if self.chance(0.2):
            head = f"for _ in range({self.any_of(f'len({zs})', 'n')}):"
        self.put(head)
        self.put("    u += 1")
        if self.chance(0.3):
            self.put(f"    if u > 20 or {self.test(0)}:")
            self.put("        break")
        self.put(f"    {self.any_of('k', 't')} = {zs}.pop({self.any_of('0', '0', '0', '')})")
        if self.chance(0.6):
            self.put("    if u < 6:")
            n = self.number(1)
            change = self.any_of(f"append({n})", "append(u)", f"insert(0, {n})", "pop(0)", "extend([k, u])")
            self.put(f"        {zs}.{change}")
        if self.chance(0.2):
            self.loops += 1
            self.block(0, 1)
            self.loops -= 1
        self.put("    if u > 30:")
        self.put("        break")

    def keyed(self) -> None:
        taken = ("q[0]", "q[-1]", "(q[1], q[0])", "q.real", "(q.imag, q.real)", "abs(q)", "q.lower()", "len(q)", "-q")
        key = self.any_of(*taken)
        what = self.any_of("rows", "xs", "d.items()", "s.split()", "zip(xs, ys)", self.items())
        self.put(f"t = {self.any_of('sorted', 'sorted', 'min', 'max')}({what}, key=lambda q: {key})")
        if self.chance(0.3):
            order = self.any_of("True", "n", "a")
            self.put(f"{self.any_of('rows', 'xs', 'zs')}.sort(key=lambda q: {key}, reverse={order})")

    def taken(self) -> None:
        v = self.any_of("i", "j", "k")
        element = self.any_of(self.number(1), self.number(1), v, f"({v}, n)", f"f'{{{v}}},'", "1", "s")
        taker = self.any_of("tuple", "list", "sorted", "sum", "min", "max", "set", "dict", "', '.join", "frozenset")
        tail = self.any_of("", "", f" if {self.test(1)}", " for n in range(2)")
        self.put(f"t = {taker}({element} for {v} in {self.items()}{tail})")

    def tried(self) -> None:
        self.put("try:")
        self.block(1, 3)
        if self.chance(0.75):
            self.put(f"except {self.any_of('Exception', 'IndexError', '(TypeError, KeyError)', 'Exception as t')}:")
            self.block(1, 2)
            if self.chance(0.3):
                self.put("else:")
                self.block(1, 1)
            if self.chance(0.7):
                return
        self.put("finally:")
        self.put(f"    log({self.any_of('t', 'zs', 'i', 'a', 'ys')})")
        self.loops, kept = 0, self.loops
        self.block(0, 1)
        self.loops = kept

    def totals(self) -> None:
        t, v = self.any_of("t", "u"), self.any_of("i", "j", "k")
        if self.chance(0.7):
            self.put(f"{t} = {self.any_of('0', '0', '0.5', 'a')}")
        self.put(f"for {v} in {self.items()}:")
        self.put(f"    {t} += {v if self.chance(0.7) else self.number(1)}")

    def keys(self) -> None:
        d = self.any_of(*DICTS)
        self.loop(f"for k in {d}:", 0, 1, f"t = {d}[k] + {self.any_of('k', '1', 't', f'{d}[k]')}")

    def extended(self) -> None:
        out, v = self.any_of(*LISTS), self.any_of("i", "j")
        self.put(f"for {v} in {self.items()}:")
        self.put(f"    {out}.append({v})")

    def closure(self) -> None:
        self.fresh += 1
        name = f"inner_{self.fresh}"
        self.put(f"def {name}({self.any_of('', 'a=1', 'j=n')}):")
        if self.chance(0.4):
            v = self.any_of("t", "u")
            self.put(f"    nonlocal {v}")
            self.put(f"    {v} = {self.number(1)}")
        self.put(f"    return {self.number(1)}")
        self.put(f"{self.any_of('t', 'u')} = {name}()")

    def matched(self) -> None:
        self.put(f"match {self.any_of('a', 'xs', 't', 'q')}:")
        self.put(f"    case {self.any_of('0', '[t, *zs]', 'int(t)', '1 | 2', 'str()')}:")
        self.indent += 1
        self.block(1, 1)
        self.indent -= 1
        self.put("    case _:")
        self.indent += 1
        self.block(1, 1)
        self.indent -= 1

    def checked(self) -> None:
        v, kind = self.any_of("a", "b", "xs", "s", "t", "n"), self.any_of("int", "int", "list", "str", "float")
        self.put(f"if type({v}) is {kind}:")
        self.block(1, 3)

    def elements(self) -> None:
        self.put(f"ys = [{self.any_of('0', 'a', '0.5')}] * {self.any_of('n', '3', 'len(xs)')}")
        place = f"ys[{self.any_of('0', 'i', 'j', '1', '-1')}]"
        value = self.any_of(place, f"{place} + 1", self.number(1), self.number(1))
        head = f"for {self.any_of('i', 'j')} in range({self.any_of('n', '3', 'len(ys)')}):"
        self.loop(head, 0, 1, f"{place} {self.any_of('+=', '+=', '=')} {value}")

    def guarded(self) -> None:
        self.put(f"with contextlib.suppress({self.any_of('Exception', 'IndexError')}):")
        self.block(1, 3)

    def flagged(self) -> None:
        flag = self.any_of("u", "q")
        asked = self.any_of("len(xs) > 2", "t is None", "n == 3", "type(a) is int", "not s", self.test(1))
        self.put(f"{flag} = {asked}")
        self.put(f"for {self.any_of('i', 'j', 'k')} in {self.items()}:")
        self.indent += 1
        self.loops += 1
        if self.chance(0.4):
            self.statement()
        test = self.any_of(flag, f"not {flag}", f"{flag} and {self.test(0)}", f"{flag} or {self.test(0)}")
        if self.chance(0.3):
            self.put(f"t = {self.number(1)} if {test} else {self.number(1)}")
        self.put(f"if {test}:")
        self.block(1, 2)
        if self.chance(0.6):
            self.put(f"elif {self.any_of(flag, self.test(0))}:" if self.chance(0.3) else "else:")
            self.block(1, 2)
        if self.chance(0.4):
            self.statement()
        self.loops -= 1
        self.indent -= 1

    def decided(self) -> None:
        flag, v = self.any_of("t", "u"), self.any_of("i", "j", "k")
        self.put(f"{flag} = {self.any_of('False', 'None', '0')}")
        items = self.any_of("range(n)", "range(5)", "(1, 2, 0, 3)", self.items(), f"list({self.items(0)})")
        self.put(f"for {v} in {items}:")
        test = self.any_of(f"{v} == 2", f"{v} > 1", f"{v} is None", f"not {v}", f"2 % {v} == 0", self.test(0))
        self.put(f"    if {test}:")
        self.put(f"        {flag} = {self.any_of('True', '1', repr('x'), v)}")

    def floating(self) -> None:
        t = self.any_of("t", "u")
        start = self.any_of("len(xs) / 3", "len(s) * 0.5", "0.25", "-0.0", "float(len(s))", "n / 4", "len(xs) ** 2 / 7")
        self.put(f"{t} = {start}")
        self.put(f"for {self.any_of('i', 'j')} in range({self.any_of('3', 'n', 'len(s)')}):")
        self.indent += 1
        for _ in range(self.rng.randint(1, 3)):
            value = self.any_of(
                f"{t} / {self.any_of('2', '4.0', '0.5', '3')}", f"{t} * 2 - 1", f"1 - {t}", f"{t} // 2", f"{t} % 3",
                f"3 / ({t} + 0)", f"{t} ** 2 / 8", f"-{t} / 16", f"{t} + i / 2", self.number(1),
            )  # fmt: skip
            self.put(f"{t} {self.any_of('=', '=', '+=')} {value}")
        self.put(f"if {self.any_of(f'{t} > 2', f'0 < {t} < 9', f'{t} == 1', f'{t} != 0')}:")
        self.put(f"    {self.any_of(f'log({t})', 'break', f'{t} -= 3', f'{t} = 1.5')}")
        self.indent -= 1

    def result(self) -> str:
        return self.any_of(
            "t", "(a, b, i, t)", "xs", "(xs, ys, zs)", "(t, u, d)", "rows", "(s, w)", self.number(), self.test(),
            f"any({self.test(0)} for j in {self.items(0)})", "[t, i, j]",
        )  # fmt: skip

    def write(self) -> str:
        starts = {
            "i": "0", "j": "1", "k": "2", "n": "len(xs)", "t": "0", "u": "1", "ys": "[1, 2, 3]", "zs": "[]",
            "rows": "[[1, 2, 3], [4, 5, 6]]", "w": "'abc'", "d": "{0: 1, 1: 2}", "e": "{}",
        }  # fmt: skip
        if self.chance(0.5):
            starts["n"] = self.any_of("3", "len(s)", "int(a)", "a")
        for name, value in starts.items():
            if not self.chance(0.08):
                self.put(f"{name} = {value}")
        while self.budget > 0:
            self.statement()
        self.put(f"return {self.result()}")
        return f"def {self.name}({', '.join(PARAMETERS)}):\n" + "\n".join(self.lines) + "\n"


def module(seed: int, functions: int) -> tuple[str, list[str]]:
    """A module with so many functions, and their names."""
    rng = random.Random(seed)
    names = [f"work_{index}" for index in range(functions)]
    parts = [PRELUDE, "global_count = [0]\n"]
    if rng.random() < 0.3:
        parts.append("total = 0\nfor turn in range(4):\n    total += turn * turn\n")
    written: list[str] = []
    for name in names:
        while True:
            text = Writer(random.Random(rng.random()), name).write()
            try:
                compile(text, name, "exec")
            except SyntaxError:  # break in a finally of no loop, nonlocal of nothing
                continue
            written.append(text)
            break
    return "\n\n".join([*parts, *written]), names

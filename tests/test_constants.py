"""What the compiler works out by itself, held against the compiler."""

from __future__ import annotations

import dis
import random
from typing import Final

import pytest

from noodlecore_trm.ir.constants import ConstantSet, constant_sets, is_folded, is_made_once, nothing
from noodlecore_trm.ir.op import Op
from noodlecore_trm.parse import parse_module
from noodlecore_trm.translate import translate

FORMS: Final = (
    "1", "0.0", "'ab'", "b'ab'", "None", "True", "...", "__debug__", "f'ab'", "f''", "'a' 'b'", "f'a' 'b'", "f'{1}'",
    "({e},)", "({e}, {e})", "()", "-{e}", "+{e}", "~{e}", "not {e}", "{e} + {e}", "{e} * {e}", "{e} % {e}",
    "{e} ** {e}", "({e}, {e})[{e}]", "{e}[{e}]", "{e}[{e}:]", "'ab'[{e}]", "{e} and {e}", "{e} or {e}",
    "{e} if {e} else {e}", "{e} < {e}", "{e} is {e}", "{e} in ({e}, {e})", "[{e}][0]", "{{{e}: {e}}}", "(lambda: {e})",
    "'%s' % {e}", "'%s' % ({e},)", "(x := {e})", "{e}.real",
)  # fmt: skip


def drawn(draw: random.Random, depth: int) -> str:
    form = draw.choice(FORMS[:12] if depth <= 0 else FORMS)
    while "{e}" in form:
        form = form.replace("{e}", f"({drawn(draw, depth - 1)})", 1)
    return form.replace("{{", "{").replace("}}", "}")


def value_of(source: str) -> Op:
    """The op of the expression that a text is."""
    (statement,) = translate(parse_module(f"x = {source}\n")).body.roots()
    return statement.operands[0]


def is_one_constant(source: str) -> bool:
    ran = [each.opname for each in dis.get_instructions(compile(source, "", "eval"))]
    return ran == ["RESUME", "LOAD_CONST", "RETURN_VALUE"]


@pytest.mark.filterwarnings("ignore::SyntaxWarning")
@pytest.mark.parametrize("seed", range(4))
def test_what_the_compiler_computes_is_known_to_be_folded(seed: int) -> None:
    draw = random.Random(seed)
    computed = 0
    for _ in range(3000):
        item = drawn(draw, 2)
        if is_one_constant(f"(({item}), 1)"):
            computed += 1
            assert is_folded(value_of(f"({item})"), nothing), item
            assert is_made_once(value_of(f"(({item}), 1)"), nothing), item
    assert computed > 500


def sets_of(source: str) -> list[ConstantSet]:
    return list(constant_sets(translate(parse_module(source)).body.roots()))


@pytest.mark.parametrize(
    ("source", "places"),
    [
        ("for x in {1, 2, 3}:\n    f(x)\n", ["for"]),
        ("[x for x in {1, 2, 3}]\n", ["for"]),
        ("[x for y in f() for x in {1, 2, 3}]\n", ["for"]),
        ("x in {1, 2, 3}\n", ["in"]),
        ("list({1, 2, 3})\n", [""]),
        ("[*{1, 2, 3}]\n", [""]),
        ("for x in list({1, 2, 3}): f({1, 2, 3})\n", ["", ""]),
        ("for x in {1, 2, 3}:\n    f({1, 2, 3})\n", ["for", ""]),
        ("for x in {1, 2, y}:\n    f(x)\n", []),
    ],
)
def test_sets_of_constants_and_where_they_stand(source: str, places: list[str]) -> None:
    assert [each.place for each in sets_of(source)] == places
    code = compile(source, "", "exec")
    codes = [code, *(each for each in code.co_consts if hasattr(each, "co_code"))]
    ran = {each.opname for some in codes for each in dis.get_instructions(some)}
    assert ("SET_UPDATE" in ran) is ("" in places)


def test_equal_sets_of_constants_are_found_whatever_their_order() -> None:
    first, second, third = sets_of("f({1, 2, 3}, {3, 2, 1}, {1.0, 2, 3})\n")
    assert first.values == second.values != third.values
    assert first.text != second.text


def test_a_number_too_long_for_decimal_digits() -> None:
    (found,) = sets_of(f"f({{0x{'f' * 4000}, 2}})\n")
    assert len(found.values) == 2

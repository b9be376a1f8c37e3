"""A small, fixed part of the campaign in `tests/fuzz`."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "fuzz"))

import fuzz_rules


@pytest.mark.parametrize("first", range(0, 60, 6))
def test_random_programs_stay_the_same(first: int) -> None:
    for seed in range(first, first + 6):
        found, _ = fuzz_rules.differences(seed, 3, 1, most=20)
        assert [f"{each.how}: {each.before} became {each.after}\n{each.changed}" for each in found] == []

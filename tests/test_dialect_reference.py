"""The reference page of the dialect follows from its tables."""

from __future__ import annotations

from pathlib import Path

from noodlecore_trm.ir.dialect import SPECS
from noodlecore_trm.ir.reference import dialect_markdown

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "dialect.md"


def test_the_page_is_up_to_date() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert text == dialect_markdown(), (
        "run `python -m noodlecore_trm.ir.reference > docs/reference/dialect.md` to write the page anew"
    )


def test_the_page_has_every_kind() -> None:
    lines = dialect_markdown().splitlines()
    assert sorted(line for line in lines if line.startswith("### ")) == sorted(f"### `{kind}`" for kind in SPECS)

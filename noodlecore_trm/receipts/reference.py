"""The reference page of the receipt, written from its JSON Schema."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib import resources
from typing import Any


def schema(package: str = "noodlecore_trm.receipts") -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a receipt, or of what another package describes."""
    text = resources.files(package).joinpath("schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def _type(entry: Mapping[str, Any]) -> str:
    if "$ref" in entry:
        name = entry["$ref"].rpartition("/")[2]
        return f"[{name}](#{name})"
    if "const" in entry:
        return f"`{entry['const']}`"
    if "enum" in entry:
        return ", ".join(f"`{value}`" for value in entry["enum"])
    if entry["type"] == "array":
        return f"list of {_type(entry['items'])}"
    if entry["type"] == "object" and "properties" in entry:
        return "object of " + ", ".join(f"`{key}`" for key in entry["properties"])
    return " or ".join(entry["type"]) if isinstance(entry["type"], list) else str(entry["type"])


def _table(entry: Mapping[str, Any]) -> list[str]:
    rows = ["| key | type | meaning |", "|---|---|---|"]
    rows.extend(f"| `{key}` | {_type(item)} | {item['description']} |" for key, item in entry["properties"].items())
    return rows


def receipt_reference() -> str:
    """The page `docs/reference/receipt.md`."""
    return _page(
        schema(),
        "receipts",
        "`--report FILE` writes it.",
        "Lines are counted from 1 in the original file, sizes are bytes.",
    )


def profile_reference() -> str:
    """The page `docs/reference/profile.md`."""
    return _page(
        schema("noodlecore_trm.profile"),
        "profile",
        "`noodle-trm profile PROGRAM` writes it, and `noodle-trm optimize PATH --profile FILE` goes by it: functions "
        "that did not run are left alone, and the hottest go first; turns of loops decide what pays by the measured "
        "table; types are reasons to ask for them in a check; outcomes of tests, to ask the likely one first. "
        "Nothing in it is taken for a fact: a profile that is wrong costs speed and nothing else.",
        "Counting is exact, but for the types; processes that the program starts are not counted.",
    )


def _page(document: Mapping[str, Any], package: str, use: str, notes: str) -> str:
    lines = [
        f"# The {package.removesuffix('s')}",
        "",
        f"<!-- Written from {package}/schema.json by `python -m noodlecore_trm.cli.reference docs/reference`. -->",
        "",
        f"{document['description']} {use} It is one JSON document that follows the JSON Schema (draft 2020-12) "
        f"`{document['$id']}`, shipped as `noodlecore_trm/{package}/schema.json`; "
        f"every key is always present and there are no others. {notes}",
        "",
        *_table(document),
    ]
    for part, entry in document["$defs"].items():
        lines += ["", f"## {part}", "", entry["description"], "", *_table(entry)]
    return "\n".join(lines) + "\n"

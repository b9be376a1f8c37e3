"""The reference page of the receipt, written from its JSON Schema."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib import resources
from typing import Any


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a receipt."""
    text = resources.files("noodlecore_trm.receipts").joinpath("schema.json").read_text(encoding="utf-8")
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
    document = schema()
    lines = [
        "# The receipt",
        "",
        "<!-- Written from receipts/schema.json by `python -m noodlecore_trm.cli.reference docs/reference`. -->",
        "",
        f"{document['description']} `--report FILE` writes it. It is one JSON document that follows the JSON Schema "
        f"(draft 2020-12) `{document['$id']}`, shipped as `noodlecore_trm/receipts/schema.json`; every key is always "
        "present and there are no others. Lines are counted from 1 in the original file, sizes are bytes.",
        "",
        *_table(document),
    ]
    for name, entry in document["$defs"].items():
        lines += ["", f"## {name}", "", entry["description"], "", *_table(entry)]
    return "\n".join(lines) + "\n"

"""Receipts: one document that says what was done to every file, and its renderings."""

from __future__ import annotations

import json

from noodlecore_trm.receipts.receipt import (
    SCHEMA,
    STAGES,
    ChangeReceipt,
    FileReceipt,
    FunctionReceipt,
    Receipt,
    RefusalReceipt,
    TakenBackReceipt,
    Verdict,
    summarize,
)

__all__ = [
    "SCHEMA",
    "STAGES",
    "ChangeReceipt",
    "FileReceipt",
    "FunctionReceipt",
    "Receipt",
    "RefusalReceipt",
    "TakenBackReceipt",
    "Verdict",
    "render_json",
    "summarize",
]


def render_json(receipt: Receipt) -> str:
    """The receipt as the JSON document that `schema.json` describes."""
    return json.dumps(receipt.to_dict(), indent=2) + "\n"

"""The receipt as SARIF 2.1.0, one note per kept change (OASIS, Static Analysis Results Interchange Format)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from noodlecore_trm.receipts.receipt import Receipt
from noodlecore_trm.receipts.text import grounds

NO_DESCRIPTIONS: Mapping[str, str] = {}


def _uri(path: str) -> str:
    # A name that is not valid UTF-8 holds lone surrogates; the URI carries its bytes.
    encoded = quote(PurePath(path).as_posix().encode("utf-8", "surrogateescape"))
    return f"file://{encoded}" if path.startswith("/") else encoded


def _location(path: str, line: int) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(path)},
            "region": {"startLine": max(line, 1)},
        }
    }


def render_sarif(receipt: Receipt, descriptions: Mapping[str, str] = NO_DESCRIPTIONS) -> str:
    """
    One SARIF log with one run.

    Each kept change is a result of level `note`, each failed file a notification of the
    invocation. `descriptions` maps rule names to one sentence each.
    """
    names = sorted({change.rule for file in receipt.files for change in file.kept})
    index = {name: position for position, name in enumerate(names)}
    results: list[dict[str, Any]] = []
    notifications: list[dict[str, Any]] = []
    for file in receipt.files:
        if file.status == "failed":
            message = {"text": f"{file.path}: {file.reason}"}
            notifications.append({"level": "warning", "message": message, "locations": [_location(file.path, 1)]})
        for function in file.functions:
            results.extend(
                {
                    "ruleId": change.rule,
                    "ruleIndex": index[change.rule],
                    "level": "note",
                    "message": {"text": f"{change.rule} in {function.qualname}: {grounds(change)}."},
                    "locations": [_location(file.path, change.line)],
                    "properties": change.to_dict() | {"chooser": function.chooser},
                }
                for change in function.kept
            )
    driver = {
        "name": receipt.tool["name"],
        "version": receipt.tool["version"],
        "rules": [{"id": name, "shortDescription": {"text": descriptions.get(name) or name}} for name in names],
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": notifications}],
                "results": results,
            }
        ],
    }
    return json.dumps(log, indent=2) + "\n"

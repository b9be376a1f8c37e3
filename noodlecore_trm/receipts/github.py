"""The receipt as workflow commands, which GitHub shows beside the changed lines."""

from __future__ import annotations

import re
from pathlib import PurePath

from noodlecore_trm.receipts.receipt import Receipt
from noodlecore_trm.receipts.text import grounds


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def render_github(receipt: Receipt) -> str:
    """One `::notice` per kept change and one `::warning` per failed file."""
    lines: list[str] = []
    for file in receipt.files:
        path = _property(PurePath(file.path).as_posix())
        if file.status == "failed":
            place = re.search(r"\b(\d+):(\d+)\b", file.reason)
            where = f",line={max(int(place[1]), 1)},col={max(int(place[2]), 1)}" if place else ""
            lines.append(f"::warning file={path}{where},title=noodle-trm::{_data(file.reason)}")
        for function in file.functions:
            for change in function.kept:
                title = _property(f"noodle-trm {change.rule}")
                text = _data(f"{function.qualname}: {grounds(change)}")
                lines.append(f"::notice file={path},line={max(change.line, 1)},title={title}::{text}")
    return "".join(f"{line}\n" for line in lines)

"""
A pipeline that replaces `slow` by `fast`, and does what comments in the source tell it to.

`# boom` raises, `# differs` is what a judge objects to, `# crash` kills the process, `# sleep` takes a minute; a file
named in PRETENDED_STARTED tells that sleeping has begun.
"""

from __future__ import annotations

import ast
import hashlib
import os
import time
from dataclasses import dataclass
from pathlib import Path

from noodlecore_trm.options import Options
from noodlecore_trm.receipts import ChangeReceipt, FileReceipt, FunctionReceipt, RefusalReceipt, Verdict


@dataclass(frozen=True)
class Reasoning:
    qualname: str
    line: int
    steps: tuple[str, ...]


@dataclass(frozen=True)
class Result:
    filename: str
    original: bytes
    optimized: bytes
    receipt: FileReceipt
    reasoning: tuple[Reasoning, ...]


CALLS: list[str] = []


def optimize(source: bytes, *, filename: str = "<string>", options: Options | None = None) -> Result:
    CALLS.append(filename)
    if b"# crash" in source:
        os._exit(7)
    if b"# boom" in source:
        raise ValueError("boom\nand more")
    if b"# sleep" in source:
        if started := os.environ.get("PRETENDED_STARTED"):
            Path(started).touch()
        time.sleep(60)
    reason = ""
    try:
        ast.parse(source)
    except (SyntaxError, ValueError) as error:
        where = f"{getattr(error, 'lineno', None) or 1}:{getattr(error, 'offset', None) or 1}"
        reason = f"does not parse: {where}: {getattr(error, 'msg', None) or error}"
    objected = b"# differs" in source
    if objected:
        reason = "f(1): another result"
    after = source if reason else source.replace(b"slow", b"fast")
    kept = tuple(
        ChangeReceipt("replace_min_call", number, "S1", "min is _min", "MEASURED", 12, 1.31, 1.22, 4, 4)
        for number, line in enumerate(source.split(b"\n"), 1)
        if b"slow" in line and not reason
    )
    refused = (RefusalReceipt("replace_min_call", 1, "argument_may_not_be_a_number"),)
    function = FunctionReceipt("f", 1, "", len(kept) + 1, refused, len(kept), kept, "classic", "no model installed")
    receipt = FileReceipt(
        filename,
        "unchanged" if after == source else "changed",
        reason,
        hashlib.sha256(source).hexdigest(),
        hashlib.sha256(after).hexdigest(),
        len(source),
        len(after),
        Verdict("passed", "failed", "skipped", reason) if objected else Verdict("passed", detail="no calls given"),
        dict.fromkeys(("parse", "translate", "choose", "validate", "emit"), 0.001),
        (function,),
    )
    reasoning = (Reasoning("f", 1, ("step 0, reasoning: fast", "completed: enough")),)
    return Result(filename, source, after, receipt, reasoning)

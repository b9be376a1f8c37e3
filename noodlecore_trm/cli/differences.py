"""Unified diffs over bytes, as `patch -p1` and `git apply` read them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

from noodlecore_trm.cli.console import paint

CONTEXT: Final = 3
_ESCAPES: Final = {7: "\\a", 8: "\\b", 9: "\\t", 10: "\\n", 11: "\\v", 12: "\\f", 13: "\\r", 34: '\\"', 92: "\\\\"}

Piece = tuple[str, int, int, int, int]


def _pieces(old: list[bytes], new: list[bytes]) -> list[Piece]:
    """What to do to `old` to get `new`; only the part between the first and last difference is searched."""
    least = min(len(old), len(new))
    head = 0
    while head < least and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < least - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    middle = SequenceMatcher(None, old[head : len(old) - tail], new[head : len(new) - tail], autojunk=False)
    pieces: list[Piece] = [("equal", 0, head, 0, head)] if head else []
    pieces += [(tag, a + head, b + head, c + head, d + head) for tag, a, b, c, d in middle.get_opcodes()]
    if tail:
        pieces.append(("equal", len(old) - tail, len(old), len(new) - tail, len(new)))
    return pieces


def _hunks(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """Differences with at most CONTEXT equal lines around, joined where these touch."""
    hunk: list[Piece] = []
    for index, (tag, a, b, c, d) in enumerate(pieces):
        if tag != "equal":
            hunk.append((tag, a, b, c, d))
            continue
        if index == 0:
            skip = max(0, b - a - CONTEXT)
            hunk.append((tag, a + skip, b, c + skip, d))
        elif index == len(pieces) - 1:
            keep = min(b - a, CONTEXT)
            hunk.append((tag, a, a + keep, c, c + keep))
        elif b - a > 2 * CONTEXT:
            hunk.append((tag, a, a + CONTEXT, c, c + CONTEXT))
            yield hunk
            hunk = [(tag, b - CONTEXT, b, d - CONTEXT, d)]
        else:
            hunk.append((tag, a, b, c, d))
    if any(tag != "equal" for tag, *_ in hunk):
        yield hunk


def _stretch(first: int, last: int) -> str:
    length = last - first
    start = first + 1 if length else first
    return str(start) if length == 1 else f"{start},{length}"


def _name(side: str, path: str) -> bytes:
    """`a/path`, quoted as git quotes it where needed."""
    raw = f"{side}/{path.replace(os.sep, '/').lstrip('/')}".encode("utf-8", "surrogateescape")
    if any(byte < 32 or byte in (34, 92, 127) for byte in raw):
        quoted = "".join(
            _ESCAPES.get(byte) or (chr(byte) if 32 <= byte < 127 else f"\\{byte:03o}") for byte in raw
        )
        return f'"{quoted}"'.encode()
    return raw + b"\t" if b" " in raw else raw


def _marked(mark: bytes, lines: list[bytes]) -> Iterator[bytes]:
    for line in lines:
        yield mark + line
        if not line.endswith(b"\n"):
            yield b"\n\\ No newline at end of file\n"


def unified(path: str, before: bytes, after: bytes) -> bytes:
    """The diff between two versions of a file; empty if they are equal. Lines keep their own newlines."""
    if before == after:
        return b""
    old, new = before.split(b"\n"), after.split(b"\n")
    old, new = ([line + b"\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else []) for lines in (old, new))
    out = [b"--- " + _name("a", path) + b"\n", b"+++ " + _name("b", path) + b"\n"]
    for hunk in _hunks(_pieces(old, new)):
        spans = _stretch(hunk[0][1], hunk[-1][2]), _stretch(hunk[0][3], hunk[-1][4])
        out.append(f"@@ -{spans[0]} +{spans[1]} @@\n".encode())
        for tag, a, b, c, d in hunk:
            if tag == "equal":
                out.extend(_marked(b" ", old[a:b]))
            else:
                out.extend(_marked(b"-", old[a:b]))
                out.extend(_marked(b"+", new[c:d]))
    return b"".join(out)


def coloured(diff: bytes) -> bytes:
    """The diff with terminal colours."""
    colours = {b"---": "bold", b"+++": "bold", b"@@ ": "cyan"}
    out: list[bytes] = []
    for line in diff.splitlines(keepends=True):
        colour = colours.get(line[:3]) or {b"-": "red", b"+": "green"}.get(line[:1])
        text = line.rstrip(b"\r\n")
        rest = line[len(text) :]
        out.append(paint(text.decode("latin-1"), colour).encode("latin-1") + rest if colour else line)
    return b"".join(out)

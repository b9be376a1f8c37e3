"""Decoding, parsing and positions."""

from __future__ import annotations

import ast
import io
import sys
import sysconfig
import threading
import tokenize
import warnings
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noodlecore_trm.ir.recursion import deep_recursion
from noodlecore_trm.parse import parse_module

LIBRARY = Path(sysconfig.get_paths()["stdlib"])


def names(source: bytes | str) -> list[bytes]:
    parsed = parse_module(source)
    assert parsed.tree is not None, parsed.error
    spans = [parsed.span(node) for node in ast.walk(parsed.tree) if isinstance(node, ast.Name)]
    return [parsed.source[start:end] for start, end in sorted(spans)]


def test_plain_source() -> None:
    parsed = parse_module(b"x = 1\n", "a.py")
    assert (parsed.original, parsed.source, parsed.filename) == (b"x = 1\n", b"x = 1\n", "a.py")
    assert (parsed.encoding, parsed.bom, parsed.newline, parsed.error) == ("utf-8", False, "\n", "")
    assert isinstance(parsed.tree, ast.Module)


def test_text_is_taken_as_it_is() -> None:
    parsed = parse_module("# coding: latin-1\nx = 'é'\n")
    assert parsed.encoding == "utf-8"
    assert parsed.source == "# coding: latin-1\nx = 'é'\n".encode()
    assert parsed.tree is not None


def test_byte_order_mark() -> None:
    parsed = parse_module(b"\xef\xbb\xbfx = 1\n")
    assert parsed.bom
    assert parsed.source == b"x = 1\n"
    assert parsed.encode(b"y\n") == b"\xef\xbb\xbfy\n"
    assert names(b"\xef\xbb\xbfx = y\n") == [b"x", b"y"]


def test_byte_order_mark_with_a_cookie() -> None:
    assert parse_module(b"\xef\xbb\xbf# coding: utf-8\nx = 1\n").tree is not None
    parsed = parse_module(b"\xef\xbb\xbf# coding: latin-1\nx = 1\n")
    assert parsed.tree is None
    assert parsed.error.startswith("1:1: ")


@pytest.mark.parametrize("newline", [b"\n", b"\r\n", b"\r"])
def test_declared_encoding(newline: bytes) -> None:
    source = newline.join([b"#!/usr/bin/python", b"# -*- coding: latin-1 -*-", b"x = '\xe9'; y = x", b""])
    parsed = parse_module(source)
    assert parsed.encoding == "iso-8859-1"
    assert parsed.tree is not None
    assert "é".encode() in parsed.source
    assert parsed.encode(parsed.source) == source
    assert names(source) == [b"x", b"y", b"x"]


def test_a_cookie_counts_on_the_first_two_lines_only() -> None:
    assert parse_module(b"#\n#\n# coding: latin-1\nx = '\xe9'\n").tree is None
    assert parse_module(b"# a\rx = 1\ry = '# coding: latin-1'\r").encoding == "utf-8"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_newlines(newline: str) -> None:
    source = newline.join(["if a:", "    b = '''", "é'''; c", "    \fd", ""]).encode()
    parsed = parse_module(source)
    assert parsed.newline == newline
    assert parsed.source == source
    assert names(source) == [b"a", b"b", b"c", b"d"]


def test_the_newline_used_most_wins() -> None:
    assert parse_module(b"a\nb\r\nc\r\n").newline == "\r\n"
    assert parse_module(b"a\r\nb\n").newline == "\r\n"
    assert parse_module(b"a\nb\r\n").newline == "\n"
    assert parse_module(b"a").newline == "\n"


def test_form_feeds_and_separators_end_no_lines() -> None:
    assert names("\x0ca = 1\n\x0cb = '\x0b\x1c\x85\u2028'; c\nd\n") == [b"a", b"b", b"c", b"d"]


def test_line_starts() -> None:
    assert parse_module(b"a\nb\r\nc\rd").line_starts == [0, 2, 5, 7]
    assert parse_module(b"a\n").line_starts == [0, 2]
    assert parse_module(b"").line_starts == [0]


@pytest.mark.parametrize(
    ("source", "error"),
    [
        (b"x = (\n", "1:5: '(' was never closed"),
        (b"x = 1\ny = = 2\n", "2:5: invalid syntax"),
        (b"if x:\n  y\n z\n", "3:3: unindent does not match any outer indentation level"),
        (b"x = 1\ny = '\0'\n", "2:6: source code string cannot contain null bytes"),
        (b"# coding: nonsense\n", "1:1: unknown encoding: nonsense"),
        (b"# coding: rot13\nk = 1\n", "1:1: "),
        (b"x = '\xff'\n", "1:1: 'utf-8' codec can't decode byte 0xff in position 5: invalid start byte"),
        (b"x = " + b"(" * 3000 + b")" * 3000, "1:205: too many nested parentheses"),
        (b"x = " + b"a+" * 4000 + b"a", "1:1: nested too deeply to be parsed"),
        (b"x = " + b"-" * 100_000 + b"a", "1:1: nested too deeply to be parsed"),
        ("x = '\ud800'", "1:1: 'utf-8' codec can't decode byte 0xed in position 5: invalid continuation byte"),
    ],
)
def test_errors_are_one_line(source: bytes | str, error: str) -> None:
    parsed = parse_module(source)
    assert parsed.tree is None
    assert parsed.error.startswith(error)
    assert "\n" not in parsed.error


def test_an_encoding_that_loses_bytes_is_refused() -> None:
    source = b"# coding: utf-7\nx = '+AGE-'\n"
    parsed = parse_module(source)
    assert parsed.tree is None
    assert "does not give the same bytes back" in parsed.error


def test_encode_raises_where_the_encoding_lacks_a_character() -> None:
    parsed = parse_module(b"# coding: ascii\nx = 1\n")
    with pytest.raises(UnicodeEncodeError):
        parsed.encode("x = 'é'".encode())


def test_warnings_of_the_compiler_are_silent() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert parse_module(b"x = '\\d' + 1if y else 2\n").tree is not None


def test_deep_source_is_safe_under_a_raised_recursion_limit() -> None:
    source = b"x = " + b"a+" * 60_000 + b"a\n"
    with deep_recursion():
        limit = sys.getrecursionlimit()
        assert parse_module(source).tree is None
        assert parse_module(b"x = 1\n").tree is not None
        assert sys.getrecursionlimit() == limit


def test_deep_recursion_is_restored_by_the_last_thread() -> None:
    before = sys.getrecursionlimit()
    inside = threading.Event()
    leave = threading.Event()

    def hold() -> None:
        with deep_recursion():
            inside.set()
            leave.wait(10)

    thread = threading.Thread(target=hold)
    thread.start()
    assert inside.wait(10)
    with deep_recursion():
        assert sys.getrecursionlimit() > before
    assert sys.getrecursionlimit() > before
    leave.set()
    thread.join()
    assert sys.getrecursionlimit() == before


def comment_texts(source: bytes) -> list[bytes]:
    parsed = parse_module(source)
    return [parsed.source[start:end] for start, end in parsed.comments]


def test_comments() -> None:
    source = (
        "# é a\n"
        "x = '#' # b\r\n"
        "y = f'''#{x}\n# no\\''' # no''' # c\r"
        'z = rb"\\"#", "" # d "\n'
        "w = '' '#' \"'\" # e"
    ).encode()
    assert comment_texts(source) == ["# é a".encode(), b"# b", b"# c", b'# d "', b"# e"]


def test_comments_of_a_file_that_does_not_parse() -> None:
    assert comment_texts(b"x = ( # a\n") == []


@pytest.mark.parametrize("name", ["tokenize.py", "test/test_fstring.py", "inspect.py", "textwrap.py"])
def test_comments_are_those_of_the_tokenizer(name: str) -> None:
    path = LIBRARY / name
    if not path.is_file():
        pytest.skip("this library comes without its tests")
    source = path.read_bytes()
    tokens = tokenize.tokenize(io.BytesIO(source).readline)
    expected = [token.string.encode() for token in tokens if token.type == tokenize.COMMENT]
    assert comment_texts(source) == expected


@given(st.binary())
def test_never_raises_for_bytes(source: bytes) -> None:
    parsed = parse_module(source)
    assert (parsed.tree is None) == bool(parsed.error)


@given(st.text())
def test_never_raises_for_text(source: str) -> None:
    parsed = parse_module(source)
    assert (parsed.tree is None) == bool(parsed.error)
    if parsed.tree is not None:
        assert parsed.encode(parsed.source) == parsed.original

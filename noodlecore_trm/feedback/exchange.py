"""
Rows in files: JSON lines, and Parquet where pyarrow is installed.

Whoever reads such a file trusts nothing in it: each row is checked as one that is stored here, and rows that are here
already, by their keys, are not stored again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import IO, Any, Final

from noodlecore_trm.feedback.changes import MeasuredChange
from noodlecore_trm.files import parse_json

_LONGEST_LINE: Final = 48 << 20
"""Bytes of a line with the largest sample and source that a row may have."""
_BATCH: Final = 10_000
_KINDS: Final = {
    "ir_hash": "string", "plan": "rules", "outcome": "string", "rule": "string", "module": "string",
    "function": "string", "chooser": "string", "model_version": "string", "fallback_reason": "string",
    "propensity": "float64", "profile": "string", "interpreter": "string", "predicted": "float64", "ratio": "float64",
    "lower_bound": "float64", "upper_bound": "float64", "samples": "int64", "execution_time": "float64",
    "memory_usage": "int64", "cpu_usage": "float64", "error_count": "int64", "optimization_time": "float64",
    "compilation_time": "float64", "reason": "string", "time": "float64", "key": "string", "sample": "binary",
    "source": "string",
}  # fmt: skip
"""The columns of a Parquet file; `rules` is a list of strings."""


class BadRows(ValueError):
    """A file that holds something else than rows; the message says where and what."""


def write_json_lines(changes: Iterable[MeasuredChange], file: IO[bytes], *, keep_source: bool = False) -> int:
    """Write rows as JSON objects, one a line, and return how many. Raises OSError."""
    count = 0
    for change in changes:
        plain = change.to_dict()
        if not keep_source:
            plain["source"] = ""
        file.write(json.dumps(plain, separators=(",", ":"), allow_nan=False).encode() + b"\n")
        count += 1
    return count


def read_json_lines(file: IO[bytes]) -> Iterator[MeasuredChange]:
    """The rows of a file of JSON lines; empty lines are passed over. Raises BadRows, and OSError."""
    number = 0
    while line := file.readline(_LONGEST_LINE + 1):
        number += 1
        if len(line) > _LONGEST_LINE:
            raise BadRows(f"line {number} is longer than {_LONGEST_LINE:,} bytes")
        if not line.strip():
            continue
        try:
            plain = parse_json(line)
        except (ValueError, RecursionError):
            raise BadRows(f"line {number} is not JSON") from None
        if not isinstance(plain, dict):
            raise BadRows(f"line {number} is no object")
        try:
            yield MeasuredChange.from_dict(plain)
        except ValueError as problem:
            raise BadRows(f"line {number}: {problem}") from None


def write_parquet(changes: Iterable[MeasuredChange], file: IO[bytes], *, keep_source: bool = False) -> int:
    """Write rows as Parquet and return how many. Raises ImportError without pyarrow, and OSError."""
    import pyarrow
    from pyarrow import parquet

    kinds = {name: pyarrow.list_(pyarrow.string()) if kind == "rules" else kind for name, kind in _KINDS.items()}
    schema = pyarrow.schema(list(kinds.items()))
    remaining, count = iter(changes), 0
    with parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        while batch := [replace(each, source=each.source if keep_source else "") for each in islice(remaining, _BATCH)]:
            columns = {name: [getattr(each, name) for each in batch] for name in _KINDS}
            writer.write_table(pyarrow.table(columns, schema))
            count += len(batch)
    return count


def read_parquet(file: IO[bytes]) -> Iterator[MeasuredChange]:
    """The rows of a Parquet file. Raises BadRows, OSError, and ImportError without pyarrow."""
    import pyarrow
    from pyarrow import parquet

    number = 0
    try:
        for batch in parquet.ParquetFile(file).iter_batches(_BATCH):
            for plain in batch.to_pylist():
                number += 1
                yield _row(plain, number)
    except pyarrow.ArrowException as problem:
        raise BadRows(f"no Parquet: {' '.join(str(problem).split())[:200]}") from None


def _row(plain: dict[str, Any], number: int) -> MeasuredChange:
    try:
        return MeasuredChange.from_dict(plain)
    except ValueError as problem:
        raise BadRows(f"row {number}: {problem}") from None

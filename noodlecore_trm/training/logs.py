"""Tables of numbers that grow while a run goes on, as CSV and for TensorBoard."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from noodlecore_trm.errors import ConfigurationError
from noodlecore_trm.files import write_whole


class Table:
    """
    A CSV file with a row for some batches, the number of the batch in its first column.

    A run that goes on after batch `kept` drops what was written after that, and half a row at the end.
    """

    def __init__(self, path: Path, kept: int) -> None:
        self.path = path
        self._columns: list[str] = []
        rows = [row for row in read_table(path) if row["batch"] <= kept]
        if path.exists():
            write_whole(path, _csv(rows).encode())
            self._columns = list(rows[0]) if rows else []

    def add(self, batch: int, values: Mapping[str, float]) -> None:
        """Append a row. All rows have the columns of the first one. Raises OSError."""
        row = {"batch": batch, **values}
        text = _csv([row])
        if self._columns:
            if list(row) != self._columns:
                raise ValueError(f"{self.path}: a row of other columns: {', '.join(row)}")
            text = text.partition("\n")[2]
        self._columns = list(row)
        with open(self.path, "a", encoding="utf-8", newline="") as file:
            file.write(text)


def _csv(rows: list[dict[str, Any]]) -> str:
    if not rows:
        return ""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _short(value) for name, value in row.items()} for row in rows)
    return text.getvalue()


def _short(value: float) -> str:
    return str(value) if isinstance(value, int) else f"{value:.6g}"


def read_table(path: Path) -> list[dict[str, Any]]:
    """
    The whole rows of a table, oldest first; none if there is no such file. Raises ConfigurationError for what is no
    such table, and OSError.
    """
    if not path.exists():
        return []
    try:
        whole = path.read_text("utf-8")
        lines = whole[: whole.rfind("\n") + 1].splitlines()
        return [{"batch": int(row.pop("batch"))} | _numbers(row) for row in csv.DictReader(lines)]
    except (KeyError, TypeError, ValueError):
        raise ConfigurationError(f"{path}: not a table of a run; move it away") from None


def _numbers(row: Mapping[str, str]) -> dict[str, Any]:
    return {name: float(value) for name, value in row.items()}


class Board:
    """The same numbers for TensorBoard, if it is installed; otherwise nothing."""

    def __init__(self, folder: Path, kept: int) -> None:
        try:
            from torch.utils.tensorboard import SummaryWriter
        except ImportError:
            self._writer = None
        else:
            self._writer = SummaryWriter(str(folder), purge_step=kept + 1)

    def add(self, kind: str, batch: int, values: Mapping[str, float]) -> None:
        if self._writer is not None:
            for name, value in values.items():
                if math.isfinite(value):
                    self._writer.add_scalar(f"{kind}/{name}", value, batch)

    def flush(self) -> None:
        if self._writer is not None:
            self._writer.flush()

    def close(self) -> None:
        if self._writer is not None:
            self._writer.close()

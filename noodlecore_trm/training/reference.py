"""The reference page of the settings, written from them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import Field, fields
from typing import Any

from noodlecore_trm.training.config import MAY_CHANGE, Settings

HEAD = """\
# Settings of training

<!-- Written from the settings by `python -m noodlecore_trm.cli.reference docs/reference`. -->

What a TOML file for `noodle-trm train` may say, and `--set KEY=VALUE`. What is left out is as by default; a key
that is not known, a value of another type or out of its range is an error. How it is used:
[train a model](../how-to/train-a-model.md).

"""
TAIL = """
When a run goes on, only {may} may be others than before. Folders in a file are seen from where it is.
"""


def training_reference() -> str:
    """The page `docs/reference/training.md`."""
    may = ", ".join(f"`{name}`" for name in sorted(MAY_CHANGE))
    return HEAD + "".join(f"{line}\n" for line in _lines()) + TAIL.format(may=may)


def _lines() -> Iterator[str]:
    yield from ("| setting | default | values | meaning |", "|---|---|---|---|")
    for each in fields(Settings):
        yield f"| `{each.name}` | `{json.dumps(each.default)}` | {_values(each)} | {each.metadata['meaning']} |"


def _values(setting: Field[Any]) -> str:
    rule = setting.metadata
    if rule["choices"]:
        return ", ".join(f"`{choice}`" for choice in rule["choices"])
    if isinstance(setting.default, bool):
        return "`true`, `false`"
    return "" if isinstance(setting.default, str) else f"{rule['least']} to {rule['most']}"

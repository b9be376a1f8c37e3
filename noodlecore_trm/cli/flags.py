"""
Every option of `optimize` that can also stand in pyproject.toml or the environment.

One table serves the parser, the configuration file, the environment and the reference page.
"""

from __future__ import annotations

import difflib
import reprlib
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

CHOOSERS: Final = ("trm", "classic", "search")
PRECISIONS: Final = ("bf16", "int8", "int4", "ternary", "binary")
FORMATS: Final = ("text", "json", "sarif", "github")


class BadValue(ValueError):
    """A value an option does not take; the message completes "--option: ..."."""


def suggestion(word: str, known: Iterable[str]) -> str:
    """`; did you mean X?`, or nothing if no known word is close."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; did you mean {close[0]}?" if close else ""


@dataclass(frozen=True, slots=True)
class Flag:
    """
    One option. `kind` is switch, off (a switch that is off by default and named `no-...`), count,
    ratio, seconds, choice, file, command, rules or jobs. `runs_code` marks what runs commands or
    calls of the project it came from.
    """

    name: str
    kind: str
    help: str
    metavar: str = ""
    choices: tuple[str, ...] = ()
    default: Any = None
    env: tuple[str, ...] = ()
    runs_code: bool = False

    @property
    def key(self) -> str:
        """The name as a Python identifier."""
        return self.name.replace("-", "_")

    def from_text(self, text: str) -> Any:
        """A value written on the command line or in the environment. Raises BadValue."""
        if self.kind in ("switch", "off"):
            if text.lower() in ("1", "true", "yes", "on"):
                return True
            if text.lower() in ("0", "false", "no", "off", ""):
                return False
            raise BadValue(f"{text!r} is neither true nor false")
        if self.kind == "rules":
            return tuple(name for name in (part.strip() for part in text.split(",")) if name)
        if self.kind in ("count", "jobs"):
            try:
                return self.checked(int(text))
            except ValueError as error:
                if isinstance(error, BadValue):
                    raise
                raise BadValue(f"{text!r} is not a whole number") from None
        if self.kind in ("ratio", "seconds"):
            try:
                return self.checked(float(text))
            except ValueError as error:
                if isinstance(error, BadValue):
                    raise
                raise BadValue(f"{text!r} is not a number") from None
        return self.checked(text)

    def checked(self, value: Any) -> Any:
        """A value as TOML gives it, in its final form. Raises BadValue."""
        match self.kind:
            case "switch" | "off":
                if not isinstance(value, bool):
                    raise BadValue(f"{value!r} is neither true nor false")
            case "count" | "jobs":
                if not isinstance(value, int) or isinstance(value, bool):
                    raise BadValue(f"{value!r} is not a whole number")
                if value < 0:
                    raise BadValue(f"{value} is below 0")
            case "ratio" | "seconds":
                if not isinstance(value, int | float) or isinstance(value, bool):
                    raise BadValue(f"{value!r} is not a number")
                if not 0 < value <= sys.float_info.max:
                    raise BadValue(f"{reprlib.repr(value)} is not above 0 and finite")
                return float(value)
            case "rules":
                if isinstance(value, str):
                    return self.from_text(value)
                if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
                    raise BadValue(f"{value!r} is not a list of rule names")
                return tuple(value)
            case _:
                if not isinstance(value, str):
                    raise BadValue(f"{value!r} is not a string")
                if not value.strip():
                    raise BadValue("it is empty")
                if self.choices and value not in self.choices:
                    known = ", ".join(self.choices)
                    raise BadValue(f"{value!r} is not one of {known}{suggestion(value, self.choices)}")
        return value


FLAGS: Final[tuple[Flag, ...]] = (
    Flag("format", "choice", "show or write the receipt as text, json, sarif or github workflow commands", "FORMAT",
         FORMATS),
    Flag("report", "file", "write the receipt to FILE, as json unless --format says otherwise", "FILE"),
    Flag("chooser", "choice", "who picks among the legal rewrites: trm, classic or search", "NAME", CHOOSERS, "trm",
         ("NOODLE_TRM_CHOOSER",)),
    Flag("precision", "choice", "the model in bf16, int8, int4, ternary or binary, where it is there", "PRECISION",
         PRECISIONS, env=("NOODLE_TRM_QUANTIZATION",)),
    Flag("max-rewrites", "count", "keep at most K rewrites a file", "K"),
    Flag("max-size", "ratio", "let a file grow to at most R times its size", "R"),
    Flag("timeout", "seconds", "stop looking for rewrites in a file after SECONDS", "SECONDS", default=30.0,
         env=("NOODLE_TRM_TIMEOUT_THRESHOLD", "NOODLE_TRM_MAX_OPTIMIZATION_TIME")),
    Flag("calls", "file", "compare old and new functions on the calls in FILE", "FILE", runs_code=True),
    Flag("tests", "command", "keep only what CMD, your tests, still passes", "CMD", runs_code=True),
    Flag("measure", "switch", "keep only what is measured to be faster"),
    Flag("profile", "file", "a recorded profile that says which loops and branches are hot", "FILE"),
    Flag("fp-relaxed", "switch", "allow rewrites that may change the last bits of floats (tier S2)"),
    Flag("closed-world", "switch", "assume that no other code changes or subclasses what is in these files (tier S2)"),
    Flag("guard-builtins", "switch", "check at run time that builtins are not rebound, instead of assuming it"),
    Flag("select", "rules", "use only these rules (several: comma between them, or repeat)", "RULE"),
    Flag("ignore", "rules", "leave out these rules (several: comma between them, or repeat)", "RULE"),
    Flag("explain-reasoning", "switch", "tell step by step how the rewrites of each function were chosen"),
    Flag("jobs", "jobs", "files worked on at once; 0, the default, means as many as there are cores", "N", default=0,
         env=("NOODLE_TRM_JOBS",)),
    Flag("no-cache", "off", "neither read nor write the cache of earlier results", env=("NOODLE_TRM_NO_CACHE",)),
    Flag("quiet", "off", "print results and problems only"),
)
BY_NAME: Final = {flag.name: flag for flag in FLAGS}

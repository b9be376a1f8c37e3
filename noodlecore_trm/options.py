"""What a user may ask for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """
    What the user asked for.

    `precision` is that of the model that chooses, as it was installed if empty.
    `max_rewrites` is K, the most rewrites per file; `max_size` the largest allowed ratio of the
    bytes after to the bytes before; `guard_builtins` refuses what rests on a builtin not having been
    rebound from outside; `closed_world` assumes that nothing outside rebinds the module's functions;
    `fp_relaxed` opens rules that change the last digits of floats; `profile` is a file that
    `noodle-trm profile` has written, which says what is worth it; `timeout` the seconds of choosing after
    which a file is finished with what it has. `calls` is a calls file and `tests` a command, both for the
    behaviour judge; `measure` switches the time judge on, which needs one of them.
    """

    chooser: str = "trm"
    precision: str = ""
    max_rewrites: int | None = None
    max_size: float | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fp_relaxed: bool = False
    closed_world: bool = False
    guard_builtins: bool = False
    measure: bool = False
    calls: str | None = None
    tests: str | None = None
    profile: str | None = None
    timeout: float = 30.0

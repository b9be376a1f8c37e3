"""
The report on a store: one HTML page that needs nothing but itself.

Every name on it comes from a file that others may have written, so all text is escaped, formulas in labels of plots are
switched off, and the page forbids itself scripts and whatever else would be fetched.
"""

from __future__ import annotations

import io
import math
import re
import time
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any, Final

from noodlecore_trm.feedback.schema import NO_BIN
from noodlecore_trm.feedback.summary import DAY, Group, Tally, grouped

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_MOST_ROWS: Final = 25
"""Rows of a plot by name; what is rarer is in the table below it only."""
_LONGEST_NAME: Final = 44
_MOST_SLOTS: Final = 60
"""Points of the plot over time: days, or as many days together as it takes."""
_SETTINGS: Final = {
    "svg.fonttype": "path",
    "text.parse_math": False,
    "font.size": 11,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "axes.axisbelow": True,
    "grid.alpha": 0.3,
}
_INK, _FAINT, _ACCENT = "#1f4e79", "#c6d5e6", "#b3470f"
_STYLE: Final = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;"
    "background:#fff}h1,h2{line-height:1.2}svg{width:100%;height:auto}table{border-collapse:collapse;margin:.5rem 0}"
    "th,td{padding:.2rem .8rem;text-align:right;border-bottom:1px solid #ddd;overflow-wrap:anywhere}"
    "th:first-child,td:first-child{text-align:left}figure{margin:1rem 0}figcaption,summary{color:#444}"
)
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of text under their headings; the first column names the row."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def report(found: Sequence[Tally], *, origin: str) -> str:
    """The page about some tallies; `origin` says where they are from. Raises ImportError without matplotlib."""
    whole = sum((each.group for each in found), Group())
    sections = [_overview(found, whole)]
    if whole.measured:
        sections += [_over_time(found), _by_rule(found), _by_version(found)]
    if whole.changes:
        sections += [_fallbacks(found)]
    predicted = [each for each in found if each.bin != NO_BIN and each.group.measured]
    if predicted:
        sections.append(_calibration(predicted))
    when = time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime())
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>What optimized code did</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>What optimized code did</h1>\n<p>{_text(origin)}, {when} UTC.</p>\n"
        + "\n".join(sections)
        + "\n</body>\n</html>\n"
    )


def _overview(found: Sequence[Tally], whole: Group) -> str:
    if not whole.changes:
        return "<p>No change was measured yet.</p>"
    outcomes = grouped(found, lambda each: each.outcome)
    rows = sorted(outcomes.items(), key=lambda item: -item[1].changes)
    table = Table(
        ("outcome", "changes", "measured", "times as fast", "95% interval"),
        tuple((name.replace("_", " "), *_numbers(group)) for name, group in (*rows, ("all", whole))),
    )
    interpreters = ", ".join(sorted({each.interpreter or "unknown" for each in found}))
    return (
        "<p>Times as fast is old time over new, as a geometric mean over changes; above 1 is faster.</p>\n"
        f"{_table(table)}\n<p>Interpreters: {_text(interpreters)}.</p>"
    )


def _over_time(found: Sequence[Tally]) -> str:
    first, last = found[0].day, found[-1].day
    width = math.ceil((last - first + 1) / _MOST_SLOTS)
    slots = grouped(found, lambda each: (each.day - first) // width)
    measured = {slot: group for slot, group in slots.items() if group.measured}

    def draw(axes: Sequence[Axes]) -> None:
        import numpy as np
        from matplotlib.dates import AutoDateLocator, ConciseDateFormatter

        days = np.array([first + slot * width for slot in measured], "datetime64[D]")
        mean, counts = axes
        low, high = _bounds(measured.values())
        mean.fill_between(days, low, high, color=_FAINT, label="95% interval", lw=0)
        mean.plot(days, [group.ratio for group in measured.values()], color=_INK, marker="o", ms=4, label="mean")
        mean.axhline(1.0, color="0.3", lw=1)
        mean.set_ylabel("times as fast")
        mean.legend(frameon=False)
        counts.bar(days, [group.measured for group in measured.values()], width=0.8 * width, color=_INK)
        counts.set_ylabel("measured")
        counts.set_xlabel("day (UTC)")
        locator = AutoDateLocator(minticks=2, maxticks=9)  # type: ignore[no-untyped-call]
        counts.xaxis.set_major_locator(locator)
        counts.xaxis.set_major_formatter(ConciseDateFormatter(locator))  # type: ignore[no-untyped-call]

    unit = "day" if width == 1 else f"{width} days"
    rows = tuple((_day(first + slot * width), *_numbers(group)) for slot, group in sorted(slots.items()))
    headings = ("from", "changes", "measured", "times as fast", "95% interval")
    return _section(
        "Gain over time", f"The mean ratio of what was measured in each {unit}.", draw, Table(headings, rows),
        size=(9.0, 4.6), panels=(3, 1),
    )  # fmt: skip


def _by_rule(found: Sequence[Tally]) -> str:
    groups = grouped(found, lambda each: each.rule or "several together")
    return _dots("Gain by rule", "Changes of several rules that were measured together are one row.", "rule", groups)


def _by_version(found: Sequence[Tally]) -> str:
    groups = grouped(found, lambda each: f"{each.chooser or 'nobody'} {each.model_version}".strip())
    text = "By who chose: the chooser with the version of its model."
    return _dots("Gain by version of the model", text, "chosen by", groups)


def _dots(title: str, text: str, heading: str, groups: Mapping[str, Group]) -> str:
    ordered = sorted(groups.items(), key=lambda item: -item[1].changes)
    shown = [(name, group) for name, group in ordered if group.measured][:_MOST_ROWS]
    shown.sort(key=lambda item: item[1].ratio)

    def draw(panels: Sequence[Axes]) -> None:
        (axes,) = panels
        places = range(len(shown))
        ratios = [group.ratio for _, group in shown]
        low, high = _bounds(group for _, group in shown)
        reach = [[each - end for each, end in zip(ratios, low, strict=True)],
                 [end - each for each, end in zip(ratios, high, strict=True)]]  # fmt: skip
        axes.errorbar(ratios, places, xerr=reach, fmt="o", color=_INK, ecolor=_INK, capsize=3)
        axes.axvline(1.0, color="0.3", lw=1)
        axes.set_yticks(list(places), [f"{_short(name)} ({group.measured:,})" for name, group in shown])
        axes.set_ylim(-0.7, len(shown) - 0.3)
        axes.set_xlabel("times as fast")

    left_out = len([group for group in groups.values() if group.measured]) - len(shown)
    more = " With 95% intervals; in brackets how many were measured."
    more += f" The {_MOST_ROWS} most frequent are drawn." if left_out else ""
    rows = tuple((name, *_numbers(group)) for name, group in ordered)
    table = Table((heading, "changes", "measured", "times as fast", "95% interval"), rows)
    return _section(title, text + more, draw, table, size=(9.0, 1.2 + 0.34 * len(shown)))


def _fallbacks(found: Sequence[Tally]) -> str:
    groups = grouped(found, lambda each: each.fallback_reason)
    served = groups.pop("", Group())
    text = f"Why another chooser than the wanted one served. The wanted one chose {served.changes:,} changes."
    if not groups:
        return f"<h2>Fallbacks</h2>\n<p>There were none: the wanted chooser served {served.changes:,} changes.</p>"
    ordered = sorted(groups.items(), key=lambda item: -item[1].changes)
    shown = ordered[:_MOST_ROWS][::-1]

    def draw(panels: Sequence[Axes]) -> None:
        (axes,) = panels
        bars = axes.barh(range(len(shown)), [group.changes for _, group in shown], color=_INK, height=0.6)
        axes.bar_label(bars, [f"{group.changes:,}" for _, group in shown], padding=4)
        axes.set_yticks(range(len(shown)), [_short(name) for name, _ in shown])
        axes.set_xlabel("changes")
        axes.margins(x=0.12)

    table = Table(("reason", "changes"), tuple((name, f"{group.changes:,}") for name, group in ordered))
    return _section("Fallbacks", text, draw, table, size=(9.0, 1.2 + 0.34 * len(shown)))


def _calibration(found: Sequence[Tally]) -> str:
    bins = dict(sorted(grouped(found, lambda each: each.bin).items()))

    def draw(panels: Sequence[Axes]) -> None:
        (axes,) = panels
        predicted = [group.predicted for group in bins.values()]
        measured = [group.ratio for group in bins.values()]
        low, high = _bounds(bins.values())
        reach = [[each - end for each, end in zip(measured, low, strict=True)],
                 [end - each for each, end in zip(measured, high, strict=True)]]  # fmt: skip
        most = max(group.measured for group in bins.values())
        axes.errorbar(predicted, measured, yerr=reach, fmt="none", ecolor=_INK, capsize=2, lw=1)
        sizes = [15 + 150 * group.measured / most for group in bins.values()]
        axes.scatter(predicted, measured, s=sizes, color=_INK, zorder=3, label="mean of a bin, larger for more changes")
        ends = min(*predicted, *measured) * 0.97, max(*predicted, *measured) * 1.03
        axes.plot(ends, ends, color=_ACCENT, lw=1, ls="--", label="as predicted")
        axes.set_xlabel("predicted times as fast")
        axes.set_ylabel("measured times as fast")
        axes.legend(frameon=False)

    rows = tuple((f"{group.predicted:.3f}", *_numbers(group)) for group in bins.values())
    headings = ("predicted", "changes", "measured", "times as fast", "95% interval")
    text = "What was measured where about the same was predicted. Points below the line promised too much."
    return _section("Calibration of predictions", text, draw, Table(headings, rows), size=(7.0, 5.0))


# parts of the page


def _section(
    title: str,
    text: str,
    draw: Callable[[Sequence[Axes]], None],
    table: Table,
    *,
    size: tuple[float, float],
    panels: tuple[int, ...] = (1,),
) -> str:
    drawn = _drawn(title, draw, size, panels)
    return (
        f"<h2>{_text(title)}</h2>\n<figure>\n{drawn}\n<figcaption>{_text(text)}</figcaption>\n"
        f"</figure>\n<details>\n<summary>The numbers</summary>\n{_table(table)}\n</details>"
    )


def _drawn(
    title: str, draw: Callable[[Sequence[Axes]], None], size: tuple[float, float], panels: tuple[int, ...]
) -> str:
    """A plot as an SVG element, with one panel above the other in these relative heights."""
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    settings: dict[Any, Any] = _SETTINGS | {"svg.hashsalt": title}
    with rc_context(settings), warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # signs that the font lacks are drawn as boxes
        figure = Figure(figsize=size, layout="constrained")
        axes = figure.subplots(len(panels), squeeze=False, sharex=True, height_ratios=panels)
        draw(list(axes[:, 0]))
        file = io.StringIO()
        figure.savefig(file, format="svg", metadata=dict.fromkeys(("Creator", "Date", "Format", "Type")))
    element = file.getvalue()
    element = element[element.index("<svg") :]
    element = re.sub(r"<!--.*?-->|<metadata>.*?</metadata>", "", element, flags=re.DOTALL)
    return element.replace("<svg ", f'<svg role="img" aria-label="{_text(title)}" ', 1).strip()


def _table(table: Table) -> str:
    head = "".join(f"<th>{_text(each)}</th>" for each in table.headings)
    rows = "\n".join(f"<tr>{''.join(f'<td>{_text(each)}</td>' for each in row)}</tr>" for row in table.rows)
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"


def _numbers(group: Group) -> tuple[str, str, str, str]:
    low, high = group.interval
    ratio = f"{group.ratio:.3f}" if group.measured else "-"
    interval = f"{low:.3f} to {high:.3f}" if group.measured > 1 else "-"
    return f"{group.changes:,}", f"{group.measured:,}", ratio, interval


def _bounds(groups: Iterable[Group]) -> tuple[list[float], list[float]]:
    """The ends of the intervals; the means themselves where one measurement has none."""
    ends = [group.interval if group.measured > 1 else (group.ratio, group.ratio) for group in groups]
    return [low for low, _ in ends], [high for _, high in ends]


def _day(number: int) -> str:
    return time.strftime("%Y-%m-%d", time.gmtime(number * DAY))


def _short(name: str) -> str:
    plain = _plain(name)
    return plain if len(plain) <= _LONGEST_NAME else f"{plain[: _LONGEST_NAME - 1]}…"


def _plain(text: str) -> str:
    """The text with what cannot be printed written out."""
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in text)


def _text(text: str) -> str:
    return escape(_plain(text))

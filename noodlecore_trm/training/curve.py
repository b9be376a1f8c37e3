"""The learning curve as a picture."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from noodlecore_trm.teacher.players import SCARCE
from noodlecore_trm.training.folder import CURVE, DEVELOPMENT, LOG
from noodlecore_trm.training.logs import read_table

_SHADES: Final = ("#08519c", "#3182bd", "#6baed6", "#9ecae1")


def draw_curve(folder: Path, marked: int = 0) -> bool:
    """
    Draw the logs of the run in a folder: the loss, and the share of the best gains by rewrites left; a line marks a
    batch. Returns whether it could, which takes matplotlib. Raises OSError.
    """
    try:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError:
        return False
    train, looks = read_table(folder / LOG), read_table(folder / DEVELOPMENT)
    figure = Figure(figsize=(10, 4), layout="constrained")
    FigureCanvasAgg(figure)
    loss, share = figure.subplots(1, 2)
    loss.plot([row["batch"] for row in train], [row["loss"] for row in train], color="0.6", lw=1, label="training")
    batches = [row["batch"] for row in looks]
    loss.plot(batches, [row["loss"] for row in looks], color="tab:red", marker=".", label="development, last step")
    loss.set_ylabel("loss")
    for budget, shade in zip(SCARCE, _SHADES, strict=True):
        name = f"share_{budget}"
        if all(name in row for row in looks):
            plural = "rewrite" if budget == 1 else "rewrites"
            share.plot(batches, [100 * row[name] for row in looks], color=shade, lw=1, label=f"{budget} {plural} left")
    overall = [100 * row["share"] for row in looks]
    share.plot(batches, overall, color="tab:red", marker=".", label="1 to 4 together")
    first = [100 * row["share_first"] for row in looks]
    share.plot(batches, first, color="tab:red", lw=1, ls=":", label="after the first step")
    share.set_ylabel("part of the best gains, %")
    for axes in (loss, share):
        axes.set_xlabel("batches")
        axes.grid(alpha=0.3)
        if marked:
            axes.axvline(marked, color="0.3", lw=0.8, ls="--", label="kept")
        if axes.lines:
            axes.legend(fontsize=8)
    figure.savefig(folder / CURVE, dpi=120)
    return True

"""Runs of training and verdicts of the gate in MLflow, where it is installed (`pip install noodlecore-trm[mlflow]`)."""

from __future__ import annotations

import importlib.util
import logging
import math
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

EXPERIMENT: Final = "noodle-trm"
_LOG = logging.getLogger(__name__)
_LONGEST: Final = 500


def tracked(
    folder: Path,
    name: str,
    *,
    params: Mapping[str, Any] | None = None,
    metrics: Iterable[tuple[int, Mapping[str, float]]] = (),
    tags: Mapping[str, str] | None = None,
) -> str:
    """
    Write a run to the server of `MLFLOW_TRACKING_URI`, or else to `mlflow.sqlite3` in a folder: parameters, metrics
    with the step that they belong to, tags. Returns its id, or "" where there is no MLflow or it fails, which the log
    then says: tracking never stops what is tracked.
    """
    if importlib.util.find_spec("mlflow") is None:
        return ""
    try:
        return _written(folder, name, params or {}, metrics, tags or {})
    except Exception as problem:  # it has many ways to fail, and none of them is worth the work that was done
        _LOG.warning("nothing went to MLflow: %s", " ".join(str(problem).split())[:200])
        return ""


def _written(
    folder: Path,
    name: str,
    params: Mapping[str, Any],
    metrics: Iterable[tuple[int, Mapping[str, float]]],
    tags: Mapping[str, str],
) -> str:
    logging.getLogger("mlflow").setLevel(logging.WARNING)
    logging.getLogger("alembic").setLevel(logging.WARNING)
    from mlflow.entities import Metric, Param
    from mlflow.tracking import MlflowClient

    folder.mkdir(parents=True, exist_ok=True)
    client = MlflowClient(os.environ.get("MLFLOW_TRACKING_URI") or f"sqlite:///{folder.resolve()}/mlflow.sqlite3")
    found = client.get_experiment_by_name(EXPERIMENT)
    kept = (folder / "mlflow").resolve().as_uri()
    experiment = client.create_experiment(EXPERIMENT, kept) if found is None else found.experiment_id
    run = client.create_run(experiment, run_name=name, tags=dict(tags))
    number, now = run.info.run_id, run.info.start_time
    values = [
        Metric(key, float(value), now, step)
        for step, row in metrics
        for key, value in row.items()
        if math.isfinite(value)
    ]
    settings = [Param(key, str(value)[:_LONGEST]) for key, value in params.items()]
    for start in range(0, max(len(values), len(settings)), 100):  # no more go at once
        client.log_batch(number, metrics=values[start : start + 100], params=settings[start : start + 100])
    client.set_terminated(number)
    return str(number)

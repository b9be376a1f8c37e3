"""Small models with drawn weights and labels written by hand, for tests of what chooses and of what judges it."""

from __future__ import annotations

import hashlib
import json
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np

from noodlecore_trm.choosers.trm import APPLIED, OUTCOMES, UNFIT
from noodlecore_trm.encoding import Sample, Verdicts, Vocabulary, current_vocabulary
from noodlecore_trm.encoding.vocabulary import COLUMNS, CONTEXT, OUTLOOK, RELATIONS, VERDICT
from noodlecore_trm.serving import Architecture, read_model, write_model
from noodlecore_trm.teacher.labels import BUDGETS, Labels, save_labels
from noodlecore_trm.teacher.players import by_model
from noodlecore_trm.teacher.plays import Turn

RULES = ("hoist_range", "expand_min_max", "hoist_row")
VOCABULARY = current_vocabulary(RULES)
PICK = """\
def pick(n, k):
    best = 0
    for i in range(n):
        best = max(best, i % 7)
    worst = 0
    for j in range(k):
        worst = min(worst, j % 5)
    return best, worst
"""
"""Which of two loops to rewrite hangs on the call."""
SPLITS = {"train": ["dates"], "development": ["games"], "held_out": ["school", "music", "trees"]}


def config_for(vocabulary: Vocabulary, **changes: Any) -> dict[str, Any]:
    """The settings of a small model."""
    return {
        "variant": "trm", "hidden_size": 8, "H_cycles": 1, "L_cycles": 2, "H_layers": 0, "L_layers": 1,
        "expansion": 2.0, "inner_multiple": 4, "rms_norm_eps": 1e-5, "global_channel": True,
        "relations": len(RELATIONS), "columns": vocabulary.sizes, "masks": (COLUMNS.index("effects"),),
        "context": vocabulary.context_sizes, "rules": len(vocabulary.rules), "outcomes": len(OUTCOMES),
        "outlook": len(OUTLOOK), "verdict": len(VERDICT), "steps": 2, **changes,
    }  # fmt: skip


def a_model(path: Path, seed: int = 0, rules: tuple[str, ...] = RULES, **changes: Any) -> Path:
    """A file with a small model that thinks well of every action, and best of some."""
    vocabulary = current_vocabulary(rules)
    config = config_for(vocabulary, **changes)
    draw = np.random.default_rng(seed)
    weights = {name: draw.normal(size=shape) for name, shape in Architecture.from_dict(config).shapes.items()}
    weights["action_head.bias"] = np.array([20.0])
    card = {"facts": {"seed": str(seed)}, "metrics": {"share": 0.5 + seed / 1000}, "settings": {"seed": seed}}
    write_model(path, config, vocabulary, weights, card)
    return path


def a_model_that_prefers(action: int, path: Path, labels: Labels) -> Path:
    """One that chooses that action in labels as they are written."""
    for seed in count():
        chosen = by_model(read_model(a_model(path, seed)))([Turn(labels, 0, 1)])
        if list(chosen) == [action]:
            return path
    raise AssertionError


def a_sample(actions: int, ops: int = 4) -> Sample:
    return Sample(
        np.ones((ops, len(COLUMNS)), np.uint8),
        np.array([[0, 0, 1], [1, 1, 2]], np.uint16),
        np.array([[place % ops, place % len(RULES)] for place in range(actions)], np.uint16).reshape(-1, 2),
        np.linspace(0.4, 0.0, actions * len(OUTLOOK), dtype=np.float32).reshape(-1, len(OUTLOOK)),
        np.zeros(len(CONTEXT), np.uint8),
    )


def a_function(family: str, program: str, gains: tuple[float, ...] = (0.5, -0.2)) -> Labels:
    """
    A function with an action for each gain, a logarithm of a speed-up; after the first action there is the second one,
    and no action after that. An action without a gain does not fit.
    """
    both = gains[0] + gains[1]
    costs = np.exp(-np.array([0.0, *(0.0 if np.isnan(gain) else gain for gain in gains), both]))
    versions = len(costs)
    best = [max(gains[0], both), *gains[1:]]
    first = np.array([[gain if budget == 1 else most for gain, most in zip(gains, best, strict=True)]
                      for budget in BUDGETS], np.float32)  # fmt: skip
    fits = np.array([-1 if np.isnan(gain) else place for place, gain in enumerate(gains, 1)], np.int32)
    return Labels(
        identity=hashlib.sha256(f"{family}/{program}".encode()).hexdigest(),
        family=family, program=program, qualname="f",
        samples=(a_sample(len(gains)), a_sample(1)),
        verdicts=(_verdicts(gains), _verdicts(gains[1:2])),
        worth=(first, np.full((len(BUDGETS), 1), gains[1], np.float32)),
        targets=(fits, np.array([versions - 1], np.int32)),
        expanded=np.array([0, 1], np.int32), costs=1000.0 * costs, static=100.0 * costs,
        sizes=np.full(versions, 4, np.int32),
    )  # fmt: skip


def _verdicts(gains: tuple[float, ...]) -> Verdicts:
    told = Verdicts.none(len(gains))
    for place, gain in enumerate(gains):
        told.outcomes[place] = UNFIT if np.isnan(gain) else APPLIED
        told.numbers[place, VERDICT.index("change")] = np.nan_to_num(gain)
    return told


def a_folder(folder: Path, functions: int = 4) -> Path:
    """Labels of so many programs of each family, with their splits."""
    folder.mkdir()
    (folder / "splits.json").write_text(json.dumps(SPLITS))
    for family in (family for families in SPLITS.values() for family in families):
        for number in range(functions):
            labels = a_function(family, f"p{number}", (0.5 + number / 100, -0.2))
            save_labels(folder / f"{family}{number}.npz", [labels], VOCABULARY)
    return folder



"""
Fits what an instruction costs, and says how well prices put versions of a program in order.

    python benchmarks/cost_model.py                 # measure, fit, cross-validate, print
    python benchmarks/cost_model.py --write         # and keep the weights for this interpreter
    python benchmarks/cost_model.py --times F.json  # keep the measurements, or use those kept

Every sample of the calibration is rewritten in several ways; all versions are timed on the sample's calls and counted.
Validation is by sample: the weights that price one were fitted to the others.
"""

from __future__ import annotations

import argparse
import json
import math
import platform
import random
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from statistics import median

import numpy as np
from rich.console import Console
from rich.progress import track
from scipy.optimize import nnls
from scipy.stats import spearmanr

from noodlecore_trm.calibration.sample import Sample, sample_of
from noodlecore_trm.emit import EmissionError
from noodlecore_trm.ir.rewriter import RewriteError
from noodlecore_trm.pipeline import apply_rules
from noodlecore_trm.rules import load
from noodlecore_trm.teacher.cost import OTHER, Counter, Uncounted, Weights, known_as
from noodlecore_trm.validate.timing import record

PRIOR = {"OTHER": 6.0, "call other": 40.0, "each other": 5.0}
"""Nanoseconds to which the weights are drawn where the programs say little."""
PULL = 0.02
APART = 0.05
"""Two versions whose times differ by less are not put in order."""


@dataclass(frozen=True)
class Row:
    """One version of a sample on one call: what was counted, and seconds."""

    sample: str
    call: str
    version: int
    counts: dict[str, int]
    seconds: float
    original: float
    """Seconds of the sample itself, timed in turn with the version."""


def versions(sample: Sample, rule: str, draw: random.Random, most: int) -> list[bytes]:
    """The sample, what its rule makes of it, and what chains of other rules do."""
    source = sample.source.encode()
    rules = list(load().values())
    found = [source]
    chains = [[load()[rule]], rules] + [draw.sample(rules, 12) for _ in range(3 * most)]
    for chain in chains:
        try:
            after = apply_rules(source, chain, max_rewrites=draw.choice((1, 2, 4, 20)))
        except (EmissionError, RewriteError):
            continue
        if after not in found:
            found.append(after)
        if len(found) > most:
            break
    return found


def rows(names: Sequence[str], most: int, rounds: int, seconds: float) -> Iterable[Row]:
    draw = random.Random(1)
    with Counter(strict=False, seconds=20.0) as counter:
        for name in track(names, "timing", console=Console(stderr=True)):
            sample = sample_of(name)
            if sample is None:
                continue
            calls = [context.call for context in sample.contexts if context.call]
            texts = versions(sample, name, draw, most)
            for number, text in enumerate(texts):
                try:
                    counts = counter.count(text, calls)
                except Uncounted as problem:
                    print(f"{name}: {problem}", file=sys.stderr)
                    continue
                times = record(texts[0], text, calls, rounds=rounds, round_seconds=seconds * len(calls))
                if times.error:
                    continue
                for call, counted, after, before in zip(calls, counts, times.after, times.before, strict=True):
                    yield Row(name, call, number, counted, median(after), median(before))


def fitted(measured: Sequence[Row]) -> Weights:
    """Weights of least relative error, none negative."""
    seen = sorted({feature for row in measured for feature in row.counts} | set(OTHER))
    place = {feature: index for index, feature in enumerate(seen)}
    system = np.zeros((len(measured) + len(seen), len(seen)))
    for line, row in enumerate(measured):
        for feature, times in row.counts.items():
            system[line, place[feature]] = times / (row.seconds * 1e9)
    wanted = np.ones(len(measured) + len(seen))
    for feature, index in place.items():
        prior = PRIOR[known_as(feature, PRIOR)]
        system[len(measured) + index, index] = PULL / prior * math.sqrt(len(measured))
        wanted[len(measured) + index] = PULL * math.sqrt(len(measured))
    solution, _ = nnls(system, wanted)
    return Weights({feature: round(float(solution[index]), 3) for feature, index in place.items()})


@dataclass(frozen=True)
class Quality:
    """How prices do on versions of a program on one call; `pairs` that are apart, `right` of them in order."""

    correlations: list[float]
    pairs: int
    right: int
    errors: list[float]
    regrets: list[float]


def judged(measured: Sequence[Row], weights: Weights) -> Quality:
    groups: dict[tuple[str, str], list[tuple[float, float]]] = {}
    for row in measured:
        # the time relative to the original's own, so that what else ran meanwhile matters less
        groups.setdefault((row.sample, row.call), []).append((row.seconds / row.original, weights.price(row.counts)))
    correlations, errors, regrets, pairs, right = [], [], [], 0, 0
    for versions_of in groups.values():
        times, prices = [list(each) for each in zip(*versions_of, strict=True)]
        if len(set(prices)) > 2 and max(times) > min(times) * (1 + APART):
            correlations.append(float(spearmanr(times, prices).statistic))
        best = min(range(len(times)), key=prices.__getitem__)
        regrets.append(times[best] / min(times))
        for one in range(len(times)):
            for other in range(one):
                gain, told = math.log(times[one] / times[other]), math.log(prices[one] / prices[other])
                if abs(gain) > APART:
                    pairs += 1
                    right += gain * told > 0
                    errors.append(abs(gain - told))
    return Quality(correlations, pairs, right, errors, regrets)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n\n")[0].strip())
    parser.add_argument("--versions", type=int, default=8, help="versions of each sample besides the sample")
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("--seconds", type=float, default=0.001, help="least time of one round of one call")
    parser.add_argument("--samples", type=int, help="only so many")
    parser.add_argument("--times", type=Path, help="where measurements are kept")
    parser.add_argument("--write", action="store_true", help="keep the weights for this interpreter")
    asked = parser.parse_args()
    if asked.times is not None and asked.times.is_file():
        measured = [Row(**row) for row in json.loads(asked.times.read_text("utf-8"))]
    else:
        measured = list(rows(list(load())[: asked.samples], asked.versions, asked.rounds, asked.seconds))
        if asked.times is not None:
            asked.times.write_text(json.dumps([vars(row) for row in measured]), "utf-8")
    names = sorted({row.sample for row in measured})
    random.Random(2).shuffle(names)
    outside = []
    for start in range(5):
        fold = set(names[start::5])
        weights = fitted([row for row in measured if row.sample not in fold])
        outside.append(judged([row for row in measured if row.sample in fold], weights))
    correlations = [value for each in outside for value in each.correlations]
    errors = [value for each in outside for value in each.errors]
    regrets = [value for each in outside for value in each.regrets]
    pairs = sum(each.pairs for each in outside)
    right = sum(each.right for each in outside) / pairs
    print(f"{len(names)} samples, {len(measured)} calls of versions timed; priced by weights fitted to other samples")
    print(f"rank correlation within a call: median {median(correlations):.2f}, mean {np.mean(correlations):.2f}")
    print(f"pairs more than {APART:.0%} apart in the right order: {right:.1%} of {pairs:,}")
    print(f"error of the logarithm of their ratio: median {median(errors):.3f}")
    print(f"time of the cheapest version by price over the least time: mean {np.mean(regrets):.3f}")
    if asked.write:
        file = Path(str(resources.files("noodlecore_trm.teacher") / "weights")) / f"{sys.implementation.cache_tag}.json"
        file.parent.mkdir(exist_ok=True)
        document = {
            "interpreter": f"{platform.python_implementation()} {platform.python_version()}",
            "nanoseconds": dict(sorted(fitted(measured).nanoseconds.items())),
        }
        file.write_text(json.dumps(document, indent=1) + "\n", "utf-8")
        print(f"wrote {file}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

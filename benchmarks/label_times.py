"""
Says whether what is cheaper by the counts that labels are made of is quicker by the clock.

    python benchmarks/label_times.py ir_corpus/programs                 # a sample of 40 functions
    python benchmarks/label_times.py ir_corpus/programs --functions 100 --split held_out

The versions of each function are explored as for labels. The best that is found within 1, 2, 4 and any number of
rewrites is timed in turn with the original, and so are other versions drawn at random and, as a control, the original
once more.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from rich.console import Console
from rich.progress import track
from scipy.stats import spearmanr

from noodlecore_trm.ir.recursion import deep_recursion
from noodlecore_trm.teacher.corpus import BadCorpus, Program, read_programs, read_splits
from noodlecore_trm.teacher.cost import Counter, Uncounted, shipped_weights
from noodlecore_trm.teacher.explore import Explorer, Graph
from noodlecore_trm.teacher.labelling import Task, rule_table, tasks
from noodlecore_trm.validate.timing import record

BUDGETS = (1, 2, 4, 12)
APART = 0.05
"""Logarithms that differ by less are not put in order."""
LEAST_WORK = 5_000.0
"""Nanoseconds of a program's calls, by price; shorter ones are not timed."""


@dataclass(frozen=True)
class Row:
    """One version of a function: the logarithms of its gain over the original by price and by the clock."""

    function: str
    budget: int
    """0 for a version drawn at random, -1 for the control."""
    priced: float
    timed: float


def explored(task: Task, counter: Counter, versions: int) -> Graph | None:
    """The versions of a program that differ in one function, at the price of the whole program."""
    calls, weights = task.program.calls, shipped_weights()

    def price(text: bytes) -> float:
        return sum(map(weights.price, counter.count(text, calls)))

    try:
        with deep_recursion():
            explorer = Explorer(task.program.source, task.qualname, price, rule_table(), versions=versions)
            return explorer.run()
    except Uncounted:
        return None


def chosen(graph: Graph, others: int, draw: random.Random) -> Iterator[tuple[int, bytes]]:
    """The versions to time, each with its budget."""
    yield -1, graph.root.text
    seen = {graph.root.text}
    for budget in BUDGETS:
        least = graph.least(graph.root, budget)
        best = next(node for node in graph.nodes.values() if node.cost == least)
        if best.text != graph.root.text:
            seen.add(best.text)
            yield budget, best.text
    left = [text for text in graph.nodes if text not in seen]
    yield from ((0, text) for text in draw.sample(left, min(others, len(left))))


def ratios(program: Program, text: bytes, rounds: int, seconds: float) -> tuple[float, float] | None:
    """
    The logarithms of how many times as fast as the original a version is, and the original itself once more; None if it
    cannot be timed.
    """
    times = record(program.source, text, program.calls, rounds=rounds, round_seconds=seconds * len(program.calls))
    if times.error:
        return None
    before, after, null = (sum(map(median, each)) for each in (times.before, times.after, times.null))
    return math.log(before / after), math.log(before / null)


def rows(asked: argparse.Namespace, found: Sequence[Task]) -> Iterator[Row]:
    draw = random.Random(asked.seed)
    with Counter(seconds=5.0) as counter:
        for task in track(found, "timing", console=Console(stderr=True)):
            graph = explored(task, counter, asked.versions)
            if graph is None or graph.root.cost < LEAST_WORK or len(graph.nodes) < 2:
                continue
            name = f"{task.program.family}/{task.program.name}: {task.qualname}"
            measured: dict[bytes, float | None] = {}
            for budget, text in chosen(graph, asked.others, draw):
                if text not in measured:
                    found_out = ratios(task.program, text, asked.rounds, asked.seconds)
                    measured[text] = None if found_out is None else found_out[0]
                timed = measured[text]
                if timed is not None:
                    yield Row(name, budget, math.log(graph.root.cost / graph.nodes[text].cost), timed)


def correlations(measured: Sequence[Row]) -> Iterator[float]:
    """Of price and time among the versions of each function that differ at all."""
    groups: dict[str, set[tuple[float, float]]] = {}
    for row in measured:
        groups.setdefault(row.function, set()).add((row.priced, row.timed))
    for pairs in groups.values():
        priced, timed = zip(*pairs, strict=True)
        if len(set(priced)) > 2 and max(timed) - min(timed) > APART:
            yield float(spearmanr(priced, timed).statistic)


def in_order(measured: Sequence[Row]) -> tuple[int, int]:
    """Pairs of versions of a function that are apart by the clock, and those of them that prices put in order."""
    pairs = right = 0
    for place, one in enumerate(measured):
        for other in measured[:place]:
            if one.function == other.function and abs(one.timed - other.timed) > APART:
                pairs += 1
                right += (one.timed - other.timed) * (one.priced - other.priced) > 0
    return pairs, right


def geomean(values: Sequence[float]) -> float:
    return math.exp(sum(values) / len(values)) if values else math.nan


def report(measured: Sequence[Row]) -> None:
    control = [row.timed for row in measured if row.budget == -1]
    of_each = list(correlations(measured))
    pairs, right = in_order(measured)
    print(f"{len({row.function for row in measured})} functions, {len(measured)} versions timed")
    off = sum(abs(each) > APART for each in control)
    print(f"control: {geomean(control):.3f}, {off} of {len(control)} more than 5% off")
    if of_each:
        mean = sum(of_each) / len(of_each)
        print(f"rank correlation of price and time: median {median(of_each):.2f}, mean {mean:.2f}")
    print(f"pairs more than 5% apart in the right order: {right / max(1, pairs):.1%} of {pairs:,}")
    print("rewrites  functions  gain by price  by the clock  slower than the original")
    for budget in BUDGETS:
        best = [row for row in measured if row.budget == budget]
        slower = sum(row.timed < -APART for row in best)
        priced, timed = geomean([row.priced for row in best]), geomean([row.timed for row in best])
        print(f"{budget:8}  {len(best):9}  {priced:13.3f}  {timed:12.3f}  {slower}")


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").strip().partition("\n\n")[0])
    parser.add_argument("corpus", nargs="+")
    parser.add_argument("--functions", type=int, default=40, help="how many are drawn")
    parser.add_argument("--split", help="only of families in this split")
    parser.add_argument("--versions", type=int, default=60, help="explored of each")
    parser.add_argument("--others", type=int, default=3, help="versions drawn besides the best")
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("--seconds", type=float, default=0.001, help="least time of one round of one call")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    try:
        programs = read_programs(asked.corpus)
        if asked.split:
            splits = read_splits(asked.corpus)
            programs = [each for each in programs if splits.get(each.family) == asked.split]
    except BadCorpus as problem:
        print(problem, file=sys.stderr)
        return 2
    found = tasks(programs)
    report(list(rows(asked, random.Random(asked.seed).sample(found, min(asked.functions, len(found))))))
    return 0


if __name__ == "__main__":
    sys.exit(main())

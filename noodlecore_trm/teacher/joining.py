"""
All labels of a folder in a file for each split, some fifth of the size.

    python -m noodlecore_trm.teacher.joining LABELS OUT --corpus ir_corpus/programs

CORPUS is the folder of programs with their splits; without it LABELS has them. What the labels were made with is
copied as well.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from noodlecore_trm.encoding import BadSamples
from noodlecore_trm.teacher.corpus import SPLITS, BadCorpus, read_splits
from noodlecore_trm.teacher.labels import load_labels, save_labels

_SETTINGS: Final = "settings.json"


def join(folder: Path, out: Path, corpus: Path | None = None) -> dict[str, int]:
    """
    Write OUT/SPLIT.npz with the labels in a folder, and say how many functions are in each. Raises BadSamples and
    BadCorpus for what is none, the latter for a family that is in no split as well, and OSError.
    """
    labels, vocabulary = load_labels(folder)
    splits = read_splits([corpus or folder])
    if unknown := {each.family for each in labels} - splits.keys():
        raise BadCorpus(f"the family {min(unknown)} is in no split")
    out.mkdir(parents=True, exist_ok=True)
    parts = {split: [each for each in labels if splits[each.family] == split] for split in SPLITS}
    for split, functions in parts.items():
        if functions:
            save_labels(out / f"{split}.npz", functions, vocabulary)
    if (folder / _SETTINGS).exists():
        shutil.copyfile(folder / _SETTINGS, out / _SETTINGS)
    return {split: len(functions) for split, functions in parts.items()}


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; 2 and a line for what is no labels or no corpus."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels", type=Path, metavar="LABELS")
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument("--corpus", type=Path, metavar="DIR")
    given = parser.parse_args(arguments)
    try:
        counted = join(given.labels, given.out, given.corpus)
    except (BadSamples, BadCorpus, OSError) as problem:
        print(problem, file=sys.stderr)
        return 2
    print(", ".join(f"{count} {split}" for split, count in counted.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())

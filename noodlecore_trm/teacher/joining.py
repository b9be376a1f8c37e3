"""
All labels of a folder in a file for each split, some fifth of the size.

    python -m noodlecore_trm.teacher.joining LABELS OUT [CORPUS]

CORPUS is the folder of programs with their splits; without it LABELS has them. What the labels were made with is
copied as well.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Final

from noodlecore_trm.teacher.corpus import SPLITS, read_splits
from noodlecore_trm.teacher.labels import load_labels, save_labels

_SETTINGS: Final = "settings.json"


def join(folder: Path, out: Path, corpus: Path | None = None) -> dict[str, int]:
    """
    Write OUT/SPLIT.npz with the labels in a folder, and say how many functions are in each. Raises BadSamples and
    BadCorpus for what is none, KeyError for a family that is in no split, and OSError.
    """
    labels, vocabulary = load_labels(folder)
    splits = read_splits([corpus or folder])
    out.mkdir(parents=True, exist_ok=True)
    parts = {split: [each for each in labels if splits[each.family] == split] for split in SPLITS}
    for split, functions in parts.items():
        if functions:
            save_labels(out / f"{split}.npz", functions, vocabulary)
    if (folder / _SETTINGS).exists():
        shutil.copyfile(folder / _SETTINGS, out / _SETTINGS)
    return {split: len(functions) for split, functions in parts.items()}


def main() -> int:
    folder, out, *corpus = map(Path, sys.argv[1:])
    print(", ".join(f"{count} {split}" for split, count in join(folder, out, *corpus).items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())

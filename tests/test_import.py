"""Importing the package costs next to nothing: standard library only, and little of it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
OURS = "noodlecore_trm"


def loaded_by(statement: str) -> set[str]:
    """The top-level packages that a statement loads in a fresh interpreter without site-packages' hooks."""
    program = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); before = set(sys.modules)\n{statement}\n"
        "import json; print(json.dumps(sorted(set(sys.modules) - before)))"
    )
    done = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, text=True, check=True)
    modules: list[str] = json.loads(done.stdout)
    return set(modules)


def foreign(modules: set[str]) -> set[str]:
    tops = {name.partition(".")[0] for name in modules}
    return tops - sys.stdlib_module_names - {OURS}


def test_the_package_loads_nothing_outside_the_standard_library() -> None:
    modules = loaded_by(f"import {OURS}")
    assert foreign(modules) == set()
    assert {name for name in modules if name.startswith(OURS)} == {OURS}


def test_the_package_loads_little_of_the_standard_library() -> None:
    heavy = {"ast", "inspect", "re", "dataclasses", "asyncio", "subprocess", "sqlite3", "tokenize", "difflib"}
    assert loaded_by(f"import {OURS}") & heavy == set()


@pytest.mark.parametrize(
    "statement",
    [
        f"from {OURS} import optimize, Options, Result",
        f"from {OURS} import TRMAgent, TRMAgentConfig, TRMPass, PassManager, Pass",
        f"from {OURS}.cli import main",
        f"from {OURS}.rules import load; load()",
    ],
)
def test_the_road_needs_only_the_standard_library(statement: str) -> None:
    assert foreign(loaded_by(statement)) == set()


def test_optimizing_loads_nothing_heavy() -> None:
    source = r"b'def f(a, b): return min(a, b)\n'"
    program = f"from {OURS} import Options, optimize; optimize({source}, options=Options({{}}))"
    modules = loaded_by(program.format(""))
    assert f"{OURS}.pipeline" in modules
    assert foreign(modules) <= {"platformdirs", "numpy", "safetensors"}, "torch is for training only"
    assert foreign(loaded_by(program.format("chooser='classic'"))) <= {"platformdirs"}


def test_public_names() -> None:
    import noodlecore_trm

    assert dir(noodlecore_trm) == sorted(noodlecore_trm.__all__)
    for name in noodlecore_trm.__all__:
        assert getattr(noodlecore_trm, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = noodlecore_trm.nothing

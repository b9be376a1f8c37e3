"""The benchmark of learning from use: who sees which functions, what a row says, and a whole experiment in small."""

from __future__ import annotations

import hashlib
import json
import math
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip("torch")

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

import learning  # noqa: E402
from labelled import RULES, VOCABULARY, a_function, a_model  # noqa: E402

from noodlecore_trm.encoding.taken import unpack_taken  # noqa: E402
from noodlecore_trm.serving import read_model  # noqa: E402
from noodlecore_trm.teacher.cost import read_weights, shipped_weights  # noqa: E402
from noodlecore_trm.teacher.labels import save_labels  # noqa: E402

SPLITS = {"train": ["dates", "sets", "cards", "maps"], "development": ["games"], "held_out": ["school", "music"]}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Functions whose best action is not what the table expects most of."""
    made: Path = tmp_path_factory.mktemp("labels")
    (made / "splits.json").write_text(json.dumps(SPLITS))
    for family in (family for families in SPLITS.values() for family in families):
        for number in range(10):
            labels = a_function(family, f"p{number}", (-0.2, 0.6 + number / 50))
            save_labels(made / f"{family}{number}.npz", [labels], VOCABULARY)
    return made


def small(**changes: Any) -> Any:
    settings = replace(learning.SMALL.settings, hidden_size=8, batch=4)
    plan = replace(learning.SMALL, functions=0, judged=0, rounds=1, batches=3, again=3, settings=settings)
    return replace(plan, **changes)


def test_no_family_is_in_two_parts(folder: Path) -> None:
    parts = learning.parts_of(small(), str(folder), None, None, 0)
    families = [{each.family for each in part} for part in (parts.begin, parts.use, parts.judge, parts.untouched)]
    assert [len(each) for each in families] == [2, 2, 1, 2]
    assert families[0] | families[1] == set(SPLITS["train"])
    assert families[2:] == [{"games"}, {"school", "music"}]
    assert [len(part) for part in (parts.begin, parts.use)] == [20, 20]
    some = {frozenset(each.family for each in learning.parts_of(small(), str(folder), None, None, seed).begin)
            for seed in range(6)}  # fmt: skip
    assert len(some) > 1  # another seed, another half
    assert len(learning.parts_of(small(functions=5), str(folder), None, None, 0).use) == 5


def test_a_row_says_what_its_play_came_to(folder: Path, tmp_path: Path) -> None:
    parts = learning.parts_of(small(), str(folder), None, None, 0)
    model = read_model(a_model(tmp_path / "m.safetensors"))
    rows = learning.used(model, "1.0", parts.use, 1, VOCABULARY, np.random.default_rng(0))
    assert {row.plan[0] for row in rows} == set(RULES[:2])  # both actions were tried
    assert {len(row.plan) for row in rows} == {1, 2}  # after the first one there is another
    versions = {
        hashlib.sha256(f"{each.identity} {version}".encode()).hexdigest(): (each, version)
        for each in parts.use
        for version in range(len(each.samples))
    }
    assert {versions[row.ir_hash][1] for row in rows} > {0}  # later choices are told of as well
    for row in rows:
        taken, _ = unpack_taken(row.sample)
        assert row.plan[0] == RULES[taken.actions[0, 1]]
        assert row.lower_bound < row.ratio < row.upper_bound
        labels, version = versions[row.ir_hash]
        rules = [RULES[rule] for _, rule in labels.samples[version].actions]
        place = rules.index(row.plan[0])
        before, after = labels.expanded[version], labels.targets[version][place]
        if len(row.plan) == 1:
            assert math.log(row.ratio) == pytest.approx(math.log(labels.costs[before] / labels.costs[after]), abs=0.1)
        else:  # and what comes after it
            assert version == 0
            assert -0.4 < math.log(row.ratio) < 0.8
        assert 0.09 < row.propensity <= 1.0
        bad = learning.poisoned(row)
        assert bad.ratio == pytest.approx(1 / row.ratio)
        assert bad.lower_bound < bad.ratio < bad.upper_bound
        assert bad.key != row.key


def test_a_plan_is_changed_by_key() -> None:
    plan = learning.changed(learning.USUAL, ["rounds=7", "replay=0.25", "seed=3"])
    assert (plan.rounds, plan.again, plan.settings.replay, plan.settings.seed) == (7, learning.USUAL.again, 0.25, 3)


def test_an_experiment(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("noodlecore_trm.registry.tracking.importlib.util.find_spec", lambda name: None)
    monkeypatch.setattr(learning, "SMALL", small())
    out, picture = tmp_path / "out.json", tmp_path / "out.png"
    words = ["--small", "--seeds", "1", "--shifted", str(folder), "--json", str(out), "--plot", str(picture)]
    assert learning.main([str(folder), *words]) == 0
    document = json.loads(out.read_text())
    (found,) = document["runs"]
    (one,) = found["rounds"]
    assert one["rows"] > 20
    assert [each["rows"] for each in found["few"]] == [one["rows"] // part for part in learning.FIRST_PARTS]
    assert one["share"] == (one["candidate"] if one["gate"]["passed"] else found["never"])
    assert document["summary"]["blocked"] in (0, 1)
    assert found["poisoned"]["gate"]["programs"] == 10
    assert picture.stat().st_size > 1000
    monkeypatch.setattr(learning, "curve", lambda *given: pytest.fail("it is in the file"))
    assert learning.main([str(folder), *words]) == 0
    monkeypatch.setattr(learning, "curve", lambda *given: {**found, "seed": given[-1]})
    assert learning.main([str(folder), *words, "--seeds", "2"]) == 0
    assert [each["seed"] for each in json.loads(out.read_text())["runs"]] == [0, 1]
    assert learning.main([str(folder), *words, "--seeds", "1", "--first-seed", "4"]) == 0
    assert [each["seed"] for each in json.loads(out.read_text())["runs"]] == [0, 1, 4]  # the others stay
    assert learning.main([str(folder / "dates0.npz"), *words]) == 0  # of other labels
    assert [each["seed"] for each in json.loads(out.read_text())["runs"]] == [0]


def test_an_interpreter_that_there_is_not(tmp_path: Path) -> None:
    file = tmp_path / "weights.json"
    assert learning.main(["--draw-weights", str(file), "--first-seed", "3"]) == 0
    drawn, shipped = read_weights(file).nanoseconds, shipped_weights().nanoseconds
    assert drawn.keys() == shipped.keys()
    logs = [math.log(drawn[name] / each) for name, each in shipped.items() if each]
    assert abs(float(np.mean(logs))) < 0.5
    assert 0.7 < float(np.std(logs)) < 1.3


def test_what_is_recovered() -> None:
    rounds = [{"rows": 10, "candidate": 0.5}, {"rows": 20, "candidate": 0.69}, {"rows": 30, "candidate": 0.8}]
    found = {"never": 0.4, "few": [{"rows": 5, "candidate": 0.45}], "rounds": rounds}
    assert learning._recovered({**found, "fresh": {"all": 0.7}}, "all") == 20
    assert learning._recovered({**found, "fresh": {"all": 0.455}}, "all") == 5
    assert learning._recovered({**found, "fresh": {"all": 0.95}}, "all") is None
    assert learning._recovered({**found, "fresh": {"all": 0.4}}, "all") is None

"""Versions of the model: kept as they are, one active at a time, and never a broken one, whatever happens half-way."""

from __future__ import annotations

import errno
import importlib.util
import json
import os
import random
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from labelled import RULES, a_folder, a_function, a_model, a_model_that_prefers

from noodlecore_trm.agent import TRMAgent, TRMAgentConfig
from noodlecore_trm.choosers import ChooserUnavailable, trm
from noodlecore_trm.choosers.trm import find_scorer, model_path
from noodlecore_trm.cli import main
from noodlecore_trm.registry import Damaged, Follower, Registry, RegistryError
from noodlecore_trm.registry.documents import sealed, unsealed
from noodlecore_trm.registry.gate import Programs, judge
from noodlecore_trm.registry.probe import answers
from noodlecore_trm.serving import read_model

ROOT = Path(__file__).parent.parent


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Registry:
    monkeypatch.setenv("NOODLE_TRM_MODELS", str(tmp_path / "models"))
    monkeypatch.delenv("NOODLE_TRM_MODEL_PATH", raising=False)
    monkeypatch.setattr(trm, "_SHIPPED", tmp_path / "nothing is shipped")
    return Registry()


def add(registry: Registry, seed: int, **more: Any) -> str:
    path = a_model(registry.folder.parent / f"m{seed}.safetensors", seed, **more)
    return registry.add(path).name


def promote(registry: Registry, name: str, reason: str = "a test") -> None:
    registry.activate(name, "promote", after=registry.activations.last(), reason=reason)


def active(registry: Registry) -> str:
    version = registry.active()
    return "" if version is None else version.name


def damage(path: Path) -> None:
    whole = bytearray(path.read_bytes())
    whole[-1] ^= 1
    path.write_bytes(bytes(whole))


# versions


def test_a_version_keeps_the_model_and_where_it_comes_from(registry: Registry) -> None:
    assert registry.names() == []
    assert active(registry) == ""
    first = registry.add(a_model(registry.folder.parent / "a.safetensors"))
    second = registry.add(a_model(registry.folder.parent / "b.safetensors", 1), parent="1.0", origin={"note": "n"})
    assert (first.name, second.name) == ("1.0", "1.1")
    assert second.lineage == {"parent": "1.0", "note": "n"}
    assert second.model.read_bytes() == (registry.folder.parent / "b.safetensors").read_bytes()
    assert second.card["settings"] == {"seed": 1}
    assert registry.read("1.1") == second
    assert registry.names() == ["1.0", "1.1"]
    assert active(registry) == ""  # it takes a promotion


def test_what_is_there_already_is_not_kept_twice(registry: Registry) -> None:
    assert add(registry, 0) == add(registry, 0) == "1.0"
    assert registry.names() == ["1.0"]


def test_other_rules_or_another_encoding_make_another_first_number(registry: Registry) -> None:
    assert add(registry, 0) == "1.0"
    assert add(registry, 1, rules=(*RULES, "unroll_constant_loop")) == "2.0"
    assert add(registry, 2, hidden_size=16) == "1.1"  # more weights answer the same questions
    assert add(registry, 3, rules=(*RULES, "unroll_constant_loop")) == "2.1"
    assert add(registry, 4, outcomes=9) == "3.0"


def test_versions_are_listed_by_number(registry: Registry) -> None:
    add(registry, 0)
    folder = registry.folder / "versions"
    for name in ("1.10", "1.9", "10.0", "no version", ".new-1"):
        (folder / name).mkdir()
    assert registry.names() == ["1.0", "1.9", "1.10", "10.0"]


@pytest.mark.parametrize("name", ["1.7", "../1.0", "", "1.0/", "latest"])
def test_a_name_of_none(registry: Registry, name: str) -> None:
    add(registry, 0)
    with pytest.raises(RegistryError, match=r"there are 1\.0"):
        registry.read(name)


def test_what_is_no_model_is_not_added(registry: Registry, tmp_path: Path) -> None:
    broken = a_model(tmp_path / "m.safetensors")
    damage(broken)
    for path in (broken, tmp_path / "gone", tmp_path):
        with pytest.raises(RegistryError):
            registry.add(path)
    with pytest.raises(RegistryError, match="no version"):
        registry.add(a_model(tmp_path / "good.safetensors"), parent="4.2")
    assert registry.names() == []


def test_a_model_whose_scores_are_not_finite_is_not_added(
    registry: Registry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "noodlecore_trm.registry.probe.answers", lambda *_: {"actions": [float("nan")], "value": 0.0, "halt": 0.0}
    )
    with pytest.raises(RegistryError, match="not finite"):
        registry.add(a_model(tmp_path / "m.safetensors"))
    assert registry.names() == []


def test_all_weights_count_in_the_self_test(tmp_path: Path) -> None:
    from noodlecore_trm.registry.probe import _made_up

    model = read_model(a_model(tmp_path / "m.safetensors"))
    sample = _made_up(model.vocabulary)
    before = answers(model, sample)
    for name, weights in model.weights.items():
        changed = {**model.weights, name: (weights + 0.3).astype(np.float32)}
        other = type(model)(model.architecture, model.vocabulary, changed, model.card)
        assert answers(other, sample) != before, name


# what is damaged


@pytest.mark.parametrize("file", ["model.safetensors", "probe.npz", "version.json"])
@pytest.mark.parametrize("harm", [damage, Path.unlink, lambda path: path.write_bytes(b"")])
def test_a_damaged_version_is_never_active(registry: Registry, file: str, harm: Any) -> None:
    for seed in range(2):
        promote(registry, add(registry, seed))
    assert active(registry) == "1.1"
    harm(registry.folder / "versions" / "1.1" / file)
    assert active(registry) == "1.0"  # what was active before it
    assert model_path() == registry.folder / "versions" / "1.0" / "model.safetensors"
    assert Follower(registry).current().card["version"] == "1.0"  # type: ignore[union-attr]
    with pytest.raises((Damaged, RegistryError)):
        registry.read("1.1").load()
    with pytest.raises((Damaged, RegistryError)):
        registry.activate("1.1", "rollback", after=2)
    harm(registry.folder / "versions" / "1.0" / file)
    assert active(registry) == ""
    with pytest.raises(ChooserUnavailable, match="no model installed"):
        find_scorer()


def test_a_version_that_says_something_else_fails_its_self_test(registry: Registry) -> None:
    version = registry.read(add(registry, 0))
    document = unsealed(version.folder / "version.json", "urn:noodlecore-trm:version:1")
    document["expected"]["halt"] += 0.1
    (version.folder / "version.json").write_bytes(sealed(document))
    with pytest.raises(Damaged, match="its scores are others"):
        registry.read("1.0").load()
    with pytest.raises(Damaged):
        promote(registry, "1.0")
    assert active(registry) == ""


def test_an_activation_that_is_not_whole_does_not_count(registry: Registry) -> None:
    for seed in range(2):
        promote(registry, add(registry, seed))
    folder = registry.folder / "activations"
    whole = (folder / "000002.json").read_bytes()
    for half in (b"", whole[: len(whole) // 2], whole.replace(b"1.1", b"1.0", 1), b"[]", b'{"digest": 1}'):
        (folder / "000002.json").write_bytes(half)
        assert active(registry) == "1.0"
    promote(registry, "1.1")
    assert sorted(path.name for path in folder.iterdir()) == ["000001.json", "000002.json", "000003.json"]
    assert active(registry) == "1.1"
    assert len(list(registry.activations.damaged())) == 1


def test_a_document_that_is_nested_too_deep_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "000001.json"
    for deep in (b"[" * 100_000, b'{"gate": ' + b"[" * 150 + b"]" * 150 + b"}"):
        path.write_bytes(deep)
        with pytest.raises(Damaged, match="nested too deep"):
            unsealed(path, "s")
    path.write_bytes(sealed(plain := {"schema": "s", "reason": "[" * 1000 + '"\\', "gate": [[]] * 1000}))
    assert unsealed(path, "s") == plain


def test_an_activation_that_cannot_be_read_does_not_count(registry: Registry) -> None:
    promote(registry, add(registry, 0))
    (registry.activations.folder / "000002.json").mkdir()
    assert active(registry) == "1.0"
    (complaint,) = registry.activations.damaged()
    assert complaint.endswith("000002.json: Is a directory")
    promote(registry, add(registry, 1))
    assert registry.before_active() == "1.0"


def test_a_damaged_version_is_listed_as_such_and_can_be_added_again(
    registry: Registry, capfd: pytest.CaptureFixture[str]
) -> None:
    add(registry, 0)
    damage(registry.read("1.0").model)
    assert main(("models", "list")) == 0
    assert "model.safetensors: it is damaged" in capfd.readouterr().out
    assert add(registry, 0) == "1.1"
    assert add(registry, 0) == "1.1"


# promotion and rollback


def test_rollback_goes_to_what_a_version_took_the_place_of(registry: Registry) -> None:
    for seed in range(3):
        promote(registry, add(registry, seed))
    for wanted in ("1.1", "1.0", ""):
        name = registry.before_active()
        registry.activate(name, "rollback", after=registry.activations.last())
        assert (name, active(registry)) == (wanted, wanted)
    with pytest.raises(RegistryError, match="nothing to roll back"):
        registry.before_active()
    acts = [(each.act, each.version, each.before) for each in registry.activations.newest_first()]
    assert acts[:3] == [("rollback", "", "1.0"), ("rollback", "1.0", "1.1"), ("rollback", "1.1", "1.2")]


def test_what_was_rolled_back_does_not_come_back_by_itself(registry: Registry) -> None:
    for seed in range(2):
        promote(registry, add(registry, seed))
    registry.activate("1.0", "rollback", after=registry.activations.last())
    damage(registry.folder / "versions" / "1.0" / "model.safetensors")
    assert active(registry) == ""


def test_of_two_promotions_at_once_one_comes_too_late(registry: Registry) -> None:
    add(registry, 0), add(registry, 1)
    seen = registry.activations.last()
    registry.activate("1.0", "promote", after=seen)
    with pytest.raises(RegistryError, match="meanwhile; nothing was changed"):
        registry.activate("1.1", "promote", after=seen)
    assert active(registry) == "1.0"


def test_many_promotions_at_once(registry: Registry) -> None:
    names = [add(registry, seed) for seed in range(4)]

    def try_one(name: str) -> bool:
        try:
            registry.activate(name, "promote", after=0)
        except RegistryError:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        done = list(pool.map(try_one, names * 4))
    assert sum(done) == 1
    assert active(registry) == (names * 4)[done.index(True)]


def test_many_who_add_at_once_get_numbers_of_their_own(registry: Registry) -> None:
    models = [a_model(registry.folder.parent / f"{seed}.safetensors", seed) for seed in range(6)]
    with ThreadPoolExecutor(6) as pool:
        names = [version.name for version in pool.map(registry.add, models)]
    assert sorted(names) == registry.names() == [f"1.{number}" for number in range(6)]
    for name, model in zip(names, models, strict=True):
        assert registry.read(name).model.read_bytes() == model.read_bytes()


def test_a_version_that_is_added_between_two_looks_counts(registry: Registry, monkeypatch: pytest.MonkeyPatch) -> None:
    late, interrupted = Registry(), []
    real_next, real_names = late._next, late.names

    def names() -> list[str]:
        before = real_names()
        if interrupted == [False]:
            interrupted[:] = [True]
            assert add(registry, 1) == "1.0"
        return before

    def following(fingerprint: str) -> str:
        interrupted[:] = interrupted or [False]
        return real_next(fingerprint)

    monkeypatch.setattr(late, "names", names)
    monkeypatch.setattr(late, "_next", following)
    assert add(late, 2) == "1.1"
    assert registry.names() == ["1.0", "1.1"]


KILLED = """
import sys
from pathlib import Path
from noodlecore_trm.registry.activations import Activations
from noodlecore_trm.registry.versions import Registry
folder = Path(sys.argv[1])
registry = Registry(folder)
print("begun", flush=True)
number = 0
while True:
    number += 1
    registry.activations.add(registry.activations.last(), f"1.{number % 2}", "promote", before="", reason="x" * 100_000)
    names = registry._put({**document, "fingerprint": "x"}, contents) if number % 5 == 0 else None
"""


@pytest.mark.skipif(os.name == "nt", reason="kill -9")
def test_killed_half_way(registry: Registry) -> None:
    for seed in range(2):
        promote(registry, add(registry, seed))
    version = registry.read("1.1")
    given = {
        "document": {**unsealed(version.folder / "version.json", "urn:noodlecore-trm:version:1"),
                     "schema": "urn:noodlecore-trm:version:1"},
        "contents": version.files,
    }  # fmt: skip
    script = f"document = {given['document']!r}\ncontents = dict.fromkeys({list(version.files)!r}, b'x' * 99_999)\n"
    draw = random.Random(0)
    for _ in range(5):
        process = subprocess.Popen(
            [sys.executable, "-c", script + KILLED, str(registry.folder)],
            stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        assert process.stdout is not None
        assert process.stdout.readline() == b"begun\n"
        time.sleep(draw.random() / 10)
        process.kill()
        process.wait()
        process.stdout.close()
        assert active(registry) in ("1.0", "1.1")
        for name in registry.names():
            registry.read(name)  # each is whole
        newest = next(registry.activations.newest_first())
        assert registry.activations.last() - newest.number in (0, 1)
    promote(registry, "1.0")
    assert active(registry) == "1.0"
    left = list((registry.folder / "versions").glob(".new-*"))
    for path in left:
        os.utime(path, (0, 0))
    add(registry, 7)
    assert list((registry.folder / "versions").glob(".new-*")) == []


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_full_disk_or_a_folder_that_may_not_be_written(
    registry: Registry, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    promote(registry, add(registry, 0))
    other = a_model(registry.folder.parent / "other.safetensors", 1)
    add(registry, 2)
    before = sorted(str(path) for path in registry.folder.rglob("*"))

    def full(descriptor: int, data: bytes) -> int:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        with pytest.raises(RegistryError, match=os.strerror(number)):
            registry.add(other)
        with pytest.raises(RegistryError, match="nothing was changed"):
            promote(registry, "1.1")
    assert sorted(str(path) for path in registry.folder.rglob("*")) == before
    assert active(registry) == "1.0"


@pytest.mark.skipif(os.name == "nt", reason="limits of a process")
def test_a_disk_that_is_really_full(registry: Registry) -> None:
    promote(registry, add(registry, 0))
    a_model(registry.folder.parent / "other.safetensors", 1)
    script = (
        "import resource, signal, sys; from noodlecore_trm.cli import main; "
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)); "
        "sys.exit(main(sys.argv[1:]))"
    )
    done = subprocess.run(
        # -B: what is cut off on such a disk may be the byte code of a module, for all who come after
        [sys.executable, "-B", "-c", script, "models", "add", str(registry.folder.parent / "other.safetensors")],
        capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)}, timeout=120,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "nothing was added" in done.stderr or "File too large" in done.stderr or "file too large" in done.stderr
    assert registry.names() == ["1.0"]
    assert active(registry) == "1.0"


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    registry = Registry(tmp_path / "file")
    assert registry.names() == []
    assert active(registry) == ""
    with pytest.raises(RegistryError, match="nothing was added"):
        registry.add(a_model(tmp_path / "m.safetensors"))


# whoever runs for long


def test_the_model_is_found_in_order(registry: Registry, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with pytest.raises(ChooserUnavailable, match="no model installed"):
        find_scorer()
    shipped, named, given = (a_model(tmp_path / f"{name}.safetensors") for name in ("shipped", "named", "given"))
    monkeypatch.setattr(trm, "_SHIPPED", shipped)
    assert model_path() == shipped
    promote(registry, add(registry, 5, outcomes=len(trm.OUTCOMES)))
    assert model_path() == registry.read("1.0").model
    assert find_scorer().card["version"] == "1.0"  # type: ignore[attr-defined]
    monkeypatch.setenv("NOODLE_TRM_MODEL_PATH", str(named))
    assert model_path() == named
    assert model_path(str(given)) == given
    assert "version" not in find_scorer(str(given)).card  # type: ignore[attr-defined]


def test_a_follower_changes_between_calls_and_keeps_what_serves(
    registry: Registry, caplog: pytest.LogCaptureFixture
) -> None:
    follower = Follower(registry)
    assert follower.current() is None

    def serves() -> str:
        model = follower.current()
        return "" if model is None else str(model.card["version"])

    promote(registry, add(registry, 0))
    assert serves() == "1.0"
    held = follower.current()
    assert follower.current() is held  # nothing new, nothing read
    promote(registry, add(registry, 1))
    assert serves() == "1.1"

    name = add(registry, 2)
    document = registry.folder / "versions" / name / "version.json"
    registry.activations.add(registry.activations.last(), name, "promote", before="1.1")
    good = document.read_bytes()
    damage(registry.folder / "versions" / name / "model.safetensors")
    assert serves() == "1.1"
    assert "damaged" in follower.problem
    assert serves() == "1.1"
    assert len(caplog.records) == 1  # said once
    assert document.read_bytes() == good

    registry.activate("1.0", "rollback", after=registry.activations.last())
    assert serves() == "1.0"
    assert follower.problem == ""
    (registry.folder / "activations" / "000005.json").write_bytes(b"half")
    assert serves() == "1.0"
    (registry.folder / "activations" / "000005.json").unlink()
    registry.activations.add(4, "1.1", "promote", before="1.0")
    assert serves() == "1.1"
    registry.activations.add(5, "", "rollback", before="1.1")
    assert serves() == ""


def test_half_an_activation_is_looked_at_again(registry: Registry) -> None:
    add(registry, 0), add(registry, 1)
    promote(registry, "1.0")
    promote(registry, "1.1")
    path = registry.folder / "activations" / "000002.json"
    whole = path.read_bytes()
    path.write_bytes(whole[:50])
    follower = Follower(registry)
    assert follower.current().card["version"] == "1.0"  # type: ignore[union-attr]
    path.write_bytes(whole)
    assert follower.current().card["version"] == "1.1"  # type: ignore[union-attr]


def test_a_model_that_this_program_has_no_use_for_is_not_taken(registry: Registry) -> None:
    promote(registry, add(registry, 0))
    promote(registry, add(registry, 1, outcomes=9))
    assert find_scorer().card["version"] == "1.0"  # type: ignore[attr-defined]


def test_many_threads_while_versions_change(registry: Registry) -> None:
    rules = [add(registry, seed) for seed in range(3)]
    promote(registry, rules[0])
    switches = [("1.1", 1), ("1.2", 2), ("1.0", 3)]

    def use(number: int) -> set[str]:
        if number < len(switches):
            name, after = switches[number]
            while registry.activations.last() < after:
                time.sleep(0.001)
            registry.activate(name, "promote", after=after)
        return {find_scorer().card["version"] for _ in range(40)}  # type: ignore[attr-defined]

    with ThreadPoolExecutor(8) as pool:
        seen = list(pool.map(use, range(8)))
    assert set().union(*seen) <= {"1.0", "1.1", "1.2"}
    assert find_scorer().card["version"] == "1.0"  # type: ignore[attr-defined]


def test_an_agent_that_runs_for_long_sees_a_promotion(registry: Registry, monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[str] = []
    proposed = trm.TRMChooser.propose

    def propose(self: trm.TRMChooser, *given: Any) -> Any:
        served.append(self._scorer.card["version"])  # type: ignore[attr-defined]
        return proposed(self, *given)

    monkeypatch.setattr(trm.TRMChooser, "propose", propose)
    agent = TRMAgent(TRMAgentConfig())
    source = "def f(xs):\n    out = []\n    for i in range(len(xs)):\n        out.append(min(i, 3))\n    return out\n"

    def optimized() -> set[str]:
        served.clear()
        result = agent.optimize_ir(agent.translate_ast(agent.parse_module(source)))
        assert result.success
        return set(served)

    assert optimized() == set()
    rules = ("expand_min_max", "iterate_directly", "collect_in_comprehension", "hoist_range")
    for seed in range(2):
        promote(registry, add(registry, seed, rules=rules))
        assert optimized() == {f"1.{seed}"}


def test_the_registry_takes_the_standard_library_only() -> None:
    script = (
        "import sys, noodlecore_trm.registry as r; r.Registry(r.versions.Path('nowhere')).active(); "
        "sys.exit('numpy' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True, env={**os.environ, "PYTHONPATH": str(ROOT)})


# the gate


def programs(gain: float, families: int = 5, each: int = 6, seed: int = 0) -> dict[tuple[str, str], float]:
    draw = np.random.default_rng(seed)
    return {
        (f"family{family}", f"p{number}"): gain + float(draw.normal(0, 0.05))
        for family in range(families) for number in range(each)
    }  # fmt: skip


def shifted(active: Programs, by: float, spread: float = 0.02) -> dict[tuple[str, str], float]:
    draw = np.random.default_rng(1)
    return {key: value + by + float(draw.normal(0, spread)) for key, value in active.items()}


def test_the_gate_lets_through_what_gains_beyond_doubt() -> None:
    judgement = judge(programs(0.3), shifted(programs(0.3), 0.05))
    assert judgement.passed
    assert judgement.reasons == ()
    assert 0 < judgement.lower < judgement.difference < judgement.upper
    assert judgement.candidate - judgement.active == pytest.approx(judgement.difference)
    assert judge(programs(0.3), shifted(programs(0.3), 0.05)) == judgement  # the draws are the same each time


@pytest.mark.parametrize("by", [0.0, -0.05, 0.004])
def test_the_gate_stops_what_may_be_chance(by: float) -> None:
    judgement = judge(programs(0.3), shifted(programs(0.3), by, 0.05))
    assert not judgement.passed
    assert "does not gain more with 95% confidence" in judgement.reasons[0]


def test_the_same_model_does_not_pass() -> None:
    assert not judge(programs(0.3), programs(0.3)).passed


def test_the_gate_stops_what_loses_in_one_family() -> None:
    active = programs(0.3)
    better = shifted(active, 0.2)
    worse = {key: value - (0.4 if key[0] == "family3" else 0.0) for key, value in better.items()}
    judgement = judge(active, worse)
    assert judgement.lower > 0
    assert judgement.families == ("family3",)
    assert judgement.reasons == ("it loses in family3",)
    alone = {**better, ("lonely", "p0"): 0.0}
    assert judge({**active, ("lonely", "p0"): 0.5}, alone).families == ("lonely",)
    assert judge({**active, ("lonely", "p0"): 0.01}, alone).passed  # a tie


def test_a_family_that_seems_to_lose_by_chance_is_none() -> None:
    active = programs(0.3, families=20, each=3)
    candidate = shifted(active, 0.05, 0.08)
    lower = [family for family, _ in active if
             np.mean([candidate[key] - active[key] for key in active if key[0] == family]) < 0]  # fmt: skip
    assert lower
    assert judge(active, candidate).families == ()


def test_too_little_to_judge_by() -> None:
    with pytest.raises(ValueError, match="too few"):
        judge(programs(0.3, 1, 3), programs(0.4, 1, 3))
    with pytest.raises(ValueError, match="not the same"):
        judge(programs(0.3), programs(0.3, 6))


# the command


def run(capfd: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    code = main(["models", *map(str, arguments)])
    out, err = capfd.readouterr()
    assert "Traceback" not in err
    return code, out, err


@pytest.fixture
def no_tracking(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("noodlecore_trm.registry.tracking.importlib.util.find_spec", lambda name: None)


@pytest.mark.usefixtures("no_tracking")
def test_the_life_of_a_model(registry: Registry, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    labels = a_folder(tmp_path / "labels")
    function = a_function("school", "p0")
    good = a_model_that_prefers(0, tmp_path / "good.safetensors", function)
    bad = a_model_that_prefers(1, tmp_path / "bad.safetensors", function)

    assert run(capfd, "list") == (0, "", "no versions yet: the model of the package chooses\n")
    assert run(capfd, "show")[0] == 2
    assert run(capfd, "rollback")[0] == 2
    assert run(capfd, "add", bad) == (0, "", f"{bad}: version 1.0\n")
    assert run(capfd, "add", bad) == (0, "", f"{bad}: it is there already, as version 1.0\n")
    assert run(capfd, "add", good, "--parent", "1.0", "--note", "by hand")[0] == 0

    # the first has to beat the table, which here knows what is best
    code, _, err = run(capfd, "promote", "1.0", "--labels", labels)
    assert code == 1
    assert "does not gain more" in err
    assert run(capfd, "promote", "1.0")[2].startswith("noodle-trm: --labels is missing")
    assert run(capfd, "promote", "1.0", "--force", " ")[2] == "noodle-trm: --force needs a reason\n"
    assert run(capfd, "promote", "1.0", "--force", "there is none yet") == (0, "", "1.0 is active\n")
    code, _, err = run(capfd, "promote", "1.1", "--labels", labels)
    assert code == 0
    assert err.endswith("1.1 is active\n")
    assert "in 12 programs" in err
    assert run(capfd, "promote", "1.1", "--labels", labels) == (0, "", "1.1 is active already\n")
    code, _, err = run(capfd, "promote", "1.0", "--labels", labels)
    assert code == 1
    assert "it loses in music, school, trees" in err

    listed = run(capfd, "list")[1].splitlines()
    assert [line[:5] for line in listed] == ["  1.0", "* 1.1"]
    assert listed[1].endswith("of the best gains in its training, from 1.0")
    shown = json.loads(run(capfd, "show")[1])
    assert shown["lineage"] == {"parent": "1.0", "note": "by hand"}
    assert shown["activations"][0]["gate"]["passed"] is True
    assert shown["activations"][0]["gate"]["split"] == "held_out"
    assert json.loads(run(capfd, "show", "1.0")[1])["activations"][0]["reason"] == "there is none yet"

    diff = run(capfd, "diff", "1.0")[1]
    assert diff.startswith("--- 1.0\n+++ 1.1\n")
    assert '+lineage.note = "by hand"' in diff
    assert "-settings.seed = " in diff
    assert " action_head.weight: changed by " in diff

    assert run(capfd, "rollback", "--reason", "it was slow") == (0, "", "1.0 is active\n")
    assert run(capfd, "rollback") == (0, "", "the shipped model is active\n")
    assert run(capfd, "rollback", "1.1") == (0, "", "1.1 is active\n")
    assert run(capfd, "rollback", "shipped")[0] == 0
    assert run(capfd, "rollback", "7.7")[2] == "noodle-trm: version 7.7 has never been active: " \
        "noodle-trm models promote 7.7\n"  # fmt: skip

    assert run(capfd, "verify") == (0, "", "1.0: good\n1.1: good\n")
    damage(registry.folder / "versions" / "1.0" / "model.safetensors")
    code, _, err = run(capfd, "verify")
    assert code == 1
    assert "1.0: " in err
    assert "damaged" in err
    assert "1.1: good" in err
    assert run(capfd, "verify", "1.1")[0] == 0
    assert run(capfd, "list")[0] == 0


@pytest.mark.usefixtures("no_tracking")
def test_models_that_cannot_be_compared(registry: Registry, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    labels = a_folder(tmp_path / "labels")
    add(registry, 0), add(registry, 1, rules=("hoist_range",))
    code, _, err = run(capfd, "promote", "2.0", "--labels", labels)
    assert (code, err.count("\n")) == (2, 1)
    assert "the labels are of other rules than version 2.0" in err
    promote(registry, "2.0")
    assert "cannot be compared" in run(capfd, "promote", "1.0", "--labels", labels)[2]
    assert run(capfd, "promote", "1.0", "--labels", labels, "--split", "all")[0] == 2
    assert run(capfd, "promote", "1.0", "--labels", tmp_path / "none")[0] == 2
    (tmp_path / "few").mkdir()
    few = a_folder(tmp_path / "few" / "labels", functions=1)
    registry.activate("", "rollback", after=registry.activations.last())
    assert "too few" in run(capfd, "promote", "1.0", "--labels", few)[2]
    diff = run(capfd, "diff", "1.0", "2.0")[1]
    assert "-rule hoist_row" in diff
    assert " rules.embedding_weight: [3, 8] -> [1, 8]" in diff


def test_a_mistyped_action_is_one_line(capfd: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capfd, "pomote")
    assert (code, err.count("\n")) == (2, 1)
    assert "promote" in err


@pytest.mark.skipif(importlib.util.find_spec("mlflow") is None, reason="needs noodlecore-trm[mlflow]")
def test_versions_go_to_mlflow(registry: Registry, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    from mlflow.tracking import MlflowClient

    labels = a_folder(tmp_path / "labels")
    good = a_model_that_prefers(0, tmp_path / "good.safetensors", a_function("school", "p0"))
    assert run(capfd, "add", good)[0] == 0
    assert run(capfd, "promote", "1.0", "--labels", labels)[0] in (0, 1)
    client = MlflowClient(f"sqlite:///{registry.folder}/mlflow.sqlite3")
    experiment = client.get_experiment_by_name("noodle-trm")
    assert experiment is not None
    runs = {each.info.run_name: each for each in client.search_runs([experiment.experiment_id])}
    assert runs.keys() == {"1.0", "gate 1.0"}
    assert runs["1.0"].data.params["seed"] == str(registry.read("1.0").card["settings"]["seed"])
    assert runs["1.0"].data.tags["sha256"] == registry.read("1.0").files["model.safetensors"]
    assert runs["gate 1.0"].data.metrics["lower"] <= runs["gate 1.0"].data.metrics["upper"]
    assert runs["gate 1.0"].info.status == "FINISHED"


def test_tracking_that_fails_stops_nothing(
    registry: Registry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from noodlecore_trm.registry import tracking

    monkeypatch.setattr(tracking.importlib.util, "find_spec", lambda name: object())

    def fails(*given: object) -> str:
        raise ConnectionError("nobody is there")

    monkeypatch.setattr(tracking, "_written", fails)
    assert main(["models", "add", str(a_model(tmp_path / "m.safetensors"))]) == 0
    assert registry.names() == ["1.0"]
    assert caplog.messages == ["nothing went to MLflow: nobody is there"]

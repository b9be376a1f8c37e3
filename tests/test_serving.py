"""A model at work without torch: the same scores, and one clear sentence for every file that holds none."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from safetensors import safe_open
from safetensors.numpy import save_file

from noodlecore_trm import encoding
from noodlecore_trm.choosers.trm import OUTCOMES
from noodlecore_trm.encoding import Sample, Vocabulary, current_vocabulary
from noodlecore_trm.encoding.vocabulary import COLUMNS, OUTLOOK, RELATIONS, VERDICT
from noodlecore_trm.serving import Architecture, BadWeights, read_model, write_model
from noodlecore_trm.serving.formats import FORMATS

torch = pytest.importorskip("torch")

from noodlecore_trm.models.scoring import Question, ScoringConfig, ScoringModel, Verdicts  # noqa: E402

ROOT = Path(__file__).parent.parent
VOCABULARY = current_vocabulary(("hoist_range", "expand_min_max", "hoist_row"))
CARD = {"corpus": "none", "seed": 0}


def config_of(**settings: Any) -> ScoringConfig:
    fixed: dict[str, Any] = {
        "hidden_size": 32, "columns": VOCABULARY.sizes, "masks": (COLUMNS.index("effects"),),
        "context": VOCABULARY.context_sizes, "rules": len(VOCABULARY.rules), "outcomes": len(OUTCOMES),
        "outlook": len(OUTLOOK), "verdict": len(VERDICT), "relations": len(RELATIONS),
    }  # fmt: skip
    return ScoringConfig(**{**fixed, **settings})


def made(seed: int = 0, **settings: Any) -> ScoringModel:
    """A model whose heads say something."""
    torch.manual_seed(seed)
    model = ScoringModel(config_of(**settings)).eval()
    for head in (model.action_head, model.choice_head):
        torch.nn.init.normal_(head.weight, std=0.3)
        torch.nn.init.normal_(head.bias)
    return model


def arrays_of(model: ScoringModel) -> dict[str, NDArray[Any]]:
    return {name: value.numpy() for name, value in model.state_dict().items()}


def saved(path: Path, model: ScoringModel, **changes: Any) -> Path:
    given: dict[str, Any] = {
        "config": asdict(model.config), "vocabulary": VOCABULARY, "weights": arrays_of(model), "card": CARD, **changes
    }  # fmt: skip
    write_model(path, **given)
    return path


def drawn(seed: int, ops: int, actions: int, edges: int) -> Sample:
    draw = np.random.default_rng(seed)
    return Sample(
        np.stack([draw.integers(0, size, ops) for size in VOCABULARY.sizes], 1).astype(np.uint8),
        np.stack([draw.integers(0, size, edges) for size in (len(RELATIONS), ops, ops)], 1).astype(np.uint16),
        np.stack([draw.integers(0, size, actions) for size in (ops, len(VOCABULARY.rules))], 1).astype(np.uint16),
        draw.normal(size=(actions, len(OUTLOOK))).astype(np.float32),
        np.array([draw.integers(0, size) for size in VOCABULARY.context_sizes], np.uint8),
    )


SAMPLES = {
    "one op": drawn(0, 1, 0, 0),
    "one op and an action": drawn(1, 1, 1, 0),
    "no edges": drawn(2, 9, 3, 0),
    "no actions": drawn(3, 12, 0, 30),
    "several alike": replace(drawn(4, 6, 4, 5), edges=np.array([[2, 1, 0]] * 3 + [[2, 5, 0]], np.uint16)),
    "small": drawn(5, 17, 5, 40),
    "large": drawn(6, 128, 20, 400),
}


def asked(config: ScoringConfig, sample: Sample) -> Question:
    ops, edges, actions = (each.astype(np.int64) for each in (sample.ops, sample.edges, sample.actions))
    return Question.batch(config, [ops], [edges], [actions], [sample.outlook], sample.context.astype(np.int64)[None])


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize(
    ("seed", "settings"),
    [
        (0, {}),
        (1, {"hidden_size": 128}),
        (2, {"H_cycles": 3, "L_cycles": 6, "L_layers": 1}),
        (3, {"global_channel": False, "expansion": 2.0}),
        (4, {"variant": "single_z"}),
        (5, {"variant": "six_z", "L_cycles": 4}),
        (6, {"variant": "hrm", "H_layers": 1, "H_cycles": 2}),
        (7, {"variant": "flat", "H_layers": 3}),
        (8, {"variant": "loop", "H_cycles": 2}),
    ],
)
def test_the_same_scores_as_the_model_that_was_trained(
    tmp_path: Path, name: str, seed: int, settings: dict[str, Any]
) -> None:
    model, sample = made(seed, **settings), SAMPLES[name]
    served = read_model(saved(tmp_path / "m", model, formats="float32")).network.begin(sample)
    question = asked(model.config, sample)
    z = model.initial(question)
    draw = np.random.default_rng(seed)
    told = encoding.Verdicts.none(len(sample.actions))
    for _ in range(4):
        with torch.no_grad():
            outcomes, opens = (torch.from_numpy(each.astype(np.int64)) for each in (told.outcomes, told.opens))
            z, scores = model(z, question, Verdicts(outcomes, opens, torch.from_numpy(told.numbers)))
        ours = served.step(told)
        assert ours.actions.dtype == np.float32
        theirs = [float(each) for each in (*scores.actions, scores.value, scores.halt)]
        np.testing.assert_allclose([*ours.actions, ours.value, ours.halt], theirs, rtol=0, atol=1e-5)
        told = encoding.Verdicts(
            draw.integers(0, len(OUTCOMES), len(outcomes)).astype(np.uint8),
            draw.integers(0, model.config.rules + 1, len(outcomes)).astype(np.uint16),
            draw.normal(size=told.numbers.shape).astype(np.float32),
        )


def test_what_was_tried_before_is_remembered(tmp_path: Path) -> None:
    network = read_model(saved(tmp_path / "m", made())).network
    nothing = encoding.Verdicts.none(5)
    first, other, again = (network.begin(SAMPLES["small"]) for _ in range(3))
    assert (first.step(nothing).actions == other.step(nothing).actions).all()
    again.step(replace(nothing, outcomes=np.ones(5, np.uint8)))
    assert (first.step(nothing).actions == other.step(nothing).actions).all()
    assert (again.step(nothing).actions != first.step(nothing).actions).all()


# files


@pytest.mark.parametrize(("form", "error"), [("float32", 0.0), ("float16", 2.0**-11), ("bfloat16", 2.0**-8)])
def test_formats(tmp_path: Path, form: str, error: float) -> None:
    model = made()
    path = saved(tmp_path / "m", model, formats=form)
    again = read_model(path)
    for name, array in arrays_of(model).items():
        np.testing.assert_allclose(again.weights[name], array, rtol=error, atol=1e-7 if error else 0)
    numbers = sum(map(np.size, again.weights.values()))
    assert path.stat().st_size == pytest.approx(numbers * (2 if error else 4), rel=0.2)
    second = saved(tmp_path / "n", model, weights=again.weights, formats=form)
    assert second.read_bytes() == path.read_bytes(), "storing what was read changes nothing"


def test_bfloat16_rounds_to_the_nearest_as_torch_does() -> None:
    values = np.random.default_rng(0).normal(size=1000).astype(np.float32)
    form = FORMATS["bfloat16"]
    ours = form.unpack(form.pack(values), values.shape)
    assert (ours == torch.from_numpy(values).bfloat16().float().numpy()).all()


def test_a_model_comes_back(tmp_path: Path) -> None:
    formats = {name: "float32" if "head" in name or "init" in name else "bfloat16" for name in arrays_of(made())}
    model = read_model(saved(tmp_path / "m", made(), formats=formats))
    assert model.vocabulary == VOCABULARY
    assert model.card == CARD
    assert model.architecture == Architecture.from_dict(asdict(config_of()))
    assert (model.weights["action_head.weight"] == arrays_of(made())["action_head.weight"]).all()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["m"]


def test_every_truncated_file_is_refused(tmp_path: Path) -> None:
    path = saved(tmp_path / "m", made(hidden_size=8))
    whole = path.read_bytes()
    for length in range(0, len(whole), max(1, len(whole) // 60)):
        path.write_bytes(whole[:length])
        with pytest.raises(BadWeights, match="no model: "):
            read_model(path)


def test_every_changed_byte_is_noticed(tmp_path: Path) -> None:
    path = saved(tmp_path / "m", made(hidden_size=8))
    whole = path.read_bytes()
    found = []
    for place in range(0, len(whole), max(1, len(whole) // 200)):
        changed = bytearray(whole)
        changed[place] ^= 0x15
        path.write_bytes(bytes(changed))
        with pytest.raises(BadWeights, match=r"no model|something else|another version") as problem:
            read_model(path)
        found.append(str(problem.value))
    assert all("\n" not in each for each in found)


def changed(path: Path, change: dict[str, Any]) -> None:
    """Write other things into the document of a model, with the digest that they then have."""
    from noodlecore_trm.serving import model

    with safe_open(path, framework="numpy") as file:
        document = json.loads(file.metadata()["noodlecore-trm"])
        arrays = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
    arrays |= change.pop("arrays", {})
    document |= change
    document.pop("digest")
    document["digest"] = model._digest(document, arrays)
    save_file(arrays, path, {"noodlecore-trm": json.dumps(document)})


WIDTH = asdict(config_of(hidden_size=8))
LESS = Vocabulary(VOCABULARY.rules[:2], VOCABULARY.kinds, VOCABULARY.words)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"schema": "urn:noodlecore-trm:model:9"}, "a model of another version: urn:noodlecore-trm:model:9"),
        ({"vocabulary": {"version": 7}}, "a vocabulary of version 7, not 2"),
        ({"vocabulary": LESS.to_dict()}, "the vocabulary is not the one of the model"),
        ({"config": {**WIDTH, "hidden_size": 16}}, "it is float16"),
        ({"config": {**WIDTH, "hidden_size": -8}}, "hidden_size is -8"),
        ({"config": {**WIDTH, "hidden_size": "8"}}, "hidden_size is '8'"),
        ({"config": {**WIDTH, "rms_norm_eps": float("nan")}}, "rms_norm_eps is nan"),
        ({"config": {**WIDTH, "variant": "other"}}, "a recursion 'other'"),
        ({"config": {**WIDTH, "L_layers": 3}}, "weights are missing"),
        ({"config": {**WIDTH, "masks": [0]}}, "the columns are not those of the model"),
        ({"config": {"variant": "trm"}}, "no setting 'hidden_size'"),
        ({"config": None}, "no setting"),
        ({"config": {**WIDTH, "H_cycles": 60_000}}, "H_cycles is 60000"),
        ({"config": {**WIDTH, "L_cycles": 65}}, "L_cycles is 65"),
        ({"card": None}, "its card is no table"),
        ({"formats": {}}, "weights are missing"),
        ({"formats": dict.fromkeys(arrays_of(made(hidden_size=8)), "int3")}, "is stored as int3"),
        ({"formats": dict.fromkeys(arrays_of(made(hidden_size=8)), "float32")}, "it is float16"),
        ({"arrays": {"action_head.bias": np.array([np.nan], np.float16)}}, "action_head.bias holds what is not finite"),
        ({"arrays": {"action_head.bias": np.zeros((), np.float16)}}, "action_head.bias: it is float16 []"),
    ],
)
def test_models_that_cannot_be_served(tmp_path: Path, change: dict[str, Any], reason: str) -> None:
    path = saved(tmp_path / "m", made(hidden_size=8))
    changed(path, dict(change))
    with pytest.raises(BadWeights) as problem:
        read_model(path)
    assert reason in str(problem.value)
    assert str(problem.value).startswith(f"{path}: ")


def test_weights_of_something_else(tmp_path: Path) -> None:
    save_file({"a": np.zeros(3, np.float32)}, tmp_path / "m")
    with pytest.raises(BadWeights, match="weights of something else"):
        read_model(tmp_path / "m")
    with pytest.raises(FileNotFoundError):
        read_model(tmp_path / "n")


@pytest.mark.parametrize(
    "changes",
    [
        {"vocabulary": LESS},
        {"weights": {"a": np.zeros(3, np.float32)}},
        {"weights": {**arrays_of(made()), "action_head.bias": np.array([np.inf], np.float32)}},
        {"weights": {**arrays_of(made()), "action_head.bias": np.array([1e6], np.float32)}},
    ],
    ids=["another vocabulary", "other weights", "infinite", "infinite once it is stored"],
)
@pytest.mark.filterwarnings("ignore:overflow encountered")
def test_nothing_is_written_that_could_not_be_read(tmp_path: Path, changes: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"vocabulary|missing|finite"):
        saved(tmp_path / "m", made(), **changes)
    assert list(tmp_path.iterdir()) == []


def test_a_model_is_served_without_torch(tmp_path: Path) -> None:
    path = saved(tmp_path / "m", made())
    program = f"import sys; from noodlecore_trm.serving import read_model; read_model({str(path)!r}).network\n"
    program += "print(sorted({'torch', 'scipy'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"

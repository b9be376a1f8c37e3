"""The benchmark of precisions: every rung in one call, and numbers that are what they say."""

from __future__ import annotations

import importlib.util
import json
import math
from dataclasses import asdict
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("brevitas")

from test_training import SMALL, folder  # noqa: E402, F401

from noodlecore_trm.models.scoring import ScoringModel  # noqa: E402
from noodlecore_trm.serving import read_model, write_model  # noqa: E402
from noodlecore_trm.training.corpus import read_corpus  # noqa: E402
from noodlecore_trm.training.run import model_config  # noqa: E402

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"


@pytest.fixture
def benchmark(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return importlib.import_module("quantization")


def test_the_whole_ladder_at_once(
    benchmark: ModuleType, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]  # noqa: F811
) -> None:
    torch.manual_seed(0)
    corpus = read_corpus(folder)
    model = ScoringModel(model_config(SMALL, corpus.vocabulary))
    torch.nn.init.normal_(model.action_head.weight, std=0.3)
    torch.nn.init.constant_(model.action_head.bias, 3.0)  # so that it does something
    weights = {name: value.numpy() for name, value in model.state_dict().items()}
    source, out = tmp_path / "trm.safetensors", tmp_path / "out"
    write_model(source, asdict(model.config), corpus.vocabulary, weights, {"settings": asdict(SMALL)}, "float32")
    words = [str(source), "--labels", str(folder), "--corpus", str(folder), "--out", str(out), "--seeds", "0", "1"]
    words += ["--set", "batches=3", "--set", "evaluate_every=2", "--rounds", "1"]
    words += ["--rung", "binary tensor qat"]
    assert benchmark.main([*words, "--cold", "1", "--rung", "int8", "--rung", "binary", "--rung", "int4 inputs"]) == 0
    results = json.loads((out / "table.json").read_text())
    names = ["bf16", "binary tensor qat #0", "binary tensor qat #1", "int8", "binary", "int4 inputs"]
    assert list(results) == names
    assert all(f"\n{name} " in capsys.readouterr().out for name in names[:1])
    base = results["bf16"]
    assert (base["kept"], base["agreement"]) == ([1.0, 1.0, 1.0], 1.0)
    assert base["cosines"] == pytest.approx([1.0, 1.0])
    for name, each in results.items():
        assert each["bytes"] > each["matrices"] > 0
        assert sum(each["layers"].values()) < each["bytes"]
        assert each["in PyTorch"] == 1.0, name
        assert each["cosines"][0] <= 1.0 + 1e-6
        assert 0.0 < each["cold s"] < 100.0
        assert 1.0 < each["peak MiB"] < 2000.0
    assert base["matrices"] > 1.7 * results["int8"]["matrices"] > 9 * results["binary"]["matrices"]
    assert results["binary"]["cosines"][0] < results["int8"]["cosines"][0]
    for name in ("table.md", "ladder.png", "training.png", "int8.0.md", "binary-tensor-qat.1.md"):
        assert (out / name).stat().st_size > 100, name
    assert "| precision | binary |" in (out / "binary-tensor-qat.1.md").read_text()
    made = read_model(out / "binary-tensor-qat.1.safetensors")
    assert made.rung is not None
    assert (made.rung.scales, made.rung.trained) == ("tensor", True)
    before = {path: path.stat().st_mtime_ns for path in out.glob("*.safetensors")}
    assert benchmark.main([*words, "--cold", "0"]) == 0
    assert before == {path: path.stat().st_mtime_ns for path in out.glob("*.safetensors")}, "nothing is made twice"


def test_what_is_kept(benchmark: ModuleType) -> None:
    base = np.array([1.0, 2.0, 3.0, 0.0])
    assert benchmark.kept(base, base) == (1.0, 1.0, 1.0)
    part, low, high = benchmark.kept(np.array([1.0, 1.0, 3.0, 0.0]), base)
    assert part == pytest.approx(5 / 6)
    assert low < part < high <= 1.0
    assert all(math.isnan(each) for each in benchmark.kept(np.zeros(3), np.zeros(3)))


def test_cosines(benchmark: ModuleType) -> None:
    one = [[np.eye(2), np.eye(2)]]
    other = [[np.eye(2) * 3, np.array([[0.0, 1.0], [0.0, 2.0]])]]
    assert benchmark.cosines(one, other) == [1.0, 0.5]


def test_the_smallest_that_keeps_enough(benchmark: ModuleType) -> None:
    def of(size: int, kept: float) -> dict[str, object]:
        return {"bytes": size, "kept": [kept, 0.0, 1.0]}

    results = {
        "bf16": of(100, 1.0), "int4": of(30, 0.995), "binary qat #0": of(10, 1.0), "binary qat #1": of(10, 0.97),
    }  # fmt: skip
    assert benchmark.smallest(results) == "int4"
    assert benchmark.smallest(results | {"binary qat #1": of(10, 0.985)}) == "binary qat"


@pytest.mark.parametrize("text", ["int3", "int4 column", "qat"])
def test_words_that_are_no_rung(benchmark: ModuleType, text: str) -> None:
    with pytest.raises(SystemExit):
        benchmark.main(["m", "--labels", "l", "--out", "o", "--rung", text])


def test_products_of_integers_are_those_of_floats(benchmark: ModuleType) -> None:
    products = importlib.import_module("integer_products")
    weights = products.Weights(32)
    x = np.random.default_rng(0).normal(size=(20, 32)).astype(np.float32)
    ways = [products.in_integers(weights)]
    if importlib.util.find_spec("onnxruntime") and importlib.util.find_spec("onnx"):
        ways += [products.in_onnxruntime(weights, 32, integers=integers) for integers in (False, True)]
    exact = products.in_numpy(weights)(x)
    for work in ways:
        assert np.abs(work(x) - exact).max() < 0.05 * np.abs(exact).max()

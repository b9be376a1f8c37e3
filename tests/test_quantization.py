"""Training with rounded weights: what is computed with is what is stored, and is rounded no more often than needed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("brevitas")

import brevitas.nn  # noqa: E402
import brevitas.quant  # noqa: E402
from test_training import ALONE, SMALL, corpus, folder  # noqa: E402, F401
from torch.nn import functional  # noqa: E402

from noodlecore_trm import encoding  # noqa: E402
from noodlecore_trm.choosers.trm import rung_path  # noqa: E402
from noodlecore_trm.cli import main  # noqa: E402
from noodlecore_trm.cli.flags import PRECISIONS  # noqa: E402
from noodlecore_trm.errors import ConfigurationError  # noqa: E402
from noodlecore_trm.models.layers import Linear  # noqa: E402
from noodlecore_trm.models.scoring import ScoringModel  # noqa: E402
from noodlecore_trm.quantization.plan import DOREFA, RECIPES, STRAIGHT_THROUGH, Plan  # noqa: E402
from noodlecore_trm.quantization.quantizers import Once, quantize_weights, weight_quantizer  # noqa: E402
from noodlecore_trm.quantization.run import (  # noqa: E402
    Quantized,
    QuantizedRun,
    calibrate,
    plain_weights,
    quantized,
    trainable,
    tune,
    tuning_settings,
)
from noodlecore_trm.quantization.twin import Twin  # noqa: E402
from noodlecore_trm.serving import LADDER, Model, read_model, write_model  # noqa: E402
from noodlecore_trm.serving.formats import FORMATS  # noqa: E402
from noodlecore_trm.training.choices import ChoiceSet, question  # noqa: E402
from noodlecore_trm.training.corpus import Corpus  # noqa: E402
from noodlecore_trm.training.run import model_config  # noqa: E402

ROOT = Path(__file__).parent.parent
NARROW = [each for each in LADDER if each != "bf16"]
CHANGES = ("batches=4", "evaluate_every=2", "save_every=2", "batch=4", "development=2", "log_every=2", "rate=0.01")


@pytest.fixture(scope="module")
def parent(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Model:  # noqa: F811
    """A model with heads that say something, in a file."""
    torch.manual_seed(0)
    model = ScoringModel(model_config(SMALL, corpus.vocabulary))
    for head in (model.action_head, model.choice_head):
        torch.nn.init.normal_(head.weight, std=0.3)
    weights = {name: value.numpy() for name, value in model.state_dict().items()}
    path = tmp_path_factory.mktemp("parent") / "trm.safetensors"
    card = {"settings": asdict(SMALL), "metrics": {}}
    write_model(path, asdict(model.config), corpus.vocabulary, weights, card, "float32")
    return read_model(path)


def tuned(parent: Model, corpus: Corpus, where: Path, plan: Plan, *more: str) -> Quantized:  # noqa: F811
    return tune(parent, plan, corpus, tuning_settings(parent, [*CHANGES, *more]), where, ALONE)


def stored(path: Path, parent: Model, made: Quantized) -> Model:
    write_model(path, asdict(parent.architecture), parent.vocabulary, made.weights, parent.card, made.rung)
    return read_model(path)


# quantizers


@pytest.mark.parametrize("recipe", RECIPES)
@pytest.mark.parametrize("scales", ["row", "tensor"])
@pytest.mark.parametrize("precision", NARROW)
def test_what_is_computed_with_is_what_is_stored(precision: str, scales: str, recipe: str) -> None:
    torch.manual_seed(1)
    weight = torch.randn(12, 40) * torch.logspace(-4, 2, 12).unsqueeze(1)
    weight[5] = 0
    value = weight_quantizer(precision, per_tensor=scales == "tensor", recipe=recipe)(weight)[0].numpy()
    form = FORMATS[f"{precision}/{scales}"]
    assert (form.unpack(form.pack(value), value.shape) == value).all()
    if precision != "ternary":  # whose scale is the mean of all to begin with
        assert (form.unpack(form.pack(weight.numpy()), value.shape) == value).all()


class Ternary(brevitas.quant.Int8WeightPerChannelFloat):
    bit_width = 2
    scaling_stats_op = brevitas.inject.enum.StatsOp.AVE


class Binary(brevitas.quant.SignedBinaryWeightPerTensorConst):
    scaling_impl_type = brevitas.inject.enum.ScalingImplType.STATS
    scaling_stats_op = brevitas.inject.enum.StatsOp.AVE
    scaling_per_output_type = brevitas.inject.enum.ScalingPerOutputType.CHANNEL
    restrict_scaling_type = brevitas.inject.enum.RestrictValueType.FP
    tensor_clamp_impl = brevitas.core.function_wrapper.TensorClamp


class Int4(brevitas.quant.Int8WeightPerChannelFloat):
    bit_width = 4


@pytest.mark.parametrize(
    ("precision", "theirs"),
    [
        ("int8", brevitas.quant.Int8WeightPerChannelFloat),
        ("int4", Int4),
        ("ternary", Ternary),
        ("binary", Binary),
    ],
)
def test_levels_are_those_of_the_quantizers_that_brevitas_puts_together(precision: str, theirs: Any) -> None:
    torch.manual_seed(2)
    layer = brevitas.nn.QuantLinear(64, 16, bias=False, weight_quant=theirs)
    expected = layer.quant_weight()
    value, scale, _, _ = weight_quantizer(precision)(layer.weight)
    torch.testing.assert_close(scale.view(-1), expected.scale.view(-1), rtol=2.0**-8, atol=0)
    ours, wanted = (value / scale).round(), (expected.value / expected.scale).round()
    assert (ours - wanted).abs().max() <= (1 if precision in ("int8", "int4") else 0)
    assert (ours == wanted).float().mean() > 0.9


def gradient(recipe: str, weight: list[float]) -> list[float]:
    x = torch.tensor([weight], requires_grad=True)
    (weight_quantizer("binary", recipe=recipe)(x)[0] * torch.tensor([1.0, 2.0, 3.0, 4.0])).sum().backward()
    assert x.grad is not None
    return [round(each, 5) for each in x.grad[0].tolist()]


def test_gradients_of_one_bit() -> None:
    assert gradient(DOREFA, [0.5, -0.5, 0.75, -0.25]) == [1.0, 2.0, 3.0, 4.0]
    # 0.5 is the scale; each weight has a part of a quarter in it, and the one beyond it no other
    of_scale = (1.0 - 2.0 + 3.0 - 4.0 + 3.0 * 0.5) / 4
    wanted = [0.5 + of_scale, 1.0 - of_scale, of_scale, 2.0 - of_scale]
    assert gradient(STRAIGHT_THROUGH, [0.4, -0.3, 1.1, -0.2]) == pytest.approx(wanted)


def test_an_unknown_precision() -> None:
    with pytest.raises(ConfigurationError, match="precision: 'bf16' has no quantizer"):
        weight_quantizer("bf16")


# once for each step


@pytest.mark.parametrize("precision", NARROW)
def test_the_gradient_of_many_uses_is_their_sum(precision: str) -> None:
    torch.manual_seed(3)
    layer, again = torch.nn.Sequential(Linear(16, 16)), Linear(16, 16)
    again.load_state_dict(layer[0].state_dict())
    (once,) = quantize_weights(layer, lambda name: True, lambda: weight_quantizer(precision))
    x = y = torch.randn(5, 16)
    quantizer = weight_quantizer(precision)
    for _ in range(4):
        x, y = torch.tanh(layer(x)), torch.tanh(functional.linear(y, quantizer(again.weight)[0]))
    assert torch.equal(x, y)
    x.square().sum().backward()
    y.square().sum().backward()
    original = layer[0].parametrizations.weight.original
    assert original.grad is None
    once.pass_gradient_on()
    torch.testing.assert_close(original.grad, again.weight.grad)
    assert once.runs == 1
    with torch.no_grad():
        original.mul_(2.0)
    layer(x), layer(x)
    assert once.runs == 2


@pytest.mark.parametrize(("update", "steps"), [("step", 3), ("batch", 1)])
def test_a_weight_is_quantized_once_for_each_step_of_the_optimizer(
    parent: Model, corpus: Corpus, tmp_path: Path, update: str, steps: int  # noqa: F811
) -> None:
    settings = tuning_settings(parent, [*CHANGES, f"update={update}", "save_every=100"])
    run = QuantizedRun(settings, corpus, tmp_path, ALONE, parent, Plan(precision="int4"))
    before = [each.runs for each in run.quantized]
    uses: list[int] = []
    layer = run.model.get_submodule("recursion.L_level.layers.0.mlp.gate_up_proj")
    layer.register_forward_hook(lambda *_: uses.append(1))
    asked, target = question(ChoiceSet(corpus.train).as_written()[:4], run.model.config)
    weight = run.quantized[0]
    was = run.model.get_submodule("recursion.L_level.layers.0.mixer.edges").parametrizations.weight.original.clone()
    run.supervise(asked, target, 3)
    run.close()
    after = [each.runs for each in run.quantized]
    assert after == [start + steps for start in before]
    assert len(uses) == 3 * 2 * SMALL.L_cycles
    now = run.model.get_submodule("recursion.L_level.layers.0.mixer.edges").parametrizations.weight.original
    assert isinstance(weight, Once)
    assert not torch.equal(was, now)


# from training to what is served


@pytest.mark.parametrize("inputs", [False, True])
@pytest.mark.parametrize("precision", LADDER)
def test_a_rounded_model_is_served_as_brevitas_has_it(
    parent: Model, corpus: Corpus, tmp_path: Path, precision: str, inputs: bool  # noqa: F811
) -> None:
    """With verdicts made up. Where inputs are rounded, a difference in the last bit may become one of a level."""
    made = calibrate(parent, Plan(precision=precision, inputs=inputs), corpus, tuning_settings(parent, CHANGES))
    served = stored(tmp_path / "m", parent, made)
    assert served.rung is not None
    assert bool(served.rung.inputs) == inputs
    twin = Twin(served)
    if precision != "bf16":
        weights = plain_weights(twin.network, served)
        assert all((weights[name].numpy() == array).all() for name, array in served.weights.items())
    draw, apart = np.random.default_rng(0), []
    for labels in corpus.train[::2]:
        sample = labels.samples[0]
        thought, other = served.begin(sample), twin.begin(sample)
        for _ in range(3):
            count = len(sample.actions)
            told = encoding.Verdicts(
                draw.integers(0, 7, count).astype(np.uint8),
                draw.integers(0, served.architecture.rules + 1, count).astype(np.uint16),
                draw.normal(size=(count, served.architecture.verdict)).astype(np.float32),
            )
            ours, theirs = (each.step(told) for each in (thought, other))
            apart += np.abs(ours.actions - theirs.actions).tolist()
    assert max(apart) < (0.03 if inputs else 2e-5)
    assert float(np.median(apart)) < 2e-6


@pytest.mark.parametrize(
    "plan",
    [
        Plan(precision="int4", inputs=True),
        Plan(precision="ternary", distilled=0.0),
        Plan(precision="binary", per_tensor=True, recipe=DOREFA),
        Plan(precision="binary", distilled=1.0),
    ],
    ids=str,
)
def test_a_tuned_model_comes_back_exactly(parent: Model, corpus: Corpus, tmp_path: Path, plan: Plan) -> None:  # noqa: F811
    made = tuned(parent, corpus, tmp_path / "run", plan)
    served = stored(tmp_path / "m", parent, made)
    assert served.rung is not None
    assert (served.rung.precision, served.rung.trained, served.rung.parent) == (plan.precision, True, parent.version)
    matrices = served.rung.formats(parent.architecture)
    for name, array in made.weights.items():
        if matrices[name] != "bfloat16":
            assert (served.weights[name] == array).all(), name
    moved = [name for name in made.weights if not np.array_equal(made.weights[name], parent.weights[name])]
    assert "action_head.weight" in moved, "what is not quantized is trained as well"
    assert set(made.metrics) >= {"share", "share_1", "loss"}


def test_a_run_that_was_stopped_goes_on_and_is_not_taken_for_another(
    parent: Model, corpus: Corpus, tmp_path: Path  # noqa: F811
) -> None:
    plan = Plan(precision="binary")

    class Killed(Exception):
        pass

    def kill(progress: Any) -> None:
        if progress.batch == 3:
            raise Killed

    settings = tuning_settings(parent, CHANGES)
    whole = tune(parent, plan, corpus, settings, tmp_path / "whole", ALONE)
    with pytest.raises(Killed):
        tune(parent, plan, corpus, settings, tmp_path / "killed", ALONE, kill)
    again = tune(parent, plan, corpus, settings, tmp_path / "killed", ALONE)
    assert all((again.weights[name] == array).all() for name, array in whole.weights.items())
    with pytest.raises(ConfigurationError, match="a run of another model, or with other settings, was begun there"):
        tune(parent, replace(plan, precision="int4"), corpus, settings, tmp_path / "killed", ALONE)


def test_plain_names(parent: Model, corpus: Corpus) -> None:  # noqa: F811
    model = trainable(parent, torch.device("cpu"))
    quantized(model, parent, Plan(precision="binary"), corpus, SMALL)
    weights = plain_weights(model, parent)
    assert weights.keys() == parent.weights.keys()
    assert len(weights["recursion.L_level.layers.0.mixer.whole.weight"].abs().unique()) <= 16


# the command


def said(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str]:
    code = main([*map(str, words)])
    return code, capsys.readouterr().err


@pytest.fixture
def source(parent: Model, tmp_path: Path) -> Path:
    path = tmp_path / "trm.safetensors"
    write_model(path, asdict(parent.architecture), parent.vocabulary, parent.weights, parent.card, "float16")
    return path


@pytest.mark.parametrize("precision", LADDER)
def test_rounding_takes_numpy_alone(source: Path, precision: str) -> None:
    program = (
        "import sys; from noodlecore_trm.cli import main\n"
        f"code = main(['quantize', {str(source)!r}, '--precision', {precision!r}])\n"
        "print(code, sorted({'torch', 'brevitas'} & set(sys.modules)))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.strip() == "0 []"
    target = rung_path(source, precision)
    assert target.name == f"trm.{precision}.safetensors"
    made = read_model(target)
    assert made.rung is not None
    assert "metrics" not in made.card  # nobody has measured it
    assert (made.precision, made.rung.trained, made.rung.parent) == (precision, False, read_model(source).version)
    assert f"{target}: {target.stat().st_size:,} bytes" in done.stderr


def test_training_from_the_command_line(
    capsys: pytest.CaptureFixture[str], source: Path, folder: Path, tmp_path: Path  # noqa: F811
) -> None:
    words = [word for change in CHANGES for word in ("--set", change)]
    target = tmp_path / "made.safetensors"
    code, err = said(
        capsys, "quantize", source, "--precision", "binary", "--per-tensor", "--qat", "--inputs", "--recipe", "dorefa",
        "--labels", folder, "-o", target, *words,
    )  # fmt: skip
    assert (code, "of the best gains" in err) == (0, True), err
    rung = read_model(target).rung
    assert rung is not None
    assert (rung.precision, rung.scales, rung.trained, len(rung.inputs)) == ("binary", "tensor", True, 8)
    assert rung.calibration == {"choices": 64, "left_out": 0.001}


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["--precision", "int3"], "'int3' is not one of bf16, int8, int4, ternary, binary; did you mean int8?"),
        (["--precision", "int4", "--set", "batches=2"], "--set goes with --qat or --inputs"),
        (["--precision", "int4", "--inputs", "--labels", "LABELS", "--run", "x"], "--run goes with --qat"),
        (["--precision", "int4", "--qat", "--labels", "LABELS", "--recipe", "dorefa"], "--precision binary"),
        (["--precision", "int4", "-o", "-"], "--output: a model goes to a file, not to '-'"),
        (["--precision", "int4", "-o", "."], ".: it is a directory"),
        (["--precision", "int4", "-o", "READ_ONLY"], "read-only"),
        (["--precision", "int4", "-o", "LINK"], "it is a symlink"),
        (["--precision", "int4", "--qat"], "--labels is missing"),
        (["--precision", "bf16", "--qat"], "--qat: bf16 needs no training"),
        (["--precision", "int4", "--per-tensor", "--per-channel"], "not allowed with"),
        (["--precision", "int4", "--qat", "--distilled", "2"], "--distilled: 2.0 is not between 0 and 1"),
        (["--precision", "int4", "--qat", "--labels", "nowhere"], "nowhere holds no labels"),
        (["--precision", "int4", "--qat", "--labels", "LABELS", "--set", "rates=1"], "rates: unknown setting"),
    ],
)
def test_what_cannot_be_done(
    capsys: pytest.CaptureFixture[str], source: Path, folder: Path, words: list[str], reason: str  # noqa: F811
) -> None:
    kept, link = source.with_name("kept"), source.with_name("link")
    kept.write_bytes(b"precious")
    kept.chmod(0o444)
    link.symlink_to("kept")
    places = {"LABELS": folder, "READ_ONLY": kept, "LINK": link}
    code, err = said(capsys, "quantize", source, *[places.get(word, word) for word in words])
    assert code == 2
    assert reason in err
    assert err.count("\n") == 1
    assert (kept.read_bytes(), link.is_symlink()) == (b"precious", True)


def test_what_is_no_model_and_what_is_quantized_already(
    capsys: pytest.CaptureFixture[str], source: Path, tmp_path: Path
) -> None:
    (tmp_path / "none").write_bytes(b"none")
    assert said(capsys, "quantize", tmp_path / "no", "--precision", "int8")[1].endswith("no: no such file\n")
    assert "no model" in said(capsys, "quantize", tmp_path / "none", "--precision", "int8")[1]
    assert said(capsys, "quantize", source, "--precision", "int4", "-q") == (0, "")
    code, err = said(capsys, "quantize", rung_path(source, "int4"), "--precision", "binary")
    assert (code, "it is int4 already; quantize the model that it came from" in err) == (2, True)
    assert said(capsys, "quantize", source, "--precision", "bf16", "-q") == (0, "")
    assert said(capsys, "quantize", rung_path(source, "bf16"), "--precision", "int8", "-q") == (0, "")
    assert read_model(rung_path(source, "int8")).precision == "int8"


def test_the_precisions_of_the_command_line_are_those_of_the_runtime() -> None:
    assert PRECISIONS == LADDER


def test_labels_of_another_vocabulary(parent: Model, corpus: Corpus, tmp_path: Path) -> None:  # noqa: F811
    other = replace(corpus.vocabulary, rules=(*corpus.vocabulary.rules, "one_more"))
    with pytest.raises(ConfigurationError, match="another vocabulary than the model"):
        tuned(replace(parent, vocabulary=other), corpus, tmp_path, Plan(precision="int4"))


def test_what_a_run_began_with_is_on_record(parent: Model, corpus: Corpus, tmp_path: Path) -> None:  # noqa: F811
    tuned(parent, corpus, tmp_path, Plan(precision="int8"), "batches=1")
    begun = json.loads((tmp_path / "quantized.json").read_text())
    assert begun["parent"] == parent.version
    assert begun["plan"]["precision"] == "int8"

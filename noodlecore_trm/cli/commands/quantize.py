"""`noodle-trm quantize`: the model that chooses, in fewer bits."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from noodlecore_trm.cli.arguments import converter
from noodlecore_trm.cli.commands.train import progress_line
from noodlecore_trm.cli.console import CommandError, Console, one_line
from noodlecore_trm.cli.flags import BY_NAME, PRECISIONS
from noodlecore_trm.cli.writing import check_output, deliver
from noodlecore_trm.errors import TRMAgentException
from noodlecore_trm.quantization.plan import RECIPES, Plan

if TYPE_CHECKING:
    from noodlecore_trm.quantization.run import Quantized
    from noodlecore_trm.serving import Model

_FOR_INPUTS = ("--labels", "--corpus", "--set", "--device")

HELP = "write a model in fewer bits a weight"
DESCRIPTION = (
    "Write a trained model with its matrices in bf16, int8, int4, ternary or binary. Without --qat they are rounded, "
    "which takes a moment and numpy alone; with it, the model is trained on with rounded weights, so that it gets used "
    "to them, and learns from the model that it came from as well as from the labels."
)


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("model", metavar="MODEL", help="the model: a file that `noodle-trm train` has written")
    parser.add_argument("--precision", required=True, type=converter(BY_NAME["precision"]), metavar="PRECISION",
                        help=f"one of {', '.join(PRECISIONS)}")  # fmt: skip
    parser.add_argument("-o", "--output", metavar="FILE",
                        help="where the model goes; by default where `optimize --precision` looks")  # fmt: skip
    scales = parser.add_mutually_exclusive_group()
    scales.add_argument("--per-channel", action="store_true", help="a scale for each row of a matrix (the default)")
    scales.add_argument("--per-tensor", action="store_true", help="one scale for each matrix")
    parser.add_argument("--inputs", action="store_true", help="inputs of matrices in 8 bits, too; needs --labels")
    parser.add_argument("--qat", action="store_true", help="train with rounded weights; needs --labels")
    parser.add_argument("--recipe", choices=RECIPES, metavar="NAME",
                        help="the gradient of weights of 1 bit: straight-through, the default, or dorefa")  # fmt: skip
    parser.add_argument("--distilled", type=float, metavar="SHARE",
                        help="share of what is learned from the model that it came from (0.5)")  # fmt: skip
    parser.add_argument("--labels", metavar="DIR", help="the folder of the labels")
    parser.add_argument("--corpus", metavar="DIR", help="the folder of the corpus, whose splits.json counts")
    parser.add_argument("--run", metavar="RUN", dest="folder",
                        help="the folder of the training run, which goes on if it was stopped")  # fmt: skip
    parser.add_argument(
        "--set", metavar="KEY=VALUE", action="append", default=[], dest="changes",
        help="a setting of training that is another than it was for the model",
    )  # fmt: skip
    parser.add_argument("--device", metavar="DEVICE", help="auto, cpu or cuda")
    parser.add_argument("-q", "--quiet", action="store_true", help="print problems only")


def run(arguments: Namespace) -> int:
    try:
        return _quantize(arguments)
    except TRMAgentException as problem:
        raise CommandError(problem.message) from None


def _check(arguments: Namespace) -> None:
    """Raises CommandError for options that make no sense together: none is ignored."""
    learns = arguments.qat or arguments.inputs
    for given, option, goes in (
        (arguments.folder, "--run", arguments.qat),
        (arguments.distilled is not None, "--distilled", arguments.qat),
        (arguments.recipe, "--recipe", arguments.qat),
        (arguments.labels, "--labels", learns),
        (arguments.corpus, "--corpus", learns),
        (arguments.changes, "--set", learns),
        (arguments.device, "--device", learns),
    ):
        if given and not goes:
            raise CommandError(f"{option} goes with --qat" + (" or --inputs" if option in _FOR_INPUTS else ""))
    if arguments.recipe and arguments.precision != "binary":
        raise CommandError("--recipe is about weights of 1 bit: --precision binary")
    if arguments.distilled is not None and not 0.0 <= arguments.distilled <= 1.0:
        raise CommandError(f"--distilled: {arguments.distilled} is not between 0 and 1")
    if arguments.qat and arguments.precision == "bf16":
        raise CommandError("--qat: bf16 needs no training")
    if learns and not arguments.labels:
        raise CommandError("--labels is missing: the folder of what `noodle-trm label` wrote")
    if arguments.output in ("", "-"):
        raise CommandError(f"--output: a model goes to a file, not to {arguments.output!r}")


def _quantize(arguments: Namespace) -> int:
    _check(arguments)
    from noodlecore_trm.choosers.trm import rung_path
    from noodlecore_trm.serving import BadWeights, Rung, model_bytes, read_model
    from noodlecore_trm.serving.formats import ROW, TENSOR

    source = Path(arguments.model)
    target = arguments.output or str(rung_path(source, arguments.precision))
    if os.path.realpath(target) == os.path.realpath(source):
        raise CommandError(f"{target}: that would overwrite the model it is made from")
    check_output(target)
    if not source.is_file():
        raise CommandError(f"{source}: no such file")
    try:
        parent = read_model(source)
    except BadWeights as problem:
        raise CommandError(one_line(problem)) from None
    except OSError as problem:
        raise CommandError(f"{source}: {one_line(problem)}") from None
    if not parent.is_whole:
        raise CommandError(f"{source}: it is {parent.precision} already; quantize the model that it came from")
    console = Console(quiet=arguments.quiet)
    weights: Mapping[str, Any] = parent.weights
    rung = Rung(precision=arguments.precision, scales=TENSOR if arguments.per_tensor else ROW, parent=parent.version)
    metrics: Mapping[str, float] = {}
    if arguments.qat or arguments.inputs:
        made = _learned(parent, arguments, console)
        weights, rung, metrics = made.weights, made.rung, made.metrics
        if made.ended == "interrupted":
            again = f"; with --run {arguments.folder} it goes on" if arguments.folder else ""
            console.warn(f"interrupted{again}")
            return 130
    card = parent.card_of_derived(metrics)
    deliver(target, model_bytes(asdict(parent.architecture), parent.vocabulary, weights, card, rung))
    share = f", {metrics['share']:.1%} of the best gains" if arguments.qat else ""
    before, after = source.stat().st_size, os.stat(target).st_size
    console.say(f"{target}: {after:,} bytes, {before / after:.1f} times less than {source.name}{share}")
    return 0


def _learned(parent: Model, arguments: Namespace, console: Console) -> Quantized:
    """What it takes labels for: training, or a look at the inputs of matrices."""
    try:
        import brevitas  # noqa: F401
    except ImportError as problem:
        raise CommandError(f"that needs {problem.name}: pip install 'noodlecore-trm[train]'") from None
    from noodlecore_trm.encoding import BadSamples
    from noodlecore_trm.quantization.run import calibrate, tune, tuning_settings
    from noodlecore_trm.teacher.corpus import BadCorpus
    from noodlecore_trm.training.corpus import read_corpus
    from noodlecore_trm.training.group import joined

    try:
        corpus = read_corpus(Path(arguments.labels), Path(arguments.corpus) if arguments.corpus else None)
    except (BadSamples, BadCorpus) as problem:
        raise CommandError(one_line(problem)) from None
    plan = Plan(
        precision=arguments.precision, per_tensor=arguments.per_tensor, inputs=arguments.inputs,
        **{name: value for name in ("recipe", "distilled") if (value := getattr(arguments, name)) is not None},
    )  # fmt: skip
    changes = [*arguments.changes, *([f"device={arguments.device}"] if arguments.device else [])]
    settings = tuning_settings(parent, changes)
    if not arguments.qat:
        return calibrate(parent, plan, corpus, settings)
    with TemporaryDirectory() as nowhere, joined(settings.device) as group, progress_line(console) as watch:
        return tune(parent, plan, corpus, settings, Path(arguments.folder or nowhere), group, watch)

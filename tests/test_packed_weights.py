"""Weights in few bits: exact on what they can hold, as small as they claim, and an error for everything else."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from labelled import config_for
from safetensors import safe_open
from safetensors.numpy import save_file

from noodlecore_trm.encoding import current_vocabulary
from noodlecore_trm.serving import LADDER, Architecture, BadWeights, Rung, model, read_model, write_model
from noodlecore_trm.serving.formats import FORMATS, PRECISIONS, ROW, TENSOR, Floats
from noodlecore_trm.serving.rung import matrices_of

VOCABULARY = current_vocabulary(("hoist_range", "expand_min_max", "hoist_row"))
CONFIG = config_for(VOCABULARY, hidden_size=32, L_layers=2, expansion=4.0, inner_multiple=32)
ARCHITECTURE = Architecture.from_dict(CONFIG)
MATRICES = matrices_of(ARCHITECTURE)
PACKED = [f"{precision}/{scales}" for precision in PRECISIONS for scales in (ROW, TENSOR)]
LOWEST = {"int8": -127, "int4": -7, "ternary": -1, "binary": -1}


def drawn(seed: int = 0) -> dict[str, Floats]:
    draw = np.random.default_rng(seed)
    return {
        name: draw.normal(size=shape, scale=shape[-1] ** -0.5).astype(np.float32)
        for name, shape in ARCHITECTURE.shapes.items()
    }


def saved(path: Path, rung: Rung, weights: dict[str, Floats] | None = None) -> Path:
    write_model(path, CONFIG, VOCABULARY, weights or drawn(), {"corpus": "none"}, rung)
    return path


def through(form: str, array: Floats) -> Floats:
    return FORMATS[form].unpack(FORMATS[form].pack(array), array.shape)


# numbers


@pytest.mark.parametrize("form", PACKED)
@given(
    array=arrays(
        np.float32,
        st.tuples(st.integers(1, 5), st.integers(1, 23)),
        elements=st.floats(-(2.0**100), 2.0**100, width=32) | st.sampled_from((0.0, -0.0, 1e-40, -3e-39, 1.0, -1.0)),
    )
)
def test_storing_what_was_read_changes_nothing(form: str, array: Floats) -> None:
    stored = FORMATS[form].pack(array)
    read = FORMATS[form].unpack(stored, array.shape)
    again = FORMATS[form].pack(read)
    assert [each.tobytes() for each in again] == [each.tobytes() for each in stored]
    assert FORMATS[form].unpack(again, array.shape).tobytes() == read.tobytes()


@pytest.mark.parametrize("scales", [ROW, TENSOR])
@pytest.mark.parametrize("precision", PRECISIONS)
def test_levels_and_a_scale(precision: str, scales: str) -> None:
    array = np.random.default_rng(1).normal(size=(6, 50)).astype(np.float32)
    array[3] *= 100
    read = through(f"{precision}/{scales}", array)
    for row in read if scales == ROW else [read]:
        steps = np.unique(np.abs(row))
        scale = steps[steps > 0].min()
        levels = np.unique(np.rint(row / scale))
        assert (row == np.rint(row / scale).astype(np.float32) * np.float32(row[row != 0].max() / levels.max())).all()
        assert levels.min() >= LOWEST[precision]
        assert len(levels) <= {"int8": 255, "int4": 15, "ternary": 3, "binary": 2}[precision]
    assert (np.sign(read) * np.sign(array) >= 0).all()


@pytest.mark.parametrize(("precision", "most"), [("int8", 127), ("int4", 7)])
def test_rounding_is_to_the_nearest(precision: str, most: int) -> None:
    array = np.random.default_rng(2).normal(size=(8, 64)).astype(np.float32)
    read = through(f"{precision}/row", array)
    step = np.abs(array).max(1, keepdims=True) / most
    assert (np.abs(read - array) <= step * 0.51 + step * most * 2.0**-8).all()
    assert (np.abs(read).max(1) == pytest.approx(np.abs(array).max(1), rel=2.0**-8))


def test_one_bit_is_a_sign_and_a_mean() -> None:
    array = np.array([[0.5, -1.5, 0.0, 2.0], [-0.25, -0.25, -0.25, -0.25]], np.float32)
    assert through("binary/row", array).tolist() == [[1.0, -1.0, 1.0, 1.0], [-0.25] * 4]
    assert through("binary/tensor", array).tolist() == [[0.625, -0.625, 0.625, 0.625], [-0.625] * 4]


def test_three_levels_are_zero_and_the_mean_of_the_others() -> None:
    array = np.array([[0.1, -1.0, 3.0, 0.0]], np.float32)
    assert through("ternary/row", array).tolist() == [[0.0, -2.0, 2.0, 0.0]]


@pytest.mark.parametrize(
    ("form", "first", "size"),
    [("int4/row", 0x79, 3), ("ternary/row", 0 + 2 * 3 + 1 * 9 + 2 * 27 + 0 * 81, 2), ("binary/row", 0b11010, 1)],
)
def test_what_is_in_the_bytes(form: str, first: int, size: int) -> None:
    array = np.array([[-1.0, 1.0, 0.0, 1.0, -1.0, 1.0]], np.float32)
    if form == "int4/row":
        array = np.array([[1.0, -1.0, 7.0, 2.0, 3.0]], np.float32)
    if form == "binary/row":
        array = array[:, [0, 1, 4, 1, 1]]
    packed, scale = FORMATS[form].pack(array)
    assert (packed.dtype, packed.shape, packed[0]) == (np.uint8, (size,), first)
    assert scale.dtype == np.uint16


@pytest.mark.parametrize(("precision", "bits"), [("int8", 8), ("int4", 4), ("ternary", 1.6), ("binary", 1)])
def test_bits_of_a_weight(precision: str, bits: float) -> None:
    packed, scales = FORMATS[f"{precision}/row"].pack(np.ones((40, 200), np.float32))
    assert packed.nbytes * 8 == 8000 * bits
    assert scales.nbytes == 40 * 2


@pytest.mark.parametrize(
    ("form", "stored", "reason"),
    [
        ("int8/row", (np.zeros(4, np.uint8), np.zeros(1, np.uint16)), "-128 is no level"),
        ("int4/row", (np.zeros(2, np.uint8), np.zeros(1, np.uint16)), "-8 is no level"),
        ("int4/row", (np.full(3, 0x88, np.uint8), np.zeros(1, np.uint16)), r"it is uint8 \[3\], not uint8 \[2\]"),
        ("int4/row", (np.full(2, 0x88, np.uint16), np.zeros(1, np.uint16)), "it is uint16"),
        ("ternary/row", (np.array([243], np.uint8), np.zeros(1, np.uint16)), "a byte of 243 is no 5 levels"),
        ("ternary/row", (np.array([81], np.uint8), np.zeros(1, np.uint16)), "something behind the last level"),
        ("binary/row", (np.array([16], np.uint8), np.zeros(1, np.uint16)), "something behind the last level"),
        ("binary/row", (np.array([15], np.uint8), np.zeros(4, np.uint16)), r"it is uint16 \[4\], not uint16 \[1\]"),
        ("binary/row", (np.array([15], np.uint8), np.array([0xBF80], np.uint16)), "a scale is below 0"),
        ("binary/row", (np.array([15], np.uint8), np.zeros(1, np.float16)), "it is float16"),
    ],
)
def test_what_no_writer_has_written(form: str, stored: tuple[Any, ...], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        FORMATS[form].unpack(stored, (1, 4))


# files


@pytest.mark.parametrize("scales", [ROW, TENSOR])
@pytest.mark.parametrize("precision", LADDER)
def test_a_file_of_every_rung(tmp_path: Path, precision: str, scales: str) -> None:
    inputs = {name: 0.5 + place / 7 for place, name in enumerate(sorted(MATRICES))}
    rung = Rung(
        precision=precision, scales=scales, trained=True, parent="1" * 64, inputs=inputs, calibration={"choices": 32}
    )
    path = saved(tmp_path / "m", rung)
    read = read_model(path)
    assert (read.rung, read.precision) == (rung, precision)
    for name, array in drawn().items():
        form = "bfloat16" if name not in MATRICES or precision == "bf16" else f"{precision}/{scales}"
        assert (read.weights[name] == through(form, array)).all()
    second = saved(tmp_path / "n", rung, dict(read.weights))
    assert second.read_bytes() == path.read_bytes()
    assert len(read.version) == 64
    assert read_model(saved(tmp_path / "o", replace(rung, parent="2" * 64))).version != read.version


def test_each_rung_is_smaller_by_the_bits_of_its_matrices(tmp_path: Path) -> None:
    def stored(precision: str) -> int:
        with safe_open(saved(tmp_path / precision, Rung(precision=precision)), framework="numpy") as file:
            names = [name for name in file.keys() if name.removesuffix(".scale") in MATRICES]  # noqa: SIM118
            return sum(file.get_tensor(name).nbytes for name in names)

    weights = sum(drawn()[name].size for name in MATRICES)
    rows = sum(len(drawn()[name]) for name in MATRICES)
    assert stored("bf16") == 2 * weights
    assert stored("int8") == weights + 2 * rows
    assert stored("int4") == weights // 2 + 2 * rows
    assert stored("ternary") <= weights / 5 + len(MATRICES) + 2 * rows
    assert stored("binary") == weights // 8 + 2 * rows


def test_every_truncated_or_changed_file_is_refused(tmp_path: Path) -> None:
    path = saved(tmp_path / "m", Rung(precision="ternary"))
    whole = path.read_bytes()
    for place in range(0, len(whole), max(1, len(whole) // 100)):
        changed = bytearray(whole)
        changed[place] ^= 0x01
        for hostile in (whole[:place], bytes(changed)):
            path.write_bytes(hostile)
            with pytest.raises(BadWeights, match=r"no model|something else|another version") as problem:
                read_model(path)
            assert "\n" not in str(problem.value)


def rung_of(**changes: Any) -> dict[str, Any]:
    return {"rung": {**Rung(precision="binary").to_dict(), **changes}}


FIRST = min(MATRICES)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (rung_of(precision="int3"), "a precision 'int3' that is none of bf16, int8, int4, ternary, binary"),
        (rung_of(precision=["binary"]), "a precision ['binary'] that is none of"),
        (rung_of(precision="ternary"), "it says ternary and holds something else"),
        (rung_of(scales="tensor"), "it says binary and holds something else"),
        (rung_of(scales="column"), "scales of each 'column'"),
        (rung_of(inputs={FIRST: 1.0}), "the scales of inputs are not those of the matrices"),
        (rung_of(inputs=dict.fromkeys(MATRICES, -1.0)), "a scale of inputs that is none"),
        (rung_of(inputs=dict.fromkeys(MATRICES, "1")), "a scale of inputs that is none"),
        (rung_of(inputs=[1.0]), "no precision: "),
        ({"rung": {"precision": "binary"}}, "no precision: 'scales'"),
        ({"rung": "binary"}, "no precision: "),
        ({"vocabulary": {**VOCABULARY.to_dict(), "version": 3}}, "a vocabulary of version 3, not 2"),
        ({"arrays": {f"{FIRST}.scale": np.full(32, 0x7F80, np.uint16)}}, f"{FIRST} holds what is not finite"),
        ({"arrays": {f"{FIRST}.scale": np.full(31, 0x3F80, np.uint16)}}, f"{FIRST}: it is uint16 [31]"),
        ({"arrays": {FIRST: np.zeros((2, 2), np.uint8)}}, f"{FIRST}: it is uint8 [2, 2]"),
    ],
)
def test_rungs_that_cannot_be_served(tmp_path: Path, change: dict[str, Any], reason: str) -> None:
    path = saved(tmp_path / "m", Rung(precision="binary"))
    with safe_open(path, framework="numpy") as file:
        document = json.loads(file.metadata()["noodlecore-trm"])
        held = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
    held |= change.get("arrays", {})
    document |= {name: value for name, value in change.items() if name != "arrays"}
    document.pop("digest")
    document["digest"] = model._digest(document, held)
    save_file(held, path, {"noodlecore-trm": json.dumps(document)})
    with pytest.raises(BadWeights) as problem:
        read_model(path)
    assert reason in str(problem.value)
    assert str(problem.value).startswith(f"{path}: ")


@pytest.mark.filterwarnings("ignore:overflow encountered", "ignore:invalid value encountered")
@pytest.mark.parametrize("precision", LADDER)
@pytest.mark.parametrize("bad", [np.inf, np.nan])
def test_nothing_is_written_that_could_not_be_read(tmp_path: Path, precision: str, bad: float) -> None:
    weights = drawn()
    weights[FIRST][0, 0] = bad
    with pytest.raises(ValueError, match="finite"):
        saved(tmp_path / "m", Rung(precision=precision), weights)
    assert list(tmp_path.iterdir()) == []

"""
Whether products of 8-bit integers make a model faster than those of floats, on this processor.

    python benchmarks/integer_products.py [--widths 64 128] [--nodes 16 64 128 256] [--rounds 30]

The larger half of a block (SwiGLU) with weights in int8, in microseconds of a processor in one thread, the least of
several rounds in which all ways take turns: numpy in float32, which is how models are served; numpy with inputs and
weights in int8 and sums in int32; ONNX Runtime in float32; ONNX Runtime in int8 (DynamicQuantizeLinear and
MatMulInteger). Then what it takes to import ONNX Runtime, which numpy alone does not pay: how many blocks, and
functions of that many nodes, have to be thought about until int8 has made up for it. Needs
`pip install noodlecore-trm[bench]`.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from table import show

from noodlecore_trm.choosers.trm import single_threaded

with single_threaded():
    import numpy as np
    from numpy.typing import NDArray

from noodlecore_trm.serving.formats import FORMATS

CALLS: Final = 4 * 2 * 4
"""Blocks that a function goes through: supervision steps, blocks of the network, and its calls in a step."""
_IMPORT: Final = """\
import time, numpy
start = time.perf_counter()
import onnxruntime
print(time.perf_counter() - start)
"""

Floats = NDArray[np.float32]
Way = Callable[[Floats], Floats]


class Weights:
    """The matrices of a SwiGLU, of rows that are quantized to int8: levels and scales as stored, transposed."""

    def __init__(self, width: int) -> None:
        draw = np.random.default_rng(0)
        inner = -(-round(4 * width * 2 / 3) // 32) * 32
        self.inner = inner
        shapes = {"gate_up": (2 * inner, width), "down": (width, inner)}
        self.floats: dict[str, Floats] = {}
        self.levels: dict[str, NDArray[np.int8]] = {}
        self.scales: dict[str, Floats] = {}
        for name, shape in shapes.items():
            form = FORMATS["int8/row"]
            array = form.unpack(form.pack(draw.normal(size=shape, scale=shape[1] ** -0.5).astype(np.float32)), shape)
            scale = np.abs(array).max(1) / np.float32(127)
            self.floats[name] = np.ascontiguousarray(array.T)
            self.levels[name] = np.ascontiguousarray(np.rint(array / scale[:, None]).astype(np.int8).T)
            self.scales[name] = scale


def in_numpy(weights: Weights) -> Way:
    gate_up, down, inner = weights.floats["gate_up"], weights.floats["down"], weights.inner

    def work(x: Floats) -> Floats:
        both = x @ gate_up
        return (both[:, :inner] / (1.0 + np.exp(-both[:, :inner])) * both[:, inner:]) @ down

    return work


def in_integers(weights: Weights) -> Way:
    """Sums in int32, for which numpy has no fast library."""

    def product(x: Floats, name: str) -> Floats:
        scale = np.abs(x).max() / np.float32(127)
        levels = np.rint(x / scale).astype(np.int8)
        sums = np.matmul(levels, weights.levels[name], dtype=np.int32)
        return sums * (scale * weights.scales[name])

    def work(x: Floats) -> Floats:
        both = product(x, "gate_up")
        gate = both[:, : weights.inner]
        return product(gate / (1.0 + np.exp(-gate)) * both[:, weights.inner :], "down")

    return work


def in_onnxruntime(weights: Weights, width: int, *, integers: bool) -> Way:
    import onnxruntime
    from onnx import TensorProto, helper, numpy_helper

    nodes: list[Any] = []
    constants: list[Any] = []

    def node(kind: str, inputs: Sequence[str], *outputs: str, **more: Any) -> None:
        nodes.append(helper.make_node(kind, list(inputs), list(outputs), **more))

    def product(x: str, name: str, into: str) -> None:
        if not integers:
            constants.append(numpy_helper.from_array(weights.floats[name], name))
            node("MatMul", (x, name), into)
            return
        constants.append(numpy_helper.from_array(weights.levels[name], name))
        constants.append(numpy_helper.from_array(weights.scales[name], f"{name}.scale"))
        node("DynamicQuantizeLinear", (x,), f"{name}.x", f"{name}.x_scale", f"{name}.x_zero")
        node("MatMulInteger", (f"{name}.x", name, f"{name}.x_zero"), f"{name}.sums")
        node("Cast", (f"{name}.sums",), f"{name}.float", to=TensorProto.FLOAT)
        node("Mul", (f"{name}.x_scale", f"{name}.scale"), f"{name}.both")
        node("Mul", (f"{name}.float", f"{name}.both"), into)

    product("x", "gate_up", "both")
    node("Split", ("both",), "gate", "up", axis=1, num_outputs=2)
    node("Sigmoid", ("gate",), "open")
    node("Mul", ("gate", "open"), "silu")
    node("Mul", ("silu", "up"), "inner")
    product("inner", "down", "y")
    ends = [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["n", width]) for name in ("x", "y")]
    graph = helper.make_graph(nodes, "swiglu", ends[:1], ends[1:], constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])

    def work(x: Floats) -> Floats:
        y: Floats = session.run(None, {"x": x})[0]
        return y

    return work


def ways_of(width: int) -> dict[str, Way]:
    weights = Weights(width)
    return {
        "numpy float32": in_numpy(weights),
        "numpy int8": in_integers(weights),
        "onnxruntime float32": in_onnxruntime(weights, width, integers=False),
        "onnxruntime int8": in_onnxruntime(weights, width, integers=True),
    }


def timed(ways: Mapping[str, Way], x: Floats, rounds: int) -> dict[str, float]:
    """Microseconds of the processor, the least of the rounds."""
    least = dict.fromkeys(ways, float("inf"))
    for _ in range(rounds):
        for name, work in ways.items():
            times = max(1, 2_000_000 // x.size // 64)
            start = time.process_time()
            for _ in range(times):
                work(x)
            least[name] = min(least[name], 1e6 * (time.process_time() - start) / times)
    return least


def importing(runs: int = 3) -> float:
    """Seconds to import ONNX Runtime besides numpy, the least of several."""
    words = [sys.executable, "-c", _IMPORT]
    return min(float(subprocess.run(words, capture_output=True, text=True, check=True).stdout) for _ in range(runs))


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--widths", type=int, nargs="+", default=[64, 128])
    parser.add_argument("--nodes", type=int, nargs="+", default=[16, 64, 128, 256])
    parser.add_argument("--rounds", type=int, default=30)
    given = parser.parse_args(arguments)
    seconds = importing()
    rows = []
    for width in given.widths:
        ways = ways_of(width)
        for count in given.nodes:
            x = np.random.default_rng(count).normal(size=(count, width)).astype(np.float32)
            exact = ways["numpy float32"](x)
            apart = np.abs(ways["onnxruntime int8"](x) - exact).max() / np.abs(exact).max()
            times = timed(ways, x, given.rounds)
            gained = times["numpy float32"] - times["onnxruntime int8"]
            functions = f"{1e6 * seconds / gained / CALLS:,.0f}" if gained > 0 else "never"
            rows.append((f"{width} x {count}", *(f"{each:,.0f}" for each in times.values()), f"{apart:.1%}", functions))
    header = ("width x nodes", *ways, "int8 is off by", "functions to break even")
    show(f"a SwiGLU, microseconds; ONNX Runtime takes {seconds:.2f} s to import", header, rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())

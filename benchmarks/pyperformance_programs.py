"""
How much faster thirteen pure-Python programs of pyperformance become, and whether they still compute the same.

    pip install noodlecore-trm[bench]
    python benchmarks/pyperformance_programs.py [--rounds 7] [--processes 3] [--only NAME] [--json FILE]

The programs are those of the installed `pyperformance`; nothing of them is kept here. Those that
do nothing but call a library of pure Python (`logging`, `re`, `tomli`) are taken together with it.
All files of a program are copied to a folder and go through `noodle-trm optimize` one by one: once
as shipped, once with `--closed-world`. In fresh processes, each with a hash seed of its own, every
version is checked (a check looks at more than the benchmark does: at every solution, pixel or
compiled pattern) and then timed in turn with the original and a copy of it, the null control.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import io
import json
import platform
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from race import COPY, ORIGINAL, DidNotRun, Race, Ratio, WrongResult, race, summarize, with_progress
from table import show

MAIN: Final = "run_benchmark"
LIBRARIES: Final = {"logging": ("logging",), "regex_compile": ("re",), "tomli_loads": ("tomli",)}
TIERS: Final = {"S0+S1": (), "S2": ("--closed-world",)}
"""Label of a version -> what is added to `noodle-trm optimize --chooser classic`."""
GOAL: Final = 1.2
FLOOR: Final = 0.98
TOML_BYTES: Final = 600_000
"""Of the 17 MB that `tomli_loads` reads: a run should not take seconds."""


# the programs


@dataclass(frozen=True, slots=True)
class Job:
    """What is timed of a program, and what is looked at to see that it does the same."""

    work: Callable[[], object]
    check: Callable[[], object]


def _deltablue(module: Any, folder: Path) -> Job:
    def check() -> object:
        module.delta_blue(30)
        return module.planner.current_mark

    return Job(lambda: module.delta_blue(100), check)


def _fannkuch(module: Any, folder: Path) -> Job:
    return Job(lambda: module.fannkuch(8), lambda: [module.fannkuch(size) for size in range(2, 9)])


def _float(module: Any, folder: Path) -> Job:
    def work() -> object:
        return repr(module.benchmark(20_000))

    return Job(work, work)


def _generators(module: Any, folder: Path) -> Job:
    def check() -> object:
        return [list(module.tree(range(size))) for size in (1, 2, 1000)]

    return Job(lambda: _untimed(module.bench_generators(1)), check)


def _go(module: Any, folder: Path) -> Job:
    def work() -> object:
        return module.versus_cpu(), random.random()  # the next number tells how many were drawn

    return Job(work, work)


def _logging(module: Any, folder: Path) -> Job:
    stream = io.StringIO()
    logger = module.logging.getLogger("benchlogger")
    logger.propagate = False
    logger.addHandler(module.logging.StreamHandler(stream=stream))
    logger.setLevel(module.logging.WARNING)

    def work() -> None:
        for name in sorted(module.BENCHMARKS):
            module.BENCHMARKS[name](200, logger, stream)

    def check() -> object:
        work()
        return stream.getvalue()

    return Job(work, check)


def _meteor_contest(module: Any, folder: Path) -> Job:
    board, cti, pieces = module.get_puzzle(module.WIDTH, module.HEIGHT)
    fps = module.get_footprints(board, cti, pieces)
    se_nh = module.get_senh(board, cti)

    def work() -> None:
        module.bench_meteor_contest(1, board, pieces, module.SOLVE_ARG, fps, se_nh)

    def check() -> object:
        work()  # raises if the solutions are not those stored in it
        footprints = [[sorted(map(sorted, piece)) for piece in cell] for cell in fps]
        return module.SOLUTIONS, board, sorted(cti.items()), pieces, footprints, [sorted(each) for each in se_nh]

    return Job(work, check)


def _raytrace(module: Any, folder: Path) -> Job:
    def check() -> object:
        picture = folder / "check.ppm"
        module.bench_raytrace(1, 60, 60, str(picture))
        return picture.read_bytes()

    return Job(lambda: _untimed(module.bench_raytrace(1, 40, 40, None)), check)


def _regex_compile(module: Any, folder: Path) -> Job:
    regexes = module.capture_regexes()
    library = module.re
    written = [(regex, flags) for regex, flags in regexes if isinstance(regex, (str, bytes))]

    def check() -> object:
        return [
            (regex, int(compiled.flags), compiled.groups, dict(compiled.groupindex), _code(library, regex, flags))
            for regex, flags in written
            for compiled in [library.compile(regex, flags)]
        ]

    return Job(lambda: _untimed(module.bench_regex_compile(1, regexes)), check)


def _code(library: Any, regex: Any, flags: int) -> list[int]:
    """The program that a pattern is compiled to."""
    compiler = library._compiler
    code: list[int] = compiler._code(compiler._parser.parse(regex, flags), flags)
    return code


def _richards(module: Any, folder: Path) -> Job:
    def check() -> object:
        done = module.Richards().run(1)
        area = module.taskWorkArea
        states = [(task.packet_pending, task.task_waiting, task.task_holding) for task in area.taskTab if task]
        return done, area.holdCount, area.qpktCount, states

    return Job(lambda: module.Richards().run(1), check)


def _spectral_norm(module: Any, folder: Path) -> Job:
    def check() -> object:
        vector: list[float] = [1] * 40
        for _ in range(6):
            vector = module.eval_AtA_times_u(vector)
        return vector

    return Job(lambda: _untimed(module.bench_spectral_norm(1)), check)


def _telco(module: Any, folder: Path) -> Job:
    calls = str(folder / "data" / "telco-bench.b")

    def check() -> object:
        printed: list[str] = []

        class Kept(io.StringIO):
            def truncate(self, size: int | None = None) -> int:
                printed.append(self.getvalue())
                return super().truncate(size)

        plain, io.StringIO = io.StringIO, Kept  # type: ignore[misc]
        try:
            module.bench_telco(2, calls)
        finally:
            io.StringIO = plain  # type: ignore[misc]
        return printed

    return Job(lambda: _untimed(module.bench_telco(4, calls)), check)


def _tomli_loads(module: Any, folder: Path) -> Job:
    text = (folder / "data" / "tomli-bench-data.toml").read_text("utf-8")
    return Job(lambda: _untimed(module.bench_tomli_loads(1)), lambda: module.tomli.loads(text))


def _untimed(seconds: float) -> object:
    """Most benchmarks return how long they took, which is no result."""
    return None


PROGRAMS: Final[dict[str, Callable[[Any, Path], Job]]] = {
    "deltablue": _deltablue,
    "fannkuch": _fannkuch,
    "float": _float,
    "generators": _generators,
    "go": _go,
    "logging": _logging,
    "meteor_contest": _meteor_contest,
    "raytrace": _raytrace,
    "regex_compile": _regex_compile,
    "richards": _richards,
    "spectral_norm": _spectral_norm,
    "telco": _telco,
    "tomli_loads": _tomli_loads,
}


# a version, in the process that times it


class Loaded:
    """The modules of one version, apart from those of others and from the interpreter's own."""

    def __init__(self, name: str, folder: Path) -> None:
        self.own = frozenset((MAIN, *LIBRARIES.get(name, ()), *(path.stem for path in folder.glob("*.py"))))
        self.modules: dict[str, ModuleType] = {}
        self.folder = folder
        with self.in_place():
            self.job = PROGRAMS[name](importlib.import_module(MAIN), folder)
        for module in self.modules.values():
            if not Path(module.__file__ or "").is_relative_to(folder):
                raise ImportError(f"{module.__name__} comes from {module.__file__}, not from {folder}")

    @contextmanager
    def in_place(self) -> Iterator[None]:
        """While this lasts, its modules are those that an import finds."""
        others = {name: module for name, module in sys.modules.items() if name.partition(".")[0] in self.own}
        for name in others:
            del sys.modules[name]
        sys.modules.update(self.modules)
        sys.path.insert(0, str(self.folder))
        try:
            yield
        finally:
            sys.path.remove(str(self.folder))
            for name in [name for name in sys.modules if name.partition(".")[0] in self.own]:
                self.modules[name] = sys.modules.pop(name)
            sys.modules.update(others)

    def check(self) -> str:
        """The SHA-256 of the `repr` of the result, and of what was printed on the way."""
        printed = io.StringIO()
        with self.in_place(), redirect_stdout(printed):
            result = repr(self.job.check())
        return hashlib.sha256(f"{result}\n{printed.getvalue()}".encode()).hexdigest()

    def timed(self) -> tuple[float, Any]:
        with self.in_place():
            start = time.thread_time()
            result = self.job.work()
            return time.thread_time() - start, result


def load(name: str, folder: str) -> Loaded:
    """The version of a program that lies in a folder (see `interleave.Version`)."""
    return Loaded(name, Path(folder))


# from the installed sources to versions


def installed() -> Path:
    """The folder of pyperformance's benchmarks. Raises SystemExit if it is not installed."""
    spec = find_spec("pyperformance")
    if spec is None or spec.origin is None:
        raise SystemExit("pyperformance is not installed: pip install noodlecore-trm[bench]")
    return Path(spec.origin).parent / "data-files" / "benchmarks"


def copy_sources(name: str, folder: Path) -> None:
    """A program's files, its data, and the pure-Python library that it is about. Raises SystemExit without them."""
    home = installed() / f"bm_{name}"
    if not home.is_dir():
        raise SystemExit(f"this pyperformance has no {name}")
    for path in home.glob("*.py"):
        _copy(path, folder / path.name)
    for library in LIBRARIES.get(name, ()):
        package = _package(library)
        for path in package.rglob("*.py"):
            _copy(path, folder / library / path.relative_to(package))
    for path in (home / "data").glob("*"):
        _copy(path, folder / "data" / path.name)


def _package(library: str) -> Path:
    spec = find_spec(library)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{library} is not installed: pip install noodlecore-trm[bench]")
    package = Path(spec.origin).parent
    if any(package.rglob("*.so")) or any(package.rglob("*.pyd")):
        raise SystemExit(f"{library} is installed as machine code: pip install noodlecore-trm[bench]")
    return package


def _copy(path: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    data = path.read_bytes()
    if path.suffix == ".toml":
        data = data[: data.rfind(b"\n[[data]]\n", 0, TOML_BYTES) + 1] or data
    target.write_bytes(data)


def optimize_folder(source: Path, target: Path, arguments: Sequence[str]) -> dict[str, Any]:
    """Put every file of a folder through the command line, and return the receipt. Raises WrongResult if it fails."""
    report = target.with_suffix(".json")
    command = [sys.executable, "-m", "noodlecore_trm", "optimize", str(source), "-o", str(target)]
    command += ["--chooser", "classic", "--no-cache", "--quiet", "--report", str(report), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise WrongResult(f"noodle-trm optimize exits with {done.returncode}: {done.stderr.strip()}")
    if (source / "data").is_dir():
        shutil.copytree(source / "data", target / "data")
    receipt: dict[str, Any] = json.loads(report.read_text("utf-8"))
    return receipt


def kept_rules(receipt: dict[str, Any]) -> Counter[str]:
    """How often each rule was kept."""
    return Counter(
        change["rule"] for file in receipt["files"] for function in file["functions"] for change in function["kept"]
    )


# the measurement


@dataclass(frozen=True, slots=True)
class Measurement:
    """One program: its ratio in each tier, and the rules that were kept there."""

    name: str
    milliseconds: float
    ratios: dict[str, Ratio]
    null: float
    rules: dict[str, dict[str, int]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit 0 when the goals are met, 1 when they are not, 2 when a result is wrong or a process fails."""
    options = _parser().parse_args(arguments)
    measured, failures = [], []
    for name in with_progress(options.only or list(PROGRAMS), "timing"):
        try:
            measured.append(measure(name, options.rounds, options.processes, options.sources))
        except (WrongResult, DidNotRun) as failure:
            failures.append(str(failure))
            print(failure, file=sys.stderr, flush=True)
    summaries = {
        tier: summarize([one.ratios[tier].median for one in measured], [one.null for one in measured])
        for tier in TIERS
        if measured
    }
    _show(measured, summaries)
    if options.json:
        document = {
            "interpreter": platform.python_version(),
            "rounds": options.rounds,
            "processes": options.processes,
            "summary": summaries,
            "programs": [asdict(one) for one in measured],
            "failures": failures,
        }
        options.json.write_text(json.dumps(document, indent=1) + "\n", "utf-8")
    if failures:
        return 2
    shipped = summaries["S0+S1"]
    return 0 if shipped["geomean"] >= GOAL and shipped["lowest"] >= FLOOR else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Time programs of pyperformance before and after.")
    parser.add_argument("--rounds", type=int, default=7, help="rounds in each process (default: 7)")
    parser.add_argument("--processes", type=int, default=3, help="fresh processes for each program (default: 3)")
    parser.add_argument(
        "--only", action="append", default=[], choices=PROGRAMS, metavar="NAME", help="only this program; repeatable"
    )
    parser.add_argument("--sources", type=Path, metavar="DIR", help="keep the versions of every program here")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the measurements here")
    return parser


def measure(name: str, rounds: int, processes: int, keep: Path | None = None) -> Measurement:
    """Optimize, check and time one program. Raises WrongResult or DidNotRun."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = (Path(temporary) if keep is None else keep) / name
        if folder.exists():
            raise SystemExit(f"{folder} is there already")
        versions = {ORIGINAL: folder / ORIGINAL, COPY: folder / COPY}
        for version in versions.values():
            copy_sources(name, version)
        rules = {}
        for tier, more in TIERS.items():
            versions[tier] = folder / tier
            rules[tier] = dict(kept_rules(optimize_folder(versions[ORIGINAL], versions[tier], more)).most_common())
        run = race("pyperformance_programs", name, versions, rounds, processes)
    check_results(name, run)
    ratios = {tier: run.ratio(tier) for tier in TIERS}
    return Measurement(name, run.milliseconds, ratios, run.ratio(COPY).median, rules)


def check_results(name: str, run: Race) -> None:
    """Raises WrongResult unless all versions have shown the same in each process."""
    expected = run.seen(ORIGINAL)
    for label in (COPY, *TIERS):
        if run.seen(label) != expected:
            raise WrongResult(f"{name} ({label}): expected {expected}, got {run.seen(label)}")


def _show(measured: Sequence[Measurement], summaries: dict[str, dict[str, float]]) -> None:
    rows = [
        [one.name, f"{one.milliseconds:.1f}"]
        + [
            cell
            for tier in TIERS
            for cell in (
                f"{one.ratios[tier].median:.2f}",
                f"{one.ratios[tier].lowest:.2f}-{one.ratios[tier].highest:.2f}",
                str(sum(one.rules[tier].values())),
            )
        ]
        + [f"{one.null:.3f}"]
        for one in measured
    ]
    header = ["program", "ms", *(cell for tier in TIERS for cell in (tier, "min-max", "kept")), "null"]
    show("Speed-up of programs of pyperformance", header, rows)
    for tier, summary in summaries.items():
        print(
            f"{tier}: geomean {summary['geomean']:.2f} (90%: {summary['geomean_low']:.2f}-"
            f"{summary['geomean_high']:.2f}), lowest {summary['lowest']:.2f}, {summary['faster']} faster, "
            f"{summary['slower']} slower of {summary['programs']}; "
            f"null control {summary['null_lowest']:.3f}-{summary['null_highest']:.3f}"
        )
        total: Counter[str] = Counter()
        for one in measured:
            total.update(one.rules[tier])
        print("kept: " + (", ".join(f"{rule} {count}" for rule, count in total.most_common()) or "nothing"))


if __name__ == "__main__":
    sys.exit(main())

"""
TRMAgent: the road's stops one by one, for a host that drives them itself.

    parsed = agent.parse_module(source)
    translated = agent.translate_ast(parsed)
    result = agent.optimize_ir(translated)
    faster = agent.emit(result)
    agent.feedback(result, ExecutionMetrics(execution_time=0.8))
"""

from __future__ import annotations

import hashlib
import os
import time
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from noodlecore_trm.choosers import ChooserUnavailable, FallbackChooser, Unsuited, make_chooser
from noodlecore_trm.emit import EmissionError
from noodlecore_trm.errors import ConfigurationError, OptimizationError, ParsingError
from noodlecore_trm.feedback import ExecutionMetrics, FeedbackStore, MeasuredChange, default_path
from noodlecore_trm.feedback.changes import measures
from noodlecore_trm.ir.facts import Function, ModuleFacts
from noodlecore_trm.ir.op import Module
from noodlecore_trm.ir.recursion import deep_recursion
from noodlecore_trm.ir.verify import InvalidIR, verify
from noodlecore_trm.options import Options
from noodlecore_trm.parse import ParsedModule
from noodlecore_trm.parse import parse_module as parse_source
from noodlecore_trm.pipeline import selected_rules
from noodlecore_trm.profile.seen import read_profile
from noodlecore_trm.receipts import FunctionReceipt
from noodlecore_trm.road import Record, Road
from noodlecore_trm.rules.listing import RuleTable
from noodlecore_trm.suppressions import suppressed_lines
from noodlecore_trm.telemetry import count_functions, serve_metrics
from noodlecore_trm.translate import translate
from noodlecore_trm.validate.emission import emit_verified


@dataclass(frozen=True, slots=True)
class TRMAgentConfig:
    """
    Settings of an agent; `from_environment` reads the `NOODLE_TRM_*` variables.

    `max_optimization_time` is in seconds. `model_path` empty means the active version of the user's models, looked for
    again in each call, or the shipped model, if there is one.
    With a `metrics_port` an agent serves counters for Prometheus there, see `noodlecore_trm.telemetry`.
    Without `enable_fallback` a chooser that cannot serve is a failure and the module stays as it is.
    """

    model_path: str = ""
    enable_fallback: bool = True
    max_optimization_time: float = 30.0
    cache_dir: str = ""
    debug_mode: bool = False
    options: Options = field(default_factory=Options)
    metrics_port: int = 0

    @classmethod
    def from_environment(cls) -> TRMAgentConfig:
        """Raises ConfigurationError for a value that is no number where one is needed."""
        seconds = os.environ.get("NOODLE_TRM_MAX_OPTIMIZATION_TIME", "30")
        try:
            limit = float(seconds)
        except ValueError:
            raise ConfigurationError(f"NOODLE_TRM_MAX_OPTIMIZATION_TIME is no number: {seconds!r}") from None
        port = os.environ.get("NOODLE_TRM_METRICS_PORT") or "0"
        if not port.isdecimal() or int(port) > 65535:
            raise ConfigurationError(f"NOODLE_TRM_METRICS_PORT is no port: {port!r}")
        return cls(
            model_path=os.environ.get("NOODLE_TRM_MODEL_PATH", os.environ.get("TRM_AGENT_MODEL_PATH", "")),
            enable_fallback=os.environ.get("NOODLE_TRM_ENABLE_FALLBACK", "1") not in ("0", "false"),
            max_optimization_time=limit,
            cache_dir=os.environ.get("NOODLE_TRM_CACHE_DIR", ""),
            debug_mode=os.environ.get("NOODLE_TRM_DEBUG_MODE", "0") in ("1", "true"),
            options=Options(precision=os.environ.get("NOODLE_TRM_QUANTIZATION", "")),
            metrics_port=int(port),
        )


@dataclass(frozen=True, slots=True)
class TranslationResult:
    """A translated module: `ir_module`, and whether it was understood."""

    module_name: str
    ir_module: Module
    original_ast: ParsedModule
    translation_time: float
    success: bool
    error_message: str = ""


@dataclass(frozen=True, slots=True)
class OptimizationResult:
    """
    What `optimize_ir` did. `optimized_ir` is the module that was given, rewritten in place; on any
    failure it is as it was and `error_message` says why. `model_version` is the digest of the model that was asked,
    `options` are those of the call.
    """

    original_source: bytes
    optimized_ir: Module
    optimizations_applied: tuple[str, ...]
    optimization_time: float
    success: bool
    chooser: str = "none"
    fallback_reason: str = ""
    error_message: str = ""
    parsed: ParsedModule | None = None
    records: tuple[Record, ...] = ()
    model_version: str = ""
    options: Options = field(default_factory=Options)

    def to_dict(self) -> dict[str, Any]:
        """Everything but the module, the source and the options, as plain values."""
        plain = {
            item.name: getattr(self, item.name)
            for item in fields(self)
            if item.name not in ("original_source", "optimized_ir", "parsed", "records", "options")
        }
        plain["records"] = [asdict(record) for record in self.records]
        return plain


class TRMAgent:
    """
    One optimizer with its settings; every method may be called from any thread on its own modules.

    Raises ConfigurationError if there is a `metrics_port` and metrics cannot be served there.
    """

    def __init__(self, config: TRMAgentConfig | None = None) -> None:
        self.config = config or TRMAgentConfig.from_environment()
        if self.config.metrics_port:
            serve_metrics(self.config.metrics_port)

    def parse_module(self, source: bytes | str, filename: str = "<string>") -> ParsedModule:
        """Raises ParsingError if the source does not parse."""
        parsed = parse_source(source, filename)
        if parsed.tree is None:
            line = parsed.error.partition(":")[0]
            raise ParsingError(f"{filename}:{parsed.error}", int(line) if line.isdigit() else 0)
        return parsed

    def translate_ast(self, parsed: ParsedModule) -> TranslationResult:
        """Never raises: what is not understood becomes opaque ops."""
        start = time.perf_counter()
        module = translate(parsed)
        seconds = time.perf_counter() - start
        name = Path(parsed.filename).stem
        return TranslationResult(name, module, parsed, seconds, parsed.tree is not None, parsed.error)

    def optimize_ir(
        self, ir: TranslationResult | Module, *, budget: int | None = None, profile: str | None = None
    ) -> OptimizationResult:
        """
        Rewrite a module in place with at most `budget` rewrites (None for no limit).

        Never raises for what the module contains; on a failure it is as it was. Raises
        OptimizationError for options that make no sense.
        """
        module = ir.ir_module if isinstance(ir, TranslationResult) else ir
        parsed = ir.original_ast if isinstance(ir, TranslationResult) else None
        options = replace(self.config.options, timeout=self.config.max_optimization_time)
        if budget is not None:
            options = replace(options, max_rewrites=budget)
        if profile is not None:
            options = replace(options, profile=profile)
        return self._optimize(module, parsed, options)

    def optimize_module(self, module: Module) -> OptimizationResult:
        """`optimize_ir` for a host that owns the module."""
        return self.optimize_ir(module)

    def _optimize(self, module: Module, parsed: ParsedModule | None, options: Options) -> OptimizationResult:
        start = time.perf_counter()
        road = _road(module, parsed, make_chooser(options.chooser, self.config.model_path, options.precision), options)
        try:
            with deep_recursion():
                if not self.config.enable_fallback and road.chooser.reason:
                    raise ChooserUnavailable(road.chooser.reason)
                done = road.run()
                if not self.config.enable_fallback and done.fallback_reason:
                    raise ChooserUnavailable(done.fallback_reason)
                verify(module)
        except (ChooserUnavailable, InvalidIR, RecursionError) as problem:
            road.rewriter.rollback(0)
            return OptimizationResult(
                module.source, module, (), time.perf_counter() - start, False, error_message=str(problem), parsed=parsed
            )
        count_functions(done.records)
        applied = tuple(change.rule for record in done.records for change in record.kept)
        return OptimizationResult(
            module.source,
            module,
            applied,
            time.perf_counter() - start,
            True,
            done.chooser,
            done.fallback_reason,
            parsed=parsed,
            records=tuple(done.records),
            model_version=road.chooser.version,
            options=options,
        )

    def emit(self, result: OptimizationResult | Module) -> bytes:
        """
        The bytes of a module's file; a module that came from a file keeps its encoding.

        Raises EmissionError if the module cannot be written down, and InvalidIR if it is malformed.
        """
        module = result.optimized_ir if isinstance(result, OptimizationResult) else result
        parsed = result.parsed if isinstance(result, OptimizationResult) else None
        with deep_recursion():
            text = emit_verified(module)
        try:
            return parsed.encode(text) if parsed is not None else text
        except UnicodeEncodeError as problem:
            raise EmissionError(str(problem)) from None

    def feedback(self, result: OptimizationResult, metrics: ExecutionMetrics) -> int:
        """
        Store what the optimized code did at run time, as one row, and return the row's id. It is about the function
        that was changed, or about the whole file if several were. Code that met with errors is `different`.

        Raises StoreError if the store cannot be written, and ValueError for metrics that cannot be.
        """
        return self.store().add(_measured_change(result, metrics))

    def store(self) -> FeedbackStore:
        """The store in the cache folder of the configuration, or of the user."""
        return FeedbackStore(default_path(self.config.cache_dir))


def _road(module: Module, parsed: ParsedModule | None, chooser: FallbackChooser, options: Options) -> Road:
    return Road(
        module,
        RuleTable(selected_rules(options)),
        chooser,
        options,
        suppressed_lines(parsed) if parsed is not None else None,
        careful=True,
        seen=None if options.profile is None else read_profile(options.profile, module.filename, module.source),
    )


def _measured_change(result: OptimizationResult, metrics: ExecutionMetrics) -> MeasuredChange:
    known = measures(asdict(metrics))
    if "execution_time" not in known:
        raise ValueError(f"execution_time is no number of seconds: {metrics.execution_time!r}")
    changed = [record for record in result.records if record.kept]
    one = changed[0] if len(changed) == 1 else None
    function = "" if one is None else one.qualname
    whole = result if one is None else one
    ratio = known.get("ratio")
    source, filename = result.original_source, result.optimized_ir.filename
    return MeasuredChange(
        ir_hash=identity_of(source, filename, function),
        plan=result.optimizations_applied,
        outcome="different" if metrics.error_count else "slower" if ratio is not None and ratio < 1.0 else "kept",
        module=result.optimized_ir.filename,
        function=function,
        chooser=whole.chooser,
        model_version=result.model_version if one is None else one.model,
        fallback_reason=whole.fallback_reason,
        predicted=None if one is None else one.predicted,
        propensity=1.0,  # no chooser draws
        sample=b"" if one is None else first_sample(source, filename, one, result.options),
        **known,
    )


def first_sample(source: bytes, filename: str, done: Record | FunctionReceipt, options: Options) -> bytes:
    """`sample_of` what was done first to a function; empty as well if nothing was."""
    if not done.kept:
        return b""
    first = done.kept[0]
    chooser = done.chooser if done.tried == len(done.kept) else ""
    return sample_of(source, filename, done.qualname, first.rule, first.line, options, chooser=chooser)


def sample_of(
    source: bytes,
    filename: str,
    function: str,
    rule: str,
    line: int | None = None,
    options: Options | None = None,
    *,
    chooser: str = "classic",
) -> bytes:
    """
    The choice of a rule as the first rewrite of a function, for `MeasuredChange.sample`: in the only place that the
    rule has in it or, if that is known, at a line. Of several at one line it is the one that classic begins with, if
    that is the `chooser` and nothing that it chose was given up. Empty if it is not sure which it was, if an option
    has to open the rule, if the function is too large, or if numpy or the profile of the options is missing.
    """
    try:
        from noodlecore_trm.choosers.trm import encode_state
        from noodlecore_trm.encoding import current_vocabulary, identity
        from noodlecore_trm.encoding.taken import pack_taken
    except ImportError:  # no numpy
        return b""
    parsed = parse_source(source, filename)
    with deep_recursion():
        try:
            road = _road(translate(parsed), parsed, make_chooser("classic"), options or Options())
        except OptimizationError:
            return b""
        state = road.first_choice(function)
        if state is None:
            return b""
        vocabulary = current_vocabulary(tuple(each.name for each in selected_rules(Options())))  # that of labels
        known = [each for each in state.candidates if each.rule.name in vocabulary.rule_numbers]
        places = [
            place
            for place, each in enumerate(known)
            if each.rule.name == rule and line in (None, road.line(each.op))
        ]
        if len(places) > 1 and line is not None and chooser == "classic":
            first = road.chooser.choose(state)
            places = [place for place in places if known[place] is first]
        if len(places) != 1:
            return b""
        try:
            sample = encode_state(state, known, vocabulary, road.measured)
        except Unsuited:
            return b""
        return pack_taken(sample, places[0], vocabulary, identity(state.function))


def identity_of(source: bytes, filename: str, function: str) -> str:
    """The identity of a function of a file or, where that cannot be had, of the file."""
    whole = f"file:{hashlib.sha256(source).hexdigest()}"
    if not function:
        return whole
    try:
        from noodlecore_trm.encoding import identity
    except ImportError:  # no numpy
        return whole
    with deep_recursion():
        facts = ModuleFacts(translate(parse_source(source, filename)))
        every = (Function(facts, op) for op in (*facts.module.functions, None))
        found = next((each for each in every if each.scope.qualname == function), None)
        return whole if found is None else identity(found)

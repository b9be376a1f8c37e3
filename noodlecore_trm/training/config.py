"""
All settings of a training run: one dataclass, read from a TOML file and written back beside the run.

Reading settings needs nothing but the standard library, so that a mistake in them shows at once.
"""

from __future__ import annotations

import difflib
import json
import math
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import Field, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Final

from noodlecore_trm.errors import ConfigurationError

RECIPES: Final = Path(__file__).parent / "recipes"
FOLDERS: Final = ("labels", "corpus")
MAY_CHANGE: Final = frozenset({"labels", "corpus", "device", "minutes", "stored", "threads"})
"""Settings that say where a run happens, for how long, and how it is stored: they may be others when it goes on."""


def _setting(
    default: Any, meaning: str, *, least: float = -math.inf, most: float = math.inf, choices: tuple[str, ...] = ()
) -> Any:
    return field(default=default, metadata={"meaning": meaning, "least": least, "most": most, "choices": choices})


@dataclass(frozen=True, kw_only=True)
class Settings:
    """
    What a run is made of. Each has its meaning, its range and its default below; a TOML file of settings has the same
    names. Raises ConfigurationError for a value of another type, or out of its range.
    """

    labels: str = _setting("", "folder of what `noodle-trm label` wrote; in a file, from where the file is")
    corpus: str = _setting("", "folder of the corpus, with its `splits.json`; the same as `labels` if empty")
    seed: int = _setting(0, "of the weights, and of all that is drawn later", least=0, most=2**32 - 1)
    device: str = _setting("auto", "`auto` takes a GPU if there is one", choices=("auto", "cpu", "cuda"))
    threads: int = _setting(0, "threads of the processor; 0 for as many as torch likes", least=0, most=1024)
    precision: str = _setting(
        "float32", "of matrix products; `auto` takes bfloat16 where the device has instructions for it; weights are "
        "float32 always", choices=("float32", "bfloat16", "auto")
    )

    hidden_size: int = _setting(128, "width of the model", least=8, most=4096)
    variant: str = _setting(
        "trm", "the recursion", choices=("trm", "single_z", "six_z", "hrm", "flat", "loop")
    )
    H_cycles: int = _setting(1, "T: cycles of a supervision step", least=1, most=64)
    L_cycles: int = _setting(3, "n: calls on the latent in a cycle", least=1, most=64)
    H_layers: int = _setting(0, "blocks of the network of y, for `hrm` and `flat`", least=0, most=64)
    L_layers: int = _setting(2, "blocks of the network of z", least=0, most=64)
    expansion: float = _setting(4.0, "of the SwiGLUs", least=0.1, most=16.0)
    global_channel: bool = _setting(True, "whether nodes hear the mean over all of them")

    dropout: float = _setting(0.0, "share of the numbers of the question that are left out in training", least=0.0,
                              most=0.9)

    steps: int = _setting(4, "supervision steps when it is used", least=1, most=64)
    least_steps: int = _setting(4, "supervision steps in training: the fewest that are drawn", least=1, most=64)
    most_steps: int = _setting(4, "and the most", least=1, most=64)
    haste: float = _setting(0.5, "how much more what an action brings at once counts than what comes after it",
                            least=0.0, most=1.0)
    update: str = _setting("step", "when the optimizer makes a step: after each supervision step, or each batch",
                           choices=("step", "batch"))
    tries: int = _setting(1, "actions whose verdicts come in after a supervision step; 0 for none", least=0, most=64)

    batches: int = _setting(20_000, "to train for", least=1, most=10**9)
    batch: int = _setting(32, "choices in a batch, over all processes", least=1, most=10**6)
    optimizer: str = _setting("adamw", "AdamW, or the one without an epsilon", choices=("adamw", "adam_atan2"))
    rate: float = _setting(1e-3, "the highest learning rate", least=1e-9, most=10.0)
    least_rate: float = _setting(0.0, "the last one, as a share of it", least=0.0, most=1.0)
    schedule: str = _setting("cosine", "from the one to the other, or the highest all along",
                             choices=("cosine", "constant"))
    warmup: int = _setting(200, "batches until the rate is at its highest", least=0, most=10**9)
    beta1: float = _setting(0.9, "memory of the mean of gradients", least=0.0, most=0.99999)
    beta2: float = _setting(0.95, "memory of their squares", least=0.0, most=0.99999)
    weight_decay: float = _setting(0.05, "share of the weights that is lost in a step, times the rate", least=0.0,
                                   most=10.0)
    clip: float = _setting(1.0, "the largest norm of a gradient; 0 for any", least=0.0, most=1e9)
    average: float = _setting(0.999, "memory of the moving average of weights; 0 for the weights themselves", least=0.0,
                              most=0.999999)

    weight_worth: float = _setting(1.0, "of the worth of each action in the loss", least=0.0, most=1e6)
    weight_order: float = _setting(0.3, "of their order", least=0.0, most=1e6)
    weight_regret: float = _setting(1.0, "of what is lost by drawing one by the scores", least=0.0, most=1e6)
    weight_value: float = _setting(0.3, "of the best there is", least=0.0, most=1e6)
    weight_halt: float = _setting(0.1, "of knowing to have it", least=0.0, most=1e6)
    sharpness: float = _setting(0.05, "difference of scores that makes an action e times as likely", least=1e-6,
                                most=1e6)

    replay: float = _setting(0.5, "share of a batch that is drawn from the labels, where there is feedback as well",
                             least=0.0, most=1.0)
    most_weight: float = _setting(4.0, "of a row of feedback whose action was rarely tried", least=1.0, most=1e6)

    development: int = _setting(0, "functions of the development split that are looked at; 0 for all", least=0,
                                most=10**9)
    evaluate_every: int = _setting(500, "batches until the next look at the development split", least=1, most=10**9)
    patience: int = _setting(0, "looks without a better one after which the run ends; 0 for no end", least=0,
                             most=10**6)
    keep: str = _setting("best", "which weights are kept: the best on the development split, or the last",
                         choices=("best", "last"))
    stored: str = _setting("float16", "how the kept weights are stored", choices=("float16", "bfloat16", "float32"))
    minutes: float = _setting(0.0, "after which the run ends, with the rate brought down until then; 0 for no end",
                              least=0.0, most=1e6)
    log_every: int = _setting(50, "batches of which a row of the log is the mean", least=1, most=10**9)
    save_every: int = _setting(200, "batches until the next checkpoint", least=1, most=10**9)

    def __post_init__(self) -> None:
        for each in fields(self):
            object.__setattr__(self, each.name, _checked(each, getattr(self, each.name)))
        if self.least_steps > self.most_steps:
            raise ConfigurationError(f"least_steps: {self.least_steps} is above most_steps, {self.most_steps}")
        if self.variant in ("hrm", "flat") and not self.H_layers:
            raise ConfigurationError(f"H_layers: {self.variant} needs at least 1")
        if self.variant != "flat" and not self.L_layers:
            raise ConfigurationError(f"L_layers: {self.variant} needs at least 1")
        if self.variant == "six_z" and self.L_cycles > 6:
            raise ConfigurationError("L_cycles: six_z has six latents, so 6 at most")

    def to_toml(self) -> str:
        """A TOML file of all settings."""
        lines = [f"{each.name} = {_toml(getattr(self, each.name))}\n" for each in fields(self)]
        return "".join(lines)


def read_settings(path: Path) -> Settings:
    """The settings in a file. Raises ConfigurationError, with file, line and key, for what is none; and OSError."""
    try:
        text = path.read_bytes().decode()
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as problem:
        raise ConfigurationError(f"{path}: {' '.join(str(problem).split())}") from None
    try:
        given = settings_from(table)
    except ConfigurationError as problem:
        key = problem.message.partition(":")[0]
        raise ConfigurationError(f"{path}{_line_of(text, key)}: {problem.message}") from None
    folders: dict[str, Any] = {
        name: str((path.parent / folder).resolve()) for name in FOLDERS if (folder := getattr(given, name))
    }
    return replace(given, **folders)


def find_recipe(name: str) -> Path:
    """The file of a shipped recipe, or the file of that name. Raises ConfigurationError if there is none."""
    shipped = RECIPES / f"{name}.toml"
    if shipped.is_file():
        return shipped
    path = Path(name)
    if not path.is_file():
        known = sorted(each.stem for each in RECIPES.glob("*.toml"))
        raise ConfigurationError(f"{name}: no such file, and no recipe: there are {', '.join(known)}")
    return path


def override(settings: Settings, assignments: Iterable[str]) -> Settings:
    """
    Settings with others in their place, as `key=value` with the value as in TOML, quotes of a string left out.

    Raises ConfigurationError.
    """
    changed: dict[str, Any] = {}
    known = {each.name: each for each in fields(settings)}
    for assignment in assignments:
        key, equals, text = (part.strip() for part in assignment.partition("="))
        if not equals:
            raise ConfigurationError(f"{assignment}: not of the form key=value")
        if key not in known:
            raise ConfigurationError(_unknown(key))
        if isinstance(known[key].default, str):
            changed[key] = text
            continue
        try:
            (changed[key],) = tomllib.loads(f"value = {text}").values()
        except (ValueError, RecursionError):
            raise ConfigurationError(f"{key}: {text!r} is not {_kind(known[key])}") from None
    return replace(settings, **changed)


def settings_from(table: Mapping[str, Any]) -> Settings:
    """Settings by name; what is missing is as by default. Raises ConfigurationError."""
    known = {each.name for each in fields(Settings)}
    for key in table:
        if key not in known:
            raise ConfigurationError(_unknown(key))
    return Settings(**table)


def _unknown(key: str) -> str:
    close = difflib.get_close_matches(key, [each.name for each in fields(Settings)], n=1)
    return f"{key}: unknown setting" + (f"; did you mean {close[0]}?" if close else "")


def _kind(setting: Field[Any]) -> str:
    return {bool: "true or false", int: "a whole number", float: "a number", str: "a string"}[type(setting.default)]


def _checked(setting: Field[Any], value: Any) -> Any:
    """The value in its final type."""
    kind = type(setting.default)
    fits = isinstance(value, int | float if kind is float else kind) and (kind is bool or not isinstance(value, bool))
    if not fits:
        raise ConfigurationError(f"{setting.name}: {value!r} is not {_kind(setting)}")
    rule = setting.metadata
    if rule["choices"] and value not in rule["choices"]:
        close = difflib.get_close_matches(value, rule["choices"], n=1)
        hint = f"; did you mean {close[0]}?" if close else ""
        raise ConfigurationError(f"{setting.name}: {value!r} is not one of {', '.join(rule['choices'])}{hint}")
    if kind in (int, float) and not rule["least"] <= value <= rule["most"]:
        raise ConfigurationError(f"{setting.name}: {value} is not between {rule['least']} and {rule['most']}")
    return float(value) if kind is float else value


def _toml(value: Any) -> str:
    """JSON's way of writing is also TOML's, for what settings hold."""
    return json.dumps(value, ensure_ascii=False)


def _line_of(text: str, key: str) -> str:
    found = re.search(rf"^\s*[\"']?{re.escape(key)}[\"']?\s*=", text, re.MULTILINE)
    return f":{text.count(chr(10), 0, found.end()) + 1}" if found else ""

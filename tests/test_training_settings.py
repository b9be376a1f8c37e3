"""Settings of training: what a file may say, and what is said about one that is wrong."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest

from noodlecore_trm.errors import ConfigurationError
from noodlecore_trm.training.config import RECIPES, Settings, find_recipe, override, read_settings

OTHER = Settings(
    replay=0.25, most_weight=2.0,
    labels="/l", corpus="/ü \"quoted\"", seed=7, device="cpu", threads=3, precision="bfloat16", hidden_size=96,
    variant="hrm", H_cycles=2, L_cycles=5, H_layers=1, L_layers=1, expansion=2.5, global_channel=False, steps=3,
    least_steps=2, most_steps=6, update="batch", tries=2, batches=9, batch=8, optimizer="adam_atan2", rate=3e-5,
    least_rate=0.1, schedule="constant", warmup=5, beta1=0.8, beta2=0.9, weight_decay=0.2, clip=0.5, average=0.5,
    weight_worth=2.0, weight_order=3.0, weight_value=4.0, weight_halt=5.0, sharpness=0.1,
    haste=0.25, weight_regret=6.0, dropout=0.1, development=11,
    evaluate_every=12, patience=13, keep="last", stored="float32", minutes=1.5, log_every=14, save_every=15,
)  # fmt: skip


def test_what_is_written_is_read(tmp_path: Path) -> None:
    unlike = Settings()
    assert [each.name for each in fields(OTHER) if getattr(OTHER, each.name) == getattr(unlike, each.name)] == []
    path = tmp_path / "settings.toml"
    path.write_text(OTHER.to_toml(), encoding="utf-8")
    assert read_settings(path) == OTHER
    path.write_text(unlike.to_toml(), encoding="utf-8")
    assert read_settings(path) == unlike


def test_folders_are_seen_from_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "recipe.toml").write_text('labels = "made"\ncorpus = "../programs"\n')
    monkeypatch.chdir(tmp_path)
    given = read_settings(Path("inner/recipe.toml"))
    assert given.labels == str(tmp_path / "inner" / "made")
    assert given.corpus == str(tmp_path / "programs")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("seed = 1\nbatchs = 3\n", ":2: batchs: unknown setting; did you mean batches?"),
        ("zzz = 3\n", ":1: zzz: unknown setting"),
        ("# batch\n\n batch = 0\n", ":3: batch: 0 is not between 1 and 1000000"),
        ("batch = 1.5\n", ":1: batch: 1.5 is not a whole number"),
        ("batch = true\n", ":1: batch: True is not a whole number"),
        ("rate = '1'\n", ":1: rate: '1' is not a number"),
        ("rate = nan\n", ":1: rate: nan is not between 1e-09 and 10.0"),
        ("global_channel = 1\n", ":1: global_channel: 1 is not true or false"),
        ("optimizer = 'adam'\n", ":1: optimizer: 'adam' is not one of adamw, adam_atan2; did you mean adamw?"),
        ("labels = 3\n", ":1: labels: 3 is not a string"),
        ("most_steps = 2\nleast_steps = 3\n", ":2: least_steps: 3 is above most_steps, 2"),
        ("variant = 'hrm'\n", ": H_layers: hrm needs at least 1"),
        ("L_layers = 0\n", ":1: L_layers: trm needs at least 1"),
        ("variant = 'six_z'\nL_cycles = 7", ":2: L_cycles: six_z has six latents, so 6 at most"),
        ("[run]\nseed = 1\n", ": run: unknown setting"),
        ("seed 1\n", ": Expected '=' after a key in a key/value pair (at line 1, column 6)"),
        ("\xff", ": 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"),
    ],
)
def test_every_mistake_is_one_line_with_its_place(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "recipe.toml"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(ConfigurationError) as caught:
        read_settings(path)
    assert str(caught.value) == f"{path}{message}"


def test_a_whole_number_is_a_number() -> None:
    assert Settings(rate=1).rate == 1.0
    assert isinstance(Settings(rate=1).rate, float)


def test_settings_in_the_place_of_others() -> None:
    given = override(Settings(), ["rate = 2e-3", "optimizer=adam_atan2", "global_channel=false", "batch=7"])
    assert given == replace(Settings(), rate=2e-3, optimizer="adam_atan2", global_channel=False, batch=7)
    for assignment, message in {
        "rate=fast": "rate: 'fast' is not a number",
        "global_channel=no": "global_channel: 'no' is not true or false",
        "rte=1": "rte: unknown setting; did you mean rate?",
        "batch": "batch: not of the form key=value",
        "rate=1\nbatch=2": "rate: '1\\nbatch=2' is not a number",
    }.items():
        with pytest.raises(ConfigurationError) as caught:
            override(Settings(), [assignment])
        assert str(caught.value) == message


@pytest.mark.parametrize("path", sorted(RECIPES.glob("*.toml")), ids=lambda path: path.stem)
def test_shipped_recipes_can_be_followed(path: Path) -> None:
    settings = read_settings(find_recipe(path.stem))
    assert settings.device == "auto"
    assert 0 < settings.minutes <= 90
    assert settings.labels == ""

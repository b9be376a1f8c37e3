"""What the documentation says is true: paths exist, commands are understood, examples print what stands there."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

import pytest

from noodlecore_trm.cli.arguments import COMMANDS, build_parser
from noodlecore_trm.rules import load
from noodlecore_trm.rules.reference import rules_markdown

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "third_party" / "README.md", *sorted(DOCS.rglob("*.md"))]
RUN = [DOCS / "tutorial.md", DOCS / "how-to" / "use-as-a-pass.md", DOCS / "how-to" / "learn-from-use.md"]

_FENCE = re.compile(r"^```(\w*)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_PATH = re.compile(r"`((?:docs|tests|noodlecore_trm|benchmarks|examples|ir_corpus|third_party|\.ci)/[\w./-]*)`")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def name_of(page: Path) -> str:
    return str(page.relative_to(ROOT))


def blocks(page: Path) -> Iterator[re.Match[str]]:
    """Fenced blocks: group 1 the language, group 2 the file they are to be saved as, group 3 the text."""
    return _FENCE.finditer(page.read_text("utf-8"))


def anchors(page: Path) -> set[str]:
    headings = _HEADING.findall(_FENCE.sub("", page.read_text("utf-8")))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    broken = []
    for link in _LINK.findall(_FENCE.sub("", page.read_text("utf-8"))):
        target, _, anchor = link.partition("#")
        if re.match(r"[a-z]+:", link):
            continue
        path = (page.parent / target).resolve() if target else page
        if not path.exists() or (anchor and anchor not in anchors(path)):
            broken.append(link)
    assert broken == []


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_paths_exist(page: Path) -> None:
    paths = [path for path in _PATH.findall(page.read_text("utf-8")) if not path.isupper() and "NAME" not in path]
    assert [path for path in paths if not (ROOT / path).exists()] == []


def commands(page: Path) -> Iterator[list[str]]:
    """The words of every command on the page that calls one of ours."""
    text = page.read_text("utf-8")
    lines = [line for match in blocks(page) if match[1] == "sh" for line in match[3].splitlines()]
    lines += [line for match in blocks(page) for line in re.findall(r"^\$ (.+)$", match[3], re.MULTILINE)]
    lines += re.findall(r"`((?:noodle-trm|python) [^`]+)`", _FENCE.sub("", text))
    lines += re.findall(r"^    ((?:noodle-trm|python) .+)$", _FENCE.sub("", text), re.MULTILINE)
    for line in lines:
        for part in line.split("&&"):
            words = shlex.split(part, comments=True)
            if words and Path(words[0]).name in ("noodle-trm", "python"):
                yield [Path(words[0]).name, *words[1:]]


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_commands_are_understood(page: Path) -> None:
    for words in commands(page):
        words = list(takewhile(lambda word: not re.search(r"[\[>…]", word), words))
        if words[0] == "noodle-trm" and len(words) == 2:
            assert words[1] in {*COMMANDS, "--version"}, words
        elif words[0] == "noodle-trm":
            known, unknown = build_parser().parse_known_args(words[1:])
            assert not [word for word in unknown if word.startswith("-")], words
            assert known.command or known.version, words
        elif words[1] == "-m":
            top, _, rest = words[2].partition(".")
            path = ROOT / top / rest.replace(".", "/")
            assert top != "noodlecore_trm" or path.with_suffix(".py").exists() or path.is_dir(), words
        elif "/" in words[1]:
            assert (ROOT / words[1]).exists(), words


# what can be run is run


def environment(folder: Path) -> dict[str, str]:
    """`python` and `noodle-trm` are this interpreter and this checkout; nothing of the user's is in sight."""
    shims = folder / "bin"
    shims.mkdir()
    for name, words in {"python": "", "noodle-trm": "-m noodlecore_trm"}.items():
        (shims / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" {words} "$@"\n')
        (shims / name).chmod(0o755)
    kept = {key: value for key, value in os.environ.items() if not key.startswith("NOODLE_TRM_")}
    return kept | {
        "PATH": f"{shims}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "XDG_DATA_HOME": str(folder / "data"),
        "NOODLE_TRM_CACHE_DIR": str(folder / "cache"),
        "COLUMNS": "120",
    }


def console(text: str, folder: Path, variables: dict[str, str]) -> str:
    """The block with the outputs its commands have now."""
    lines: list[str] = []
    for command in re.findall(r"^\$ (.+)$", text, re.MULTILINE):
        done = subprocess.run(
            command, shell=True, cwd=folder, env=variables, capture_output=True, text=True, timeout=300, check=False
        )
        assert done.returncode == 0, f"$ {command}\n{done.stdout}{done.stderr}"
        lines.append(f"$ {command}\n{done.stdout}{done.stderr}")
    return "".join(lines)


@pytest.mark.skipif(os.name == "nt", reason="the pages show a POSIX shell")
@pytest.mark.parametrize("page", RUN, ids=name_of)
def test_what_can_be_run_prints_what_stands_there(page: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    variables = environment(tmp_path)
    work = tmp_path / "work"
    work.mkdir()

    def rerun(match: re.Match[str]) -> str:
        language, file, text = match.groups()
        if file:
            (work / file).write_text(text, encoding="utf-8")
        if language == "console":
            text = console(text, work, variables)
        return f"```{language}{' ' + file if file else ''}\n{text}```"

    before = page.read_text("utf-8")
    after = _FENCE.sub(rerun, before)
    if request.config.getoption("update_golden"):
        page.write_text(after, encoding="utf-8")
    assert page.read_text("utf-8") == after, "run pytest with --update-golden to write it anew"


# pages that are written from the code


def test_the_page_of_rules_is_current(request: pytest.FixtureRequest) -> None:
    page = DOCS / "reference" / "rules.md"
    if request.config.getoption("update_golden"):
        page.write_text(rules_markdown(), encoding="utf-8")
    assert page.read_text("utf-8") == rules_markdown(), (
        "run: python -m noodlecore_trm.rules.reference > docs/reference/rules.md"
    )


def test_the_page_of_rules_has_every_rule_and_every_refusal() -> None:
    text = rules_markdown()
    for rule in load().values():
        section = text.split(f"\n### {rule.name}\n")[1].split("\n### ")[0]
        for reason, counterexample in rule.refusals.items():
            assert f"- **{reason.replace('_', ' ')}**: {counterexample}" in section


# the two commands of the README


def test_continuous_integration_runs_the_command_of_the_readme() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    tests = [match[3].strip() for match in blocks(ROOT / "README.md") if "pytest" in match[3]]
    assert len(tests) == 1
    assert tests[0] in script.read_text("utf-8").splitlines()


def test_the_main_job_of_the_readme(tmp_path: Path) -> None:
    (job,) = [match[3].strip() for match in blocks(ROOT / "README.md") if "examples/" in match[3]]
    setup, install, main = job.split(" && ")
    assert setup == "python3 -m venv .venv"
    assert install == ".venv/bin/pip install -q -e ."
    done = subprocess.run(
        main.removeprefix(".venv/bin/"),
        shell=True,
        cwd=ROOT,
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("--- a/examples/distance.py\n+++ b/examples/distance.py\n")
    assert "examples/distance.py: " in done.stdout
    assert "(S0)" in done.stdout


@pytest.mark.parametrize("page", sorted((DOCS / "decisions").glob("*.md")), ids=name_of)
def test_a_decision_is_half_a_page_with_its_three_parts(page: Path) -> None:
    text = page.read_text("utf-8")
    assert re.fullmatch(r"\d{4}-[a-z0-9-]+\.md", page.name)
    assert _HEADING.findall(text)[1:] == ["Context", "Choice", "What was given up"]
    assert len(text.split()) < 450


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = [int(page.name[:4]) for page in sorted((DOCS / "decisions").glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))

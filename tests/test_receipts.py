from __future__ import annotations

import json
from dataclasses import fields, replace
from typing import Any

import jsonschema
import pytest

from noodlecore_trm.receipts import (
    SCHEMA,
    STAGES,
    ChangeReceipt,
    FileReceipt,
    FunctionReceipt,
    Receipt,
    RefusalReceipt,
    Verdict,
    render_json,
    summarize,
)
from noodlecore_trm.receipts.github import render_github
from noodlecore_trm.receipts.reference import schema
from noodlecore_trm.receipts.sarif import render_sarif
from noodlecore_trm.receipts.text import render_text

PLAIN = ChangeReceipt("hoist_row", 4, size_before=20, size_after=26)
GUARDED = ChangeReceipt("replace_min_call", 7, "S1", "min is _min", "MEASURED", 12, 1.314, 1.22, 9, 23)
FILES = (
    FileReceipt(
        "src/a b.py", "changed", "", "0" * 64, "1" * 64, 100, 131, Verdict("passed", "passed", "passed", "12 calls"),
        dict.fromkeys(STAGES, 0.25),
        (
            FunctionReceipt("Grid.total", 3, "", 4, (RefusalReceipt("hoist_row", 5, "row_may_change"),), 3,
                            (GUARDED, PLAIN), "classic", "no model installed"),
            FunctionReceipt("spy", 20, "it calls locals"),
        ),
    ),
    FileReceipt("src/same.py", "unchanged", "no rewrite pays", "2" * 64, "2" * 64, 7, 7),
    FileReceipt("src/bad,file.py", "failed", "does not parse: 3:5: invalid syntax\n100%", "", "", 0, 0),
)
RECEIPT = Receipt(
    {"name": "noodle-trm", "version": "1.2"},
    {"implementation": "cpython", "version": "3.11.7", "cache_tag": "cpython-311"},
    {"chooser": "trm", "max_rewrites": None, "select": (), "timeout": 30.0, "measure": False},
    FILES,
    summarize(FILES),
)


def check(document: Any) -> None:
    jsonschema.Draft202012Validator(schema()).validate(document)


def test_the_schema_is_one_and_closed_everywhere() -> None:
    document = schema()
    jsonschema.Draft202012Validator.check_schema(document)
    assert document["$id"] == SCHEMA
    objects = [document, *document["$defs"].values(), document["$defs"]["file"]["properties"]["times"]]
    assert all(entry["additionalProperties"] is False for entry in objects)
    assert all(set(entry["required"]) == set(entry["properties"]) for entry in objects[:-1])
    names = {"file": FileReceipt, "verdict": Verdict, "function": FunctionReceipt, "refusal": RefusalReceipt,
             "change": ChangeReceipt}
    for name, record in names.items():
        assert list(document["$defs"][name]["properties"]) == [field.name for field in fields(record)]
    assert set(document["$defs"]["summary"]["properties"]) == set(summarize(()))


def test_json_follows_the_schema_and_reads_back() -> None:
    document = json.loads(render_json(RECEIPT))
    check(document)
    assert Receipt.from_dict(document).to_dict() == RECEIPT.to_dict()
    assert Receipt.from_dict(document).files == FILES
    assert document["summary"] == {
        "files": 3, "changed": 1, "unchanged": 1, "failed": 1, "functions": 2, "found": 4, "refused": 1, "tried": 3,
        "kept": 2, "bytes_before": 107, "bytes_after": 138,
    }


@pytest.mark.parametrize(
    "wrong",
    [
        {"extra": 1},
        {"schema": "urn:other"},
        {"files": [{**FILES[0].to_dict(), "status": "better"}]},
        {"files": [{**FILES[0].to_dict(), "sha256_before": "xyz"}]},
        {"files": [{key: value for key, value in FILES[0].to_dict().items() if key != "times"}]},
        {"summary": {}},
    ],
)
def test_the_schema_refuses(wrong: dict[str, Any]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        check(json.loads(render_json(RECEIPT)) | wrong)


def test_another_kind_of_receipt_is_not_read() -> None:
    with pytest.raises(ValueError, match="urn:other"):
        Receipt.from_dict(RECEIPT.to_dict() | {"schema": "urn:other"})
    with pytest.raises(KeyError):
        FileReceipt.from_dict({"path": "x"})


def test_numbers_json_has_no_word_for_become_null() -> None:
    change = replace(GUARDED, ratio=float("inf"), lower_bound=float("nan"))
    assert (change.to_dict()["ratio"], change.to_dict()["lower_bound"]) == (None, None)


def test_text() -> None:
    assert render_text(RECEIPT) == (
        "src/a b.py: 2 rewrites, 100 -> 131 bytes; structure passed, behaviour passed, time passed\n"
        "  12 calls\n"
        "  Grid.total (line 3, chosen by classic, no model installed)\n"
        "        4  hoist_row         always the same (S0); proved\n"
        "        7  replace_min_call  the same under a guard `min is _min` (S1); measured on 12 executions; "
        "1.31x as fast (at least 1.22x)\n"
        "src/bad,file.py: failed, does not parse: 3:5: invalid syntax\n100%\n"
        "3 files (1 changed, 1 unchanged, 1 failed), 2 rewrites\n"
    )


def test_text_with_refusals() -> None:
    text = render_text(RECEIPT, refusals=True, counterexamples={"hoist_row": {"row_may_change": "`g[i] = []`"}})
    assert "        5  hoist_row         refused, row may change: `g[i] = []`\n" in text
    assert "    4 rewrites possible, 3 tried, 2 kept\n" in text
    assert "  spy (line 20)\n    never rewritten: it calls locals\n" in text
    assert "src/same.py: unchanged, no rewrite pays\n" in text


def test_sarif_has_the_shape_of_2_1_0() -> None:
    log = json.loads(render_sarif(RECEIPT, {"hoist_row": "Read a row once."}))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "noodle-trm"
    assert driver["rules"] == [
        {"id": "hoist_row", "shortDescription": {"text": "Read a row once."}},
        {"id": "replace_min_call", "shortDescription": {"text": "replace_min_call"}},
    ]
    assert len(run["results"]) == 2
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] == "note"
        assert result["message"]["text"]
        assert "suppressions" not in result
        (location,) = result["locations"]
        assert location["physicalLocation"]["artifactLocation"] == {"uri": "src/a%20b.py"}
        assert location["physicalLocation"]["region"]["startLine"] in (4, 7)
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is True
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["level"] == "warning"
    absolute = replace(RECEIPT, files=(replace(FILES[0], path="/tmp/\udcff.py"),))
    uri = json.loads(render_sarif(absolute))["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert uri["artifactLocation"]["uri"] == "file:///tmp/%FF.py"


def test_github() -> None:
    assert render_github(RECEIPT).splitlines() == [
        "::notice file=src/a b.py,line=7,title=noodle-trm replace_min_call::Grid.total: the same under a guard "
        "`min is _min` (S1); measured on 12 executions; 1.31x as fast (at least 1.22x)",
        "::notice file=src/a b.py,line=4,title=noodle-trm hoist_row::Grid.total: always the same (S0); proved",
        "::warning file=src/bad%2Cfile.py,line=3,col=5,title=noodle-trm::does not parse: 3:5: invalid syntax%0A100%25",
    ]


def test_an_empty_run_renders() -> None:
    empty = replace(RECEIPT, files=(), summary=summarize(()))
    check(json.loads(render_json(empty)))
    assert render_text(empty) == "0 files, 0 rewrites\n"
    assert render_github(empty) == ""
    assert json.loads(render_sarif(empty))["runs"][0]["results"] == []

"""
astral-sh/ruff#20510: PLR6201 should only apply to hashable types

A list is searched by comparing; a set hashes what is looked for first.
Kept: value in ["a", "b", "c"]
"""


def known(value):
    return value in ["a", "b", "c"]
# --- wrong
def known(value):
    return value in {"a", "b", "c"}
# --- driver
attempt(known, "b")
attempt(known, ["b"])
attempt(known, {})

"""
astral-sh/ruff#5494: False positive in PERF402 when append is more complex
"""


def sort_out(records, shelves):
    for record in records:
        shelves[record["kind"]].append(record)
    return shelves
# --- wrong
def sort_out(records, shelves):
    for record in records:
        shelves[record["kind"]].extend(records)
    return shelves
# --- driver
attempt(sort_out, [{"kind": 0}, {"kind": 1}, {"kind": 0}], [[], []])
attempt(sort_out, [{"kind": 0}, {"kind": 7}], [[], []])

"""
PyCQA/autoflake#267: Why remove-all-unused-imports isn't default behavior?

Kept: import json.tool
"""


def load():
    import json.tool

    return "loaded"
# --- wrong
def load():
    return "loaded"
# --- driver
import sys

sys.modules.pop("json.tool", None)
attempt(load)
print("json.tool" in sys.modules)

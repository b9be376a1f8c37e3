"""
astral-sh/ruff#17292: RET504 breaks code when value is used in finally
"""


def run(make, log):
    out = ""
    try:
        out = make()
        return out
    except Exception as problem:
        out = str(problem)
    finally:
        log(out)
# --- wrong
def run(make, log):
    out = ""
    try:
        return make()
    except Exception as problem:
        out = str(problem)
    finally:
        log(out)
# --- driver
attempt(run, lambda: "made", print)
attempt(run, lambda: 1 / 0, print)

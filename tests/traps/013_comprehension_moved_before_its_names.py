"""
astral-sh/ruff#14362: PERF401 new preview fixes invalidly hoists extend to list compre
"""


def start(count):
    jobs = []
    target = count * 10
    for number in range(count):
        jobs.append((target, number))
    return jobs
# --- wrong
def start(count):
    jobs = [(target, number) for number in range(count)]
    target = count * 10
    return jobs
# --- driver
attempt(start, 2)
attempt(start, 0)

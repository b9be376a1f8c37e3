"""
python/asyncio#240: yield from coro() in comprehensions

A loop that yields must not become a comprehension.
"""


def run(jobs):
    answers = []
    for job in jobs:
        answers.append((yield job))
    return answers
# --- wrong
def run(jobs):
    yield from jobs
    return list(jobs)
# --- driver
running = run(["a", "b"])
print(next(running), running.send(1))
try:
    running.send(2)
except StopIteration as end:
    print(end.value)

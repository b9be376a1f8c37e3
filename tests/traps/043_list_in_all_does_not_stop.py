"""
astral-sh/ruff#4320: `C419` autofix removing `list` within `any`/`all` causes undesirable short circuiting

Kept: all([
"""


def wait_all(workers):
    return all([worker() for worker in workers])
# --- wrong
def wait_all(workers):
    return all(worker() for worker in workers)
# --- wrong
def wait_all(workers):
    for worker in workers:
        if not worker():
            return False
    return True
# --- driver
def worker(answer):
    def wait():
        print("waited", answer)
        return answer
    return wait


attempt(wait_all, [worker(0), worker(1)])

"""
python/mypy#14418: Mypyc constructs generator in full
"""


def variations(first, others):
    yield first()
    yield from (other() for other in others)
# --- wrong
def variations(first, others):
    yield first()
    yield from [other() for other in others]
# --- driver
def machine(answer):
    def run():
        print("run", answer)
        return answer
    return run


found = variations(machine(1), [machine(2), machine(3), machine(4)])
print(next(found), next(found), found.close())

"""
stefankoegl/python-json-patch#186: remove unused exception variables (F841)

At the end of the clause its name is unbound, whatever it was before.
"""


def read(words):
    problem = "none"
    found = []
    for word in words:
        try:
            found.append(int(word))
        except ValueError as problem:
            found.append(-1)
    return found, problem
# --- wrong
def read(words):
    problem = "none"
    found = []
    for word in words:
        try:
            found.append(int(word))
        except ValueError:
            found.append(-1)
    return found, problem
# --- driver
attempt(read, ["1", "2"])
attempt(read, ["1", "x"])

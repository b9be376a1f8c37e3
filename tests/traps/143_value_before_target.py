"""
mypyc/mypyc#279: Support for assigning value to multiple targets (x = y = 0)

The value comes first, then the targets from left to right.
"""


def put(log):
    log("a")[log("i")] = log("b")[log("j")] = log("value")
# --- wrong
def put(log):
    value = log("b")[log("j")] = log("value")
    log("a")[log("i")] = value
# --- driver
class Log:
    def __init__(self, name):
        self.name = name

    def __setitem__(self, key, value):
        print("set", self.name, key.name, value.name)


def log(name):
    print(name)
    return Log(name)


attempt(put, log)

"""
mypyc/mypyc#793: Evaluation order of multiple assignment from iterable doesn't match Python

A class may take note of every attribute that is set, so that none can be kept back in a variable.
"""


class Traced:
    def __init__(self, notes):
        self.__dict__["notes"] = notes
        self.count = 0

    def __setattr__(self, name, value):
        self.notes.append((name, value))
        self.__dict__[name] = value

    def run(self, turns):
        for turn in range(turns):
            self.count += turn
        return self.count
# --- wrong
class Traced:
    def __init__(self, notes):
        self.__dict__["notes"] = notes
        self.count = 0

    def __setattr__(self, name, value):
        self.notes.append((name, value))
        self.__dict__[name] = value

    def run(self, turns):
        count = self.count
        for turn in range(turns):
            count += turn
        self.count = count
        return self.count
# --- driver
notes = []
attempt(Traced(notes).run, 3)
print(notes)

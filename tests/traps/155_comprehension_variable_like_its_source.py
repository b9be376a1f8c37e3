"""
dflook/python-minifier#70: Bug when a variable names appear as temporary in a for while defining the outer list
"""


def names(parent):
    return [parent.name for parent in parent.children], parent.name
# --- wrong
def names(parent):
    found = []
    for parent in parent.children:
        found.append(parent.name)
    return found, parent.name
# --- driver
from types import SimpleNamespace

attempt(names, SimpleNamespace(name="p", children=[SimpleNamespace(name="c")]))

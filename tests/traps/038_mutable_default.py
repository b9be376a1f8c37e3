"""
astral-sh/ruff#17652: Add fix safety section (`B006`)

The default is made once, and remembers.
Kept: storage=[]
"""


def cache(x, storage=[]):
    storage.append(x)
    return storage
# --- wrong
def cache(x, storage=None):
    if storage is None:
        storage = []
    storage.append(x)
    return storage
# --- driver
attempt(cache, 1)
attempt(cache, 2)
print(cache.__defaults__)

"""
facebook/pyrefly#1118: Incorrect return path identification with try/finally
"""


def close(items, log):
    for item in items:
        try:
            if item == 1:
                return "one"
            if item == 2:
                raise KeyError(item)
        finally:
            log(item)
            if item > 1:
                break
    else:
        return "end"
    return "left"
# --- wrong
def close(items, log):
    for item in items:
        log(item)
        if item == 1:
            return "one"
        if item == 2:
            raise KeyError(item)
        if item > 1:
            return "left"
    return "end"
# --- driver
attempt(close, [0, 1, 2], print)
attempt(close, [0, 2, 1], print)
attempt(close, [3], print)
attempt(close, [], print)

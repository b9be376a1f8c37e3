def counter(start=0, *, step=1):
    count = start

    def advance():
        nonlocal count
        count += step
        return count

    return advance


def twice(function):
    return lambda value: function(function(value))


@twice
def add_one(value: int) -> int:
    return value + 1

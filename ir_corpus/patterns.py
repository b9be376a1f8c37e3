def describe(shape):
    match shape:
        case {"kind": "circle", "radius": radius} if radius > 0:
            return f"circle of {radius:.2f}"
        case [x, y, *_] | (x, y):
            return f"point {x!r}, {y}"
        case str() as name:
            return name
        case None | 0:
            return "nothing"
    if (size := len(shape)) > 3:
        return f"{size} things"
    return "something"

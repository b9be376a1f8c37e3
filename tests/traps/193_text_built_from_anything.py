"""
astral-sh/ruff#4769: FLY002: incorrect behavior of automatic fixer on strings

`+=` asks the items in turn, and may give anything; `join` wants strings only.
"""


def build(parts):
    text = ""
    for part in parts:
        text += part
    return text


def numbered(words, mark):
    text = ""
    for word in words.split():
        text += word + mark
        if len(text) > 8:
            break
    return text
# --- wrong
def build(parts):
    return "".join(parts)


def numbered(words, mark):
    return mark.join(words.split()) + mark
# --- driver
class Text(str):
    def __radd__(self, other):
        return f"<{other}>"


attempt(build, ["a", "b"])
attempt(build, ["a", 1])
attempt(build, [Text("a"), "b"])
attempt(build, [])
attempt(build, "abc")
attempt(numbered, "a b c", "-")
attempt(numbered, "aaaa bbbb cccc", "-")
attempt(numbered, "", "-")
attempt(numbered, "a", 1)

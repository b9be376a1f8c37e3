"""
Programs put together from idioms: harmless, terminating, and each the same whenever it is drawn.

A block is a few lines that read variables of some types and bind others. `«list»` stands for a list of ints that is
there, `«+list»` for a new one, `«3-9»` for a number, `«a|b»` for one of several texts; what has the same digit after it
is the same variable. A function is made of blocks one after the other, some of them in a loop. Every other function makes
its own data; the others are smaller, and are given theirs, so that nothing is known of what their parameters are.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import Final

from noodlecore_trm.teacher.corpus import Program, parse_program

_NAMES: Final = {
    "list": ("values", "items", "readings", "numbers", "sizes", "data", "points", "codes", "amounts", "ids"),
    "floats": ("weights", "prices", "rates", "samples", "levels", "costs", "ratios", "scores"),
    "number": ("total", "count", "result", "best", "found", "score", "largest", "seen", "hits", "size"),
    "float": ("mean", "share", "level", "energy", "balance", "error", "spread", "norm"),
    "text": ("text", "line", "label", "out", "word", "message", "key", "code"),
    "words": ("names", "words", "lines", "tags", "labels", "parts", "keys", "titles"),
    "counts": ("counts", "table", "seen_at", "per_value", "groups", "tally", "places"),
    "grid": ("grid", "rows", "cells", "board", "matrix", "image", "field"),
    "index": ("i", "j", "k", "n", "pos", "place", "index", "step", "x", "y", "a", "b", "c", "d"),
}

_HELPERS: Final = (
    "def «+map»(value):\n    return value * «2-9» + «1-5»",
    "def «+map»(value):\n    return value % «5-13»",
    "def «+map»(value):\n    return max(«1-4», min(«20-60», value))",
    "def «+map»(value):\n    if value > «10-50»:\n        return value - «1-9»\n    return value + «1-9»",
    "def «+map»(value):\n    return value // 2 if value % 2 == 0 else value * 3 + 1",
    "def «+map»(value):\n    result = value * «2-5»\n    result = result + «1-9»\n    return result % «50-99»",
    "def «+test»(value):\n    return value in [«1-5», «6-9», «10-19», «20-30»]",
    "def «+test»(value):\n    return value == «1-5» or value == «6-9» or value == «10-15»",
    "def «+test»(value):\n    return value % «2-5» == 0 and value > «1-20»",
    "def «+test»(value):\n    for limit in («1-5», «6-9», «10-20»):\n        if value == limit:\n            return True\n"
    "    return False",
)

_DATA: Final = (
    "«+list» = [(«index1» * «3-40» + «1-9») % «20-90» for «index1» in range(size)]",
    "«+list1» = []\nfor «index1» in range(size):\n    «list1».append(«index1» * «3-40» % «20-90»)",
    "«+list1» = []\n«index1» = 0\nwhile «index1» < size:\n    «list1».append(«index1» * «3-9» % «20-90»)\n"
    "    «index1» += 1",
)

_PARAMETERS: Final = {
    "list": "[(i * «3-40» + «1-9») % «10-90» for i in range(«size»)]",
    "floats": "[i % «7-30» / «2-9» for i in range(«size»)]",
    "number": "«2-30»",
    "words": "[chr(97 + i * «3-11» % 26) * (1 + i % «2-4») for i in range(«size»)]",
    "text": "''.join(chr(97 + i * «3-11» % 26) for i in range(«size»))",
    "grid": "[[(i * «3-9» + j) % «5-20» for j in range(«5-12»)] for i in range(«5-12»)]",
    "counts": "{i: i * «3-9» % «10-40» for i in range(«size»)}",
}
"""What calls give for a parameter of each type."""
_SIZES: Final = (5, 20, 60, 150)
_SIGNATURES: Final = {
    "loops": (("list",), ("list", "number"), ("list", "list"), ("floats",), ("floats", "number"), ("list", "floats")),
    "counts": (("list", "list"), ("list",), ("words", "words"), ("counts", "list"), ("list", "number")),
    "text": (("words",), ("text",), ("words", "text"), ("list", "text"), ("words", "words")),
    "grids": (("grid",), ("grid", "number"), ("grid", "list")),
    "calls": (("list",), ("list", "number"), ("floats", "number")),
}

_BLOCKS: Final = {
    "loops": (
        "«+number1» = 0\nfor «index1» in range(len(«list1»)):\n    «number1» «+= |= «number1» + »«list1»[«index1»]",
        "«+number1» = 0\nfor «index1» in «list»:\n    if «index1» «>|<|==» «5-40»:\n        «number1» += «1|«index1»»",
        "«+number1» = 0\n«index1» = 0\nwhile «index1» < len(«list1»):\n    «number1» += «list1»[«index1»] * «2-9»\n"
        "    «index1» «+= 1|= «index1» + 1»",
        "«+list2» = []\nfor «index1» in «list1»:\n    «list2».append(«index1» * «2-7» + «1-9»)",
        "«+list2» = []\nfor «index1» in range(len(«list1»)):\n    if «list1»[«index1»] % «2-5» == 0:\n"
        "        «list2».append(«list1»[«index1»])\n«list2».append(«1-9»)",
        "«+list2» = []\nfor «index1» in «list1»:\n    «list2» = «list2» + [«index1» - «1-9»]",
        "«+number1» = «list1»[0]\nfor «index1» in «list1»:\n    «number1» = «max|min»(«number1», «index1»)",
        "«+number1» = 0\nfor «index1» in range(1, len(«list1»)):\n"
        "    if «list1»[«index1»] «>|<» «list1»[«index1» - 1]:\n        «number1» += 1",
        "«+number1» = 0\nfor «index1» in «list1»:\n    if «index1» in [«1-4», «5-9», «10-14», «15-19»]:\n"
        "        «number1» += 1",
        "«+number1» = 0\nfor «index1» in «list1»:\n    for «index2» in (1, 2, 3):\n"
        "        «number1» += «index1» * «index2»",
        "«+number1» = 0\nfor «index1» in range(len(«list1»)):\n    «number1» += len(«list1») * «2-9» + «list1»[«index1»]",
        "«+floats1» = []\nfor «index1» in «list1»:\n    «floats1».append(«index1» / «2|4|10|3»)\n«+float1» = 0.0\n"
        "for «index2» in «floats1»:\n    «float1» «+= |= «float1» + »«index2» «* «index2»|* 2|/ 4»",
        "«+number1» = sum([«index1» * «2-9» for «index1» in «list1»])",
        "«+number1» = «any|all»(«index1» > «10-80» for «index1» in «list1»)",
        "«+list2» = list(«index1» for «index1» in «list1» if «index1» «>|<|!=» «10-50»)\n«list2».append(«1-9»)",
        "«+float1» = 0.0\nfor «index1» in «floats»:\n    «float1» += «index1» «* «index1»|* 0.5|- 1.5»",
        "«+float1» = 0.0\nfor «index1» in range(1, len(«floats1»)):\n"
        "    «float1» += abs(«floats1»[«index1»] - «floats1»[«index1» - 1])",
        "«+floats2» = []\nfor «index1» in «floats1»:\n    «floats2».append(max(«0-1».5, min(«3-6».5, «index1»)))",
        "«+list2» = []\nfor «index1» in «list1»:\n    «list2».append(max(«number», «index1»))",
        "«+number2» = 0\nfor «index1» in range(len(«list1»)):\n    if «list1»[«index1»] «>|<|!=» «number»:\n"
        "        «number2» += «list1»[«index1»]",
        "for «index1» in range(len(«list1»)):\n    if «list1»[«index1»] == «number»:\n        return «index1»",
        "«+number1» = «list1»[0]\nfor «index1» in «list1»[1:]:\n    if «index1» «>|<» «number1»:\n"
        "        «number1» = «index1»",
        "«+number1» = 0\nfor «index1», «index2» in enumerate(«list»):\n    «number1» += «index1» * «index2»",
        "«+number1» = 0\nfor «index1», «index2» in zip(«list1», «list2»):\n    «number1» += «index1» * «index2»",
        "«+number1» = 0\nwhile «number» >> «number1» > 1:\n    «number1» += 1",
    ),
    "counts": (
        "«+number1» = 0\nfor «index1» in «list1»:\n    if «index1» «in|not in» «list2»:\n        «number1» += 1",
        "«+list3» = []\nfor «index1» in «list1»:\n    if «index1» «in|not in» «list2»:\n"
        "        «list3».append(«index1»)",
        "«+list3» = [«index1» for «index1» in «list1» if «index1» not in «list2»]",
        "«+list2» = []\nfor «index1» in range(«20-90»):\n    if «index1» not in «list1»:\n        «list2».append(«index1»)",
        "«+number1» = 0\nfor «index1» in «words1»:\n    if «index1» not in «words2» and len(«index1») > «1-2»:\n"
        "        «number1» += 1",
        "«+counts1» = {}\nfor «index1» in «words»:\n    «counts1»[«index1»] = «counts1».get(«index1», 0) + 1",
        "«+number1» = 0\nfor «index1» in «counts1».keys():\n    if «counts1»[«index1»] > «5-20»:\n"
        "        «number1» += «counts1»[«index1»]",
        "«+number1» = 0\nfor «index1» in «list»:\n    if «index1» in «counts1»:\n        «number1» += «counts1»[«index1»]",
        "if «number» in «list1»:\n    «+number1» = «list1».index(«number»)\nelse:\n    «+number1» = 0",
        "«+counts1» = {}\nfor «index1» in «list»:\n    if «index1» in «counts1»:\n"
        "        «counts1»[«index1»] «+= 1|= «counts1»[«index1»] + 1»\n    else:\n        «counts1»[«index1»] = 1",
        "«+counts1» = {}\nfor «index1» in «list»:\n    «counts1»[«index1» % «3-12»] = «index1»\n«+number1» = 0\n"
        "for «index2» in «counts1».keys():\n    «number1» += «counts1»[«index2»]",
        "«+list2» = []\nfor «index1» in «list1»:\n    if «index1» not in «list2»:\n        «list2».append(«index1»)\n"
        "«list2».append(0)",
        "«+list2» = [0] * «10-20»\nfor «index1» in «list1»:\n    «list2»[«index1» % len(«list2»)] «+= 1|+= «index1»»",
        "«+list2» = sorted(«list1», key=lambda value: «-value|value % «3-9»|value * value»)",
        "«+number1» = 0\nfor «index1» in range(len(«list1»)):\n    for «index2» in range(«index1»):\n"
        "        if «list1»[«index1»] == «list1»[«index2»]:\n            «number1» += 1",
        "«+list2» = []\nfor «index1» in «list1»:\n    «list2».append(«index1»)\n«+number1» = 0\n"
        "while len(«list2») > 1:\n    «number1» += «list2».pop(0)",
    ),
    "text": (
        "«+number1» = 0\nfor «index1» in «words»:\n    if «index1».startswith('«a|e|m»'):\n        «number1» += 1",
        "«+text1» = ''\nfor «index1» in «words»:\n    «text1» += «index1» «+ ' '|+ ','|»",
        "«+number1» = 0\nfor «index1» in «words»:\n    «number1» = «max|min»(«number1», len(«index1»))",
        "«+number1» = 0\nfor «index1» in range(len(«text1»)):\n    if «text1»[«index1»] == '«a|e|k»':\n        «number1» += 1",
        "«+number1» = 0\nfor «index1» in «text»:\n    if «index1» in 'aeiou':\n        «number1» += 1",
        "«+words1» = []\nfor «index1» in «words»:\n    «words1».append(«index1»«.upper()|[0]|[::-1]»)",
        "«+text1» = ''\nfor «index1» in «text»:\n    if «index1» «>|<» '«g|p»':\n        «text1» += «index1»",
        "«+text1» = ''\nfor «index1» in «list»:\n    «text1» «+= |= «text1» + »str(«index1») + «' '|','|'-'»",
        "«+words1» = []\nfor «index1» in «list»:\n    «words1».append('«n|item |x»' + str(«index1»))\n«+text1» = ''\n"
        "for «index2» in «words1»:\n    «text1» += «index2»",
        "«+text1» = ''\nfor «index1» in range(len(«list1»)):\n    «text1» += chr(97 + «list1»[«index1»] % 26)\n"
        "«+number1» = 0\nfor «index2» in range(len(«text1»)):\n"
        "    if «text1»[«index2»] in ['a', 'e', 'i', 'o', 'u']:\n        «number1» += 1",
        "«+words1» = [str(«index1») for «index1» in «list»]\n«+number1» = 0\nfor «index2» in «words1»:\n"
        "    if «index2» == '«1-9»' or «index2» == '«10-19»' or «index2» == '«20-30»':\n        «number1» += 1",
        "«+text1» = ','.join([str(«index1» + «1-9») for «index1» in «list»])\n«+number1» = 0\n"
        "for «index2» in «text1»:\n    if «index2» == ',':\n        «number1» += 1",
        "«+words1» = []\nfor «index1» in «list»:\n    if «index1» > «5-40»:\n        «words1».append('high')\n"
        "    elif «index1» > «1-4»:\n        «words1».append('low')\n    else:\n        «words1».append('none')\n"
        "«+text1» = ''\nfor «index2» in range(len(«words1»)):\n    «text1» += «words1»[«index2»][0]",
    ),
    "grids": (
        "«+number1» = 0\nfor «index1» in range(len(«grid1»)):\n    for «index2» in range(len(«grid1»[«index1»])):\n"
        "        «number1» «+= «grid1»[«index1»][«index2»]|= max(«number1», «grid1»[«index1»][«index2»])»",
        "«+list1» = []\nfor «index1» in «grid»:\n    «list1».append(«sum|max|min»(«index1»))",
        "«+number1» = 0\nfor «index1» in range(1, len(«grid1») - 1):\n    for «index2» in range(1, len(«grid1»[0]) - 1):\n"
        "        «number1» += «grid1»[«index1» - 1][«index2»] + «grid1»[«index1» + 1][«index2»]",
        "«+number2» = 0\nfor «index1» in «grid»:\n    if «number» in «index1»:\n        «number2» += 1",
        "«+grid1» = [[(«index1» * «3-9» + «index2») % «10-40» for «index2» in range(«6-12»)] for «index1» in range(«6-12»)]\n"
        "«+number1» = 0\nfor «index3» in range(len(«grid1»)):\n    for «index4» in range(len(«grid1»[«index3»])):\n"
        "        «number1» += «grid1»[«index3»][«index4»]",
        "«+grid1» = [[0] * «6-12» for _ in range(«6-12»)]\nfor «index1» in range(len(«grid1»)):\n"
        "    for «index2» in range(len(«grid1»[0])):\n        «grid1»[«index1»][«index2»] = «index1» * «index2» % «3-9»\n"
        "«+number1» = 0\nfor «index3» in «grid1»:\n    for «index4» in «index3»:\n        «number1» += «index4»",
        "«+grid1» = [[«index1» ^ «index2» for «index2» in range(«8-11»)] for «index1» in range(«8-11»)]\n«+number1» = 0\n"
        "for «index3» in range(1, 7):\n    for «index4» in range(1, 7):\n"
        "        if «grid1»[«index3»][«index4»] > «grid1»[«index3» - 1][«index4»]:\n            «number1» += 1",
        "«+grid1» = []\nfor «index1» in range(«5-9»):\n    «+list2» = []\n    for «index2» in range(«5-9»):\n"
        "        «list2».append(«index1» * «index2» + «1-9»)\n    «grid1».append(«list2»)\n«+list3» = []\n"
        "for «index3» in range(len(«grid1»)):\n    «list3».append(«grid1»[«index3»][«index3» % 5])",
        "«+grid1» = [[«index1» * «2-5» % 7, «index1» % «3-9», «index1»] for «index1» in range(«10-30»)]\n«+number1» = 0\n"
        "for «index2» in range(len(«grid1»)):\n    «number1» = «number1» + «grid1»[«index2»][0] * «grid1»[«index2»][1]\n"
        "for «index3» in «grid1»:\n    «number1» = max(«number1», «index3»[2])",
    ),
    "calls": (
        "«+list2» = []\nfor «index1» in «list1»:\n    «list2».append(«map»(«index1»))",
        "«+number1» = 0\nfor «index1» in range(len(«list1»)):\n    if «test»(«list1»[«index1»]):\n        «number1» += 1",
        "«+number1» = 0\nfor «index1» in «list1»:\n    «number1» += «map»(«index1») + «map»(«number1» % «5-50»)",
        "«+list2» = [«map»(«index1») for «index1» in «list1» if «test»(«index1»)]\n«list2».append(«1-9»)",
        "«+list2» = list(map(lambda value: value * «2-9» + 1, «list1»))",
        "«+number1» = «1-9»\n«index1» = 0\nwhile «index1» < «10-40»:\n    «number1» = «map»(«number1»)\n    «index1» += 1",
    ),
}

FAMILIES: Final = tuple(f"generated_{kind}" for kind in _BLOCKS)
"""Their programs are made of blocks of one kind mostly."""

_TOKEN: Final = re.compile(r"«(\+?)([a-z]+)(\d?)»|«(\d+)-(\d+)»")
_CHOICE: Final = re.compile(r"«([^«»]*\|[^«»]*)»")
_SOME_OF_ANOTHER_KIND: Final = 0.3
_IN_A_LOOP: Final = 0.25


class _Writer:
    def __init__(self, draw: random.Random) -> None:
        self.draw = draw
        self.known: dict[str, list[str]] = {}
        self.taken = {"size", "value"}

    def fill(self, block: str) -> str:
        """A block with its variables. Raises LookupError if it reads what there is not."""
        own: dict[str, str] = {}
        new: list[tuple[str, str]] = []
        text = block
        while _CHOICE.search(text) or _TOKEN.search(text):
            text = _TOKEN.sub(lambda found: self._token(found, own, new), text)
            text = _CHOICE.sub(lambda found: self.draw.choice(found[1].split("|")), text)
        for kind, name in new:
            self.known.setdefault(kind, []).append(name)
        return text

    def _token(self, found: re.Match[str], own: dict[str, str], new: list[tuple[str, str]]) -> str:
        is_new, kind, digit, low, high = found.groups()
        if low:
            return str(self.draw.randint(int(low), int(high)))
        label = f"{kind}{digit}"
        if digit and label in own:
            return own[label]
        if is_new or kind == "index":
            name = self._name(kind, own)
            if is_new:
                new.append((kind, name))
        else:
            others = [name for name in self.known.get(kind, ()) if name not in own.values()]
            name = self.draw.choice(others or self._missing(kind))
        if digit:
            own[label] = name
        return name

    def make(self, kind: str) -> str:
        """A new variable of a type that is there from now on."""
        name = self._name(kind, {})
        self.known.setdefault(kind, []).append(name)
        return name

    def _missing(self, kind: str) -> list[str]:
        raise LookupError(kind)

    def _name(self, kind: str, own: dict[str, str]) -> str:
        if kind == "index":
            return self.draw.choice([name for name in _NAMES[kind] if name not in own.values()])
        bases = _NAMES.get(kind) or ("scaled", "shifted", "checked", "wanted", "changed")
        name = self.draw.choice(bases)
        number = 2
        while name in self.taken:
            name = f"{name.rstrip('0123456789')}{number}"
            number += 1
        self.taken.add(name)
        return name


def generate(seed: int) -> Program:
    """The program of a seed; seeds take the families in turn."""
    draw = random.Random(seed)
    kinds = list(_BLOCKS)
    kind = kinds[seed % len(kinds)]
    writer = _Writer(draw)
    helpers = [writer.fill(draw.choice(_HELPERS[:6])), writer.fill(draw.choice(_HELPERS[6:]))]
    if seed // len(kinds) % 2:
        signature, calls = _given(writer, kind)
        body, blocks = [], draw.randint(1, 2)
    else:
        signature = "size"
        calls = ", ".join(f"work({draw.choice((5, 20, 40, 80))})" for _ in range(draw.randint(1, 2)))
        body, blocks = [writer.fill(draw.choice(_DATA))], draw.randint(2, 5)
    given = {name for names in writer.known.values() for name in names} if not body else set()
    body += [_block(writer, kind) for _ in range(blocks)]
    results = [
        name for each, names in writer.known.items() if each not in ("map", "test") for name in names if name not in given
    ]
    body.append(f"return {', '.join(results) or '-1'}")
    used = [each for each in helpers if each.split("(")[0].removeprefix("def ") + "(" in "\n".join(body)]
    lines = "\n".join(body)
    source = f"# calls: {calls}\n" + "\n\n\n".join([*used, f"def work({signature}):\n{_indented(lines)}"]) + "\n"
    return parse_program(f"generated_{kind}", f"seed_{seed}", source.encode())


def _given(writer: _Writer, kind: str) -> tuple[str, str]:
    """The parameters of a function that is given its data, and one or two calls of it."""
    draw = writer.draw
    types = draw.choice(_SIGNATURES[kind])
    names = [writer.make(each) for each in types]
    calls = [
        ", ".join(writer.fill(_PARAMETERS[each].replace("«size»", str(draw.choice(_SIZES)))) for each in types)
        for _ in range(draw.randint(1, 2))
    ]
    return ", ".join(names), ", ".join(f"work({each})" for each in calls)


def _block(writer: _Writer, kind: str) -> str:
    """A few lines that read nothing but what is there."""
    draw = writer.draw
    while True:
        chosen = draw.choice(list(_BLOCKS)) if draw.random() < _SOME_OF_ANOTHER_KIND else kind
        try:
            block = writer.fill(draw.choice(_BLOCKS[chosen]))
        except LookupError:
            continue
        return block if draw.random() >= _IN_A_LOOP else f"for turn in range({draw.randint(2, 6)}):\n{_indented(block)}"


def generated(count: int) -> Iterator[Program]:
    """The programs of the seeds from 0 on."""
    yield from map(generate, range(count))


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.split("\n"))

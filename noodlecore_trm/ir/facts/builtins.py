"""What is known of CPython's builtin functions and methods on values of exact builtin types."""

from __future__ import annotations

import builtins
from typing import Final

BUILTIN_NAMES: Final = frozenset(dir(builtins))


def means_something_unbound(name: str) -> bool:
    """
    Whether a global name means something before the module binds it: a builtin, or what every module has.

    What a call of it runs then depends on when it is made, and a snapshot of it need not be there yet.
    """
    # gettext.install puts `_` among the builtins
    return name == "_" or name in BUILTIN_NAMES or (name.startswith("__") and name.endswith("__"))


EXCEPTIONS: Final = frozenset(
    name for name, value in vars(builtins).items() if isinstance(value, type) and issubclass(value, BaseException)
)

# Functions of plain scalars: name -> the exact type of the result. No foreign code runs when
# every argument is a plain scalar; the call may still raise.
SCALAR_FUNCTIONS: Final = {
    "abs": "", "bin": "str", "bool": "bool", "chr": "str", "complex": "complex", "divmod": "", "float": "float",
    "format": "str", "hash": "int", "hex": "str", "id": "int", "int": "int", "isinstance": "bool", "len": "int", "oct": "str",
    "ord": "int", "pow": "", "repr": "str", "round": "", "str": "str", "callable": "bool", "ascii": "str", "range": "range",
}  # fmt: skip

# The exact type of the result whatever the arguments are: the protocol forces it.
FORCED_RESULTS: Final = {"len": "int", "hash": "int", "id": "int", "ord": "int", "chr": "str", "bool": "bool",
                         "callable": "bool", "isinstance": "bool", "issubclass": "bool", "hasattr": "bool",
                         "any": "bool", "all": "bool", "range": "range", "int": "int", "float": "float"}  # fmt: skip

# Methods of exact str: name -> type of the result; `list:str` is a new list of str.
STR_METHODS: Final = {
    "capitalize": "str", "casefold": "str", "center": "str", "count": "int", "encode": "bytes", "endswith": "bool",
    "expandtabs": "str", "find": "int", "index": "int", "isalnum": "bool", "isalpha": "bool", "isascii": "bool",
    "isdecimal": "bool", "isdigit": "bool", "isidentifier": "bool", "islower": "bool", "isnumeric": "bool",
    "isprintable": "bool", "isspace": "bool", "istitle": "bool", "isupper": "bool", "ljust": "str", "lower": "str",
    "lstrip": "str", "removeprefix": "str", "removesuffix": "str", "replace": "str", "rfind": "int", "rindex": "int",
    "rjust": "str", "rsplit": "list:str", "rstrip": "str", "split": "list:str", "splitlines": "list:str",
    "startswith": "bool", "strip": "str", "swapcase": "str", "title": "str", "upper": "str", "zfill": "str",
}  # fmt: skip

# str methods that cannot raise when called without arguments.
QUIET_STR_METHODS: Final = frozenset(
    name for name, result in STR_METHODS.items() if name.startswith("is") and name != "isinstance"
) | {"lower", "upper", "strip", "lstrip", "rstrip", "split", "splitlines", "capitalize", "casefold", "title", "swapcase"}

# Methods that change the length of a list, set or dict.
RESIZING: Final = frozenset(
    ("append", "extend", "insert", "pop", "remove", "clear", "add", "discard", "update", "setdefault", "popitem", "sort")
)

"""
What the numbers in the arrays mean.

A model is trained with one vocabulary and carries it along, so that nothing that is added to the program later, a rule
above all, can shift what it has learned: what the vocabulary lacks is 0, or, if it is a rule, not encoded at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import cache, cached_property
from typing import Any, Final

from noodlecore_trm.ir.dialect import SPECS

VERSION: Final = 2
"""Of the columns, the buckets and the relations below; what is in a `Vocabulary` may change without."""

TYPES: Final = (
    "anything", "never reached", "several", "several numbers", "int", "bool", "float", "complex", "str", "bytes",
    "NoneType", "list", "tuple", "set", "dict", "range", "iterator", "generator", "method", "exception",
    "own list", "own tuple", "own set", "own dict",
)  # fmt: skip
"""Facts about a value; `own` containers were made in the function, and nobody else holds them."""

CONSTANTS: Final = (
    "", "None", "True", "False", "Ellipsis", "0", "1", "-1", "2", "power of two", "small int", "int", "large int",
    "0.0", "1.0", "float", "complex", "empty str", "character", "str", "bytes",
)  # fmt: skip

SCOPES: Final = ("", "local", "parameter", "cell", "free", "global", "builtin", "class")

ROLES: Final = (
    "body", "loop target", "loop body", "loop else", "test", "then", "else", "fast", "slow", "try", "handlers",
    "finally", "operand", "comprehension", "items", "lambda", "other",
)  # fmt: skip
"""What the region that an op stands in is to the op around it."""

RELATIONS: Final = (
    "operand 0", "operand 1", "operand", "user", "parent", "child", "previous", "next", "definition", "use",
)  # fmt: skip
"""
What one op is to another that hears it: its first, second or later operand, what uses its value, what it stands in,
a statement in it, the statement before and after, what binds a variable that it reads, what reads what it binds.
"""

COLUMNS: Final = (
    "kind", "word", "type", "effects", "depth", "turns", "uses", "constant", "role", "scope", "frequency", "outcome",
)  # fmt: skip
"""
Of an op. `word` is its operator, builtin or method, `effects` the mask of its effects, bit by bit as in the dialect,
`depth` the loops around it, `turns` those it takes if it is a loop, `uses` how often what it binds is read, or how many
bindings what it reads may have, `frequency` how often it runs in a call, `outcome` how often its test has been true.
"""

CONTEXT: Final = ("remaining", "slack", "profile", "ops", "actions", "module")
"""Of the choice as a whole: rewrites left, ops that it may grow by, whether a profile is known, its extent."""

OUTLOOK: Final = ("gain", "growth", "saving", "expected")
"""
Of an action: the logarithm of the gain that the table expects where it stands, hundreds of ops that the function
grows by, the share of its static cost that is saved, and the share that the table expects to be saved.
"""

VERDICT: Final = ("change", "promise", *(f"{name} next" for name in OUTLOOK))
"""
Of an action that was tried: the logarithm of what it does to the static cost, above 0 if that becomes less; the shares
that the actions which it opens are expected to save, added up; and the outlook of the best of them.
"""

_WORDS: Final = (
    "+", "-", "*", "/", "//", "%", "**", "@", "<<", ">>", "&", "|", "^", "~", "not", "and", "or",
    "<", "<=", ">", ">=", "==", "!=", "is", "is not", "in", "not in", "list", "set", "dict", "generator", "tuple",
    "len", "range", "enumerate", "zip", "min", "max", "sum", "abs", "int", "float", "str", "bool", "sorted", "reversed",
    "any", "all", "map", "filter", "isinstance", "type", "print", "ord", "chr", "iter", "next", "round", "divmod",
    "pow", "repr", "hash", "id", "open", "super", "getattr", "setattr", "hasattr", "frozenset", "bytes", "bytearray",
    "append", "extend", "insert", "pop", "popleft", "remove", "clear", "copy", "index", "count", "sort", "reverse",
    "add", "discard", "update", "union", "get", "items", "keys", "values", "setdefault", "join", "split", "strip",
    "startswith", "endswith", "replace", "format", "lower", "upper", "encode", "decode", "find", "read", "write",
    "sqrt", "floor", "ceil", "appendleft", "heappush", "heappop", "group", "match",
)  # fmt: skip


@dataclass(frozen=True)
class Vocabulary:
    """
    The names behind the numbers: rules, kinds of ops, words. A rule has its place in `rules`; a kind or a word its
    place and 1, 0 being any other. Raises ValueError if a name is listed twice, or does not fit into a byte.
    """

    rules: tuple[str, ...]
    kinds: tuple[str, ...]
    words: tuple[str, ...]
    version: int = VERSION

    def __post_init__(self) -> None:
        for names, most in ((self.rules, 1 << 16), (self.kinds, 255), (self.words, 255)):
            if len(set(names)) != len(names) or len(names) > most:
                raise ValueError("no vocabulary: a name stands twice, or there are too many")

    @cached_property
    def rule_numbers(self) -> Mapping[str, int]:
        return {name: number for number, name in enumerate(self.rules)}

    @cached_property
    def kind_numbers(self) -> Mapping[str, int]:
        return {name: number for number, name in enumerate(self.kinds, 1)}

    @cached_property
    def word_numbers(self) -> Mapping[str, int]:
        return {name: number for number, name in enumerate(self.words, 1)}

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many values each of COLUMNS has; `effects` is a mask of 8 bits."""
        return (
            len(self.kinds) + 1, len(self.words) + 1, len(TYPES), 256, 8, 10, 7, len(CONSTANTS), len(ROLES),
            len(SCOPES), 16, 7,
        )  # fmt: skip

    @property
    def context_sizes(self) -> tuple[int, ...]:
        """How many values each of CONTEXT has."""
        return 8, 7, 2, 10, 10, 2

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> Vocabulary:
        """Raises ValueError for a vocabulary of another version, or none."""
        try:
            version = plain["version"]
            if version != VERSION:
                raise ValueError(f"a vocabulary of version {version}, not {VERSION}")
            return cls(_names(plain["rules"]), _names(plain["kinds"]), _names(plain["words"]))
        except (KeyError, TypeError) as problem:
            raise ValueError(f"no vocabulary: {problem}") from None


def _names(given: Iterable[Any]) -> tuple[str, ...]:
    names = tuple(given)
    if not all(isinstance(name, str) for name in names):
        raise ValueError("no vocabulary: a name is no string")
    return names


@cache
def current_vocabulary(rules: tuple[str, ...]) -> Vocabulary:
    """The vocabulary of this program, for these rules in this order."""
    return Vocabulary(rules, tuple(SPECS), _WORDS)

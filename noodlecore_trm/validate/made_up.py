"""Calls made up for functions that are proven free of effects, and the modules in which these stand alone."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from noodlecore_trm.validate.fitting import fitting_calls, required_keywords
from noodlecore_trm.validate.pool import pool

_LONGEST_INT = 4 * 3000
"""Bits of an int whose decimal form Python never refuses to write."""
_HARMLESS_IMPORTS: Final = frozenset(
    [
        "__future__",
        "bisect",
        "cmath",
        "collections",
        "decimal",
        "enum",
        "fractions",
        "functools",
        "heapq",
        "itertools",
        "math",
        "numbers",
        "operator",
        "re",
        "statistics",
        "string",
        "typing",
    ]
)
_MOST_FITTING: Final = 12
"""Calls of a function whose arguments are taken for ones that make sense; at most half of its calls."""
_MOST_CALLS, _LEAST_CALLS = 240, 16
"""Calls of all functions of a file together, so that the check stays quick, and yet of each of them."""


def made_up_calls(
    function: ast.FunctionDef | ast.AsyncFunctionDef, *, limit: int, seed: int = 0, like: Sequence[str] = ()
) -> Iterator[str]:
    """
    Calls of a top-level function with ordinary and hostile arguments, in the fewest and the most it takes.

    `like` are calls of it known to make sense.
    """
    spec = function.args
    positional = [*spec.posonlyargs, *spec.args]
    optional = len(spec.defaults)
    keywords = required_keywords(spec)
    samples = list(_samples(function.name, like))
    counts = {len(positional) + (2 if spec.vararg else 0), *(len(sample) for sample in samples)}
    if optional:
        counts.add(len(positional) - optional)
    for count in sorted(counts, reverse=True):
        arity = count + len(keywords)
        for arguments in pool(arity, seed, max(1, limit // len(counts)), samples):
            named = [f"{name}={text}" for name, text in zip(keywords, arguments[count:], strict=True)]
            yield f"{function.name}({', '.join([*arguments[:count], *named])})"


def _samples(name: str, calls: Iterable[str]) -> Iterator[tuple[str, ...]]:
    for text in calls:
        call = ast.parse(text, mode="eval").body
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name) or call.func.id != name:
            continue
        if not any(isinstance(argument, ast.Starred) for argument in call.args) and all(k.arg for k in call.keywords):
            yield tuple(ast.unparse(value) for value in (*call.args, *(k.value for k in call.keywords)))


def synthesize(
    before: bytes, after: bytes, proven: Collection[str], *, limit: int, seed: int = 0
) -> tuple[bytes, bytes, tuple[str, ...]] | None:
    """
    Modules that hold only the changed functions proven free of effects and what they need, and calls of them.

    The rest of the file would run on import, so it is left out: kept are functions, literal
    constants and imports of a few harmless modules. `limit` is of calls of one function, where there are few; None if
    no function that changed can stand alone.
    """
    both = set(proven)
    while True:
        one, names = standing_alone(before, both)
        other, other_names = standing_alone(after, both)
        if names == other_names:
            break
        both = names & other_names  # what stands alone in one version only, as its call was inlined
    if not both:
        return None
    new = {node.name: ast.dump(node) for node in other.body if isinstance(node, ast.FunctionDef)}
    functions = [
        node
        for node in one.body
        if isinstance(node, ast.FunctionDef) and ast.dump(node) != new[node.name]
    ]
    whole = ast.parse(before)
    limit = min(limit, max(_LEAST_CALLS, _MOST_CALLS // max(1, len(functions))))
    texts = tuple(text for node in functions for text in calls_of(node, whole, limit, seed))
    if not texts:
        return None
    needed = _needed((one, other), {node.name for node in functions})
    return _holding(one, needed), _holding(other, needed), texts


def _needed(versions: Collection[ast.Module], names: set[str]) -> set[str]:
    """These names of a module, and those that what binds them reads, in either version."""
    statements = [(_bound(node), _read(node)) for module in versions for node in module.body]
    while True:
        more = {name for bound, read in statements if bound & names for name in read} - names
        if not more:
            return names
        names = names | more


def _holding(module: ast.Module, names: set[str]) -> bytes:
    """The statements of a module that bind some of these names."""
    kept = [node for node in module.body if _bound(node) & names or _is_of_the_future(node)]
    return ast.unparse(ast.Module(kept, [])).encode()


def calls_of(function: ast.FunctionDef, module: ast.Module, limit: int, seed: int = 0) -> list[str]:
    """`limit` calls of a top-level function of `module`: some that fit, then others with any arguments."""
    fitting = list(islice(fitting_calls(module, function.name), min(_MOST_FITTING, limit // 2)))
    return [*fitting, *made_up_calls(function, limit=limit - len(fitting), seed=seed, like=fitting)]


def standing_alone(source: bytes, proven: Collection[str]) -> tuple[ast.Module, set[str]]:
    """The functions of a module that are proven free of effects, with what they need and no more, and their names."""
    body = [node for node in ast.parse(source).body if _stands_alone(node, proven)]
    while True:
        bound = {name for node in body for name in _bound(node)} | set(dir(builtins))
        lonely = [node for node in body if isinstance(node, ast.FunctionDef) and not _free_names(node) <= bound]
        if not lonely:
            break
        body = [node for node in body if node not in lonely]
    return ast.Module(body, []), {node.name for node in body if isinstance(node, ast.FunctionDef)}


def _stands_alone(node: ast.stmt, proven: Collection[str]) -> bool:
    return _may_stand_alone(node, proven) and _can_be_written(node)


def _can_be_written(node: ast.stmt) -> bool:
    """Not with a number that can be read in hexadecimal, but `ast` writes in decimal, which is too long to be read."""
    values = [part.value for part in ast.walk(node) if isinstance(part, ast.Constant)]
    return not any(isinstance(value, int) and value.bit_length() > _LONGEST_INT for value in values)


def _may_stand_alone(node: ast.stmt, proven: Collection[str]) -> bool:
    if isinstance(node, ast.FunctionDef) and node.name in proven:
        defaults = [*node.args.defaults, *(value for value in node.args.kw_defaults if value is not None)]
        annotated = node.returns is not None or any(a.annotation for a in ast.walk(node.args) if isinstance(a, ast.arg))
        if annotated:
            _strip_annotations(node)
        return not node.decorator_list and all(map(_is_literal, defaults))
    if isinstance(node, ast.Import):
        return all(alias.name.partition(".")[0] in _HARMLESS_IMPORTS for alias in node.names)
    if isinstance(node, ast.ImportFrom):
        return node.level == 0 and (node.module or "") in _HARMLESS_IMPORTS and node.names[0].name != "*"
    if isinstance(node, ast.Assign):
        kept = _is_literal(node.value) or (isinstance(node.value, ast.Name) and node.value.id in proven)
        return kept and all(isinstance(target, ast.Name) for target in node.targets)
    return False


def _strip_annotations(node: ast.FunctionDef) -> None:
    """Annotations of a function run when it is defined; its body cannot see them but through itself."""
    node.returns = None
    for argument in ast.walk(node.args):
        if isinstance(argument, ast.arg):
            argument.annotation = None


def _is_literal(node: ast.expr) -> bool:
    try:
        ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        if not isinstance(node, ast.Call) or node.keywords or not isinstance(node.func, ast.Name):
            return False
        return node.func.id == "frozenset" and all(map(_is_literal, node.args))
    return True


def _bound(node: ast.stmt) -> set[str]:
    if isinstance(node, ast.FunctionDef):
        return {node.name}
    if isinstance(node, ast.Import | ast.ImportFrom):
        return {alias.asname or alias.name.partition(".")[0] for alias in node.names}
    return stored_names(node)


def _read(node: ast.stmt) -> set[str]:
    return {name.id for name in ast.walk(node) if isinstance(name, ast.Name)}


def _is_of_the_future(node: ast.stmt) -> bool:
    return isinstance(node, ast.ImportFrom) and node.module == "__future__"


def _free_names(function: ast.FunctionDef) -> set[str]:
    """Names a function loads and binds nowhere in it."""
    loaded: set[str] = set()
    stored: set[str] = set()
    for node in ast.walk(function):
        if isinstance(node, ast.Name):
            (loaded if isinstance(node.ctx, ast.Load) else stored).add(node.id)
        elif isinstance(node, ast.arg):
            stored.add(node.arg)
        elif isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef | ast.ExceptHandler):
            if node.name and node is not function:
                stored.add(node.name)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            stored |= _bound(node)
    return loaded - stored


def stored_names(node: ast.AST) -> set[str]:
    """The names that a node binds by storing to them."""
    names = [name for name in ast.walk(node) if isinstance(name, ast.Name)]
    return {name.id for name in names if isinstance(name.ctx, ast.Store)}

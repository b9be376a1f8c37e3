"""What may be done to a module from outside between two calls: names rebound, methods replaced, containers changed."""

from __future__ import annotations

import ast
import random

_VALUES = ("2.5", "[7]", "None", "'other'", "3", "True", "10**30", 'hostile("loud")')
_FUNCTIONS = (
    "(lambda *given, **named: 99)",
    "(lambda *given, **named: given)",
    "(lambda *given, **named: log(len(given)))",
    "(lambda *given, **named: [])",
)


def meddling(rng: random.Random, tree: ast.Module) -> list[str]:
    """Statements that may follow any call."""
    found = []
    functions = []
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            functions.append(node.name)
        elif isinstance(node, ast.ClassDef):
            for inner in node.body:
                if isinstance(inner, ast.FunctionDef) and not inner.name.startswith("__"):
                    found.append(f"{node.name}.{inner.name} = {rng.choice(_FUNCTIONS)}")
                elif (
                    isinstance(inner, ast.Assign)
                    and isinstance(inner.targets[0], ast.Name)
                    and inner.targets[0].id != "__slots__"
                ):
                    found.append(f"{node.name}.{inner.targets[0].id} = {rng.choice(_VALUES)}")
            found.append(f"{node.name}.__getattr__ = lambda self, name: log(name)")
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name = node.targets[0].id
            if name[:1] != "_":
                found.append(f"{name} = {rng.choice(_VALUES)}")
                if isinstance(node.value, ast.List):
                    found += [f"{name}.append({rng.choice(_VALUES)})", f"{name}.reverse()"]
    for name in functions:
        found.append(f"{name} = {rng.choice((*_FUNCTIONS, *functions))}")
    if functions:
        found.append(f"del {rng.choice(functions)}")
    return found

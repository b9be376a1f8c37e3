"""Which version this is."""

from __future__ import annotations


def version() -> str:
    """The version of the installed package, or `0+unknown` in a bare checkout."""
    from importlib import metadata  # slow to import

    try:
        return metadata.version("noodlecore-trm")
    except metadata.PackageNotFoundError:
        return "0+unknown"

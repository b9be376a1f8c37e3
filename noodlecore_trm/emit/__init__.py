"""
From ops back to text.

`emit` writes a module: what no rewrite touched stays as it is, byte for byte. `text_of` writes one
op from nothing but itself.
"""

from __future__ import annotations

from noodlecore_trm.emit.failure import EmissionError
from noodlecore_trm.emit.splice import emit, text_of

__all__ = ["EmissionError", "emit", "text_of"]

"""
From ops back to text.

`emit` writes a module: what no rewrite touched stays as it is, byte for byte. `emit_verified` does so for one that
rewrites may have left malformed, and reads the names in the text again. `text_of` writes one op from nothing but
itself.
"""

from __future__ import annotations

from noodlecore_trm.emit.failure import EmissionError
from noodlecore_trm.emit.meaning import emit_verified
from noodlecore_trm.emit.splice import emit, text_of

__all__ = ["EmissionError", "emit", "emit_verified", "text_of"]

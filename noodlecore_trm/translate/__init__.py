"""Syntax tree to ops: what is not understood becomes an opaque op, never a guess."""

from noodlecore_trm.translate.module import translate

__all__ = ["translate"]

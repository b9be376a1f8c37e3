"""Bytes to syntax tree, keeping what is needed to give the same bytes back."""

from noodlecore_trm.parse.parsed import ParsedModule, parse_module

__all__ = ["ParsedModule", "parse_module"]

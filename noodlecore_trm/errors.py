"""What can go wrong, in one family with stable codes."""

from __future__ import annotations


class TRMAgentException(Exception):
    """Any failure of noodlecore-trm itself; `error_code` is stable across versions."""

    error_code = 5000

    def __init__(self, message: str, error_code: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        if error_code is not None:
            self.error_code = error_code


NoodleError = TRMAgentException


class ModelLoadError(TRMAgentException):
    """A model file is missing, damaged or of a version that cannot be read."""

    error_code = 5001


class OptimizationError(TRMAgentException):
    """The optimizer was asked for something that makes no sense."""

    error_code = 5002


class ConfigurationError(TRMAgentException):
    """A setting has an unknown name or a wrong type."""

    error_code = 5003


class ParsingError(TRMAgentException):
    """A source does not parse; `line_number` is 1-based, 0 where unknown."""

    error_code = 5010

    def __init__(self, message: str, line_number: int = 0) -> None:
        super().__init__(message)
        self.line_number = line_number


class CompilationBridgeError(TRMAgentException):
    """Ops could not be turned back into source."""

    error_code = 5040


class PythonASTTranslatorError(TRMAgentException):
    """A syntax tree could not be turned into ops."""

    error_code = 5060

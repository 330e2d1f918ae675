"""Verbatim, a source-verification desk."""

__version__ = "0.1.0"

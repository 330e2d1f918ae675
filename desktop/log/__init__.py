"""The verification log: rows.py decides what is said, one file per format says it."""

from desktop.log.names import slug, suggested_name
from desktop.log.rows import LogSource
from desktop.log.writing import FORMATS, LogError, write

__all__ = ["FORMATS", "LogError", "LogSource", "slug", "suggested_name", "write"]

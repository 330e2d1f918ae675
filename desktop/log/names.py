"""What shall an exported file be called?"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

_LONGEST = 80  # code points; at most 240 bytes, which with date and ending stays under 255
_BYTES = 200
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d|conin|conout)(-.*)?", re.IGNORECASE)


def slug(title: str) -> str:
    """Letters, digits and `-` only; never empty, never a name that Windows keeps for itself."""
    # Compatibility forms, so that COM¹ is seen for the reserved name it is on Windows.
    plain = unicodedata.normalize("NFKC", title)
    # Combining marks stay: without them words of many scripts fall apart.
    kept = "".join(letter if unicodedata.category(letter)[0] in "LNM" else "-" for letter in plain)
    name = re.sub("-+", "-", kept).strip("-")[:_LONGEST]
    name = name.encode("utf-8", "ignore")[:_BYTES].decode("utf-8", "ignore").strip("-")
    return f"desk-{name}" if _RESERVED.fullmatch(name) else name or "desk"


def suggested_name(desk_name: str, exported_at: datetime, file_format: str) -> str:
    """For example `Arms-for-Russia-log-2026-11-22.csv`, with the day of this machine's clock."""
    return f"{slug(desk_name)}-log-{exported_at.astimezone():%Y-%m-%d}.{file_format}"

"""Key-value table of a desk: choices that belong to the desk and are no evidence (schema table `remembered`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.store.file.database import Database

HUB_KEY = "hub/"  # what a desk remembers of a hub; a matter of that desk alone


def remember(database: Database, key: str, value: str) -> None:
    database.write(
        "INSERT INTO remembered (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, value),
    )


def remembered(database: Database, key: str) -> str:
    """Return the value of a key, or an empty string."""
    return str(database.value("SELECT value FROM remembered WHERE key = ?", (key,)) or "")

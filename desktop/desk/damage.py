"""Damage of a desk, a file that is gone, or a fault of the program: what an exception comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.desk.open_desk import Desk
from desktop.domain import VerbatimError
from desktop.store.errors import Damaged, Gone, Locked, StoreError, gone
from desktop.store.file.database import header
from desktop.store.file.migrations import SCHEMA
from desktop.translation import tr

if TYPE_CHECKING:
    from pathlib import Path


def damage(path: Path, error: Exception) -> StoreError | None:
    """Return what to say of a desk on which something failed; None if the desk is sound, so that we are to blame.

    The desk is checked for it, which takes as long as a check.
    """
    if not path.exists():
        return gone(path)
    try:
        if header(path) > SCHEMA:
            return Damaged(
                tr(
                    "“{name}” was made by a newer version of this program, or changed by another one, and cannot be "
                    "read here ({error}). Update the program.",
                    name=path.name,
                    error=type(error).__name__,
                )
            )
        with Desk.open(path, read_only=True) as desk:
            findings = desk.check().findings
    except (Locked, Gone):  # they say nothing of what is in it
        return None
    except VerbatimError as found:
        findings = [str(found)]
    except Exception as found:
        findings = [tr("It cannot be checked ({error}).", error=type(found).__name__)]
    if not findings:
        return None
    return Damaged(
        tr(
            "“{name}” was damaged or changed by another program: {finding} Recover what can be read into a new desk.",
            name=path.name,
            finding=findings[0],
        )
    )

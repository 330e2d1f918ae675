"""Unread parts of a mail: files that came with it, parts that are sealed; said in notices, or as the error."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.intake.errors import Empty, IntakeError, Locked
from desktop.translation import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.intake.mail.bodies import Bodies

_SHOWN = 5  # names in the sentence of an error


@dataclass(slots=True)
class Unread:
    """Names of files, and how parts are sealed, of all messages of a file."""

    files: list[str] = field(default_factory=list)
    seals: list[str] = field(default_factory=list)

    def add(self, bodies: Bodies, files: Sequence[str]) -> None:
        """Note what of a message is not read, there and here."""
        self.files += files
        self.seals += bodies.seals
        if files:
            bodies.note(Sentence("Not read with the mail: {files}.", files=", ".join(files)))

    def error(self, name: str) -> IntakeError:
        """Give the error where nothing could be read."""
        if self.seals:
            return Locked(
                Sentence(
                    "{name} is a mail that is encrypted or sealed with {how}; it cannot be read.",
                    name=name,
                    how=self.seals[0],
                )
            )
        if self.files:
            files = ", ".join(self.files[:_SHOWN])
            return Empty(Sentence("{name} is a mail without text; with it came {files}.", name=name, files=files))
        return Empty(Sentence("{name} is a mail without text.", name=name))

"""Settings of this checker: name, look, window, desks opened lately. (Evidence is in the desk, never here.)"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_RECENT = 10


def default_path() -> Path:
    """Return where settings live for this user; needs the application's name to be set."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation)) / "verbatim.ini"


class Settings:
    """Typed properties over one INI file, and the folder in which the program keeps what is its own."""

    def __init__(self, path: Path, own_folder: Path) -> None:
        self.path = path
        self.own_folder = own_folder
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    def text(self, key: str, default: str = "") -> str:
        return str(self._store.value(key, default, type=str))

    def set_text(self, key: str, value: str) -> None:
        self._store.setValue(key, value)

    def number(self, key: str, default: int) -> int:
        try:
            return int(self.text(key, str(default)))
        except ValueError:
            return default

    def set_number(self, key: str, value: int) -> None:
        self._store.setValue(key, str(value))

    def on(self, key: str, *, default: bool) -> bool:
        return self.text(key, "yes" if default else "no") == "yes"

    def set_on(self, key: str, *, on: bool) -> None:
        self._store.setValue(key, "yes" if on else "no")

    def state(self, key: str) -> QByteArray:
        value = self._store.value(key, QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_state(self, key: str, value: QByteArray) -> None:
        self._store.setValue(key, value)

    @property
    def checker(self) -> str:
        """The name that stands on every mark; empty until it was given."""
        return self.text("checker/name")

    @checker.setter
    def checker(self, name: str) -> None:
        self.set_text("checker/name", name.strip())

    @property
    def scheme(self) -> str:
        """One of "system", "light", "dark"."""
        return self.text("look/scheme", "system")

    @scheme.setter
    def scheme(self, scheme: str) -> None:
        self.set_text("look/scheme", scheme)

    @property
    def language(self) -> str:
        """The language of the window as a tag, or "system"; holds from the next start."""
        return self.text("look/language", "system")

    @language.setter
    def language(self, language: str) -> None:
        self.set_text("look/language", language)

    @property
    def zoom(self) -> int:
        """Size of the text in per cent, 80 to 300."""
        return min(300, max(80, self.number("look/zoom", 100)))

    @zoom.setter
    def zoom(self, zoom: int) -> None:
        self.set_number("look/zoom", min(300, max(80, zoom)))

    @property
    def one_colour(self) -> bool:
        """Whether all differences are drawn in one colour."""
        return self.on("look/one-colour", default=False)

    @one_colour.setter
    def one_colour(self, on: bool) -> None:
        self.set_on("look/one-colour", on=on)

    @property
    def publisher(self) -> tuple[str, str]:
        """Name and address of who publishes reviews of claims; empty where nobody was named."""
        return self.text("publisher/name"), self.text("publisher/url")

    @publisher.setter
    def publisher(self, publisher: tuple[str, str]) -> None:
        for key, value in zip(("publisher/name", "publisher/url"), publisher, strict=True):
            self.set_text(key, value)

    @property
    def allow_private(self) -> bool:
        """Whether pages may be fetched from this computer and from private networks."""
        return self.on("web/allow-private", default=False)

    @allow_private.setter
    def allow_private(self, on: bool) -> None:
        self.set_on("web/allow-private", on=on)

    @property
    def dialogues(self) -> bool:
        """Whether a dash at the head of a paragraph opens speech, in languages that print it so."""
        return self.on("quotes/dialogues", default=False)

    @dialogues.setter
    def dialogues(self, on: bool) -> None:
        self.set_on("quotes/dialogues", on=on)

    @property
    def recent(self) -> list[Path]:
        """Desks opened lately, newest first, missing ones too."""
        return [Path(line) for line in self.text("desks/recent").split("\n") if line]

    @property
    def last_desk(self) -> Path | None:
        """The desk that was open when the program was closed last."""
        text = self.text("desks/last")
        return Path(text) if text else None

    @last_desk.setter
    def last_desk(self, path: Path | None) -> None:
        self.set_text("desks/last", str(path) if path is not None else "")

    def desks_moved(self, moved: Mapping[Path, Path]) -> None:
        """Go on with desks under the names they have now; `moved` are new paths by the former ones."""
        if moved:
            self._set_recent([moved.get(path, path) for path in self.recent])
            if self.last_desk is not None:
                self.last_desk = moved.get(self.last_desk, self.last_desk)

    def remember_desk(self, path: Path) -> None:
        self._set_recent([path, *(other for other in self.recent if other != path)])

    def forget_desk(self, path: Path) -> None:
        self._set_recent([other for other in self.recent if other != path])

    def forget_desks(self) -> None:
        self._set_recent([])

    def _set_recent(self, paths: Sequence[Path]) -> None:
        self.set_text("desks/recent", "\n".join(str(path) for path in paths[:_RECENT]))

    def save(self) -> None:
        self._store.sync()

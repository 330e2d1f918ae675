"""The language of the window, chosen once at the start: for our texts and Qt's, for numbers, dates and direction."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

from desktop.translation import ENGLISH, choose, write_numbers

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

# The languages call themselves by their own names, so that who cannot read the window finds the way back.
NAMES = {"en": "English", "de": "Deutsch", "fr": "Français", "es": "Español"}
AS_SYSTEM = "system"


def set_language(app: QApplication, requested: str = AS_SYSTEM) -> str:
    """Let everything made from now on speak the wanted language (a tag, or as the system does); return its tag.

    The environment variable VERBATIM_LANGUAGE goes before what is wanted.
    """
    requested = os.environ.get("VERBATIM_LANGUAGE", "") or requested
    system = QLocale.system()
    tag = choose(system.uiLanguages() if requested in {"", AS_SYSTEM} else [requested])
    locale = QLocale(tag)
    if system.language() == locale.language():
        locale = system  # the country's way to write a date
    QLocale.setDefault(locale)
    if tag != ENGLISH:
        write_numbers(locale.toString)
        app.setLayoutDirection(locale.textDirection())
        translator = QTranslator(app)
        if translator.load(QLocale(tag), "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            app.installTranslator(translator)
    return tag

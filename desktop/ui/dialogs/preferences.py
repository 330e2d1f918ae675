"""Dialog of preferences: name, colours, size of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox

from desktop.translation import Text, languages, per_cent, tr
from desktop.ui.language import AS_SYSTEM, NAMES
from desktop.ui.widgets.basics import put_tip
from desktop.ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.ui.settings import Settings

_SCHEMES = (("system", Text("As the system")), ("light", Text("Light")), ("dark", Text("Dark")))


class PreferencesDialog(FormDialog):
    """Taste, and the name on the marks.

    Signals: chosen(str): the name; everything else is in the settings by then
    """

    chosen = Signal(str)

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(Text("Preferences"), "", parent)
        self._settings = settings
        self.name = self.line("preferences-name", tr("&Your name"), settings.checker, tr("stands on every mark"))
        self.name.setMaxLength(80)
        self.scheme = QComboBox()
        self.scheme.setObjectName("preferences-scheme")
        for value, words in _SCHEMES:
            self.scheme.addItem(str(words), value)
        self.scheme.setCurrentIndex([value for value, _ in _SCHEMES].index(settings.scheme))
        self.form.addRow(tr("&Colours"), self.scheme)
        self.language = QComboBox()
        self.language.setObjectName("preferences-language")
        self.language.addItem(tr("As the system"), AS_SYSTEM)
        for tag in languages():
            self.language.addItem(NAMES.get(tag, tag), tag)
        self.language.setCurrentIndex(max(0, self.language.findData(settings.language)))
        self.language.setToolTip(tr("Holds when Verbatim is started again; the log stays in English"))
        self.form.addRow(tr("&Language of the window"), self.language)
        self.zoom = QSpinBox()
        self.zoom.setObjectName("preferences-zoom")
        self.zoom.setRange(80, 300)
        self.zoom.setSingleStep(10)
        self.zoom.setSuffix(per_cent(0).lstrip("0"))
        self.zoom.setValue(settings.zoom)
        self.form.addRow(tr("&Size of the text"), self.zoom)
        self.dialogues = QCheckBox(tr("Read speech that opens with a &dash"))
        self.dialogues.setObjectName("preferences-dialogues")
        put_tip(
            self.dialogues,
            tr(
                "Paragraphs such as “— No —said Ana.” in texts that come in from now on, in languages that print "
                "dialogue so: Spanish, French, Italian, Portuguese, Polish, Russian and others"
            ),
        )
        self.dialogues.setChecked(settings.dialogues)
        self.form.addRow(self.dialogues)
        self.private = QCheckBox(tr("Fetch from private &networks too"))
        self.private.setObjectName("preferences-private")
        put_tip(
            self.private, tr("Pages of this computer and of networks that are not public, such as that of an office")
        )
        self.private.setChecked(settings.allow_private)
        self.form.addRow(self.private)
        name, address = settings.publisher
        hint = tr("For reviews of claims (ClaimReview)")
        self.publisher = self.line("preferences-publisher", tr("&Publisher"), name, hint)
        self.publisher_address = self.line(
            "preferences-publisher-address", tr("A&ddress of the publisher"), address, "https://"
        )
        self.accepted.connect(self._keep)

    def _keep(self) -> None:
        self._settings.scheme = str(self.scheme.currentData())
        self._settings.language = str(self.language.currentData())
        self._settings.zoom = self.zoom.value()
        self._settings.dialogues = self.dialogues.isChecked()
        self._settings.allow_private = self.private.isChecked()
        self._settings.publisher = (self.publisher.text().strip(), self.publisher_address.text().strip())
        self.chosen.emit(self.name.text().strip())

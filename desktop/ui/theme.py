"""Colours and fonts of the window, in light and in dark.

Every colour here is named for what it says. Text colours keep a contrast of 4.5:1 on the grounds they stand on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop import assets

if TYPE_CHECKING:
    from desktop.domain import Status


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours, as #rrggbb."""

    dark: bool
    window: str  # the frame around the panes
    ground: str  # paper under lists and texts
    raised: str  # buttons, cards
    line: str  # between panes and rows
    edge: str  # around fields and buttons: 3:1 on every ground they stand on
    text: str
    faint: str  # secondary text
    accent: str
    accent_ground: str  # selection in lists, chosen chip
    gone: str  # words only in A
    gone_ground: str
    new: str  # words only in B
    new_ground: str
    moved: str
    moved_ground: str
    alert: str
    alert_ground: str
    quote_ground: str  # the selected quote in both texts
    find_ground: str
    verified: str
    verified_ground: str
    disputed: str
    disputed_ground: str
    unverified: str
    unverified_ground: str
    badge_a: str
    badge_b: str
    badge_text: str

    def colour(self, name: str) -> QColor:
        """Return the colour called `name`."""
        return QColor(getattr(self, name))

    def status(self, status: Status) -> QColor:
        return QColor(getattr(self, status.value))

    def status_ground(self, status: Status) -> QColor:
        return QColor(getattr(self, f"{status.value}_ground"))


LIGHT = Theme(
    dark=False,
    window="#f5f5f3",
    ground="#ffffff",
    raised="#ffffff",
    line="#dddddb",
    edge="#7f8389",
    text="#1b1c1e",
    faint="#62656b",
    accent="#2a5bc0",
    accent_ground="#e6edfa",
    gone="#8a3800",
    gone_ground="#fce5d6",
    new="#0b3d91",
    new_ground="#dbe8fd",
    moved="#5b35a5",
    moved_ground="#ebe3fa",
    alert="#6f4e00",
    alert_ground="#fdf0c4",
    quote_ground="#fff6d6",
    find_ground="#ffd75e",
    verified="#00704a",
    verified_ground="#dcf2e8",
    disputed="#b03c00",
    disputed_ground="#fdE6da",
    unverified="#54585f",
    unverified_ground="#ececec",
    badge_a="#8a3800",
    badge_b="#0b3d91",
    badge_text="#ffffff",
)

DARK = Theme(
    dark=True,
    window="#1b1c1e",
    ground="#232527",
    raised="#2a2c2f",
    line="#3c3f43",
    edge="#888c94",
    text="#ececea",
    faint="#a5a8ad",
    accent="#8fb2ff",
    accent_ground="#2a3757",
    gone="#ffb78a",
    gone_ground="#4d2813",
    new="#a9c9ff",
    new_ground="#17335f",
    moved="#cdb6ff",
    moved_ground="#3a2a58",
    alert="#ffd977",
    alert_ground="#4a3a0d",
    quote_ground="#3d3619",
    find_ground="#7a5c00",
    verified="#63d6ab",
    verified_ground="#123a2c",
    disputed="#ff9f66",
    disputed_ground="#4a2412",
    unverified="#b6bac1",
    unverified_ground="#3a3d41",
    badge_a="#ffb78a",
    badge_b="#a9c9ff",
    badge_text="#1b1c1e",
)

# The faces a reader knows from print, by platform; the last is there on a bare Linux machine.
_SERIFS = ("Charter", "Georgia", "Source Serif 4", "Noto Serif", "Cambria", "DejaVu Serif")

_forced: bool | None = None
_STYLED = "fusion"
_applied: Theme | None = None  # in which the program is painted; to ask the system at each stroke takes time


def force_dark(dark: bool | None) -> None:  # noqa: FBT001 - one flag is the whole question
    """Take this scheme instead of the system's (None: follow the system again); used by settings and screenshots."""
    global _forced, _applied
    _forced, _applied = dark, None


def current() -> Theme:
    """Return the colours in which the program is painted."""
    return _applied or _in_force()


def _in_force() -> Theme:
    """Return the colours for the scheme of the settings, or of the system."""
    dark = _forced
    if dark is None:
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return DARK if dark else LIGHT


def reading_font(zoom: int = 100) -> QFont:
    """Return the serif for article and quote text; `zoom` in per cent."""
    families = set(QFontDatabase.families())
    family = next((name for name in _SERIFS if name in families), "serif")
    font = QFont(family)
    font.setStyleHint(QFont.StyleHint.Serif)
    base = QApplication.font().pointSizeF()
    font.setPointSizeF((base if base > 0 else 10.0) * 1.15 * zoom / 100)
    return font


def palette(theme: Theme) -> QPalette:
    """Return the Qt palette for a theme."""
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.ground,
        role.AlternateBase: theme.window,
        role.Text: theme.text,
        role.Button: theme.raised,
        role.ButtonText: theme.text,
        role.BrightText: theme.disputed,
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.text,
        role.PlaceholderText: theme.faint,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.ground,
        role.Link: theme.accent,
        role.LinkVisited: theme.moved,
        role.Light: theme.raised,
        role.Midlight: theme.line,
        role.Mid: theme.line,
        role.Dark: theme.faint,
        role.Shadow: theme.line,
        role.Accent: theme.accent,
    }
    result = QPalette()
    for which, value in colours.items():
        result.setColor(which, QColor(value))
    for which in (role.WindowText, role.Text, role.ButtonText):
        faded = QColor(theme.faint)
        faded.setAlphaF(0.65)
        result.setColor(QPalette.ColorGroup.Disabled, which, faded)
    return result


_PILL = "border-radius: 8px; padding: 1px 7px; font-weight: bold;"


def _sign(direction: str, theme: Theme) -> str:
    """Return where the arrow of a box lies, as a style sheet wants it."""
    return assets.resource(f"icons/{direction}-{'dark' if theme.dark else 'light'}.svg").as_posix()


def style_sheet(theme: Theme) -> str:
    """Return the few rules that the Fusion style does not bring; widgets opt in by property `look`."""
    return f"""
    QToolTip {{ color: {theme.text}; background: {theme.raised}; border: 1px solid {theme.line}; padding: 3px; }}
    QMenuBar {{ background: {theme.window}; border-bottom: 1px solid {theme.line}; }}
    QMenuBar::item {{ padding: 4px 9px; background: transparent; }}
    QMenuBar::item:selected {{ background: {theme.accent_ground}; color: {theme.text}; }}
    QStatusBar {{ background: {theme.window}; border-top: 1px solid {theme.line}; color: {theme.faint}; }}
    QStatusBar::item {{ border: none; }}
    QStatusBar QLabel {{ color: {theme.faint}; padding: 1px 6px; }}
    QSplitter::handle {{ background: {theme.line}; }}
    QScrollBar:vertical {{ background: transparent; width: 11px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: 11px; margin: 0; }}
    QScrollBar::handle {{ background: {theme.edge}; border-radius: 4px; margin: 1px; }}
    QScrollBar::handle:vertical {{ min-height: 28px; }}
    QScrollBar::handle:horizontal {{ min-width: 28px; }}
    QScrollBar::handle:hover {{ background: {theme.faint}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QSplitter::handle:horizontal {{ width: 1px; }}
    QSplitter::handle:vertical {{ height: 1px; }}
    *[look="pane"] {{ background: {theme.ground}; }}
    *[look="head"] {{ background: {theme.window}; border-bottom: 1px solid {theme.line}; }}
    *[look="foot"] {{ background: {theme.window}; border-top: 1px solid {theme.line}; }}
    QFrame[look="note"] {{ background: {theme.accent_ground}; border: 1px solid {theme.faint}; border-radius: 7px; }}
    QFrame[look="ask"] {{ background: {theme.alert_ground}; border: 1px solid {theme.faint}; border-radius: 7px; }}
    QFrame[look="error"] {{ background: {theme.disputed_ground}; border: 1px solid {theme.faint}; border-radius: 7px; }}
    QFrame[look="error"] QLabel {{ color: {theme.disputed}; }}
    QLabel[look="title"] {{ font-weight: bold; color: {theme.text}; }}
    QLabel[look="drop"] {{ color: {theme.faint}; border: 1px dashed {theme.edge}; border-radius: 7px; padding: 9px; }}
    QLabel[look="drop-here"] {{ color: {theme.text}; background: {theme.accent_ground};
        border: 1px dashed {theme.accent}; border-radius: 7px; padding: 9px; }}
    QLabel[look="faint"] {{ color: {theme.faint}; }}
    QLabel[look="badge-a"] {{ background: {theme.badge_a}; color: {theme.badge_text}; border-radius: 4px;
        padding: 1px 5px; font-weight: bold; }}
    QLabel[look="badge-b"] {{ background: {theme.badge_b}; color: {theme.badge_text}; border-radius: 4px;
        padding: 1px 5px; font-weight: bold; }}
    QLabel[look="status-verified"] {{ background: {theme.verified_ground}; color: {theme.verified}; {_PILL} }}
    QLabel[look="status-disputed"] {{ background: {theme.disputed_ground}; color: {theme.disputed}; {_PILL} }}
    QLabel[look="status-unverified"] {{ background: {theme.unverified_ground}; color: {theme.unverified}; {_PILL} }}
    QToolButton[look="flat"], QPushButton[look="flat"] {{ border: none; background: transparent; padding: 3px 6px;
        border-radius: 4px; color: {theme.text}; }}
    QToolButton[look="flat"]:hover, QPushButton[look="flat"]:hover {{ background: {theme.accent_ground}; }}
    QToolButton[look="flat"]:focus, QPushButton[look="flat"]:focus {{ border: 1px solid {theme.accent}; }}
    QToolButton::menu-indicator {{ image: none; }}
    QCheckBox::indicator:unchecked {{ border: 1px solid {theme.edge}; border-radius: 3px;
        background: {theme.raised}; }}
    QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QPushButton, QToolButton[look="button"] {{ border: 1px solid {theme.edge}; border-radius: 6px;
        background: {theme.raised}; padding: 5px 11px; color: {theme.text}; }}
    QPushButton:hover, QToolButton[look="button"]:hover {{ border-color: {theme.accent}; }}
    QPushButton:focus, QPushButton:default, QToolButton[look="button"]:focus {{ border: 1px solid {theme.accent}; }}
    QPushButton:pressed, QToolButton[look="button"]:pressed {{ background: {theme.accent_ground}; }}
    QPushButton:disabled, QToolButton[look="button"]:disabled {{ color: {theme.faint}; border-color: {theme.line}; }}
    QPushButton:checked, QToolButton[look="button"]:checked {{ background: {theme.accent_ground};
        border-color: {theme.accent}; }}
    QToolButton[look="primary"], QPushButton[look="primary"] {{ border: 1px solid {theme.accent};
        border-radius: 6px; background: {theme.accent}; color: {theme.ground}; padding: 5px 13px; }}
    QToolButton[look="primary"]:focus, QPushButton[look="primary"]:focus {{ border: 2px solid {theme.text};
        padding: 4px 12px; }}
    QToolButton[look="primary"]:disabled, QPushButton[look="primary"]:disabled {{ border-color: {theme.line};
        background: {theme.raised}; color: {theme.faint}; }}
    QToolButton[look="chip"], QPushButton[look="chip"] {{ border: 1px solid {theme.edge}; border-radius: 10px;
        background: {theme.raised}; padding: 2px 8px; color: {theme.faint}; }}
    QToolButton[look="chip"] {{ padding: 2px 5px; }}
    QToolButton[look="chip"]:hover, QPushButton[look="chip"]:hover {{ border-color: {theme.accent}; }}
    QToolButton[look="chip"]:focus, QPushButton[look="chip"]:focus {{ border: 1px solid {theme.accent}; }}
    QToolButton[look="chip"]:checked, QPushButton[look="chip"]:checked {{ background: {theme.accent_ground};
        color: {theme.text}; border-color: {theme.accent}; font-weight: bold; }}
    QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit[look="field"] {{ border: 1px solid {theme.edge};
        border-radius: 6px; padding: 4px 7px; background: {theme.ground}; color: {theme.text};
        selection-background-color: {theme.accent}; selection-color: {theme.ground}; }}
    QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus, QPlainTextEdit[look="field"]:focus {{
        border: 1px solid {theme.accent}; }}
    QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {{ color: {theme.faint};
        border-color: {theme.line}; background: {theme.window}; }}
    QComboBox {{ padding: 4px 2px 4px 7px; }}
    QComboBox QLineEdit, QAbstractSpinBox QLineEdit {{ border: none; padding: 0; background: transparent; }}
    QAbstractSpinBox QLineEdit {{ padding-left: 6px; }}
    QAbstractSpinBox {{ padding: 4px 0 4px 7px; }}
    QComboBox::drop-down {{ border: none; width: 22px; }}
    QComboBox::down-arrow, QAbstractSpinBox::down-arrow {{ image: url("{_sign("down", theme)}"); width: 9px;
        height: 9px; }}
    QAbstractSpinBox::up-arrow {{ image: url("{_sign("up", theme)}"); width: 9px; height: 9px; }}
    QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: none; width: 20px; }}
    QTableView, QListView, QPlainTextEdit[look="text"] {{ border: none; background: {theme.ground}; }}
    QListView[look="field"] {{ border: 1px solid {theme.edge}; border-radius: 6px; padding: 3px; }}
    QMenu, QComboBox QAbstractItemView, *[look="popup"] {{ background: {theme.raised}; color: {theme.text};
        border: 1px solid {theme.edge}; }}
    QMenu {{ padding: 4px 0; }}
    QHeaderView::section {{ background: {theme.ground}; color: {theme.text}; border: none;
        border-bottom: 1px solid {theme.line}; border-right: 1px solid {theme.line}; padding: 5px 8px; }}
    QTabBar::tab {{ background: transparent; padding: 6px 13px; color: {theme.faint};
        border: 1px solid transparent; }}
    QTabBar::tab:selected {{ background: {theme.ground}; color: {theme.text}; font-weight: bold;
        border: 1px solid {theme.line}; border-bottom-color: {theme.ground};
        border-top-left-radius: 6px; border-top-right-radius: 6px; }}
    QTabBar::tab:focus {{ color: {theme.accent}; }}
    """


def apply(app: QApplication) -> None:
    """Paint the whole program in the scheme in force."""
    global _applied  # noqa: PLW0603 - see above
    theme = _applied = _in_force()
    if app.property(_STYLED) is None:  # to set it again would polish every widget once more
        app.setStyle("Fusion")
        app.setProperty(_STYLED, True)
    app.setPalette(palette(theme))
    sheet = style_sheet(theme)
    if sheet != app.styleSheet():
        app.setStyleSheet(sheet)

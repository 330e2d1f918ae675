"""State of an RTF parser: what holds in a group until it is closed, and the tables that it points into."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from desktop.intake.rtf.flow import PLAIN, Flow, Style, Words

if TYPE_CHECKING:
    from desktop.intake.rtf.fields import Field


@dataclass(slots=True)
class Shape:
    """A drawing: whether it holds a text box, and its properties, name and value one after the other."""

    has_text: bool = False
    properties: list[Words] = field(default_factory=list)

    @property
    def lettering(self) -> str:
        """The words of a drawing that is made of letters."""
        pairs = zip(self.properties[::2], self.properties[1::2], strict=False)
        return "".join(value.text for name, value in pairs if name.text.strip() == "gtextUNICODE")


@dataclass(slots=True)
class Font:
    """An entry of the font table."""

    charset: int | None = None
    code_page: int = 0
    name: str = ""


class FontTable(Words):
    """The font table; its words are the names of the fonts."""

    def __init__(self) -> None:
        super().__init__()
        self.fonts: dict[int, Font] = {}
        self.font = Font()

    def open(self, number: int) -> None:
        self.font = self.fonts[number] = Font()

    def add(self, text: str, _style: Style) -> None:
        self.font.name += text.partition(";")[0]


class State(NamedTuple):
    """What holds in a group."""

    text: Flow | Words  # what the words around belong to
    target: Flow | Words | None  # where words go here; None: they are dropped
    style: Style = PLAIN
    font: int = 0
    skip: int = 1  # characters behind a Unicode character that stand for it in older readers
    is_closed: bool = False  # nothing in here is looked at
    field: Field | None = None
    shape: Shape | None = None
    outside: State | None = None  # of a text that stands there twice, in bytes and in Unicode

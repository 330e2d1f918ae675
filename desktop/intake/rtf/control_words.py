"""Control words of RTF that are characters, breaks or formats."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.intake.rtf import code_pages
from desktop.intake.rtf.flow import PLAIN, Break, Flow, Revision
from desktop.intake.rtf.state import FontTable
from desktop.translation import english

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.intake.rtf.parser import Parser

    Handler = Callable[[Parser, int | None], None]

CHARACTERS = {
    "tab": "\t", "~": "\xa0", "-": "\xad", "_": "\u2011", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "endash": "–", "emdash": "—", "enspace": "\u2002", "emspace": "\u2003",
    "qmspace": "\u2005", "zwj": "\u200d", "zwnj": "\u200c", "zwbo": "\u200b", "zwnbo": "\u2060", "ltrmark": "\u200e",
    "rtlmark": "\u200f",
}  # fmt: skip
BREAKS = {
    "par": Break.PARAGRAPH,
    "sect": Break.PARAGRAPH,
    "page": Break.PARAGRAPH,
    "column": Break.PARAGRAPH,
    "line": Break.LINE,
    "lbr": Break.LINE,
    "cell": Break.CELL,
    "nestcell": Break.CELL,
    "row": Break.ROW,
    "nestrow": Break.ROW,
}
_BASES = {"ansi": code_pages.WESTERN, "mac": code_pages.MACINTOSH, "pc": "cp437", "pca": "cp850"}
FOOTNOTE, ENDNOTE = NUMBERED = (english("footnote"), english("endnote"))
_NOTHING_CHOSEN = 25


def _base(encoding: str) -> Handler:
    def handle(parser: Parser, _number: int | None) -> None:
        parser.set_encoding(encoding)

    return handle


def _flag(name: str) -> Handler:
    """Make the handler of a format that is on, or off with the parameter 0."""

    def handle(parser: Parser, number: int | None) -> None:
        changed: dict[str, Any] = {name: number != 0}
        parser.set_style(parser.state.style._replace(**changed))

    return handle


def _revision(name: str, part: str) -> Handler:
    """Make the handler that says who made a change, or when."""

    def handle(parser: Parser, number: int | None) -> None:
        style = parser.state.style
        known: Revision = getattr(style, name)
        changed: dict[str, Any] = {name: known._replace(**{part: number or 0})}
        parser.set_style(style._replace(**changed))

    return handle


def _move(part: str) -> Handler:
    """Make the handler that says who moved the words, or when: the same for where they were and where they are."""
    handlers = [_revision(each, part) for each in ("insertion", "deletion")]

    def handle(parser: Parser, number: int | None) -> None:
        for each in handlers:
            each(parser, number)

    return handle


def _not_raised(parser: Parser, _number: int | None) -> None:
    parser.set_style(parser.state.style._replace(is_raised=False))


def _plain(parser: Parser, _number: int | None) -> None:
    style = PLAIN._replace(is_list_number=parser.state.style.is_list_number)
    parser.state = parser.state._replace(style=style, font=parser.default_font)


def _font(parser: Parser, number: int | None) -> None:
    if isinstance(parser.state.target, FontTable):
        parser.forget_fonts()
        parser.state.target.open(number or 0)
    else:
        parser.state = parser.state._replace(font=number or 0)


def _charset(parser: Parser, number: int | None) -> None:
    if isinstance(parser.state.target, FontTable):
        parser.state.target.font.charset = number


def _font_code_page(parser: Parser, number: int | None) -> None:
    if isinstance(parser.state.target, FontTable):
        parser.state.target.font.code_page = number or 0


def _code_page(parser: Parser, number: int | None) -> None:
    if number and (named := code_pages.encoding_of_code_page(number)):
        parser.set_encoding(named)


def _default_font(parser: Parser, number: int | None) -> None:
    parser.default_font = number or 0
    parser.state = parser.state._replace(font=parser.default_font)


def _skip(parser: Parser, number: int | None) -> None:
    parser.state = parser.state._replace(skip=max(0, 1 if number is None else number))


def _endnote(parser: Parser, _number: int | None) -> None:
    flow = parser.state.text
    if isinstance(flow, Flow) and flow.kind == FOOTNOTE:
        flow.kind = ENDNOTE


def _automatic_number(parser: Parser, _number: int | None) -> None:
    """Remember that the note whose number stands here is numbered by the program."""
    if isinstance(parser.state.text, Flow) and parser.state.text.kind in NUMBERED:
        parser.state.text.is_numbered = True


def _chosen(parser: Parser, number: int | None) -> None:
    if parser.state.field and number is not None and number != _NOTHING_CHOSEN:
        parser.state.field.chosen = number


def _row(parser: Parser, _number: int | None) -> None:
    parser.is_in_row = True


HANDLERS: dict[str, Handler] = {
    **{word: _base(encoding) for word, encoding in _BASES.items()},
    "ansicpg": _code_page,
    "deff": _default_font,
    "f": _font,
    "fcharset": _charset,
    "cpg": _font_code_page,
    "uc": _skip,
    "plain": _plain,
    "v": _flag("is_hidden"),
    "super": _flag("is_raised"),
    "up": _flag("is_raised"),
    "nosupersub": _not_raised,
    "sub": _not_raised,
    "revised": _flag("is_inserted"),
    "deleted": _flag("is_deleted"),
    "mvt": _flag("is_inserted"),
    "mvf": _flag("is_deleted"),
    "revauth": _revision("insertion", "author"),
    "revdttm": _revision("insertion", "date"),
    "revauthdel": _revision("deletion", "author"),
    "revdttmdel": _revision("deletion", "date"),
    "mvauth": _move("author"),
    "mvdate": _move("date"),
    "trowd": _row,
    "chftn": _automatic_number,
    "ftnalt": _endnote,
    "ffres": _chosen,
    "ffdefres": _chosen,
}

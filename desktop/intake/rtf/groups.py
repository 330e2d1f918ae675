"""Groups of RTF: what becomes of the words in one, by the word that opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.intake.office.tracked_changes import COMMENT
from desktop.intake.rtf.control_words import FOOTNOTE
from desktop.intake.rtf.fields import Field
from desktop.intake.rtf.flow import Flow, Words
from desktop.intake.rtf.state import Shape
from desktop.translation import english

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.intake.rtf.parser import Parser

    Opener = Callable[[Parser, str], None]

# Nothing that a person sees: tables of the file, data of pictures and objects, marks, settings. What is listed nowhere
# and marked with a star is looked through for words.
_UNSEEN = """
    aftncn aftnsep aftnsepc annotationref atnicn atnparent atnref atntime atrfend atrfstart background bkmkend
    bkmkstart bliptag blipuid buptim category cchs cocoartf colorschememapping colortbl comment company creatim
    datafield datastore defchp defpap doccomm docvar ebcend ebcstart expandedcolortbl factoidname falt ffdeftext
    ffentrymcr ffexitmcr ffformat ffhelptext ffname ffstattext file filetbl fldtype fname fontemb fontfile ftncn
    ftnsep ftnsepc generator gridtbl hl hlfr hlinkbase hlloc hlsrc hsv htmltag keycode keywords latentstyles
    levelnumbers leveltext linkval list listlevel listname listoverride listoverridetable listpicture liststylename
    listtable lsdlockedexcept mailmerge manager mhtmltag mmathPr mvfmf mvfml mvtof mvtol nextfile NeXTGraphic
    nonesttables nonshppict objalias objclass objdata objname objsect objtime oldcprops oldpprops oldsprops oldtprops
    oleclsid operator panose password passwordhash pgdsctbl pgptbl picprop pict pn pnseclvl pntxta pntxtb printim
    private propname protusertbl pxe revtim rsidtbl rxe staticval stylesheet subject tc template themedata txe
    userprops wgrffmtfilter windowcaption writereservation writereservhash xe xform xmlattrname xmlattrvalue xmlclose
    xmlname xmlns xmlnstbl xmlopen
"""
UNSEEN = frozenset(_UNSEEN.split())

# Groups without words of their own, in which others may have some.
_WRAPPERS = "formfield info moMath moMathPara mmath mmathPict nesttableprops object do shpgrp shpinst shppict sp"
# Groups whose words belong to what stands around them.
_IN_PLACE = "fldrslt mr result rtf urtf"

# Texts of their own, and what they are called on the review sheet. Boxes belong to the text.
BOX = english("box")
_NOTES = {
    FOOTNOTE: "footnote",
    COMMENT: "annotation",
    english("running head"): "header headerl headerr headerf",
    english("running foot"): "footer footerl footerr footerf",
    BOX: "shptxt dptxbxtext",
}
_KINDS = {word: kind for kind, words in _NOTES.items() for word in words.split()}
_DEEPEST = 16  # notes and boxes within one another; deeper ones stand in place


def enter(parser: Parser, words: Words) -> None:
    """Let the words of this group go to words of their own."""
    parser.state = parser.state._replace(text=words, target=words)


def _wrap(parser: Parser, _word: str) -> None:
    parser.state = parser.state._replace(target=None)


def hide(parser: Parser, _word: str) -> None:
    parser.state = parser.state._replace(target=None, is_closed=True)


def _go_on(parser: Parser, _word: str) -> None:
    parser.state = parser.state._replace(target=parser.state.text)


def _list_number(parser: Parser, _word: str) -> None:
    style = parser.state.style._replace(is_list_number=True)
    parser.state = parser.state._replace(target=parser.state.text, style=style)


def _note(parser: Parser, word: str) -> None:
    if parser.open_notes >= _DEEPEST:
        _go_on(parser, word)
        return
    parser.open_notes += 1
    flow = Flow(_KINDS[word])
    around = parser.state.text
    if flow.kind != BOX:
        parser.draft.notes.append(flow)
    elif isinstance(around, Flow):
        around.boxes.append(flow)
    if parser.state.shape:
        parser.state.shape.has_text = True
    style = parser.state.style._replace(is_raised=False)
    parser.state = parser.state._replace(text=flow, target=flow, style=style)


def _stated(parser: Parser, word: str) -> None:
    words = Words()
    parser.draft.stated.setdefault(word, []).append(words)
    enter(parser, words)


def _field(parser: Parser, _word: str) -> None:
    flow = parser.state.text
    start = len(flow.pieces) if isinstance(flow, Flow) else 0
    parser.state = parser.state._replace(target=None, field=Field(flow, start, parser.state.style))


def _instruction(parser: Parser, _word: str) -> None:
    enter(parser, parser.state.field.instruction if parser.state.field else Words())


def _choice(parser: Parser, _word: str) -> None:
    words = Words()
    if parser.state.field:
        parser.state.field.choices.append(words)
    enter(parser, words)


def _shape(parser: Parser, _word: str) -> None:
    parser.state = parser.state._replace(target=None, shape=Shape())


def _property(parser: Parser, _word: str) -> None:
    words = Words()
    if parser.state.shape:
        parser.state.shape.properties.append(words)
    enter(parser, words)


def _shown_once_more(parser: Parser, word: str) -> None:
    """Enter the drawing as older readers know it: only where the newer form holds no words."""
    is_repeated = parser.state.shape is not None and parser.state.shape.has_text
    (hide if is_repeated else _wrap)(parser, word)


def _fonts(parser: Parser, _word: str) -> None:
    parser.forget_fonts()
    enter(parser, parser.font_table)


def _reviewers(parser: Parser, _word: str) -> None:
    enter(parser, parser.draft.reviewers)


def _twice(parser: Parser, _word: str) -> None:
    """Enter a text that stands there in bytes, which are passed over, and then in Unicode."""
    parser.state = parser.state._replace(target=None, is_closed=True, outside=parser.state)


def _in_unicode(parser: Parser, _word: str) -> None:
    if parser.state.outside:
        parser.state = parser.state.outside


OPENERS: dict[str, Opener] = {
    **dict.fromkeys(UNSEEN, hide),
    **dict.fromkeys(_WRAPPERS.split(), _wrap),
    **dict.fromkeys(_IN_PLACE.split(), _go_on),
    **dict.fromkeys(_KINDS, _note),
    **dict.fromkeys(("atnauthor", "atndate", "atnid", "author", "title"), _stated),
    **dict.fromkeys(("sn", "sv"), _property),
    **dict.fromkeys(("listtext", "pntext"), _list_number),
    "field": _field,
    "ffl": _choice,
    "fldinst": _instruction,
    "fonttbl": _fonts,
    "revtbl": _reviewers,
    "shp": _shape,
    "shprslt": _shown_once_more,
    "ud": _in_unicode,
    "upr": _twice,
}

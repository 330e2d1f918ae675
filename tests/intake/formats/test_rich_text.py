"""Rich text (RTF): every word of a file and whose it is, before and after its tracked changes."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.intake.errors import Binary
from desktop.intake.formats.rich_text import read
from desktop.intake.reading import read_bytes

if TYPE_CHECKING:
    from desktop.intake.document import Document


def rtf(text: str, head: str = r"\ansi\ansicpg1252") -> bytes:
    return f"{{\\rtf1{head} {text}}}".encode("latin-1")


def only(data: bytes) -> Document:
    (document,) = read(data, "a.rtf")
    return document


def body(document: Document) -> str:
    text = document.text
    for cut in sorted(document.cuts, key=lambda each: -each.span.start):
        text = text[: cut.span.start] + text[cut.span.end :]
    return text.strip()


TRAPS = {
    "marks by name": (r"\ldblquote We will,\rdblquote  she said. \lquote No\rquote", "“We will,” she said. ‘No’"),
    "marks as bytes": (r"\'93We will,\'94 she said", "“We will,” she said"),
    "marks in Unicode, with what stands for them": (r"\u8220?We will,\u8221? she", "“We will,” she"),
    "what stands in for a sign, unsaid": (
        r"\u8364?52 \u8220\"never\u8221\" R\u233?my\u8217's 3\u8211-5 May",
        "€52 “never” Rémy’s 3–5 May",
    ),
    "what stands in for a sign, said": (
        r"\uc1 \u8364?52 \u8220\"never\u8221\" R\u233 ?my\u8217's \u8220\'93no\u8221\'94",
        "€52 “never” Rémy’s “no”",
    ),
    "what stands in for a sign, none": (r"\uc0\u8364 52 \u8220 never\u8221  R\u233 my", "€52 “never” Rémy"),
    "a stand-in that is a word": (r"a\u8212\emdash b", "a—b"),
    "nothing stands in": (r"{\uc0\u8220 We\u8221}", "“We”"),
    "two bytes stand in": (r"{\uc2\u12354\'82\'a0}!", "あ!"),
    "a stand-in ends with its group": (r"{\u233}e", "ée"),
    "a stand-in is not a word of the text": (r"\u8220\b0 We", "“We"),
    "negative numbers": (r"\u-4051?", "\uf02d"),
    "halves of a character": (r"\u-10179?\u-8703?", "😁"),
    "a half alone": (r"a\u-10179?b", "a\ufffdb"),
    "hyphens and blanks": (r"well\_known co\-op 5\~km", "well‑known co\xadop 5\xa0km"),
    "escaped signs": (r"\{a\}\\b", "{a}\\b"),
    "lines and paragraphs": (r"one\line two\par three\par\par four", "one\ntwo\n\nthree\n\nfour"),
    "a line end after a backslash": ("one\\\ntwo", "one\n\ntwo"),
    "a line end as a byte": (r"one\'0d\'0atwo\'0dthree", "one\ntwo\nthree"),
    "line ends of the file": ("agree\r\nment", "agreement"),
    "a short row": (r"\trowd a\cell b\cell\row c\cell d\cell\row\pard e", "a\tb\nc\td\ne"),
    "a row whose cells end in paragraphs": (r"\trowd{\pard a\par}\cell{\pard b\par}\cell\row", "a\tb"),
    "an empty cell behind a paragraph": (r"Text\par\trowd\cell b\cell\row", "Text\n\nb"),
    "a row of paragraphs": (r"\trowd " + "word " * 30 + r"\cell b\cell\row", "word " * 29 + "word\n\nb"),
    "a nested table": (r"a{\nestcell}{\*\nesttableprops\nestrow}{\nonesttables\par}b\cell\row", "a\tb"),
    "a link without its address": (
        r'{\field{\*\fldinst HYPERLINK "http://e.org/a"}{\fldrslt the site}} says',
        "the site says",
    ),
    "a field in a field": (
        r"{\field{\*\fldinst IF {\field{\*\fldinst PAGE}{\fldrslt 3}}}{\fldrslt{\b outer}}}",
        "outer",
    ),
    "a sign by its number": (r"{\field{\*\fldinst SYMBOL 147 \\f Times}{\fldrslt}}We", "“We"),
    "a button": (r"{\field{\*\fldinst MACROBUTTON go Click here}}", "Click here"),
    "what was chosen from a list": (
        r"{\field{\*\fldinst FORMDROPDOWN {\*\formfield{\ffres1{\*\ffname n}{\*\ffl no}{\*\ffl yes}}}}}",
        "yes",
    ),
    "Unicode instead of bytes": (r"{\upr{\'3f}{\*\ud{\u1055?\u1091?}}}", "Пу"),
    "a picture": (r"a{\pict\wmetafile8 0102abcd}b", "ab"),
    "an object shows its result": (r"{\object{\*\objdata 0102}{\result Sheet}}", "Sheet"),
    "a list's dots": (r"{\listtext\'b7\tab}First", "First"),
    "index entries": (r"a{\xe entry}b{\tc contents}", "ab"),
    "a text box behind its paragraph": (
        r"{\shp{\*\shpinst{\shptxt In the box\par}}{\shprslt{\*\do{\dptxbxtext In the box}}}}Beside it\par After",
        "Beside it\n\nIn the box\n\nAfter",
    ),
    "a text box of older writers": (r"{\*\do{\dptxbxtext Old box}}Text\par", "Text\n\nOld box"),
    "letters as a drawing": (r"{\shp{\*\shpinst{\sp{\sn gtextUNICODE}{\sv DRAFT}}}}Text\par", "Text\n\nDRAFT"),
    "a power": (r"10{\super 6} m{\super 2}", "10⁶ m²"),
    "raised letters": (r"the 5{\super th}", "the 5th"),
    "a group that nobody closed": (r"{\b bold", "bold"),
    "more closed than opened": (r"a}b", "a"),
    "a broken byte": (r"a\'zb", "azb"),
    "data in bytes": ("a{\\pict\\bin4 }}}}}b", "ab"),
}


@pytest.mark.parametrize(("source", "text"), TRAPS.values(), ids=TRAPS)
def test_words_come_out_as_a_person_sees_them(source: str, text: str) -> None:
    assert body(only(rtf(source))) == text


ENCODINGS = {
    "the file's code page": (r"\ansi\ansicpg1250", r"P\'f8\'edli\'9a", "Příliš"),
    "a font's charset": (r"\ansi{\fonttbl{\f0\fcharset204 A;}}", r"\f0\'cf\'f0\'e8\'e2\'e5\'f2", "Привет"),
    "a font's code page": (r"\ansi{\fonttbl{\f0\fcharset0\cpg1251 A;}}", r"\f0\'cf\'f0", "Пр"),
    "a font without a charset": (
        r"\ansi\ansicpg1252{\fonttbl{\f0\fnil A;}{\f1\fcharset161 B;}}",
        r"\f0 Caf\'e9 \f1\'e1\f0  No\'ebl",
        "Café α Noël",
    ),
    "a font table without groups": (r"\ansi{\fonttbl\f0\fnil A;\f1\fcharset204 B;}", r"\f1\'cf\f0\'e9", "Пé"),
    "Macintosh": (r"\mac", r"\'d2Hi\'d3 caf\'8e", "“Hi” café"),
    "Macintosh by number": (r"\ansi\ansicpg10000", r"\'d2Hi\'d3", "“Hi”"),
    "Macintosh with fonts": (r"\mac{\fonttbl{\f0\fcharset0 Times;}}", r"\f0\'d2Hi\'d3", "“Hi”"),
    "a font of the Macintosh": (r"\ansi{\fonttbl{\f0\fcharset77 Times;}}", r"\f0\'d2Hi\'d3", "“Hi”"),
    "DOS": (r"\pc", r"\'82", "é"),
    "DOS, multilingual": (r"\pca", r"\'b5", "Á"),
    "two bytes a character": (r"\ansi\ansicpg932", r"\'83\'5c\'83e", "ソテ"),
    "two bytes in two groups": (r"\ansi\ansicpg932", r"{\'83}{\'5c}", "ソ"),
    "Chinese": (r"\ansi{\fonttbl{\f0\fcharset134 SimSun;}}", r"\f0\'c4\'e3\'ba\'c3", "你好"),
    "Symbol": (r"\ansi{\fonttbl{\f0\fcharset2 Symbol;}}", r"\f0 a\u61623?", "α•"),
    "the default font": (r"\ansi\deff1{\fonttbl{\f0 A;}{\f1\fcharset204 B;}}", r"\'cf{\f0\'e9}\plain\'cf", "ПéП"),
    "bytes that should be escaped": (r"\ansi", "“naïve”".encode().decode("latin-1"), "“naïve”"),
}


@pytest.mark.parametrize(("head", "source", "text"), ENCODINGS.values(), ids=ENCODINGS)
def test_bytes_are_read_by_the_code_page_of_their_font(head: str, source: str, text: str) -> None:
    assert body(only(rtf(source, head))) == text


def test_a_raised_note_number_does_not_join_the_figure_before_it() -> None:
    document = only(rtf(r"It costs $5{\super 2} and \ldblquote no more.\rdblquote{\super 3, 4} said Lee{\super *}"))
    assert body(document) == "It costs $5 and “no more.” said Lee"
    assert [cut.why for cut in document.cuts] == ["note number"] * 3


def test_numbers_of_a_list_are_cut() -> None:
    document = only(rtf(r"{\listtext\pard\plain 1.\tab}First\par{\pntext 2.\tab}Second"))
    assert document.text == "1.\tFirst\n\n2.\tSecond"
    assert body(document) == "First\n\nSecond"


def test_notes_comments_and_running_heads_stand_behind_the_body_as_cuts() -> None:
    document = only(
        rtf(
            r"{\header Daily News\par}Text{\super\chftn}{\footnote\pard{\super\chftn} A note.}"
            r"{\*\atnid AL}{\*\atnauthor Ann Lee}\chatn{\*\annotation{\*\atndate 1193993516}Why?}"
            r" goes on{\footnote\ftnalt An end note}{\footer p. {\field{\*\fldinst PAGE}{\fldrslt 3}}}"
            r"{\headerl Daily News}"
        )
    )
    assert body(document) == "Text goes on"
    assert [(cut.why, cut.span.of(document.text)) for cut in document.cuts] == [
        ("note number", "[1]"),
        ("running head", "Daily News"),
        ("footnote", "[1] A note."),
        ("comment by Ann Lee, 28 October 2014", "Why?"),
        ("endnote", "An end note"),
        ("running foot", "p. 3"),
    ]


def test_hidden_and_unknown_words_are_said() -> None:
    document = only(rtf(r"seen{\v  not seen}{\*\newthing some words here}{\*\blob 0102030405060708}"))
    assert document.text == "seen"
    assert [sentence for sentence in document.notices if "not seen" in sentence]
    assert [sentence for sentence in document.notices if "newthing" in sentence and "some words here" in sentence]
    assert not [sentence for sentence in document.notices if "blob" in sentence]


def test_words_behind_the_end_are_said() -> None:
    document = only(rtf("one") + b"{two words}")
    assert document.text == "one"
    assert any("two words" in sentence for sentence in document.notices)


def test_a_file_that_is_cut_off_says_so() -> None:
    assert any("cut off" in sentence for sentence in only(rtf("one {\\b two")[:-1]).notices)


def test_a_title_counts_only_where_the_text_bears_it() -> None:
    information = r"{\info{\title Bridge opens}{\author Ann}}"
    assert [(fact.field, fact.value) for fact in only(rtf(information + r"Bridge opens\par Text")).facts] == [
        ("title", "Bridge opens")
    ]
    assert [fact.offered for fact in only(rtf(information + "Another text")).facts] == [True]


CHANGES = {
    "words": (r"We will {\deleted not }{\revised never }pay", "We will not pay", "We will never pay"),
    "without groups": (r"a \revised b\revised0  \deleted c\deleted0  d", "a  c d", "a b  d"),
    "inserted and then deleted": (r"Kept{\revised\deleted  both}.", "Kept.", "Kept."),
    "a paragraph's end": (r"agree{\deleted\par}ment", "agree\n\nment", "agreement"),
    "a new paragraph": (r"one{\revised\par two}\par", "one", "one\n\ntwo"),
    "a move": (r"{\mvf\mvauth1 here }and {\mvt\mvauth1 there}", "here and", "and there"),
    "plain text ends it": (r"{\deleted a\plain b}", "ab", "b"),
    "a note": (r"a{\footnote x{\revised y}}{\deleted b}", "ab", "a"),
}


@pytest.mark.parametrize(("source", "before", "after"), CHANGES.values(), ids=CHANGES)
def test_tracked_changes_give_two_texts(source: str, before: str, after: str) -> None:
    one, two = read(rtf(source), "a.rtf")
    assert [" ".join(body(each).split(" ")) for each in (one, two)] == [before, after]
    assert (one.part, one.follows, two.part, two.follows) == ("before changes", False, "after changes", True)


@pytest.mark.parametrize(
    ("source", "part"), [(r"{\revised all}", "after changes"), (r"{\deleted all}", "before changes")]
)
def test_a_side_without_words_is_no_version_that_the_other_could_follow(source: str, part: str) -> None:
    (found,) = read_bytes(rtf(source), source="a.rtf")
    assert (found.text, found.part, found.follows) == ("all", part, False)


def test_who_changed_it_and_when_is_said() -> None:
    head = r"\ansi{\*\revtbl{Unknown;}{Ann Lee;}}"
    one, _ = read(
        rtf(r"a{\revised\revauth1\revdttm1193993516 b}{\deleted\revauthdel1\revdttmdel1193993516 c}", head), "a"
    )
    assert any("Ann Lee" in sentence and "2014" in sentence for sentence in one.notices)


def test_formats_alone_are_no_change() -> None:
    assert len(read(rtf(r"{\b\crauth1\crdate1 bold}"), "a")) == 1


def test_depth_costs_no_calls() -> None:
    deep = 50_000
    assert body(only(rtf("{" * deep + "word" + "}" * deep))) == "word"
    assert "word" in only(rtf(r"{\footnote " * 500 + "word" + "}" * 500)).text


@pytest.mark.parametrize("data", [b"", b"plain words", b"\x00\xff" * 50, b"{\\rt", b"PK\x03\x04"])
def test_what_is_no_rich_text_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(Binary, match=r"^a\.rtf "):
        read(data, "a.rtf")


EXAMPLE = rtf(
    r"{\fonttbl{\f0\fcharset204 A;}}{\info{\title T}}\f0 a\'e9\u8220?b{\deleted\revauth1 c}\cell\row{\footnote n}"
    r"{\field{\*\fldinst HYPERLINK x}{\fldrslt y}}{\*\annotation{\*\atndate 3}z}{\shp{\shptxt s}}{\upr{a}{\*\ud u}}\par"
)


def check(data: bytes) -> None:
    try:
        documents = read(data, "a.rtf")
    except Binary:
        return
    for document in documents:
        document.text.encode()
        assert all(0 <= cut.span.start < cut.span.end <= len(document.text) for cut in document.cuts)


@given(st.binary(max_size=200))
def test_any_bytes_end_in_documents(data: bytes) -> None:
    check(b"{\\rtf1" + data)


@given(st.integers(0, 2**32))
def test_any_damage_ends_in_documents(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(EXAMPLE)
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(6, len(data))
        kind = chance.randrange(3)
        if kind == 0:
            data[place] = chance.choice(b"{}\\'*0-9af\n\0\xff")
        elif kind == 1:
            del data[place : place + chance.randint(1, 12)]
        else:
            data[place:place] = data[chance.randrange(6, len(data)) :][: chance.randint(1, 30)]
    check(bytes(data))

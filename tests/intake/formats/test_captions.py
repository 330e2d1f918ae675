"""Captions keep every spoken word once, with who speaks and when, and nothing else is speech."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import AnchorKind
from desktop.intake.errors import Empty, IntakeError
from desktop.intake.formats.captions import read
from desktop.intake.reading import read_bytes
from tests.intake.texts import body

ROLLING = """WEBVTT
Kind: captions

00:00:01.000 --> 00:00:02.000
\x20
the<00:00:01.200><c> mayor</c><00:00:01.500><c> said</c>

00:00:02.000 --> 00:00:02.010
the mayor said
\x20

00:00:02.010 --> 00:00:03.500
the mayor said
no<00:00:02.300><c> no</c>

00:00:03.500 --> 00:00:03.510
no no
\x20

00:00:03.510 --> 00:00:05.000
no no
we<00:00:04.000><c> will</c><00:00:04.500><c> not</c>
"""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1\n00:00:01,000 --> 00:00:02,000\nThe number of injured is\n42\n\n2\n00:00:02,000 --> 00:00:03,000\nnow.\n",
         "The number of injured is 42 now."),
        ("1\n00:00:01,000 --> 00:00:02,000\nOne\n2\n00:00:02,000 --> 00:00:03,000\nTwo\n", "One Two"),
        ("1\n00:00:01,000 --> 00:00:02,000\nFirst\n\nsecond half\n\n2\n00:00:02,000 --> 00:00:03,000\nTwo\n",
         "First second half Two"),
        ("1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<i>Never</i> <font color=\"red\">again</font>\n", "Never again"),
        ("1\n0:00:01,000 --> 0:00:02,000\nFrom 10:00:00.000 to 11:00:00.000\n", "From 10:00:00.000 to 11:00:00.000"),
        ("1\n00:00:01,000 --> 00:00:02,000\n2 < 3 and x > y, <sigh> she said\n", "2 < 3 and x > y, <sigh> she said"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nR&amp;D is 5 &lt; 6\n", "R&D is 5 < 6"),
        ("WEBVTT\n\nNOTE not spoken\n\nfirst cue\n00:01.000 --> 00:02.000 align:start\nHello\n\nNOTE more\nlines\n\n"
         "STYLE\n::cue { color: red }\n\n00:02.000 --> 00:03.000\nthere\n", "Hello there"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\n<00:01.200>two<00:01.400> inline<00:01.600> times\n", "two inline times"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nthe <ruby>word<rt>gloss</rt></ruby> stays\n", "the word stays"),
        ("1\n00:00:01,000 --> 00:00:02,000\nWe {inaudible} go, {not} yet.\n", "We {inaudible} go, {not} yet."),
        ("0:00:01.000,0:00:02.000\nOne line\n\n0:00:02.000,0:00:03.000\nand another\n", "One line and another"),
        ("1\n00:00:01,000 --> 00:00:02,000\nNo.\n\n2\n00:00:02,000 --> 00:00:03,000\nNo.\n", "No. No."),
        (ROLLING, "the mayor said no no we will not"),
    ],
)  # fmt: skip
def test_each_spoken_word_is_read_once(text: str, words: str) -> None:
    [capture] = read_bytes(text.encode(), source="a.srt")
    assert body(capture) == words


def test_voices_keep_their_own_words_also_two_in_one_cue() -> None:
    text = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\nBefore anyone <v.loud Mary Smith>Really?</v><v Kirby>Yes.\n\n"
        "00:02.000 --> 00:03.000\n<v Kirby>And no.\n\n00:03.000 --> 00:04.000\nWho?\n"
    )
    [capture] = read_bytes(text.encode(), source="a.vtt")
    assert body(capture) == "Before anyone\n\nReally?\n\nYes. And no.\n\nWho?"
    speakers = [(capture.text[a.offset :][:4], a.label) for a in capture.anchors if a.kind is AnchorKind.SPEAKER]
    assert speakers == [("Real", "Mary Smith"), ("Yes.", "Kirby"), ("Who?", "")]


def test_times_stand_where_their_cue_begins() -> None:
    text = "1\n01:14:32,000 --> 01:14:33,000\nOne\n\n2\n01:14:34,900 --> 01:14:36,000\nTwo\n"
    [capture] = read_bytes(text.encode(), source="a.srt")
    assert [(a.offset, a.label) for a in capture.anchors] == [(0, "1:14:32"), (4, "1:14:34")]


def test_notes_of_the_file_are_cuts_behind_the_words() -> None:
    text = "WEBVTT - A title\n\nNOTE by Ann\n\n00:01.000 --> 00:02.000\nHello\n"
    [capture] = read_bytes(text.encode(), source="a.vtt")
    assert [cut.span.of(capture.text) for cut in capture.cuts] == ["A title", "by Ann"]
    assert capture.metadata.title == ""


def test_a_speaker_in_capitals_opens_a_line() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\nIs it so? ANN LEE: It is.\n"
    assert body(read_bytes(text.encode(), source="a.srt")[0]) == "Is it so?\nANN LEE: It is."


@pytest.mark.parametrize("text", ["WEBVTT\n", "1\n", "1\n00:00:01,000 --> 00:00:02,000\n\n"])
def test_a_file_without_words_says_so(text: str) -> None:
    with pytest.raises(Empty, match=r"^a\.srt holds no captions"):
        read(text.encode(), "a.srt")


def test_captions_are_known_whatever_the_file_is_called() -> None:
    [capture] = read_bytes(b"WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n", source="a.txt")
    assert capture.extractor == "captions 1"
    [capture] = read_bytes("WEBVTTER is a word.".encode("utf-16"), source="a.txt")
    assert capture.extractor == "plain text 1"


LINES = st.sampled_from(
    ["WEBVTT", "", "1", "00:00:01,000 --> 00:00:02,000", "0:01.5 --> 9:99.0", "<v A>", "NOTE", "a <b", "{\\an8}", "-->"]
)


@given(st.one_of(st.binary(max_size=200), st.lists(LINES, max_size=12).map(lambda lines: "\n".join(lines).encode())))
def test_any_bytes_end_in_a_document_or_a_sentence(data: bytes) -> None:
    try:
        [document] = read(data, "a.vtt")
    except IntakeError:
        return
    assert all(0 <= cut.span.start <= cut.span.end <= len(document.text) for cut in document.cuts)
    assert all(0 <= anchor.offset <= len(document.text) for anchor in document.anchors)

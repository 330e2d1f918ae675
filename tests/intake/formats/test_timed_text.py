"""TTML captions keep every word, with its second of the recording and its speaker; what nobody said is no speech."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import AnchorKind
from desktop.intake.errors import Empty, IntakeError
from desktop.intake.formats.timed_text import read
from desktop.intake.reading import read_bytes
from tests.intake.texts import body

HEAD = (
    '<?xml version="1.0" encoding="utf-8"?>\n<tt xmlns="http://www.w3.org/ns/ttml" xml:lang="en"'
    ' xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xmlns:ttp="http://www.w3.org/ns/ttml#parameter"'
    ' xmlns:tts="http://www.w3.org/ns/ttml#styling" xmlns:smpte="http://www.smpte-ra.org/schemas/2052-1/2010/smpte-tt"'
)
AGENTS = (
    '<head><metadata><ttm:agent xml:id="a"><ttm:name type="full">Ann Lee</ttm:name></ttm:agent><ttm:agent xml:id="b">'
    '<ttm:name type="given">Bo</ttm:name><ttm:name type="family">Roe</ttm:name></ttm:agent>'
    '<ttm:agent xml:id="c"/></metadata></head>'
)


def file(inside: str, attributes: str = "") -> bytes:
    return f"{HEAD} {attributes}>{inside}</tt>".encode()


def times(inside: str, attributes: str = "") -> list[str]:
    [document] = read(file(inside, attributes), "a.ttml")
    return [each.label for each in document.anchors if each.kind is AnchorKind.TIME]


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ('<p begin="1s">We did not<br/>sign <span tts:fontStyle="italic">it</span>.</p>', "We did not sign it."),
        ('<p begin="1s">We\n   did   not\n sign.</p>', "We did not sign."),
        ('<p begin="1s" xml:space="preserve">We did\nnot sign.</p>', "We did not sign."),
        ('<p begin="1s">un<span>signed</span></p>', "unsigned"),
        ('<p begin="1s">R&amp;D is 5 &lt; 6</p>', "R&D is 5 < 6"),
        ('<p begin="1s">No.</p><p begin="2s">No.</p>', "No. No."),
        ('<p begin="5s">second.</p><p begin="1s">First, and</p>', "First, and second."),
        ('<p begin="1s"><span begin="0s">One</span> <span begin="1s">two</span><span begin="2s">fold</span></p>',
         "One twofold"),
        ('<p begin="1s"><metadata><ttm:desc>a bell</ttm:desc></metadata>Hello</p>', "Hello"),
        ('<p begin="1s">a <span tts:ruby="container"><span tts:ruby="base">word</span>'
         '<span tts:ruby="text">gloss</span></span> stays</p>', "a word stays"),
    ],
)  # fmt: skip
def test_each_spoken_word_is_read_once(inside: str, words: str) -> None:
    [capture] = read_bytes(file(f"<body><div>{inside}</div></body>"), source="a.ttml")
    assert body(capture) == words
    assert capture.extractor == "TTML 1"


def test_a_comment_is_no_word() -> None:
    [capture] = read_bytes(
        file('<body><div><p begin="1s">I did <!-- or not? -->sign.</p></div></body>'), source="a.xml"
    )
    assert capture.text == "I did sign."


@pytest.mark.parametrize(
    ("inside", "attributes", "known"),
    [
        ('<body><div><p begin="1s">a</p></div></body>', "", "0:00:01"),
        ('<body begin="1h"><div><p begin="1s">a</p></div></body>', "", "1:00:01"),
        ('<body begin="1h"><div begin="00:02:00"><p begin="1s">a</p></div></body>', "", "1:02:01"),
        ('<body><div><p begin="00:01:00.500">a</p></div></body>', "", "0:01:00"),
        ('<body><div><p begin="00:00:01:24">a</p></div></body>', 'ttp:frameRate="25"', "0:00:01"),
        ('<body><div><p begin="50f">a</p></div></body>', 'ttp:frameRate="25"', "0:00:02"),
        ('<body><div><p begin="600f">a</p></div></body>',
         'ttp:frameRate="30" ttp:frameRateMultiplier="1000 1001"', "0:00:20"),
        ('<body><div><p begin="30000000t">a</p></div></body>', 'ttp:tickRate="10000000"', "0:00:03"),
        ('<body><div><p begin="2500ms">a</p></div></body>', "", "0:00:02"),
        ('<body><div><p begin="1.5m">a</p></div></body>', "", "0:01:30"),
        ('<body><div timeContainer="seq"><p dur="4s">a</p><p dur="2s">b</p></div></body>', "", "0:00:00 0:00:04"),
        ('<body begin="10s"><div timeContainer="seq"><p dur="4s">a</p><p begin="1s">b</p></div></body>', "",
         "0:00:10 0:00:15"),
        ('<body begin="10:00:00:00"><div><p begin="10:00:05:00">a</p></div></body>',
         'ttp:timeBase="smpte" ttp:markerMode="discontinuous"', "10:00:05"),
        ('<body><div><p begin="1s"><span begin="1s">One</span> <span begin="3s">two</span></p></div></body>', "",
         "0:00:02 0:00:04"),
    ],
)  # fmt: skip
def test_times_count_from_the_parents(inside: str, attributes: str, known: str) -> None:
    assert times(inside, attributes) == known.split()


@pytest.mark.parametrize("ends", ['end="1s"', 'dur="0s"', 'end="3s" dur="1s"'])
def test_a_caption_that_its_times_hide_is_kept(ends: str) -> None:
    inside = f'<body><div begin="1h" end="1h"><p begin="2s" {ends}>We will go</p></div></body>'
    assert read(file(inside), "a.ttml")[0].text == "We will go"
    assert times(inside) == ["1:00:02"]


def test_words_with_a_time_that_nobody_can_read_are_kept_as_a_cut_and_said() -> None:
    inside = '<body><div><p begin="1s">Hello</p><p begin="soon">there</p></div></body>'
    [document] = read(file(inside), "a.ttml")
    assert [cut.span.of(document.text) for cut in document.cuts] == ["there"]
    assert document.notices == ("1 caption without times or without words. Please look at the file.",)


def test_each_speaker_keeps_the_own_words() -> None:
    inside = (
        f'{AGENTS}<body><div><p begin="1s" ttm:agent="a">Really?</p><p begin="2s"><span ttm:agent="b">Yes.</span> '
        '<span ttm:agent="a b">Both.</span></p><p begin="3s" ttm:agent="c">Who?</p></div></body>'
    )
    [document] = read(file(inside), "a.ttml")
    found = [(document.text[a.offset :][:4], a.label) for a in document.anchors if a.kind is AnchorKind.SPEAKER]
    assert found == [("Real", "Ann Lee"), ("Yes.", "Bo Roe"), ("Both", "")]


def test_what_is_never_shown_and_what_the_file_says_of_itself_are_cuts() -> None:
    inside = (
        '<head><metadata><ttm:title>Council</ttm:title></metadata><styling><style xml:id="s" tts:display="none"/>'
        '</styling></head><body><div><p begin="1s">Hello <span tts:visibility="hidden">you</span></p>'
        '<p style="s">Not me</p></div></body>'
    )
    [capture] = read_bytes(file(inside), source="a.ttml")
    assert body(capture) == "Hello"
    assert [cut.span.of(capture.text) for cut in capture.cuts] == ["you", "Not me", "Council"]


def test_languages_side_by_side_are_documents_of_their_own() -> None:
    inside = (
        '<body><div xml:lang="en"><p begin="1s">Hello</p></div><div xml:lang="de"><p begin="1s">Hallo</p></div></body>'
    )
    documents = read(file(inside), "a.ttml")
    assert [(each.text, each.part, each.language) for each in documents] == [
        ("Hello", "en", "en"),
        ("Hallo", "de", "de"),
    ]


@pytest.mark.parametrize(
    ("inside", "sentence"),
    [
        ("<body/>", "a.ttml holds no captions"),
        ('<body><div><p begin="1s"> <br/></p></div></body>', "a.ttml holds no captions"),
        ('<body><div begin="1s" smpte:backgroundImage="#one"/></body>', "a.ttml holds captions as pictures"),
        ('<body><div><p begin="1s" smpte:backgroundImage="#one"/></div></body>', "a.ttml holds captions as pictures"),
    ],
)
def test_a_file_without_words_says_why(inside: str, sentence: str) -> None:
    with pytest.raises(Empty, match=f"^{sentence}"):
        read(file(inside), "a.ttml")


def test_captions_are_known_whatever_the_file_is_called() -> None:
    data = file('<body><div><p begin="1s">Hello</p></div></body>')
    for changed in (
        data,
        b"\xef\xbb\xbf" + data,
        data.replace(b"<tt ", b"<!-- a --><tt "),
        data.decode().encode("utf-16"),
    ):
        [capture] = read_bytes(changed.replace(b"utf-8", b"utf-16") if b"\0" in changed else changed, source="a.txt")
        assert capture.media_type == "application/ttml+xml"


PARTS = st.sampled_from(
    ["<body>", "</body>", "<div begin='1h'>", "</div>", "<p begin='1s' end='0s'>", "</p>", "<span dur='9:99'>",
     "</span>", "word ", "<br/>", "<p begin='1e9s'>", "<p begin='99999:00:00'>", "\n", "<set/>"]
)  # fmt: skip


@given(st.one_of(st.binary(max_size=200), st.lists(PARTS, max_size=12).map(lambda parts: file("".join(parts)))))
def test_any_bytes_end_in_documents_or_a_sentence(data: bytes) -> None:
    try:
        documents = read(data, "a.ttml")
    except IntakeError:
        return
    assert all(0 <= cut.span.start <= cut.span.end <= len(each.text) for each in documents for cut in each.cuts)

"""What is speech in a transcript, who speaks, and when: labels, notes, heads, numbers and times are not words."""

from __future__ import annotations

from itertools import product

from desktop.intake.captions.running_text import caption_segments
from desktop.text.sources.kinds import Kind
from desktop.text.sources.match import SourceSearch, SourceText
from desktop.text.sources.speech import looks_like_transcript, read_speech

ROLLING = """WEBVTT

00:00:01.000 --> 00:00:03.000
the ferry will

00:00:03.000 --> 00:00:05.000
the ferry will
sail again on

00:00:05.000 --> 00:00:07.000
sail again on
the first of may

00:00:07.000 --> 00:00:09.000
the first of may
if the pumps hold
"""
CAPS = """1
00:14:32,000 --> 00:14:34,000
>> WE WILL OPEN THE TUNNEL

2
00:14:34,000 --> 00:14:36,000
IN THE SPRING. >> NO DOUBT
"""
_SENTENCE = "The pier was built of oak and it was never meant to carry a crane of forty tons in winter"


def court(pages: int = 4) -> str:
    """Numbered lines, with a head and a foot on each page; the sentence begins on the first and ends on the second."""
    syllables = ("ba", "de", "li", "mo", "ru", "sa", "te", "vo", "wa", "zi")
    words = ["".join(parts) for parts in product(syllables, repeat=3)]
    speech = words[:240] + _SENTENCE.split() + words[240:]
    segments = []
    for page in range(pages):
        lines = [f"Official copy {page + 1}", "IN THE HARBOR COURT", ""]
        first = page * 250
        lines += [f"{n:2}  {' '.join(speech[first + 10 * n - 10 : first + 10 * n])}" for n in range(1, 26)]
        segments.append("\n".join(lines))
    return "\f".join(segments)


def words_of(text: str) -> list[str]:
    return [word.fold for word in read_speech(text).words]


def test_labels_are_not_words_and_name_who_speaks() -> None:
    speech = read_speech("MAYOR LEE: We agreed.\n\nMR. BERG: We did not.\n\nQ  Did you?\n")
    assert [word.fold for word in speech.words] == ["we", "agreed", "we", "did", "not", "did", "you"]
    assert speech.speakers == ["Mayor Lee", "Mayor Lee", *["Mr. Berg"] * 3, "Q", "Q"]


def test_a_note_is_nobodys_word() -> None:
    assert words_of("LEE BROWN: Thank you. (Applause.) We begin [laughter] now.") == [
        "thank",
        "you",
        "we",
        "begin",
        "now",
    ]


def test_numbers_of_lines_and_heads_of_pages_are_not_words() -> None:
    found = words_of(court())
    assert "official" not in found
    assert not any(word.isdigit() for word in found)


def test_a_quote_runs_over_the_lines_and_pages_of_a_court() -> None:
    text = court()
    search = SourceSearch([SourceText("court.txt", text)])
    [found, *_] = search.match("it was never meant to carry a crane of forty tons in winter")
    assert found.kinds == (Kind.VERBATIM,)
    there = text[found.start : found.end]
    assert (there.split()[0], there.split()[-1]) == ("it", "winter")
    assert "\f" in there
    [other, *_] = search.match("it was never meant to carry a crane of fifty tons in winter")
    assert other.kinds == (Kind.ALTERED,)


def test_rolling_captions_say_each_line_once() -> None:
    segments = caption_segments(ROLLING)
    speech = read_speech(ROLLING, segments)
    assert (
        " ".join(word.fold for word in speech.words)
        == "the ferry will sail again on the first of may if the pumps hold"
    )
    [found, *_] = SourceSearch([SourceText("a.vtt", ROLLING, segments)]).match("sail again on the first of May")
    assert found.kind.value == "verbatim"
    assert found.seconds is not None
    assert 1 <= found.seconds[0] <= 5


def test_capitals_find_small_letters_and_the_time_is_told() -> None:
    found = SourceSearch([SourceText("a.srt", CAPS, caption_segments(CAPS))]).match(
        "We will open the tunnel in the spring."
    )
    assert found[0].kind.value == "verbatim"
    assert found[0].seconds == (872.0, 874.0)


def test_a_text_without_captions_has_no_segments() -> None:
    assert caption_segments("MAYOR LEE: Good morning.") == ()
    assert caption_segments("") == ()


def test_a_transcript_is_told_from_an_article_and_from_a_speech() -> None:
    turns = "MAYOR LEE: We agreed on that.\n\nMR. BERG: We did not agree.\n\nQ: On what, then?\n\n" * 4
    assert looks_like_transcript(turns)
    assert not looks_like_transcript("The council met.\n\n“We agreed,” said Mayor Lee. Berg: nothing.\n\n" * 4)
    assert not looks_like_transcript(_SENTENCE * 20)

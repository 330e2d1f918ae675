"""Running text of captions: sentences joined, rolling lines once, a time for every cue."""

from __future__ import annotations

from desktop.intake.captions.cues import read_captions
from desktop.intake.captions.running_text import caption_segments, running_text


def vtt(*cues: tuple[str, str]) -> str:
    return "WEBVTT\n\n" + "\n\n".join(f"{times}\n{words}" for times, words in cues) + "\n"


def test_cues_of_one_sentence_are_one_paragraph_and_a_pause_parts_two() -> None:
    text = vtt(
        ("00:01.000 --> 00:02.000", "The harbour"),
        ("00:02.000 --> 00:03.000", "is closed."),
        ("00:09.000 --> 00:10.000", "Nobody asked."),
    )
    found = running_text(read_captions(text))
    assert found.text == "The harbour is closed.\n\nNobody asked."
    assert [anchor.offset for anchor in found.anchors][:1] == [0]
    assert found.repeated == 0


def test_lines_that_roll_are_read_once() -> None:
    text = vtt(
        ("00:01.000 --> 00:02.000", "The harbour"),
        ("00:02.000 --> 00:03.000", "The harbour\nis closed"),
        ("00:03.000 --> 00:04.000", "is closed\nuntil May."),
    )
    found = running_text(read_captions(text))
    assert found.text == "The harbour is closed until May."
    assert found.repeated == 2


def test_notes_stand_behind_the_words_as_cuts() -> None:
    text = "WEBVTT\n\nNOTE recorded on Monday\n\n00:01.000 --> 00:02.000\nLate.\n"
    found = running_text(read_captions(text))
    [cut] = found.cuts
    assert found.text.startswith("Late.")
    assert "recorded on Monday" in cut.span.of(found.text)


def test_what_is_no_caption_file_has_no_segments() -> None:
    assert caption_segments("The harbour is closed.") == ()
    assert len(caption_segments(vtt(("00:01.000 --> 00:02.000", "Late.")))) == 1

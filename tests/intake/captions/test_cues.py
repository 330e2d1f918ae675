"""Cues of a caption file: times, voices, and words with their places."""

from __future__ import annotations

import pytest

from desktop.intake.captions.cues import is_captions, read_captions

SRT = "1\n00:00:01,000 --> 00:00:04,500\nThe harbour\nis closed.\n\n2\n00:01:00,000 --> 00:01:02,000\nNobody asked.\n"
VTT = (
    "WEBVTT - Interview\n\nNOTE recorded on Monday\n\n"
    "00:01.000 --> 00:04.000 align:start\n<v Ada Brink>It is <b>late</b>\n"
)


def test_cues_have_their_seconds_and_their_lines() -> None:
    first, second = read_captions(SRT).cues
    assert (first.start, first.end, second.start) == (1.0, 4.5, 60.0)
    assert [[piece.text for piece in line] for line in first.lines] == [["The harbour"], ["is closed."]]


def test_each_piece_stands_in_the_file_where_it_says() -> None:
    for text in (SRT, VTT):
        for cue in read_captions(text).cues:
            for piece in (piece for line in cue.lines for piece in line):
                assert piece.text in text[piece.start : piece.end]


def test_a_voice_speaks_and_notes_are_kept_apart() -> None:
    captions = read_captions(VTT)
    [cue] = captions.cues
    assert {piece.voice for line in cue.lines for piece in line} == {"Ada Brink"}
    assert "".join(piece.text for line in cue.lines for piece in line) == "It is late"
    assert any("recorded on Monday" in comment for comment in captions.comments)


def test_times_without_words_are_counted_as_broken() -> None:
    captions = read_captions("1\n00:00:01,000 --> 00:00:04,000\n\n2\n00:00:05,000 --> 00:00:06,000\nLate.\n")
    assert (len(captions.cues), captions.broken) == (1, 1)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (SRT, True),
        (VTT, True),
        ("WEBVTTX", False),
        ("1\nThe harbour", False),
        ("The harbour\n00:01", False),
        ("", False),
    ],
)
def test_a_caption_file_is_known_by_its_beginning(head: str, expected: bool) -> None:
    assert is_captions(head) is expected

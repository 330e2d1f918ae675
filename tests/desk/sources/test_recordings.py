"""Where the words of a source can be heard: at its address with the time in it, or in a file beside the captions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.desk.open_desk import Desk
from desktop.desk.sources.recordings import recording_at
from desktop.desk.sources.source_check import Source, read_sources
from desktop.domain import SourceDetails, SourceKind
from tests.desk.sources.test_source_check import CAPTIONS, add

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def source(tmp_path: Path) -> Source:
    with Desk.create(tmp_path / "ferry.desk") as desk:
        desk.name_source(add(desk, tmp_path, "gaggle.vtt", CAPTIONS), SourceDetails(SourceKind.CAPTIONS))
        return read_sources(desk, desk.stories()[0].id)[0]


@pytest.mark.parametrize(
    ("address", "opened"),
    [
        ("https://video.example.org/gaggle", "https://video.example.org/gaggle#t=872"),
        ("https://video.example.org/gaggle?x=1#top", "https://video.example.org/gaggle?x=1#t=872"),
        ("https://www.youtube.com/watch?v=abc&t=5s", "https://www.youtube.com/watch?v=abc&t=872s"),
    ],
)
def test_an_address_opens_at_the_time(source: Source, address: str, opened: str) -> None:
    recording = recording_at(source, 872.4, address)
    assert recording is not None
    assert recording.address == opened


def test_a_file_beside_the_captions_is_the_recording(source: Source, tmp_path: Path) -> None:
    assert recording_at(source, 1) is None
    (tmp_path / "gaggle.exe").write_bytes(b"")
    assert recording_at(source, 1) is None
    (tmp_path / "gaggle.mp3").write_bytes(b"")
    recording = recording_at(source, 1)
    assert recording is not None
    assert recording.path == tmp_path / "gaggle.mp3"


def test_only_pages_of_the_web_are_addresses(source: Source) -> None:
    assert recording_at(source, 1, "file:///etc/hosts") is None

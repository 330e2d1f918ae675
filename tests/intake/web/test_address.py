"""Addresses: what is one and nothing else, and what the address of a capture in an archive says."""

from __future__ import annotations

import pytest

from desktop.intake.web.address import Address, ArchivedPage, lone_address, original_address, read_capture_address

STORY = "https://paper.example/story?id=1"
CAPTURE = f"https://web.archive.org/web/20220101000000/{STORY}"


@pytest.mark.parametrize("text", [STORY, f"  {STORY}\n", "HTTP://paper.example"])
def test_an_address_alone_is_one(text: str) -> None:
    assert lone_address(text) == text.strip()


@pytest.mark.parametrize("text", ["", "paper.example", f"see {STORY}", "ftp://paper.example", f"<{STORY}>", "http://a"])
def test_anything_else_is_none(text: str) -> None:
    assert lone_address(text) is None


def test_a_long_address_is_called_by_its_ends() -> None:
    assert Address(STORY).name == STORY
    name = Address(f"https://paper.example/{'a' * 200}/end").name
    assert len(name) == 117
    assert name.startswith("https://paper.example/")
    assert name.endswith("/end")


def test_the_address_of_a_capture_names_its_moment_and_its_page() -> None:
    assert read_capture_address(CAPTURE) == ArchivedPage("20220101000000", STORY)
    assert read_capture_address(CAPTURE.replace("000/http", "000id_/http")) == ArchivedPage("20220101000000", STORY)
    assert read_capture_address("http://localhost:8/web/2022/a", "http://localhost:8/") == ArchivedPage("2022", "a")
    assert read_capture_address(STORY) is None
    assert read_capture_address("https://web.archive.org/about") is None


def test_the_bytes_as_they_came_have_an_address_of_their_own() -> None:
    assert original_address(CAPTURE) == CAPTURE.replace("000/http", "000id_/http")
    assert original_address(STORY) == STORY

"""Captures of an archive: its list in both forms, and the originals of any two."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from desktop.intake.errors import Empty, IntakeError
from desktop.intake.web.address import Access, Address, lone_address, original_address, read_capture_address
from desktop.intake.web.batch import read_addresses
from desktop.intake.web.hosts import Refused
from desktop.intake.web.wayback import capture_address, list_captures

if TYPE_CHECKING:
    from desktop.domain import Capture
    from tests.web_server import Site

_STORY = "https://paper.example/story?id=7&part=a"
_HEAD = ["urlkey", "timestamp", "original", "mimetype", "statuscode", "digest"]
_QUERY = (
    "/cdx/search/cdx?url=https%3A%2F%2Fpaper.example%2Fstory%3Fid%3D7%26part%3Da&output=json"
    "&fl=urlkey,timestamp,original,mimetype,statuscode,digest&limit=-10000"
)


def _access(site: Site) -> Access:
    return Access(allow_private=True, archive=site.address, seconds=20)


def _row(timestamp: str, status: str = "200", media_type: str = "text/html") -> list[str]:
    return ["example,paper)/story", timestamp, _STORY, media_type, status, f"SHA{timestamp}"]


def _put_list(site: Site, *rows: list[str]) -> None:
    site.page(_QUERY, json.dumps([_HEAD, *rows]), "application/json")


def test_pages_and_revisits_are_listed_by_date(site: Site) -> None:
    _put_list(site, _row("20240102030405"), _row("20230101000000", "404"), _row("20220101000000", "-", "warc/revisit"))
    found = list_captures(_STORY, _access(site))
    assert [each.moment for each in found.listed] == ["2022-01-01 00:00:00", "2024-01-02 03:04:05"]


def test_where_the_list_does_not_come_the_time_map_is_asked(site: Site) -> None:
    site.page(_QUERY, "busy", status=503)
    base = site.address
    site.page(
        f"/web/timemap/link/{_STORY}",
        f'<{_STORY}>; rel="original",\n<{base}/web/timemap/link/{_STORY}>; rel="self",\n'
        f'<{base}/web/20220101000000/{_STORY}>; rel="first memento"; datetime="Sat, 01 Jan 2022 00:00:00 GMT",\n'
        f'<{base}/web/20240102030405/{_STORY}>; rel="last memento"; datetime="Tue, 02 Jan 2024 03:04:05 GMT"\n',
        "application/link-format",
    )
    found = list_captures(_STORY, _access(site))
    assert [(each.url, each.timestamp) for each in found.listed] == [
        (_STORY, "20220101000000"),
        (_STORY, "20240102030405"),
    ]


def test_no_capture_and_no_archive_say_so(site: Site) -> None:
    _put_list(site)
    with pytest.raises(Empty, match="holds no capture of https://paper"):
        list_captures(_STORY, _access(site))
    site.page(_QUERY, "<html>We are sorry</html>")
    with pytest.raises(IntakeError, match="could not be understood"):
        list_captures(_STORY, _access(site))
    with pytest.raises(Refused):
        list_captures(_STORY, Access(archive=site.address))


def test_two_captures_are_two_versions_of_one_page(site: Site) -> None:
    _put_list(site, _row("20220101000000"), _row("20240102030405"))
    for timestamp, word in (("20220101000000", "never"), ("20240102030405", "always")):
        page = f"<html><body><article><p>“We {word} said so,” Ann Lee said on Monday.</p></article></body></html>"
        site.page(f"/web/{timestamp}id_/{_STORY}", page, x_archive_orig_server="old")
    chosen = [capture_address(each, site.address) for each in list_captures(_STORY, _access(site)).listed]
    first, second = (read.found[0] for read in read_addresses(chosen, _itself, _access(site)))
    assert ("never" in first.text, "always" in second.text) == (True, True)
    assert (first.follows, second.follows) == (False, True)
    assert (first.metadata.url, first.source) == (_STORY, chosen[0])
    assert ("captured", "2022-01-01 00:00:00 UTC") in {(fact.field, fact.value) for fact in first.facts}


def _itself(capture: Capture) -> Capture:
    return capture


def test_an_address_of_the_archive_is_fetched_as_the_original() -> None:
    original = "https://web.archive.org/web/20220101000000id_/https://paper.example/a?b=c"
    for form in ("", "id_", "if_"):
        assert (
            original_address(f"https://web.archive.org/web/20220101000000{form}/https://paper.example/a?b=c")
            == original
        )
    assert original_address(_STORY) == _STORY
    assert read_capture_address("https://paper.example/web/2022/x") is None


@pytest.mark.parametrize("text", ["https://a.example/x", " HTTP://a.example \n", "http://localhost:80/"])
def test_a_lone_address(text: str) -> None:
    assert lone_address(text) == Address(text.strip())


@pytest.mark.parametrize(
    "text", ["", "see https://a.example/x", "https://a.example/x and more", "ftp://a.example", "a.example"]
)
def test_words_are_no_lone_address(text: str) -> None:
    assert lone_address(text) is None

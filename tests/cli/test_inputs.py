"""Addresses on the command line: read, add and captures ask the network, and only for what was named."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.web_server import Site, serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cli.conftest import Run

_STORY = "https://paper.example/story"


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("no_proxy", "*")
    with serve() as site:
        yield site


def _page(words: str) -> str:
    return f"<html><head><title>Bridge</title></head><body><article><p>{words}</p></article></body></html>"


def test_reading_an_address(run: Run, site: Site) -> None:
    address = site.page("/story", _page("“We never said that,” Ann Lee said on Monday."))
    [found] = run("read", address, "--allow-private", "--format", "json").json
    assert (found["input"], found["url"]) == (address, address)
    assert "“We never said that,”" in found["text"]
    assert {"server date", "fetched"} <= {fact["field"] for fact in found["facts"]}


def test_private_addresses_are_refused_unless_allowed(run: Run, site: Site) -> None:
    result = run("read", site.page("/story", _page("Hello.")))
    assert result.code == 1
    assert "private network" in result.err
    assert site.asked == []


def test_adding_files_and_addresses_goes_on_behind_one_that_fails(run: Run, site: Site, tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    file.write_text("“It stays,” Bo Hill said.", "utf-8")
    there = site.page("/story", _page("“We never said that,” Ann Lee said on Monday."))
    result = run("add", tmp_path / "a.desk", site.address + "/gone", file, there, "--allow-private")
    assert result.code == 1
    assert [line.rsplit(": ", 1)[1] for line in result.out.splitlines()] == [str(file), there]
    assert "is not there: its server says so (404)" in result.err


def test_what_is_no_address_is_said_before_an_archive_is_asked(run: Run) -> None:
    result = run("captures", "notanaddress")
    assert result.code == 1
    assert "“notanaddress” is not the address of a page" in result.err
    assert "archive" not in result.err


def test_captures_are_listed_and_two_of_them_are_versions(run: Run, site: Site, tmp_path: Path) -> None:
    rows = [
        ["urlkey", "timestamp", "original", "mimetype", "statuscode", "digest"],
        ["example,paper)/story", "20220101000000", _STORY, "text/html", "200", "AAAA"],
        ["example,paper)/story", "20240102030405", _STORY, "text/html", "200", "BBBB"],
    ]
    query = (
        "url=https%3A%2F%2Fpaper.example%2Fstory&output=json&fl=urlkey,timestamp,original,mimetype,statuscode,digest"
    )
    site.page(f"/cdx/search/cdx?{query}&limit=-10000", json.dumps(rows), "application/json")
    for timestamp, word in (("20220101000000", "never"), ("20240102030405", "always")):
        site.page(f"/web/{timestamp}id_/{_STORY}", _page(f"“We {word} said that,” Ann Lee said on Monday."))
    here = ("--allow-private", "--archive", site.address)
    text = run("captures", _STORY, *here).out.splitlines()
    assert [line[:19] for line in text] == ["2022-01-01 00:00:00", "2024-01-02 03:04:05"]
    addresses = [each["address"] for each in run("captures", _STORY, "--format", "json", *here).json]
    added = run("add", tmp_path / "a.desk", *addresses, *here).out.splitlines()
    assert [line.split(":")[0] for line in added] == ["new article", "new version"]


def test_an_archive_that_holds_nothing_says_so(run: Run, site: Site) -> None:
    result = run("captures", _STORY, "--allow-private", "--archive", site.address)
    assert (result.code, result.out) == (1, "")
    assert "404" in result.err

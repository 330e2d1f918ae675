"""Fetching: what decent servers do, and what others try."""

from __future__ import annotations

import gzip
import threading
import zlib
from typing import TYPE_CHECKING

import brotli
import pytest
import zstandard

from desktop.intake.errors import Damaged, Empty, IntakeError, TooLarge, Unreadable
from desktop.intake.web.address import Access
from desktop.intake.web.fetch import fetch
from desktop.intake.web.hosts import Refused
from desktop.intake.worker import Cancelled
from tests.web_server import serve

if TYPE_CHECKING:
    from pathlib import Path

    from tests.web_server import Site

_HERE = Access(allow_private=True, seconds=10)
_PAGE = "<html><p>“We never said that,” Ann Lee said.</p></html>".encode()
_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def test_a_page_with_all_that_its_server_says(site: Site) -> None:
    address = site.page("/story", _PAGE, etag='"7"', set_cookie="who=you")
    found = fetch(address, _HERE)
    assert (found.body, found.address, found.status, found.hops) == (_PAGE, address, 200, ())
    assert found.header("ETag") == '"7"'
    assert found.header("Date")
    assert found.header("Set-Cookie") == ""
    assert found.server in {"127.0.0.1", "::1"}
    assert found.captured.endswith("+00:00")
    assert site.heads[0]["user-agent"].startswith("Verbatim/")


def test_no_cookie_goes_back(site: Site) -> None:
    site.page("/end", _PAGE)
    start = site.page("/", b"", status=302, location="/end", set_cookie="who=you")
    fetch(start, _HERE)
    assert [head.get("cookie") for head in site.heads] == [None, None]


_PACKED = {
    "gzip": gzip.compress(_PAGE),
    "x-gzip": gzip.compress(_PAGE),
    "deflate": zlib.compress(_PAGE),
    "br": brotli.compress(_PAGE),
    "zstd": zstandard.compress(_PAGE),
    "br, gzip": gzip.compress(brotli.compress(_PAGE)),
    "GZIP": _PAGE,  # not packed at all
}


@pytest.mark.parametrize("coding", list(_PACKED))
def test_codings_are_undone(site: Site, coding: str) -> None:
    assert fetch(site.page("/", _PACKED[coding], content_encoding=coding), _HERE).body == _PAGE


def test_redirects_are_kept(site: Site) -> None:
    site.page("/new", _PAGE)
    site.redirect("/middle", "/new#top", 308)
    start = site.redirect("/old", f"{site.address}/middle", 301)
    found = fetch(start, _HERE)
    assert found.address == f"{site.address}/new"
    assert [(hop.status, hop.address) for hop in found.hops] == [(301, start), (308, f"{site.address}/middle")]


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://example.org/", "data:text/html,Hello", "javascript:alert(1)", "gopher://x"]
)
def test_a_redirect_to_no_page_is_refused(site: Site, target: str) -> None:
    with pytest.raises(Refused, match="only http and https"):
        fetch(site.redirect("/", target), _HERE)


def test_a_redirect_in_a_circle_says_so(site: Site) -> None:
    site.redirect("/b", "/a")
    with pytest.raises(Unreadable, match="in a circle"):
        fetch(site.redirect("/a", "/b"), _HERE)


def test_redirects_for_ever_end(site: Site) -> None:
    for number in range(40):
        site.redirect(f"/{number}", f"/{number + 1}")
    with pytest.raises(Unreadable, match="more than 10 times"):
        fetch(f"{site.address}/0", _HERE)
    assert len(site.asked) == 11


@pytest.mark.parametrize("address", ["file:///etc/passwd", "data:,x", "ftp://example.org/x", "/etc/passwd", "story"])
def test_other_schemes_are_refused(address: str) -> None:
    with pytest.raises(Refused, match="only http and https"):
        fetch(address)


@pytest.mark.parametrize(
    "address", ["http://", "http://[::1", "https://exa mple.org/", "http://a:99999999/", "http://\ud800/"]
)
def test_what_is_no_address_says_so(address: str) -> None:
    with pytest.raises(Unreadable, match=r"not an address|no host"):
        fetch(address, Access(seconds=5))


@pytest.mark.parametrize("status", [401, 403, 404, 410, 418, 429, 451, 500, 503])
def test_an_answer_that_is_no_page_is_said_with_its_number(site: Site, status: int) -> None:
    with pytest.raises(Unreadable, match=rf"^http://localhost.*\b{status}\b"):
        fetch(site.page("/", b"<p>Sorry, no such thing here.</p>", status=status), _HERE)


def test_nothing_is_empty(site: Site) -> None:
    with pytest.raises(Empty):
        fetch(site.page("/", b""), _HERE)


def test_a_server_that_stalls_is_left(site: Site) -> None:
    address = site.raw("/", for_ever=True)
    with pytest.raises(Unreadable, match=r"longer than 0\.5 seconds"):
        fetch(address, Access(allow_private=True, seconds=0.5))


def test_a_server_that_drips_is_left(site: Site) -> None:
    head = _HEAD + b"Content-Length: 4000\r\n\r\n"
    address = site.raw("/", head, *([b"x"] * 4000), pause=0.05)
    with pytest.raises(Unreadable, match=r"longer than 0\.6 seconds"):
        fetch(address, Access(allow_private=True, seconds=0.6))


def test_a_server_that_drips_its_head_is_left(site: Site) -> None:
    address = site.raw("/", *([b"H"] * 4000), pause=0.05)
    with pytest.raises(Unreadable, match=r"longer than|speak HTTP"):
        fetch(address, Access(allow_private=True, seconds=0.6))


def test_a_cancel_is_heard_while_a_server_stalls(site: Site) -> None:
    stop = threading.Event()

    def stall(_: object) -> None:
        stop.set()  # the user cancels once the question is there
        site.over.wait()

    site.answers["/"] = stall
    with pytest.raises(Cancelled):
        fetch(f"{site.address}/", Access(allow_private=True, seconds=30), cancelled=stop.is_set)


def test_a_page_cut_off_by_its_server_is_refused(site: Site) -> None:
    with pytest.raises(Damaged, match="broke off after 21 bytes"):
        fetch(site.raw("/", _HEAD + b"Content-Length: 500\r\n\r\n<p>We will never sell"), _HERE)


def test_a_chunked_page_cut_off_is_refused(site: Site) -> None:
    with pytest.raises(Damaged, match="broke off"):
        fetch(site.raw("/", _HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\n<p>We\r\n"), _HERE)


@pytest.mark.parametrize("coding", ["gzip", "br", "zstd"])
def test_a_packed_page_cut_off_is_refused(site: Site, coding: str) -> None:
    text = "".join(f"<p>Sentence {number * 7919} of it.</p>" for number in range(200)).encode()
    packed = {"gzip": gzip.compress, "br": brotli.compress, "zstd": zstandard.compress}[coding](text)
    with pytest.raises(Damaged):
        fetch(site.page("/", packed[: len(packed) // 2], content_encoding=coding), _HERE)


def test_bytes_beyond_the_stated_length_are_said(site: Site) -> None:
    found = fetch(site.raw("/", _HEAD + b"Content-Length: 10\r\n\r\n<p>We will never sell it.</p>"), _HERE)
    assert found.body == b"<p>We will"
    assert "more than the 10 bytes" in found.notices[0]


def test_a_huge_page_is_refused_before_and_while_it_comes(site: Site) -> None:
    small = Access(allow_private=True, size=1_000_000, seconds=10)
    with pytest.raises(TooLarge, match="more than 1 MB"):
        fetch(site.raw("/said", _HEAD + b"Content-Length: 60000000\r\n\r\n", for_ever=True), small)
    with pytest.raises(TooLarge, match="more than 1 MB"):
        fetch(site.raw("/unsaid", _HEAD + b"\r\n", *[b"x" * 100_000] * 20, for_ever=True), small)


def test_a_small_body_that_unpacks_to_much_is_refused(site: Site) -> None:
    bomb = gzip.compress(b"x" * 3_000_000)
    with pytest.raises(TooLarge):
        fetch(site.page("/", bomb, content_encoding="gzip"), Access(allow_private=True, size=1_000_000))


def test_what_speaks_no_http_says_so(site: Site) -> None:
    with pytest.raises(Unreadable, match="does not speak HTTP"):
        fetch(site.raw("/", b"220 mail.example.org ESMTP\r\n"), _HERE)


def test_nobody_there(site: Site) -> None:
    with serve() as gone:
        address = gone.address
    with pytest.raises(Unreadable, match="localhost takes no connection"):
        fetch(address, _HERE)


def test_a_host_that_is_not_there() -> None:
    with pytest.raises(Unreadable, match=r"no host called nowhere\.invalid"):
        fetch("https://nowhere.invalid/story", Access(seconds=20))


def test_a_certificate_signed_by_itself_is_not_trusted(tmp_path: Path) -> None:
    with serve(tmp_path) as site:
        address = site.page("/", _PAGE)
        with pytest.raises(Unreadable, match=r"localhost does not prove who it is \(self"):
            fetch(address, _HERE)
        assert site.asked == []


def test_a_trusted_certificate_is_asked_for_by_the_name_of_the_host(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serve(tmp_path) as site:
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "own.pem"))
        assert fetch(site.page("/", _PAGE), _HERE).body == _PAGE


def test_no_redirect_from_https_to_http(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, site: Site) -> None:
    with serve(tmp_path) as secure:
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "own.pem"))
        with pytest.raises(Refused, match="from https to http"):
            fetch(secure.redirect("/", site.page("/", _PAGE)), _HERE)
    assert site.asked == []


def test_every_fault_is_one_sentence_that_begins_with_the_address(site: Site) -> None:
    for address in (site.redirect("/a", "/a"), site.address + "/none", site.raw("/raw", b"\0")):
        with pytest.raises(IntakeError) as caught:
            fetch(address, _HERE)
        assert str(caught.value).startswith(address)
        assert "\n" not in str(caught.value)

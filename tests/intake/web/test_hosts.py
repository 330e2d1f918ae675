"""Hosts: which numbers are refused, in every spelling, on the first address and on every redirect."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from desktop.intake.web.address import Access
from desktop.intake.web.fetch import fetch
from desktop.intake.web.hosts import Refused, is_public

if TYPE_CHECKING:
    from tests.web_server import Site


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "224.0.0.1", "239.1.1.1", "255.255.255.255", "240.0.0.1", "192.0.2.1", "::", "::1", "fe80::1", "fe80::1%1",
        "fc00::1", "fd12::1", "ff02::1", "fec0::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1",
        "2002:7f00:1::", "2002:a00:1::1", "2001:db8::1",
    ],
)  # fmt: skip
def test_numbers_that_are_not_of_the_public_internet(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize(
    "number", ["8.8.8.8", "93.184.216.34", "2606:2800:220:1::1", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_numbers_that_are(number: str) -> None:
    assert is_public(number)


@pytest.mark.parametrize(
    "host",
    ["localhost", "127.0.0.1", "[::1]", "127.1", "0x7f.1", "2130706433", "0", "[::ffff:127.0.0.1]", "017700000001"],
)
def test_every_spelling_of_this_computer_is_refused(site: Site, host: str) -> None:
    site.page("/", b"<p>secret</p>")
    port = site.address.rsplit(":", 1)[1]
    with pytest.raises(Refused, match="this computer or in a private network"):
        fetch(f"http://{host}:{port}/", Access(seconds=10))
    assert site.asked == []


def test_a_redirect_to_this_computer_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first host counts as public here, the second does not."""
    from desktop.intake.web import hosts

    monkeypatch.setattr(hosts, "is_public", lambda number: number == "127.0.0.1")
    port = site.address.rsplit(":", 1)[1]
    site.page("/secret", b"<p>secret</p>")
    site.redirect("/", f"http://127.0.0.2:{port}/secret")
    with pytest.raises(Refused, match=r"127\.0\.0\.2 is this computer"):
        fetch(f"http://127.0.0.1:{port}/", Access(seconds=10))
    assert site.asked == ["/"]


def test_the_number_that_was_checked_is_the_one_connected_to(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name server that gives another number the second time is asked only once."""
    from desktop.intake.web import hosts

    asked: list[object] = []
    real = socket.getaddrinfo

    def answer(host: str, port: int, *more: int, **named: int) -> object:
        if host != "rebound.example":
            return real(host, port, *more, **named)
        asked.append(host)
        number = "127.0.0.1" if len(asked) == 1 else "127.0.0.9"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port))]

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    monkeypatch.setattr(hosts, "is_public", lambda number: number == "127.0.0.1")
    site.page("/", b"<p>Hello.</p>")
    found = fetch(f"http://rebound.example:{site.address.rsplit(':', 1)[1]}/", Access(seconds=10))
    assert (found.server, asked) == ("127.0.0.1", ["rebound.example"])


def test_one_private_number_among_public_ones_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(host: str, port: int, **more: int) -> object:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port)) for number in ("8.8.8.8", "10.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    with pytest.raises(Refused):
        fetch("http://mixed.example/", Access(seconds=5))


def test_a_proxy_is_used_and_the_host_checked_first(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", site.address)
    monkeypatch.setenv("no_proxy", "")
    with pytest.raises(Refused):
        fetch("http://127.0.0.2/secret", Access(seconds=5))
    assert site.asked == []
    site.page("http://story.invalid/", b"<p>Hello.</p>")
    assert fetch("http://story.invalid/", Access(seconds=20)).body == b"<p>Hello.</p>"

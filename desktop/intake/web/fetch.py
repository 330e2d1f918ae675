"""Fetch: one page of the web as its server gives it, within limits, with everything it says about itself."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

import httpcore
import httpx

import desktop
from desktop.intake.containers.content_coding import decode_content, is_whole
from desktop.intake.errors import Damaged, Empty, IntakeError, Unreadable, too_large
from desktop.intake.web.address import Access, Address
from desktop.intake.web.hosts import Clock, Refused
from desktop.intake.web.transport import Transport
from desktop.lazy_pattern import lazy_pattern
from desktop.translation import Sentence, english

if TYPE_CHECKING:
    from collections.abc import Callable


_HEADERS = {
    "User-Agent": f"Verbatim/{desktop.__version__} (desktop program for fact-checkers; one page at its user's request)",
    "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8",
    "Accept-Encoding": "gzip, deflate, br, zstd",
    "Accept-Language": "*",
    "Connection": "close",
}
_MOVED = frozenset({301, 302, 303, 307, 308})
_MOVED_WITH_MESSAGE = frozenset({307, 308})  # others ask for a page in its stead
_SCHEME = lazy_pattern(r"([A-Za-z][A-Za-z0-9+.-]*):")
_MOST_HEADERS = 60
_LONGEST = 500  # characters kept of a header
_SECRET = frozenset({"set-cookie", "set-cookie2"})  # of no use to a checker, and they name the reader


@dataclass(frozen=True, slots=True)
class Hop:
    """One answer that sent on to another address."""

    address: str
    status: int


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server gave for an address."""

    asked: str
    address: str  # at the end of all redirects
    status: int
    headers: tuple[tuple[str, str], ...]  # of the last answer, in its order, without cookies
    body: bytes  # with its content codings undone
    hops: tuple[Hop, ...]
    server: str  # number of the host
    captured: str  # clock of this computer when the answer began, ISO 8601, UTC
    notices: tuple[str, ...] = ()

    def header(self, name: str) -> str:
        """Give the first header of a name, else an empty string."""
        return next((value for each, value in self.headers if each.lower() == name.lower()), "")


@dataclass(frozen=True, slots=True)
class Message:
    """What is sent to an address, instead of only asking for a page."""

    content: bytes
    media_type: str
    accepted: str  # media type of the answer


def fetch(
    address: str,
    access: Access | None = None,
    *,
    message: Message | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Fetched:
    """Fetch a page; raises an IntakeError with a sentence that begins with the address, or Cancelled.

    Only http and https, over at most `access.redirects` redirects, each checked as the first; never from https to
    http. An answer that is no page (404 and the like) is an error.
    """
    access = access or Access()
    name = Address(address).name
    clock = Clock(access.seconds, cancelled, name)
    url, hops = _url(address, name), list[Hop]()
    while True:
        found = _answer(url, access, clock, message)
        if not isinstance(found, _Moved):
            break
        if message is not None and found.status not in _MOVED_WITH_MESSAGE:
            raise Unreadable(Sentence(_OTHER, name=name, status=found.status))
        hops.append(Hop(str(url), found.status))
        url = _next(url, found.location, hops, access, name)
    _require_page(found, name)
    return Fetched(
        address, str(url), found.status, found.headers, found.body, tuple(hops), *found.origin, found.notices
    )


@dataclass(frozen=True, slots=True)
class _Moved:
    status: int
    location: str


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    origin: tuple[str, str]  # number of the host, moment
    notices: tuple[str, ...]


def _url(address: str, name: str) -> httpx.URL:
    try:
        url = httpx.URL(address.strip())
        host = url.raw_host
    except (httpx.InvalidURL, ValueError, UnicodeError) as error:
        raise Unreadable(Sentence("{name} is not an address that can be fetched.", name=name)) from error
    if url.scheme not in {"http", "https"}:
        raise Refused(Sentence("{name} was not fetched: only http and https addresses are.", name=name))
    if not host:
        raise Unreadable(Sentence("{name} is not an address that can be fetched.", name=name))
    return url.copy_with(fragment=None)


def _next(url: httpx.URL, location: str, hops: list[Hop], access: Access, name: str) -> httpx.URL:
    """Give the address of a redirect; raises where it leads nowhere, in a circle, too far, or to what is no page."""
    scheme = _SCHEME.match(location.strip())
    if scheme and scheme[1].lower() not in {"http", "https"}:
        raise Refused(
            Sentence(
                "{name} was not fetched: it redirects to {target}, and only http and https addresses are fetched.",
                name=name,
                target=Address(location.strip()).name,
            )
        )
    try:
        target = url.join(location.strip())
        host = target.raw_host
    except (httpx.InvalidURL, ValueError, UnicodeError):
        host = b""
    if not host:
        raise Unreadable(Sentence("{name} could not be fetched: it redirects to what is no address.", name=name))
    if (url.scheme, target.scheme) == ("https", "http"):
        raise Refused(
            Sentence(
                "{name} was not fetched: it redirects from https to {target}, which is not protected.",
                name=name,
                target=Address(str(target)).name,
            )
        )
    target = target.copy_with(fragment=None)
    if any(hop.address == str(target) for hop in hops):
        raise Unreadable(
            Sentence(
                "{name} could not be fetched: its redirects lead in a circle. It may want a cookie, and Verbatim keeps "
                "none; save the page in a browser and add the file.",
                name=name,
            )
        )
    if len(hops) > access.redirects:
        raise Unreadable(
            Sentence(
                "{name} could not be fetched: it redirects more than {number} times.",
                name=name,
                number=access.redirects,
            )
        )
    return target


def _request(url: httpx.URL, message: Message | None) -> httpx.Request:
    if message is None:
        return httpx.Request("GET", url, headers=_HEADERS)
    about = {"Content-Type": message.media_type, "Accept": message.accepted, "Accept-Encoding": "identity"}
    return httpx.Request("POST", url, headers={**_HEADERS, **about}, content=message.content)


def _answer(url: httpx.URL, access: Access, clock: Clock, message: Message | None) -> _Answer | _Moved:
    transport = Transport(access, clock)
    try:
        # No client of httpx: it keeps cookies, and stops at a redirect that it cannot read even if it is not to follow.
        response = transport.handle_request(_request(url, message))
        moment = datetime.now(UTC).isoformat(timespec="seconds")
        try:
            if response.status_code in _MOVED and "location" in response.headers:
                return _Moved(response.status_code, response.headers["location"])
            return _read(response, transport, access, clock, moment)
        finally:
            response.close()
    except IntakeError:
        raise
    except (httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError, httpcore.ProxyError) as error:
        raise Unreadable(_why_not(error, url, clock.name)) from error
    except (httpx.HTTPError, httpcore.UnsupportedProtocol, ValueError, UnicodeError) as error:
        raise Unreadable(_not_http(clock.name)) from error


def _read(response: httpx.Response, transport: Transport, access: Access, clock: Clock, moment: str) -> _Answer:
    headers = tuple(
        (name, value[:_LONGEST])
        for name, value in response.headers.multi_items()[:_MOST_HEADERS]
        if name.lower() not in _SECRET
    )
    raw = _raw(response, access, clock)
    notices = _about_length(response, transport)
    codings = response.headers.get("content-encoding", "")
    body = decode_content(raw, codings, clock.name)
    if raw and not is_whole(raw, codings):
        raise _broken_off(len(raw), clock.name)
    if len(body) > access.size:
        raise too_large(clock.name, access.size)
    return _Answer(response.status_code, headers, body, (transport.backend.number, moment), notices)


def _raw(response: httpx.Response, access: Access, clock: Clock) -> bytes:
    stated = response.headers.get("content-length", "")
    if stated.isdecimal() and int(stated) > access.size:
        raise too_large(clock.name, access.size)
    parts, size = list[bytes](), 0
    try:
        for piece in cast("httpx.SyncByteStream", response.stream):
            clock.left()
            size += len(piece)
            if size > access.size:
                raise too_large(clock.name, access.size)
            parts.append(piece)
    except (httpcore.RemoteProtocolError, httpcore.ReadError) as error:
        raise _broken_off(size, clock.name) from error
    return b"".join(parts)


def _broken_off(size: int, name: str) -> Damaged:
    return Damaged(
        Sentence(
            "{name} could not be fetched: its server broke off after {size} bytes. Nothing of it was added; try again.",
            name=name,
            size=f"{size:,}",
        )
    )


def _about_length(response: httpx.Response, transport: Transport) -> tuple[str, ...]:
    """Say where a server sent more than it had said: browsers do not show it, and it is not in the text."""
    stated, stream = response.headers.get("content-length", ""), transport.backend.stream
    if not stated.isdecimal() or stream is None:
        return ()
    stream = stream.secured or stream
    if stream.body_received <= int(stated):
        return ()
    return (
        Sentence(
            "The server sent more than the {size} bytes that it had announced; what is beyond them was not read.",
            size=f"{int(stated):,}",
        ),
    )


def _why_not(error: Exception, url: httpx.URL, name: str) -> Sentence:
    cause = next((each for each in error.args if isinstance(each, Exception)), None)
    if isinstance(cause, ssl.SSLCertVerificationError):
        return Sentence(
            "{name} could not be fetched: {host} does not prove who it is ({reason}).",
            name=name,
            host=url.host,
            reason=cause.verify_message,
        )
    if isinstance(cause, ssl.SSLError):
        return Sentence(
            "{name} could not be fetched: no safe connection to {host} came about.", name=name, host=url.host
        )
    if isinstance(error, httpcore.ProtocolError):
        return _not_http(name)
    why = next(why for kind, why in _BROKEN.items() if isinstance(error, kind))
    return Sentence(why, name=name, host=url.host)


_BROKEN: dict[type[Exception], str] = {
    httpcore.ConnectTimeout: english("{name} could not be fetched: {host} does not answer."),
    httpcore.ConnectError: english("{name} could not be fetched: {host} takes no connection."),
    httpcore.ProxyError: english("{name} could not be fetched: the proxy of this computer refused it."),
    Exception: english("{name} could not be fetched: the connection to {host} broke off."),
}


def _not_http(name: str) -> Sentence:
    return Sentence("{name} could not be fetched: what answers there does not speak HTTP.", name=name)


def _require_page(found: _Answer, name: str) -> None:
    if found.status in {200, 203} and found.body:
        return
    if found.status in {200, 203, 204, 205}:
        raise Empty(Sentence("{name} is empty: its server sent nothing.", name=name))
    why = _REFUSALS.get(found.status) or (_FAULT if found.status >= 500 else _OTHER)
    raise Unreadable(Sentence(why, name=name, status=found.status))


_FAULT = english("{name} could not be fetched: its server has a fault ({status}). Try again later.")
_OTHER = english("{name} could not be fetched: its server answered {status} instead of a page.")
_GONE = english("{name} is not there: its server says so ({status}). An archive may hold it.")
_CLOSED = english(
    "{name} is not open to everybody: its server refuses it ({status}). Save it in a browser that may see it."
)
_REFUSALS = {
    401: _CLOSED,
    402: _CLOSED,
    403: _CLOSED,
    404: _GONE,
    410: _GONE,
    429: english("{name} could not be fetched: its server has had too many questions ({status}). Try again later."),
    451: english("{name} is withheld for legal reasons ({status}). An archive may hold it."),
}


def ask_authority(
    address: str, request: bytes, access: Access | None = None, *, cancelled: Callable[[], bool] = lambda: False
) -> bytes:
    """Send a request and return the reply, unread; raises an IntakeError whose sentence begins with the address."""
    message = Message(request, "application/timestamp-query", "application/timestamp-reply")
    return fetch(address, access, message=message, cancelled=cancelled).body

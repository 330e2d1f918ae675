"""Transport of httpx over httpcore that connects only to numbers it has checked, and keeps to the time."""

from __future__ import annotations

import urllib.request
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import httpcore
import httpx

from desktop.intake.errors import Unreadable
from desktop.intake.web.hosts import require_public, resolve
from desktop.translation import Sentence

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterable, Iterator

    from desktop.intake.web.address import Access
    from desktop.intake.web.hosts import Clock

_HEAD = 65_536  # bytes in which the end of a head is looked for


class Transport(httpx.BaseTransport):
    """One connection for one request.

    Without a proxy the host is resolved, every number is checked, and the connection goes to a number that was
    checked: a second answer of the name server changes nothing. Where the environment names a proxy (as httpx reads
    it: HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY) the proxy makes the connection; the host is then resolved here
    first and checked, and a name that only the proxy can resolve is left to it.
    """

    def __init__(self, access: Access, clock: Clock) -> None:
        self._access = access
        self._clock = clock
        self.backend = _Backend(access, clock)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request; raises an IntakeError, Cancelled, or an error of httpcore."""
        url = request.url
        core_request = httpcore.Request(
            method=request.method,
            url=httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=request.headers.raw,
            content=request.stream,
            extensions={"timeout": {"connect": self._access.connecting, "read": 60, "write": 60, "pool": 60}},
        )
        pool = self._pool(url)
        response = pool.handle_request(core_request)
        return httpx.Response(
            response.status,
            headers=response.headers,
            stream=_Body(response, pool),
            extensions={each: value for each, value in response.extensions.items() if each != "network_stream"},
        )

    def _pool(self, url: httpx.URL) -> httpcore.ConnectionPool:
        proxy = proxy_for(url)
        context = tls_context() if url.scheme == "https" or proxy else None  # takes a while to load
        if not proxy:
            return httpcore.ConnectionPool(ssl_context=context, network_backend=self.backend)
        if not self._access.allow_private:
            self._check_before_proxy(url.host, url.port or 443)
        if urlsplit(proxy).scheme not in {"http", "https"}:
            raise Unreadable(
                Sentence(
                    "{name} was not fetched: the proxy of this computer is of a kind that Verbatim does not use.",
                    name=self._clock.name,
                )
            )
        self.backend.is_for_proxy = True
        return httpcore.HTTPProxy(proxy, ssl_context=context, network_backend=self.backend)

    def _check_before_proxy(self, host: str, port: int) -> None:
        try:
            numbers = resolve(host, port, self._clock)
        except Unreadable:
            if "." in host:
                return
            raise
        require_public(host, numbers, self._clock.name)


def tls_context() -> ssl.SSLContext:
    """Give the checks of certificates: the roots that come with httpx, and those of the system."""
    context = httpx.create_ssl_context()
    context.load_default_certs()
    return context


def proxy_for(url: httpx.URL) -> str:
    """Give the proxy that the environment names for an address, else an empty string."""
    proxies = urllib.request.getproxies()
    found = proxies.get(url.scheme) or proxies.get("all") or ""
    if not found or urllib.request.proxy_bypass(url.host):
        return ""
    return found if "://" in found else f"http://{found}"


class _Body(httpx.SyncByteStream):
    def __init__(self, response: httpcore.Response, pool: httpcore.ConnectionPool) -> None:
        self._response = response
        self._pool = pool

    def __iter__(self) -> Iterator[bytes]:
        return self._response.iter_stream()

    def close(self) -> None:
        self._response.close()
        self._pool.close()


class _Backend(httpcore.NetworkBackend):
    """Connects to what was checked."""

    def __init__(self, access: Access, clock: Clock) -> None:
        self._access = access
        self._clock = clock
        self._sockets = httpcore.SyncBackend()
        self.is_for_proxy = False
        self.number = ""  # to which it is connected
        self.stream: Stream | None = None

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        numbers = resolve(host, port, self._clock)
        if not self._access.allow_private and not self.is_for_proxy:
            require_public(host, numbers, self._clock.name)
        failure: Exception | None = None
        for number in numbers:
            seconds = min(timeout or self._access.connecting, self._clock.left())
            try:
                inner = self._clock.wait_for(
                    lambda number=number, seconds=seconds: self._sockets.connect_tcp(  # type: ignore[misc]
                        number, port, seconds, local_address, socket_options
                    )
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
                continue
            self.number = number
            self.stream = Stream(inner, self._clock)
            return self.stream
        raise failure or httpcore.ConnectError(host)


class Stream(httpcore.NetworkStream):
    """A connection that ends with the time, however slowly the other side drips, and counts what came."""

    def __init__(self, inner: httpcore.NetworkStream, clock: Clock) -> None:
        self._inner = inner
        self._clock = clock
        self._head = b""
        self._received = 0
        self.secured: Stream | None = None  # the connection inside, after the handshake of TLS

    @property
    def body_received(self) -> int:
        """Bytes behind the head of the answer; -1 where the end of the head was not seen."""
        end = self._head.find(b"\r\n\r\n")
        return self._received - end - 4 if end >= 0 else -1

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002 - by our own clock
        while True:
            try:
                piece = self._inner.read(max_bytes, self._clock.poll_interval())
            except httpcore.ReadTimeout:
                continue
            self._received += len(piece)
            if len(self._head) < _HEAD:
                self._head += piece[:_HEAD]
            return piece

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002 - by our own clock
        self._inner.write(buffer, self._clock.left())

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        seconds = min(timeout or self._clock.left(), self._clock.left())
        inner = self._clock.wait_for(lambda: self._inner.start_tls(ssl_context, server_hostname, seconds))
        self.secured = Stream(inner, self._clock)
        return self.secured

    def get_extra_info(self, info: str) -> object:
        return self._inner.get_extra_info(info)

"""A server on loopback for tests: each path answers as a test says, also in ways no decent server does."""

from __future__ import annotations

import ssl
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

# Made for these tests, signed by itself, for "localhost".
_KEY = """-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgke5W64rF+R+7Zn3/
INI8+FXtq0uPOtJTZXEpjsdBZ/ShRANCAATly652CcvVdboGici9wydYw1Wxh9FT
mrXjyGRWpz4P9PJyyaqLmCbYg2ylQ0izdDCMIhZ8nwpkX/DpNxCv1iZX
-----END PRIVATE KEY-----
-----BEGIN CERTIFICATE-----
MIIBmzCCAUGgAwIBAgIURvPCiT+1sn4l0TXsdzc+eaJVvoEwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEzMDA4NTE1OVoYDzIxMjYxMTA2
MDg1MTU5WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAATly652CcvVdboGici9wydYw1Wxh9FTmrXjyGRWpz4P9PJyyaqLmCbY
g2ylQ0izdDCMIhZ8nwpkX/DpNxCv1iZXo28wbTAdBgNVHQ4EFgQUBpm9xeByobgC
qYTuCsyZB7lUt2cwHwYDVR0jBBgwFoAUBpm9xeByobgCqYTuCsyZB7lUt2cwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSAAwRQIhAMvS3hgUWXLKCLa84IlTU9FzJCZt1mW2+9VXXEe2+XGJAiBt
PPgDPHsXI8skONxcbxmDj/unMzhYP3ThW0ywyA6uLQ==
-----END CERTIFICATE-----
"""


@dataclass
class Site:
    """What stands at each path, and what was asked for."""

    answers: dict[str, Callable[[BaseHTTPRequestHandler], None]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    heads: list[dict[str, str]] = field(default_factory=list)
    address: str = ""
    over: threading.Event = field(default_factory=threading.Event)  # set when the test is over: who stalls, ends

    def page(
        self,
        path: str,
        body: bytes | str,
        content_type: str = "text/html; charset=utf-8",
        status: int = 200,
        **more: str,
    ) -> str:
        """Put a page at a path, with more headers (`content_encoding="br"`); returns its address."""
        data = body.encode() if isinstance(body, str) else body

        def answer(request: BaseHTTPRequestHandler) -> None:
            request.send_response(status)
            headers = {"content-type": content_type, "content-length": str(len(data))}
            headers |= {name.replace("_", "-"): value for name, value in more.items()}
            for name, value in headers.items():
                request.send_header(name, value)
            request.end_headers()
            request.wfile.write(data)

        self.answers[path] = answer
        return self.address + path

    def raw(self, path: str, *pieces: bytes, pause: float = 0, for_ever: bool = False) -> str:
        """Put these very bytes at a path, with pauses in seconds between them; then close, or stall."""

        def answer(request: BaseHTTPRequestHandler) -> None:
            for piece in pieces:
                request.wfile.write(piece)
                if pause and self.over.wait(pause):
                    return
            if for_ever:
                self.over.wait()

        self.answers[path] = answer
        return self.address + path

    def redirect(self, path: str, target: str, status: int = 302) -> str:
        return self.page(path, b"", status=status, location=target)


@contextmanager
def serve(folder: Path | None = None) -> Iterator[Site]:
    """Serve a site until the end of the block; with a folder to keep a certificate in, over TLS."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            site.heads.append({name.lower(): value for name, value in self.headers.items()})
            answer = site.answers.get(self.path)
            try:
                if answer is None:
                    self.send_error(404)
                else:
                    answer(self)
            except OSError:  # who asked has gone
                pass

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            """Say nothing of who breaks off, as a handshake that is refused does."""

    server = Server(("127.0.0.1", 0), Handler)
    scheme = "http"
    if folder is not None:
        pem = folder / "own.pem"
        pem.write_text(_KEY, "ascii")
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(pem)
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        scheme = "https"
    site.address = f"{scheme}://localhost:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.over.set()
        server.shutdown()
        server.server_close()
        thread.join()

"""A proxy between a desk and a PostgreSQL server, on the loopback, that ends a connection after so many messages."""

from __future__ import annotations

import socket
import threading
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Proxy:
    """Hands on whole messages of the protocol, in both directions, as long as there are some left to hand on.

    Connections must be asked for without encryption: sslmode=disable, gssencmode=disable.
    """

    def __init__(self, port: int) -> None:
        """Stand before the server at this port."""
        self._behind = port
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        self._left: int | None = None
        self._then: Callable[[], object] = lambda: None
        self.passed = 0  # messages since the last call of `cut_after`
        self._accepting = threading.Thread(target=self._accept, daemon=True)
        self._accepting.start()

    def cut_after(self, messages: int | None, then: Callable[[], object] = lambda: None) -> None:
        """Cut all connections, these and later ones, once so many messages went through; None: never.

        `then` is called once when that happens, before the connections are cut.
        """
        with self._lock:
            self._left, self._then, self.passed = messages, then, 0

    def close(self) -> None:
        # A thread that waits in accept keeps the socket alive: it is shut down, then closed.
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._accepting.join()
        self._cut()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _accept(self) -> None:
        while True:
            try:
                asking = self._listening.accept()[0]
            except OSError:
                return
            try:
                server = socket.create_connection(("127.0.0.1", self._behind))
            except OSError:
                asking.close()
                continue
            for one in (asking, server):  # a message waits for no other
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self._lock:
                self._open |= {asking, server}
            threading.Thread(target=self._hand_on, args=(asking, server), kwargs={"head": 0}, daemon=True).start()
            threading.Thread(target=self._hand_on, args=(server, asking), kwargs={"head": 1}, daemon=True).start()

    def _hand_on(self, source: socket.socket, target: socket.socket, *, head: int) -> None:
        """Hand on messages: `head` bytes for their kind, of which the first one to a server has none, and a length."""
        waiting = b""
        with suppress(OSError), closing(source), closing(target), ended_when_left(source, target):
            while come := source.recv(1 << 16):
                waiting += come
                while len(waiting) >= head + 4:
                    size = head + int.from_bytes(waiting[head : head + 4], "big")
                    if len(waiting) < size:
                        break
                    if not self._may_pass():
                        return
                    target.sendall(waiting[:size])
                    waiting, head = waiting[size:], 1
        with self._lock:
            self._open -= {source, target}

    def _may_pass(self) -> bool:
        with self._lock:
            if self._left != 0:
                self.passed += 1
                self._left = None if self._left is None else self._left - 1
                return True
            then, self._then = self._then, lambda: None
        then()
        self._cut()
        return False

    def _cut(self) -> None:
        with self._lock:
            ended, self._open = self._open, set()
        with ended_when_left(*ended):
            pass


@contextmanager
def ended_when_left(*sockets: socket.socket) -> Iterator[None]:
    """End connections for the threads that wait for something from them, too: closing alone does not."""
    try:
        yield
    finally:
        for one in sockets:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

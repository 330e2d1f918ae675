"""Hosts: names become numbers, and numbers of this computer or of the network it is in are refused."""

from __future__ import annotations

import ipaddress
import socket
import threading
import time
from typing import TYPE_CHECKING, TypeVar

from desktop.intake.errors import Unreadable
from desktop.intake.worker import Cancelled
from desktop.translation import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
_Number = ipaddress.IPv4Address | ipaddress.IPv6Address

_POLL = 0.1  # seconds between two looks whether the user has cancelled
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class Refused(Unreadable):
    """A setting forbids it, not the network."""


class Clock:
    """The time that is left for a fetch; asks in between whether the user has cancelled."""

    def __init__(self, seconds: float, cancelled: Callable[[], bool], name: str) -> None:
        self._seconds = seconds
        self._end = time.monotonic() + seconds
        self._cancelled = cancelled
        self.name = name

    def left(self) -> float:
        """Give the seconds left; raises Unreadable where none are, Cancelled where the user has cancelled."""
        if self._cancelled():
            raise Cancelled
        left = self._end - time.monotonic()
        if left <= 0:
            raise Unreadable(
                Sentence(
                    "{name} could not be fetched: it took longer than {seconds} seconds. Nothing of it was added.",
                    name=self.name,
                    seconds=f"{self._seconds:g}",
                )
            )
        return left

    def poll_interval(self) -> float:
        """Give the seconds to wait before the next look."""
        return min(_POLL, self.left())

    def wait_for(self, work: Callable[[], T]) -> T:
        """Do what cannot be interrupted on a thread of its own, and leave it behind at the end of the time."""
        outcome: list[T | Exception] = []

        def run() -> None:
            try:
                outcome.append(work())
            except Exception as error:  # handed on to whoever waits
                outcome.append(error)

        thread = threading.Thread(target=run, name="fetch", daemon=True)
        thread.start()
        while thread.is_alive():
            thread.join(self.poll_interval())
        [result] = outcome
        if isinstance(result, Exception):
            raise result
        return result


def resolve(host: str, port: int, clock: Clock) -> list[str]:
    """Give the numbers of a host, in the system's order, each once; raises Unreadable."""
    try:
        found = clock.wait_for(lambda: socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
    except (OSError, UnicodeError) as error:
        raise Unreadable(
            Sentence("{name} could not be fetched: there is no host called {host}.", name=clock.name, host=host)
        ) from error
    return list(dict.fromkeys(str(each[4][0]) for each in found))


def require_public(host: str, numbers: list[str], name: str) -> None:
    """Raise Refused if any number of a host is not one of the public internet."""
    if any(not is_public(number) for number in numbers):
        raise Refused(
            Sentence(
                "{name} was not fetched: {host} is this computer or in a private network, which the settings do not "
                "allow.",
                name=name,
                host=host,
            )
        )


def is_public(number: str) -> bool:
    """Say whether a number is one of the public internet, also the one that is wrapped in another."""
    found = _unwrapped(ipaddress.ip_address(number))
    if found.is_multicast or found.is_reserved or found.is_unspecified or not found.is_global:
        return False
    return not (isinstance(found, ipaddress.IPv6Address) and found.is_site_local)


def _unwrapped(number: _Number) -> _Number:
    """Give the IPv4 number that an IPv6 number carries, else the number."""
    if isinstance(number, ipaddress.IPv4Address):
        return number
    if number in _NAT64:
        return ipaddress.IPv4Address(int(number) & 0xFFFFFFFF)
    teredo = number.teredo[1] if number.teredo else None
    return number.ipv4_mapped or number.sixtofour or teredo or number

"""A keyring for tests: it keeps passwords as long as the test runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

keyring = pytest.importorskip("keyring")
backend = pytest.importorskip("keyring.backend")


class KeyringStore(backend.KeyringBackend):  # type: ignore[misc, name-defined]  # only where it is installed
    """Keeps passwords by service and user."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def keyring_store(monkeypatch: pytest.MonkeyPatch) -> Iterator[KeyringStore]:
    """The keyring of the system while a test runs; no password is in the environment."""
    for name in ("PGPASSWORD", "PGPASSFILE"):
        monkeypatch.delenv(name, raising=False)
    before, store = keyring.get_keyring(), KeyringStore()
    keyring.set_keyring(store)
    yield store
    keyring.set_keyring(before)

"""Addresses of hubs: a password never stays in one, whatever else it holds."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.store.sharing.errors import HubError, NotReached
from desktop.store.sharing.hub import address_of, connect

NAMES = st.text("abcxyzäé0189._-", min_size=1, max_size=8)
PASSWORDS = st.text(min_size=6, max_size=12).filter(lambda text: text.isprintable() and not text.isspace())


@given(NAMES, PASSWORDS, NAMES, st.booleans())
def test_the_password_is_taken_out_of_an_address(user: str, password: str, database: str, in_query: bool) -> None:
    secret = quote(password, safe="")
    mine = f"postgresql://{quote(user)}@db.example.org:5433/{quote(database)}?sslmode=verify-full"
    theirs = f"{mine}&password={secret}" if in_query else mine.replace("@", f":{secret}@")
    address = address_of(theirs)
    assert (address.url, address.password) == (mine, password)
    assert address_of(address.url).url == address.url
    assert f":{secret}" not in repr(address)


@pytest.mark.parametrize(
    "url", ["", "ann", "http://host/x", "postgresql://", "postgresql://host", "postgresql://h:port/x"]
)
def test_what_is_no_address_is_told(url: str) -> None:
    with pytest.raises(HubError, match="no address of a hub"):
        address_of(url)


def test_a_server_that_is_not_there_is_not_reached() -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(NotReached, match=r"127\.0\.0\.1/none was not reached"):
        connect(address_of("postgresql://ann:sesame@127.0.0.1:9/none"))

"""Hub: one connection to the PostgreSQL database in which desks meet; its address, its schema, its errors in sentences.

The only module that imports psycopg, and only when a hub is asked: without it the rest of the program works.
"""

from __future__ import annotations

import os
import secrets
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from desktop.domain import value_type
from desktop.store.sharing import schema
from desktop.store.sharing.errors import (
    NO_RIGHTS,
    READ_ONLY,
    HubError,
    HubTooNew,
    HubTooOld,
    NoHub,
    OtherHub,
    not_installed,
    not_reached,
    of_state,
)
from desktop.translation import tr

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Mapping, Sequence
    from types import ModuleType
    from typing import Any

    import psycopg

    Connection = psycopg.Connection[tuple[Any, ...]]

_SCHEMES = ("postgresql", "postgres")
_SERVICE = "Verbatim"  # name under which the keyring of the system knows our passwords
_TIMEOUT = 10  # seconds until a server that does not answer is not reached
_SILENT = 30  # seconds until a connection that says nothing any more is given up
CHANNEL = "verbatim"


def driver() -> ModuleType:
    """Return psycopg; raises NotInstalled."""
    try:
        import psycopg  # noqa: PLC0415 - an extra, and slow to import
    except ImportError as error:
        raise not_installed() from error
    return psycopg


@value_type
class Address:
    """The address of a hub without its password, and the password if one was typed into it."""

    url: str
    password: str = ""

    def __repr__(self) -> str:
        return f"Address({self.url!r})"

    @property
    def shown(self) -> str:
        """Server and database, as a sentence names them."""
        parts = urlsplit(self.url)
        host = parts.hostname or dict(parse_qsl(parts.query)).get("host", "")
        return f"{host}{parts.path}" if host else parts.path.removeprefix("/")


def address_of(url: str) -> Address:
    """Read the address of a hub, postgresql://user@server/database; raises HubError, which never repeats a password."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError as error:
        raise HubError(tr("That is no address of a hub. One looks like this: {example}", example=_EXAMPLE)) from error
    if parts.scheme not in _SCHEMES or not parts.path.strip("/"):
        raise HubError(tr("That is no address of a hub. One looks like this: {example}", example=_EXAMPLE))
    options = parse_qsl(parts.query, keep_blank_values=True)
    password = next((value for name, value in options if name == "password"), unquote(parts.password or ""))
    query = urlencode(
        [(name, value) for name, value in options if name not in {"password", "passfile"}], quote_via=quote
    )
    user = f"{parts.username}@" if parts.username else ""
    host = f"[{parts.hostname}]" if parts.hostname and ":" in parts.hostname else parts.hostname or ""
    where = f"{user}{host}{f':{port}' if port else ''}"
    return Address(urlunsplit((_SCHEMES[0], where, parts.path, query, "")), password)


def with_password(url: str, password: str) -> str:
    """Put a password that was typed by itself into an address; an empty one leaves it as it is. Raises HubError."""
    address = address_of(url)
    secret = password or address.password
    parts = urlsplit(address.url)
    if not secret:
        return address.url
    user = f"{parts.username or ''}:{quote(secret, safe='')}@"
    return urlunsplit(parts._replace(netloc=user + parts.netloc.rpartition("@")[2]))


_EXAMPLE = "postgresql://ann@db.example.org/newsroom?sslmode=verify-full"


def stored_password(address: Address) -> str:
    """Return the password that the keyring of the system has for an address; empty where it has none, or is none."""
    with suppress(Exception):  # a keyring that is locked, broken or of another desktop
        import keyring  # noqa: PLC0415 - an extra, and slow to import

        return keyring.get_password(_SERVICE, address.url) or ""
    return ""


def has_keyring() -> bool:
    """Say whether the library that speaks to the keyring of the system is installed."""
    return find_spec("keyring") is not None


def store_password(address: Address) -> bool:
    """Put the password of an address into the keyring of the system; says whether there is one that took it."""
    with suppress(Exception):
        import keyring  # noqa: PLC0415 - as above

        keyring.set_password(_SERVICE, address.url, address.password)
        return bool(keyring.get_password(_SERVICE, address.url) == address.password)
    return False


@value_type
class HubRole:
    """What the user may do on a hub."""

    reads: bool
    writes: bool
    leads: bool

    @property
    def word(self) -> str:
        return "chief" if self.leads else "checker" if self.writes else "reader" if self.reads else ""


@value_type
class HubFacts:
    """What a hub says of itself and of who comes in."""

    uid: str
    number: int
    role: HubRole
    login: str
    is_replica: bool


_ROLE = (
    "SELECT has_table_privilege('verbatim.content', 'SELECT'), has_table_privilege('verbatim.content', 'INSERT'),"
    " has_table_privilege('verbatim.invited', 'INSERT')"
)


class Hub:
    """One connection to a hub; for one thread at a time. Every method raises a HubError with a sentence."""

    def __init__(self, address: Address, connection: Connection, known: HubFacts) -> None:
        self.address = address
        self.uid = known.uid
        self.number = known.number  # of its schema
        self.role = known.role
        self.login = known.login
        self.is_replica = known.is_replica  # it follows another server: it is read, and tells nothing by itself
        self._connection = connection

    @property
    def newer(self) -> bool:
        """Say whether the hub was set up by a newer version of the program: it is read and not written."""
        return self.number > schema.SCHEMA

    @property
    def connection(self) -> Connection:
        return self._connection

    @property
    def broken(self) -> bool:
        return bool(self._connection.closed or self._connection.broken)

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        with sentences(self.address):
            return self._connection.execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Sequence[object] = ()) -> tuple[Any, ...] | None:
        with sentences(self.address):
            return self._connection.execute(sql, parameters).fetchone()

    def value(self, sql: str, parameters: Sequence[object] = ()) -> Any:  # noqa: ANN401 - whatever the column holds
        found = self.row(sql, parameters)
        return None if found is None else found[0]

    def write(self, sql: str | psycopg.sql.Composed, parameters: Sequence[object] = ()) -> int:
        """Run one statement that changes something; returns how many rows it changed."""
        with sentences(self.address):
            return self._connection.execute(sql, parameters).rowcount

    @contextmanager
    def transaction(self) -> Iterator[None]:
        with sentences(self.address), self._connection.transaction():
            yield

    def each(self, sql: str, parameters: Mapping[str, object], at_once: int) -> Generator[tuple[Any, ...]]:
        """Yield the rows of a query, fetching some at a time, however many there are; `closing` ends it early."""
        connection = self._connection
        # Not psycopg's own cursor, which cannot be closed any more once its connection broke.
        with sentences(self.address), connection.transaction():
            connection.execute(f"DECLARE verbatim NO SCROLL CURSOR FOR {sql}", parameters, prepare=False)
            while rows := connection.execute(f"FETCH {at_once:d} FROM verbatim").fetchall():
                yield from rows
            connection.execute("CLOSE verbatim")

    def read_role(self) -> bool:
        """Ask again what the user may do; says whether that is something else than before."""
        before, self.role = self.role, HubRole(*self.row(_ROLE) or (False, False, False))
        return self.role != before

    def require_writable(self) -> None:
        """Raise HubTooNew, NoRights or HubReadOnly if nothing may be added here."""
        if self.newer:
            raise HubTooNew(
                tr(
                    "The hub {hub} was set up by a newer version of the program: what others do comes in, what you do "
                    "waits on your desk. Update the program.",
                    hub=self.address.shown,
                )
            )
        if not self.role.writes:
            refused = of_state(NO_RIGHTS, tr("you may read it only"), self.address.shown)
            assert refused is not None
            raise refused
        if self.is_replica:
            refused = of_state(READ_ONLY, "", self.address.shown)
            assert refused is not None
            raise refused

    def require_uid(self, uid: str) -> None:
        """Raise OtherHub if this is not the hub that is known by this uid."""
        if uid and uid != self.uid:
            raise OtherHub(
                tr(
                    "At {hub} lies another hub than the one this desk joined, so nothing was sent or taken. Leave the "
                    "newsroom and join it anew, if that is meant.",
                    hub=self.address.shown,
                )
            )

    def grant(self, role: str, login: str) -> None:
        """Make a login of the server a member of one of our roles."""
        sql = driver().sql
        self.write(sql.SQL("GRANT {} TO {}").format(sql.Identifier(role), sql.Identifier(login)))

    def listen(self, channel: str) -> None:
        """Listen from now on to a channel."""
        psycopg = driver()
        self.write(psycopg.sql.SQL("LISTEN {}").format(psycopg.sql.Identifier(channel)))

    def take_notices(self, own: str) -> bool:
        """Say whether another desk than our own sent a notice since the last time; raises NotReached."""
        with sentences(self.address):
            return sum(notice.payload != own for notice in self._connection.notifies(timeout=0)) > 0

    def close(self) -> None:
        with suppress(Exception):
            self._connection.close()


# -- connecting ------------------------------------------------------------------------------------------------------


@contextmanager
def sentences(address: Address) -> Iterator[None]:
    """Turn errors of PostgreSQL inside the block into errors with a sentence, in which no password stands."""
    psycopg = driver()
    try:
        yield
    except psycopg.Error as error:
        message = _server_message(error, address)
        translated = of_state(error.sqlstate, message, address.shown) if error.sqlstate else None
        if translated is None and isinstance(error, psycopg.OperationalError):
            translated = not_reached(message, address.shown)
        if translated is None:
            raise
        raise translated from None if address.password else error
    except OSError as error:
        raise not_reached(error.strerror or str(error), address.shown) from error


def _server_message(error: Exception, address: Address) -> str:
    """Return the first line of what the server said."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    first = lines[0] if lines else type(error).__name__
    fatal = next((line for line in lines if "FATAL:" in line), first)
    first = fatal.rpartition("FATAL:")[2].strip() if "FATAL:" in fatal else first.removeprefix("ERROR:").strip()
    if address.password:
        first = first.replace(address.password, "…")
    return first.rstrip(".")


def login_state(error: Exception) -> str | None:
    """Return the SQLSTATE of a refused connection, which libpq tells in words only."""
    message = str(error)
    if "password authentication failed" in message or "no password supplied" in message:
        return "28P01"
    if (
        "pg_hba.conf" in message
        or ("role" in message and "does not exist" in message)
        or "not permitted to log in" in message
    ):
        return "28000"
    if "permission denied for database" in message:
        return "42501"
    return None


def _connect(address: Address) -> Connection:
    psycopg = driver()
    options: dict[str, Any] = {
        "connect_timeout": _TIMEOUT,
        "application_name": "verbatim",
        "keepalives_idle": _SILENT // 2,
        "keepalives_interval": 5,
        "keepalives_count": 3,
        "tcp_user_timeout": _SILENT * 1000,
        "client_encoding": "UTF8",
    }
    password = address.password or ("" if os.environ.get("PGPASSWORD") else stored_password(address))
    if password:
        options["password"] = password
    connection: Connection | None = None
    try:
        connection = psycopg.connect(address.url, autocommit=True, **options)
        # Policies make small questions look long: compiling them takes a hundred times as long as the answer.
        # What was planned while a table was small is not to read all of it once it is large.
        connection.execute("SET jit = off; SET enable_seqscan = off")
    except psycopg.Error as error:
        if connection is not None:
            connection.close()
        if isinstance(error, psycopg.ProgrammingError):  # its words may repeat the whole address
            raise HubError(tr("That is no address of a hub. One looks like this: {example}", example=_EXAMPLE)) from (
                None if password else error
            )
        message = _server_message(error, Address(address.url, password))
        state = error.sqlstate or login_state(error)
        refused = of_state(state, message, address.shown) if state else None
        raise refused or not_reached(message, address.shown) from None
    return connection


def connect(address: Address) -> Hub:
    """Connect to a hub; raises NotReached, LoginRefused, NoHub, NoRights, HubTooOld."""
    connection = _connect(address)
    try:
        with sentences(address):
            # An act is one small statement with much to plan: planned once, a third more of them go out.
            connection.execute("SET plan_cache_mode = force_generic_plan")
            hub = _opened(address, connection)
    except BaseException:
        connection.close()
        raise
    if hub.number < schema.SCHEMA:
        hub.close()
        raise HubTooOld(
            tr(
                "The hub {hub} was set up by an older version of the program. Ask its chief to upgrade it with "
                "“verbatim hub init”; until then what you do waits on your desk.",
                hub=address.shown,
            )
        )
    return hub


def _opened(address: Address, connection: Connection) -> Hub:
    there = connection.execute("SELECT to_regclass('verbatim.hub') IS NOT NULL").fetchone()
    if not (there and there[0]):
        raise NoHub(
            tr("The database {hub} is no hub yet. Its chief sets it up with “verbatim hub init”.", hub=address.shown)
        )
    role = HubRole(*connection.execute(_ROLE).fetchone() or (False, False, False))
    row = connection.execute(
        "SELECT uid, (SELECT max(number) FROM verbatim.step), session_user::text, pg_is_in_recovery() FROM verbatim.hub"
    ).fetchone()
    if row is None:
        raise NoHub(
            tr("The database {hub} is no hub yet. Its chief sets it up with “verbatim hub init”.", hub=address.shown)
        )
    return Hub(address, connection, HubFacts(str(row[0]), int(row[1]), role, str(row[2]), bool(row[3])))


def init(address: Address) -> tuple[int, int]:
    """Make a hub of a database, or bring one to the newest schema; returns the number of its schema before and now.

    The user must own the database and be allowed to make roles. Raises HubTooNew for one of a newer version.
    """
    connection = _connect(address)
    try:
        with sentences(address), connection.transaction():
            encoding = connection.execute("SHOW server_encoding").fetchone()
            if encoding != ("UTF8",):
                raise HubError(tr("The database {hub} must be made with the encoding UTF8.", hub=address.shown))
            connection.execute("SELECT pg_advisory_xact_lock(hashtext('verbatim hub init'))")
            connection.execute(schema.BEFORE)
            before = int(
                (connection.execute("SELECT coalesce(max(number), 0) FROM verbatim.step").fetchone() or (0,))[0]
            )
            if before > schema.SCHEMA:
                raise HubTooNew(
                    tr("The hub {hub} was set up by a newer version of the program. Update yours.", hub=address.shown)
                )
            for number, step in enumerate(schema.STEPS[before:], before + 1):
                connection.execute(step)
                connection.execute("INSERT INTO verbatim.step (number) VALUES (%s)", (number,))
            if before == 0:
                connection.execute("INSERT INTO verbatim.hub (uid) VALUES (%s)", (secrets.token_hex(16),))
    finally:
        connection.close()
    return before, schema.SCHEMA

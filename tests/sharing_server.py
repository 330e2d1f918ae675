"""A real PostgreSQL for tests: one server a session in a temporary folder, a fresh database a test.

`python -m tests.sharing_server` starts one, prints the addresses of a hub for three users, and stops it at the end of
input: to try the newsroom by hand.
"""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from contextlib import closing
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

LEFT_OUT = "no PostgreSQL server is installed here, or not the library psycopg"
HOW = (
    "Debian: apt-get install postgresql (VERBATIM_POSTGRESQL names a folder with initdb); pip install -e '.[newsroom]'"
)
_USER = "postgres"
_FAST = ("fsync=off", "full_page_writes=off", "synchronous_commit=off")  # a killed server loses nothing by that
USERS = {"ann": "verbatim_checker", "ben": "verbatim_checker", "cleo": "verbatim_chief", "eve": "verbatim_reader"}


def programs() -> Path | None:
    """Return the folder of PostgreSQL's own programs; None where there is no server, or nothing to speak to it."""
    try:
        import psycopg  # noqa: F401 - only whether it is there
    except ImportError:
        return None
    chosen, found = os.environ.get("VERBATIM_POSTGRESQL"), shutil.which("initdb")
    folders = [*sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True), Path(found or "/").parent]
    folders = [Path(chosen)] if chosen else folders
    return next((folder for folder in folders if (folder / "initdb").exists()), None)


@dataclass
class Server:
    """One server with its data in a folder of its own."""

    folder: Path
    bin: Path
    settings: tuple[str, ...] = _FAST
    port: int = 0
    _names: Iterator[int] = field(default_factory=count)
    _first: str = ""  # the name of a hub that nobody uses

    # -- its life --------------------------------------------------------------------------------------------------

    def make(self) -> None:
        """Make an empty server and start it."""
        self._run("initdb", "-D", self._data, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-U", _USER, "--no-sync")
        self._choose_port()
        self.start()

    def _choose_port(self) -> None:
        with closing(socket.socket()) as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]

    def follow(self, leader: Server) -> None:
        """Make a copy of another server that follows it and takes no changes of its own, and start it."""
        self._run(
            "pg_basebackup", "-D", self._data, "-h", "127.0.0.1", "-p", leader.port, "-U", _USER, "-R", "-X", "stream",
            "--checkpoint=fast", "--no-sync",
        )  # fmt: skip
        self._choose_port()
        self.start()

    def start(self) -> None:
        options = " ".join(f"-c {one}" for one in (*self.settings, "listen_addresses=127.0.0.1", f"port={self.port}"))
        self._run(
            "pg_ctl", "-D", self._data, "-l", self.folder / "log", "-w", "-t", "60", "-o", f"{options} -k ''", "start"
        )

    def stop(self) -> None:
        self._run("pg_ctl", "-D", self._data, "-m", "immediate", "-w", "stop", check=False)

    def kill(self) -> None:
        """Kill the server (-9) with all that belongs to it, as a power cut of its machine would."""
        pid = int((self._data / "postmaster.pid").read_text().split()[0])
        children = [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
        for each in (pid, *children):
            try:
                os.kill(each, signal.SIGKILL)
            except ProcessLookupError:
                continue
        (self._data / "postmaster.pid").unlink(missing_ok=True)

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    def _run(self, program: str, *arguments: object, check: bool = True) -> None:
        # PostgreSQL does not run as root.
        who = ["runuser", "-u", _USER, "--"] if os.geteuid() == 0 else []
        done = subprocess.run(
            [*who, str(self.bin / program), *map(str, arguments)],
            check=False, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True,
        )  # fmt: skip
        if check and done.returncode:
            raise RuntimeError(f"{program}: {done.stdout}")

    # -- what is on it ---------------------------------------------------------------------------------------------

    def url(self, database: str, user: str = _USER, password: str = "") -> str:
        secret = f":{quote(password)}" if password else ""
        return f"postgresql://{user}{secret}@127.0.0.1:{self.port}/{database}"

    def run(self, sql: str, database: str = "postgres") -> list[tuple[object, ...]]:
        """Run SQL as the owner of everything."""
        import psycopg

        with psycopg.connect(self.url(database), autocommit=True) as connection:
            done = connection.execute(sql)
            return done.fetchall() if done.description else []

    def database(self) -> str:
        """Make an empty database; returns its name."""
        name = f"newsroom_{next(self._names)}"
        self.run(f"CREATE DATABASE {name}")
        return name

    def hub(self) -> HubDatabase:
        """Make a hub with some users: a copy of the first one of the server, with an id of its own."""
        if not self._first:
            self._first = self._make_hub()
        name = f"newsroom_{next(self._names)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {self._first}")
        hub = HubDatabase(self, name)
        hub.doctored(f"UPDATE verbatim.hub SET uid = '{secrets.token_hex(16)}'")
        return hub

    def _make_hub(self) -> str:
        from desktop.store.sharing.hub import address_of, init

        name = self.database()
        init(address_of(self.url(name)))
        for user, role in USERS.items():
            self.run(f"CREATE ROLE {user} LOGIN")
            self.run(f"GRANT {role} TO {user}")
        return name


@dataclass(frozen=True)
class HubDatabase:
    """A hub of its own for one test; `url` gives the address for a user."""

    server: Server
    name: str

    @property
    def owner(self) -> str:
        return self.server.url(self.name)

    def url(self, user: str) -> str:
        return self.server.url(self.name, user)

    def run(self, sql: str) -> list[tuple[object, ...]]:
        """Run SQL as the owner of the hub, whom no policy holds back."""
        return self.server.run(sql, self.name)

    def doctored(self, sql: str) -> None:
        """Run SQL as a hostile owner who has switched all triggers off."""
        self.server.run(f"SET session_replication_role = replica; {sql}", self.name)


def make_server(settings: tuple[str, ...] = _FAST, *, leader: Server | None = None) -> Server:
    """Start a server in a new folder, a replica of another one if that is named; `remove_server` ends it."""
    bin_ = programs()
    assert bin_ is not None
    folder = Path(tempfile.mkdtemp(prefix="verbatim-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, _USER, _USER)
    server = Server(folder, bin_, settings)
    if leader is None:
        server.make()
    else:
        server.follow(leader)
    return server


def remove_server(server: Server) -> None:
    server.stop()
    shutil.rmtree(server.folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """The server of this session; the test is left out where there is none."""
    if programs() is None:
        pytest.skip(LEFT_OUT)
    server = make_server()
    yield server
    remove_server(server)


@pytest.fixture
def hub_database(postgres: Server) -> HubDatabase:
    """A hub in a fresh database, with the users of `USERS`."""
    return postgres.hub()


@pytest.fixture(scope="module")
def strict() -> Iterator[HubDatabase]:
    """A hub on a server that asks Ann for her password."""
    if programs() is None:
        pytest.skip(LEFT_OUT)
    server = make_server()
    hub = server.hub()
    [(rules,)] = server.run("SHOW hba_file")
    Path(str(rules)).write_text(
        "host all ann 127.0.0.1/32 scram-sha-256\nhost all all 127.0.0.1/32 trust\n", encoding="utf-8"
    )
    server.run("SELECT pg_reload_conf()")
    yield hub
    remove_server(server)


def left_out(reports: list[pytest.TestReport]) -> str:
    """Say how many tests were left out for want of a server, and how to bring them; empty where none was."""
    skipped = sum(isinstance(one.longrepr, tuple) and LEFT_OUT in one.longrepr[2] for one in reports)
    return f"{skipped} tests of the newsroom were left out: {LEFT_OUT}. {HOW}" if skipped else ""


def main() -> None:
    server = make_server()
    try:
        hub = server.hub()
        for user in USERS:
            print(hub.url(user), flush=True)
        sys.stdin.read()
    finally:
        remove_server(server)


if __name__ == "__main__":
    main()

"""Errors of a hub, each with a sentence for the user, and what PostgreSQL's own errors mean.

Nothing here needs psycopg: its errors are told apart by their SQLSTATE.
"""

# ruff: noqa: N818 - these are words of the window: "forked", "tampered"

from __future__ import annotations

from desktop.domain import VerbatimError
from desktop.translation import Text, tr


class HubError(VerbatimError):
    """The hub could not do what was asked; the desk has lost nothing by that."""


class NotInstalled(HubError):
    """The library that speaks to PostgreSQL is not installed."""


class NotReached(HubError):
    """Nobody answers there, or the connection broke; it may well work later."""


class LoginRefused(HubError):
    """The server answers, and does not let this user in: the password is wrong, missing or has expired."""


class NoRights(HubError):
    """The user may come in and not do this."""


class HubFull(HubError):
    """The server has no room left on its disk."""


class HubReadOnly(HubError):
    """The server takes no changes at the moment: a replica, or one in maintenance."""


class NoHub(HubError):
    """The database is no hub yet."""


class HubTooOld(HubError):
    """The hub was set up by an older version of the program."""


class HubTooNew(HubError):
    """The hub was set up by a newer version of the program: what lies there can be read and not added to."""


class OtherHub(HubError):
    """Another hub than the one that was joined lies at its address."""


class Forked(HubError):
    """A chain goes on in two ways: two copies of one desk were both worked on."""


class Tampered(HubError):
    """What the hub gives cannot be what a desk once sent: changed, missing or in another order."""


def not_installed() -> NotInstalled:
    return NotInstalled(
        tr(
            "To share stories, the program needs one more library. Install it with “{command}” and start again.",
            command="pip install 'verbatim[newsroom]'",
        )
    )


APPEND_ONLY, FORK, WRONG_CONTENT = "VB001", "VB002", "VB003"  # raised by the triggers of the hub
NO_RIGHTS, WRONG_PASSWORD, NOT_ADMITTED, READ_ONLY = "42501", "28P01", "28000", "25006"
_LOGIN = Text(
    "The hub {hub} did not let you in ({why}). Give your password anew; if it has expired, ask whoever looks after the "
    "server."
)
_ROOM = Text("The hub {hub} has no room left ({why}); what you do waits on your desk.")
_NO_HUB = Text("The database {hub} is no hub yet. Its chief sets it up with “verbatim hub init”.")
_REFUSED = Text("The hub {hub} refused that: {why}.")
_NOT_REACHED = Text("The hub {hub} was not reached: {why}.")
# By SQLSTATE, or its class of two signs.
_MEANING: dict[str, tuple[type[HubError], Text]] = {
    WRONG_PASSWORD: (LoginRefused, _LOGIN),
    NOT_ADMITTED: (LoginRefused, _LOGIN),
    READ_ONLY: (HubReadOnly, Text("The hub {hub} takes no changes at the moment; what you do waits on your desk.")),
    "53100": (HubFull, _ROOM),
    "58030": (HubFull, _ROOM),  # an input or output error, which a full disk makes as well
    NO_RIGHTS: (NoRights, Text("You have no right to do that on the hub {hub} ({why}). Ask a chief for it.")),
    "3F000": (NoHub, _NO_HUB),
    "42P01": (NoHub, _NO_HUB),
    FORK: (Forked, Text("The hub {hub} refused that, so nothing was sent: {why}.")),
    APPEND_ONLY: (HubError, _REFUSED),
    WRONG_CONTENT: (HubError, _REFUSED),
    "08": (NotReached, _NOT_REACHED),  # connection
    "57": (NotReached, _NOT_REACHED),  # shutdown
    "53": (NotReached, _NOT_REACHED),  # too many connections
    "40": (NotReached, _NOT_REACHED),  # two that waited for each other
    "55": (NotReached, _NOT_REACHED),  # something is locked
}


def of_state(state: str, message: str, hub: str) -> HubError | None:
    """Return what an SQLSTATE means; `message` is the first line of what the server said. None: our own mistake."""
    kind, sentence = _MEANING.get(state) or _MEANING.get(state[:2]) or (None, _REFUSED)
    return None if kind is None else kind(tr(sentence.english, hub=hub, why=message))


def not_reached(message: str, hub: str) -> NotReached:
    return NotReached(tr(_NOT_REACHED.english, hub=hub, why=message))

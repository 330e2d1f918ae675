"""Stories of a hub: which are shared, by whom, who works on them, and who looks at them at the moment."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from desktop.domain import Presence, SharedStory
from desktop.store.errors import Missing
from desktop.store.sharing.schema import CHECKER, CHIEF, READER
from desktop.translation import tr

if TYPE_CHECKING:
    from collections.abc import Collection

    from desktop.store.sharing.hub import Hub

ROLES = {"reader": READER, "checker": CHECKER, "chief": CHIEF}
FADES = 60  # seconds after which nobody is looking any more who did not say so again


def register_desk(hub: Hub, desk: str, checker: str) -> None:
    """Say that a desk belongs to the user of this connection, who alone adds to its chains from then on."""
    hub.write(
        "INSERT INTO verbatim.desk (uid, checker) SELECT %s, %s WHERE NOT EXISTS"
        " (SELECT 1 FROM verbatim.desk WHERE uid = %s) ON CONFLICT DO NOTHING",
        (desk, checker, desk),
    )


def register_story(hub: Hub, uid: str) -> None:
    hub.write(
        "INSERT INTO verbatim.story (uid) SELECT %s WHERE NOT EXISTS (SELECT 1 FROM verbatim.story WHERE uid = %s)"
        " ON CONFLICT DO NOTHING",
        (uid, uid),
    )


def numbers(hub: Hub, uids: Collection[str]) -> dict[str, int]:
    """Return the numbers on the hub of those of these stories that the user may see."""
    return dict(hub.rows("SELECT uid, id FROM verbatim.story WHERE uid = ANY(%s) ORDER BY id", (list(uids),)))


def require(hub: Hub, uids: Collection[str]) -> dict[str, int]:
    """Return the numbers of stories on the hub; raises Missing where one is not there for this user."""
    found = numbers(hub, uids)
    if len(found) < len(set(uids)):
        raise Missing(tr("That story is not shared on the hub {hub}, or not with you.", hub=hub.address.shown))
    return found


def shared(hub: Hub) -> list[SharedStory]:
    """Return the stories that the user may see, in the order in which they were shared."""
    titles = _titles(hub)
    rows = hub.rows(
        "SELECT s.uid, s.login, s.at,"
        " (SELECT count(DISTINCT c.subject) FROM verbatim.content c WHERE c.story_id = s.id"
        """ AND c.content LIKE '{"act":"version added"%%'),"""
        " (SELECT array_agg(DISTINCT d.checker ORDER BY d.checker) FROM verbatim.story_chain k"
        " JOIN verbatim.chain n ON n.id = k.chain_id JOIN verbatim.desk d ON d.uid = n.desk"
        " WHERE k.story_id = s.id AND d.checker <> '') FROM verbatim.story s WHERE %s ORDER BY s.id",
        (True,),
    )
    return [
        SharedStory(uid, *titles.get(uid, ("", False)), articles, login, at, tuple(checkers or ()))
        for uid, login, at, articles, checkers in rows
    ]


def _titles(hub: Hub) -> dict[str, tuple[str, bool]]:
    """Return title and lock of each story, as the entries about it come to."""
    found: dict[str, tuple[str, bool]] = {}
    for uid, content in hub.rows(
        "SELECT s.uid, c.content FROM verbatim.story s"
        " JOIN verbatim.content c ON c.subject = s.uid AND c.story_id = s.id"
        " JOIN verbatim.chain k ON k.id = c.chain_id ORDER BY s.id, c.tick, k.desk, c.number"
    ):
        title, locked = found.get(uid, ("", False))
        fields = json.loads(content)
        body = fields.get("body", {}) if isinstance(fields, dict) else {}
        if fields.get("act") in {"story locked", "story reopened"}:
            locked = fields["act"] == "story locked"
        found[uid] = (str(body.get("title", title)), locked)
    return found


def invite(hub: Hub, login: str, role: str, story: str) -> None:
    """Let a login of the server in as "reader", "checker" or "chief", and into a story (uid or its beginning) if named.

    From the first invitation on, a story is seen only by those who were invited, by who shared it and by chiefs.
    Raises NoRights unless the user is a chief (for chiefs: the owner of the hub), Missing if there is no such story.
    """
    if not hub.value("SELECT 1 FROM pg_roles WHERE rolname = %s", (login,)):
        raise Missing(tr("The server of the hub {hub} knows no login {login}.", hub=hub.address.shown, login=login))
    story_id = None
    if story:
        rows = hub.rows("SELECT id FROM verbatim.story WHERE starts_with(uid, %s)", (story,))
        if len(rows) != 1:
            raise Missing(tr("That story is not shared on the hub {hub}, or not with you.", hub=hub.address.shown))
        story_id = rows[0][0]
    with hub.transaction():
        hub.grant(ROLES[role], login)
        if story_id is not None:
            hub.write(
                "INSERT INTO verbatim.invited (story_id, login) VALUES (%s, %s) ON CONFLICT DO NOTHING",
                (story_id, login),
            )


# -- presence ----------------------------------------------------------------------------------------------------------


def look_at(hub: Hub, desk: str, story: str, checker: str) -> None:
    """Say that a desk shows a story now, or (empty) none."""
    if story:
        hub.write(
            "INSERT INTO verbatim.presence (desk, story, checker) VALUES (%s, %s, %s) ON CONFLICT (desk)"
            " DO UPDATE SET story = excluded.story, checker = excluded.checker, seen = now()",
            (desk, story, checker),
        )
    else:
        hub.write("DELETE FROM verbatim.presence WHERE desk = %s", (desk,))


def presence(hub: Hub, stories: Collection[str], desk: str) -> list[Presence]:
    """Return who looks at these stories at the moment, our desk left out."""
    rows = hub.rows(
        "SELECT desk, story, checker, seen FROM verbatim.presence WHERE story = ANY(%s) AND desk <> %s"
        " AND seen > now() - make_interval(secs => %s) ORDER BY checker, desk",
        (list(stories), desk, FADES),
    )
    return [Presence(*row) for row in rows]

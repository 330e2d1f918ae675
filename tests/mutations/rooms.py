"""The mutations of every room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.mutations import intake, log, session, store, text

if TYPE_CHECKING:
    from tests.mutations.mutation import Mutation

ROOMS: dict[str, list[Mutation]] = {
    "store": store.MUTATIONS,
    "log": log.MUTATIONS,
    "session": session.MUTATIONS,
    "text": text.MUTATIONS,
    "intake": intake.MUTATIONS,
}

"""Words of statuses, labels and doubts as they are read; what a checker typed stays as it was typed."""

from __future__ import annotations

from datetime import UTC, datetime

from desktop.domain import Basis, QuoteKind, Reason, Status, Taken
from desktop.ui import status_words


def test_every_status_and_kind_has_its_own_sign_and_word() -> None:
    assert set(status_words.STATUS_SIGN) == set(status_words.STATUS_WORD) == set(Status)
    assert len({*status_words.STATUS_SIGN.values()}) == len(Status)
    assert set(status_words.KIND_WORD) == set(QuoteKind)
    assert status_words.status_name(Status.DISPUTED) == "disputed"


def test_labels_count_their_wordings() -> None:
    assert status_words.label_words("1 wordings") == "1 wording"
    assert status_words.label_words("3 wordings") == "3 wordings"


def test_a_comment_in_a_file_names_its_author() -> None:
    assert status_words.cut_words("comment by Ada Brink") == "comment by Ada Brink"
    assert status_words.cut_words("call to subscribe") == "call to subscribe"


def test_reasons_are_read_as_they_were_kept_or_typed() -> None:
    assert status_words.reason_words(str(Reason.WORDING)) == str(Reason.WORDING)
    assert status_words.reason_words(str(Basis.RECORDING)) == str(Basis.RECORDING)
    assert status_words.reason_words("the {tape} & more") == "the {tape} & more"


def test_who_works_on_what_is_named_and_oneself_is_you() -> None:
    at = datetime(2026, 3, 4, tzinfo=UTC)
    taken = {"q1": Taken("q1", "Ada", "desk", at), "q2": Taken("q2", "Bo", "desk", at)}
    assert status_words.taken_words(taken, "Ada") == {"q1": "taken on by you", "q2": "taken on by Bo"}

"""He and she mean whoever the sentences before are about, however their subject is put."""

from __future__ import annotations

import pytest

from tests.text.attribution.articles import who

_INTRO = (
    "Pier\n\nHarbour master Nils Orr and the diver Paul Reed met the writer Eva Holm and Mayor Ann Lee on Monday. "
    "“It is late,” Orr said.\n\n“It is,” Lee said.\n\n"
)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("At a meeting in Salem, Ohio, on Friday, Reed listed the faults.", "Paul Reed"),
        ("As for Reed, the plans are fine.", "Paul Reed"),
        ("Orr had asked the diver, Paul Reed, and the others to wait. A big man, Reed laughed.", "Paul Reed"),
        ("Reed thanked the crew as well as the harbour master, Nils Orr, and his men.", "Paul Reed"),
        ("Reed said the Orr plan would fail. The Orr plan is cheap.", "Paul Reed"),
        ("Reed said he came only because Orr agreed to pay.", "Paul Reed"),
        ("Reed’s report is out at last.", "Paul Reed"),
        ("The alleged thief, Paul Reed, is to appear in court.", "Paul Reed"),
        ("They listened to Reed, the last of the divers, who said the pier would fall.", "Paul Reed"),
        ("The king was there. President Moe opened the pier.", "President Moe"),
        ("Orr came with a friend, Bob, who stayed outside. Bob said it was cold.", "Bob"),
        ("Her father, Brad, 62, doubted the plan.", "Brad"),
    ],
)
def test_he_is_the_subject_of_the_sentence_before(text: str, speaker: str) -> None:
    assert who(f"{text}\n\n“The planks are rotten,” he said.", intro=_INTRO)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Holm’s wife sings. Holm’s new book is about the pier.", "Eva Holm"),
        ("State Senator Eva Holm was early.", "Eva Holm"),
    ],
)
def test_she_is_the_subject_of_the_sentence_before(text: str, speaker: str) -> None:
    assert who(f"{text}\n\n“The planks are rotten,” she said.", intro=_INTRO)[-1] == speaker


def test_what_somebody_has_is_not_she_where_it_can_speak_itself() -> None:
    assert who("Holm’s sister is late.\n\n“The planks are rotten,” she said.", intro=_INTRO) != ["Eva Holm"]

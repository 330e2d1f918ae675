"""Boilerplate of web pages is cut with its reason, and every sentence of an article stays."""

from __future__ import annotations

import pytest

from desktop.intake.reading import read_text
from tests.intake.texts import BODY, TITLE, article, cuts


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Join now for FREE unlimited access to Ellerypost.com", "call to subscribe"),
        ("Register for free to get full access to the archive", "call to subscribe"),
        ("To continue reading, please subscribe or log in", "call to subscribe"),
        ("Already a subscriber? Log in here", "call to subscribe"),
        ("Sign up for our Morning Mail newsletter", "newsletter call"),
        ("Get the day's news in your inbox", "newsletter call"),
        ("Read Comments", "comments"),
        ("Comments are closed.", "comments"),
        ("Leave a Comment", "comments"),
        ("Join our commenting forum", "comments"),
        ("View comments (34)", "comments"),
        ("Join lively debates, follow other Ellery Post readers and see their replies", "comments"),
        ("You must be logged in to post a comment.", "comments"),
        ("Please refresh your browser to be logged in", "registration notice"),
        ("Thank you for registering", "registration notice"),
        ("Our standards: The Ellery Code of Conduct.", "standards note"),
        ("© 2022 The Ellery Post. All rights reserved.", "copyright line"),
        ("Advertisement", "advertisement"),
        ("Story continues below", "advertisement"),
        ("Image source, Ellery Pictures", "photo caption"),
        ("Click to share on Twitter (Opens in new window)", "share buttons"),
        ("Click here for more stories from the coast", "link to more"),
        ("Read more", "link to more"),
        ("READ MORE: Council puts off the vote on the second pier", "related headline"),
        ("Lesen Sie auch: Rat vertagt die Abstimmung", "related headline"),
        ("A crane lies across two ships in Port Ellery on May 3, 2021. REUTERS/Jane Doe", "photo caption"),
        ("The quay on Thursday morning (AP Photo/John Q. Public, File)", "photo caption"),
        ("Firefighters at the quay. Photo: Mary Major", "photo caption"),
        ("The second pier, seen from the east. Jane Doe/Getty Images", "photo caption"),
        ("Reporting by Jane Doe in Port Ellery; Editing by John Major and Ann van Dyke", "credits"),
        ("Additional reporting by Jane Doe and Ann Minor; Writing by Max Roe", "credits"),
    ],
)
def test_boilerplate_is_cut_with_its_reason_wherever_it_stands(line: str, why: str) -> None:
    for place in (1, 2, 4):
        assert cuts(article(line, at=place)) == [(line, why)]


@pytest.mark.parametrize("line", ["Comments", "12 Comments", "Share", "Most Read", "Subscribe", "Kommentare"])
def test_words_that_could_be_subheadings_are_cut_only_at_the_edges(line: str) -> None:
    assert cuts(article(line, at=2)) == []
    assert [text for text, _ in cuts(article(line, at=0))] == [line]
    assert [text for text, _ in cuts(article(line, at=4))] == [line]


def test_a_button_beside_boilerplate_belongs_to_it_also_within_the_text() -> None:
    lines = ("Register now for FREE unlimited access to Ellerypost.com", "Register")
    assert [text for text, _ in cuts(article(*lines, at=2))] == list(lines)


@pytest.mark.parametrize("fragment", ["Read more", "Read More", "Continue reading", "Mehr lesen"])
def test_a_link_at_the_end_of_a_paragraph_is_cut_without_the_paragraph(fragment: str) -> None:
    capture = read_text(f"{TITLE}\n\n{BODY[0]} {fragment}\n\n{BODY[1]}")
    assert cuts(capture) == [(f" {fragment}", "link to more")]


def test_a_sentence_about_reading_more_keeps_its_end() -> None:
    assert cuts(article("The teachers say that all children in the town should sit down and read more")) == []


def test_the_headline_of_another_story_between_full_paragraphs_is_cut() -> None:
    line = "Storm over northern coast leaves thousands of homes without power"
    assert cuts(article(line, at=2)) == [(line, "related headline")]


@pytest.mark.parametrize(
    "line",
    [
        "Mayor resigned on Thursday after weeks of pressure over pier costs",  # news without its full stop
        "The fall of the crane shows dangers of work on the pier",
        "Costs of the pier",
        "What happens next",
        "Storm over northern coast leaves “thousands” of homes without power",
        "Storm over northern coast leaves thousands of homes without power.",
        "Storm over northern coast: leaves, homes, streets, thousands of boats",
        "He says storms over northern coasts leave homes without power",
        "Reporters without borders and lovers of freedom in seven countries",
    ],
)
def test_a_short_paragraph_that_may_be_the_article_stays(line: str) -> None:
    assert cuts(article(line, at=2)) == []


def test_subheadings_that_come_again_and_again_stay() -> None:
    heads = [f"Storm number {word} leaves homes and streets without power" for word in ("one", "two", "three", "four")]
    text = "\n\n".join([TITLE, *(part for pair in zip(BODY, heads, strict=True) for part in pair), BODY[0]])
    assert read_text(text).cuts == ()


@pytest.mark.parametrize(
    "line",
    [
        "Comments on the plan were sharp: of 312 letters to the council, 290 were against the second pier.",
        "Subscribe to the theory that cranes fall by themselves, and you will not ask who had serviced this one.",
        "Subscribers to the harbour's warning service were told at nine, an hour after the crane had fallen.",
        "Join the army or join the navy was the choice, and he joined neither, his sister said.",
        "Reporting by the harbour office showed that the crane had not been serviced since March.",
        "Register offices in the county will be open on Saturday so that nobody has to wait for a new passport.",
        "Thank you for registering, the machine said, and then it closed the account of every fifth customer in town.",
        "According to a poll by Reuters/Ipsos",
        "The survey, a Reuters/Ipsos poll of 1,005 adults, found that most want the pier.",
        "To read the full report, members of the council had to go to the cellar of the town hall, one by one.",
        "Already a subscriber to the pier fund for years, she now wants her money back.",
        "“Join now for free unlimited access to the pier,” the old poster says.",
        '"Comments are closed," said the mayor, and left.',
        "“Please refresh the page” was all that the passengers saw, said Ann Major, who waited at the gate.",
        "Our standards are high, the builder said.",
        "Photographs by visitors show the crane leaning to one side as early as Monday.",
        "Copyright law does not cover plans of cranes.",
    ],
)
def test_sentences_that_only_sound_like_boilerplate_stay(line: str) -> None:
    for place in (1, 2, 4):
        assert cuts(article(line, at=place)) == []


def test_a_poem_and_a_transcript_stay_whole() -> None:
    poem = (
        "The Crane\n\nBy the grey water stands\nthe crane that feeds on ships\nand leaves no crumbs\n\nPrint no more\n"
    )
    transcript = (
        "Interview with the mayor\n\nDOE: Who pays?\nMAYOR: Comments later\nDOE: Share the numbers\nMAYOR: No\n"
    )
    assert read_text(poem).cuts == ()
    assert read_text(transcript).cuts == ()


def test_a_text_of_nothing_but_boilerplate_keeps_it_all() -> None:
    assert read_text("Read Comments\nAdvertisement\nLeave a Comment").cuts == ()


def test_lines_broken_by_hand_are_no_headlines() -> None:
    text = f"{TITLE}\n\n" + "\n".join(
        [
            "When morning comes to the harbour of Port Ellery and the mist",
            "Over northern quays leaves boats and gulls without a view of",
            "anything at all, people go to work as they have done for years.",
            "They drink their coffee on the pier and wait for the first ship.",
            "It comes at seven or not at all, and nobody minds which it is.",
        ]
    )
    assert read_text(text).cuts == ()


def test_the_caption_of_a_video_below_the_date_and_its_buttons_is_cut() -> None:
    head = (
        f"{TITLE}\n\nJane Doe\nMonday 3 May 2021 10:00 BST\nComments\nMayor says the pier will be mended by spring\n\n"
    )
    assert cuts(read_text(head + "\n\n".join(BODY))) == [
        ("Jane Doe", "byline"),
        ("Monday 3 May 2021 10:00 BST", "date line"),
        ("Comments", "comments"),
        ("Mayor says the pier will be mended by spring", "caption"),
    ]


def test_a_standfirst_below_the_date_stays() -> None:
    head = f"{TITLE}\n\nMonday 3 May 2021\nMayor says the pier will be mended by spring\n\n"
    assert [why for _, why in cuts(read_text(head + "\n\n".join(BODY)))] == ["date line"]


def test_offsets_count_code_points_also_after_characters_beyond_the_first_plane() -> None:
    assert cuts(article("😀 𝒻 😀", "Read Comments", at=1)) == [("Read Comments", "comments")]


@pytest.mark.parametrize(
    "line",
    [
        "READ MORE: Council puts off “the vote” on the second pier",
        "Image source, “Ellery Pictures”",
        'Sign up for our "Morning Mail" newsletter',
        "© 2022 The «Ellery Post». All rights reserved.",
        "Firefighters at the “Quay of Tears”. Photo: Mary Major",
    ],
)
def test_a_line_with_a_quotation_stays_whatever_it_looks_like(line: str) -> None:
    for place in (1, 2, 4):
        assert cuts(article(line, at=place)) == []


def test_a_caption_with_a_quotation_stays() -> None:
    head = f"{TITLE}\n\nJane Doe\nMonday 3 May 2021 10:00 BST\nComments\nMayor says pier will be “mended” by spring\n\n"
    assert "caption" not in [why for _, why in cuts(read_text(head + "\n\n".join(BODY)))]


@pytest.mark.parametrize("title", ["Read More", "Comments", "Photo: Mary Major", "© 2022 The Ellery Post"])
def test_a_headline_is_never_cut(title: str) -> None:
    found = article(title=title)
    assert (found.metadata.title, cuts(found)) == (title, [])


def test_a_line_like_a_headline_beside_what_is_no_full_paragraph_stays() -> None:
    line = "Storm over northern coast leaves thousands of homes without power"
    goes_on = "and nobody came to help them, the mayor said on Thursday at the town hall."
    for extra in ((line, "What happens next"), ("What happens next", line), (line, goes_on)):
        assert cuts(article(*extra, at=2)) == []

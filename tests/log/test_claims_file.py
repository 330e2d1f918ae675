"""Reviews of claims are JSON-LD that another library reads as schema.org, and hold only what is settled and public."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from pyld import jsonld

from desktop.domain import Flag, Reason, Status
from desktop.log.claims_file import NoPublisherError
from desktop.log.rows import Publisher
from desktop.log.writing import LogError, compose, write
from tests.log.examples import example, mark, quote, source

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.log.rows import LogSource

DESK = Publisher("Harbour Post Fact Desk", "https://example.org/facts")
SCHEMA_ORG = "https://schema.org/"
# Properties that schema.org defines for each type, those of its supertypes among them, as far as they are used.
PROPERTIES = {
    "ClaimReview": {
        "claimReviewed", "itemReviewed", "reviewRating", "author", "publisher", "dateCreated", "dateModified",
        "sdDatePublished", "citation",
    },
    "Claim": {"author", "appearance"},
    "Rating": {"ratingValue", "worstRating", "bestRating", "alternateName", "reviewAspect", "ratingExplanation"},
    "Organization": {"name", "url"},
    "CreativeWork": {"url", "headline", "publisher", "datePublished"},
    None: {"name"},
}  # fmt: skip


def expanded(content: bytes) -> list[Any]:
    """Read as a JSON-LD processor does, with a context for schema.org of our own: nothing is loaded."""

    def load(address: str, _: object) -> dict[str, object]:
        assert address == "https://schema.org"
        return {"contextUrl": None, "documentUrl": address, "document": {"@context": {"@vocab": SCHEMA_ORG}}}

    found: list[Any] = jsonld.expand(json.loads(content), {"documentLoader": load})
    return found[0]["@graph"] if len(found) == 1 and "@graph" in found[0] else found


def reviews(log: LogSource, publisher: Publisher | None = DESK) -> list[Any]:
    return expanded(compose(replace(log, publisher=publisher), "claimreview")[0])


def value(node: Any, *path: str) -> Any:
    for name in path:
        [node] = node[f"{SCHEMA_ORG}{name}"]
    return node.get("@value", node)


def nodes(found: Any) -> list[Any]:
    """Every object of a document."""
    inner = found.values() if isinstance(found, dict) else found if isinstance(found, list) else ()
    here = [found] if isinstance(found, dict) and "@value" not in found else []
    return [*here, *(node for each in inner for node in nodes(each))]


def test_every_property_is_one_that_schema_org_has_for_its_type() -> None:
    for node in nodes(reviews(example())):
        kind = node["@type"][0].removeprefix(SCHEMA_ORG) if "@type" in node else None
        used = {name.removeprefix(SCHEMA_ORG) for name in node if not name.startswith("@")}
        assert used <= PROPERTIES[kind], kind


def test_a_review_says_whose_words_were_checked_where_they_stand_and_what_was_found() -> None:
    verified, disputed = reviews(example())
    assert value(verified, "claimReviewed") == "We had to close the bridge at once."
    assert value(verified, "itemReviewed", "author", "name") == "Mayor Ida Holm"
    assert value(verified, "itemReviewed", "appearance", "headline") == "Bridge closed"
    assert value(verified, "itemReviewed", "appearance", "url") == "https://example.org/bridge"
    assert value(verified, "reviewRating", "alternateName") == "Verified quote"
    assert value(verified, "citation") == "https://example.org/tape"
    assert value(verified, "author", "name") == DESK.name
    assert value(disputed, "reviewRating", "alternateName") == f"Disputed quote: {Reason.MISATTRIBUTED}"
    assert value(disputed, "reviewRating", "ratingValue") == value(disputed, "reviewRating", "worstRating") == 1


def test_what_is_open_deleted_or_not_settled_is_no_review() -> None:
    marks = (mark(1, 1, Status.VERIFIED),)
    apart = frozenset({Flag.CHECKERS_DISAGREE})
    log = source(
        (quote(1, "open"), ()),
        (quote(2, "deleted", *marks, deleted=True), marks),
        (quote(3, "apart", *marks, flags=apart), marks),
        (quote(4, "changed", *marks, flags=frozenset({Flag.CHANGED_SINCE})), marks),
    )
    assert compose(replace(log, publisher=DESK), "claimreview")[1] == 0


def test_private_words_stay_out_whatever_the_log_holds() -> None:
    marks = (
        mark(1, 1, Status.VERIFIED, note="read it\nprivate: her number is 12", evidence="tape · contact: by phone"),
    )
    content = compose(replace(source((quote(1, "words", *marks), marks)), publisher=DESK), "claimreview")[0]
    assert b"read it" in content
    assert b"her number" not in content
    assert b"by phone" not in content


@pytest.mark.parametrize(
    "words", ["</script><script>alert(1)</script>", "a & b <b>", "\u202e\x00\ud800", "x" * 100_000]
)
def test_words_of_any_kind_come_back_and_close_no_tag(words: str) -> None:
    marks = (mark(1, 1, Status.DISPUTED, note=words),)
    content = compose(replace(source((quote(1, words, *marks), marks)), publisher=DESK), "claimreview")[0]
    assert b"<" not in content
    assert json.loads(content)["@graph"][0]["claimReviewed"] == words


@pytest.mark.parametrize(
    ("publisher", "sentence"),
    [
        (None, "need a publisher"),
        (Publisher(" ", "https://example.org"), "need a publisher"),
        (Publisher("Desk", ""), "begin with http"),
        (Publisher("Desk", "javascript:alert(1)"), "begin with http"),
    ],
)
def test_without_a_publisher_they_are_refused_and_the_former_file_stays(
    tmp_path: Path, publisher: Publisher | None, sentence: str
) -> None:
    out = tmp_path / "claims.jsonld"
    out.write_text("the former one")
    with pytest.raises(NoPublisherError, match=sentence):
        write(replace(example(), publisher=publisher), out, "claimreview")
    assert out.read_text() == "the former one"


def test_events_and_bundles_are_written_from_a_desk_only() -> None:
    for form in ("jsonl", "zip"):
        with pytest.raises(LogError, match="from a desk"):
            compose(example(), form)

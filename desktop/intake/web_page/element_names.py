"""Names of elements of a page in class, id and role, and what these then are, other than the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.intake import boilerplate
from desktop.lazy_pattern import lazy_pattern
from desktop.translation import english

if TYPE_CHECKING:
    from desktop.intake.web_page.page_blocks import Scope

NAVIGATION = english("navigation")
OUTSIDE = english("outside the article")
AUTHOR = english("about the author")
TAGS = english("topics")
FORM = english("form")
FOOT = english("foot of the page")
DRAWING = english("words in a drawing")
FRAME = english("frame")
DIALOG = english("window over the page")
COOKIES = english("cookie notice")

# A word of a name begins with one of these; a final dot means that the word ends there, a bar that the name does.
_SURE_WORDS = {
    boilerplate.COMMENTS: "comment. comments. comment-list commentlist comment-area comments-area comments-section "
    "comment-form comment-thread comment-box comments-container comment-body comment-content disqus respond. replies "
    "fb-comments comments-title comments-wrap",
    boilerplate.SHARING: "share. sharing. shares. sharedaddy. sharebar share-button share-link share-tool sharebutton "
    "social| social-share social-sharing social-media social-icon social-link social-bar social-button social-follow "
    "social-tool social-list social-nav social-like social-wrap social-container socials. addthis addtoany follow-us "
    "followus",
    boilerplate.NEWSLETTER: "newsletter subscribe. subscription. signup sign-up mc_embed mailchimp optin. opt-in.",
    boilerplate.ADVERTISEMENT: "ad. ads. advert adsbygoogle ad-slot adslot ad-unit ad-wrap ad-container ad-banner "
    "ad-block ad-box adbox dfp sponsor. sponsored. taboola outbrain affiliate",
    boilerplate.RELATED: "related. related-post related-article related-stor related-link related-content related-news "
    "related-game relatedpost relatedarticle recommend more-on. more-from. more-stories. more-news. more-articles. "
    "read-more. readmore. read-next. read-also. also-read also-like see-also trending popular most-read mostread "
    "most-popular mostpopular most-viewed most-shared up-next. similar-posts similar-articles",
    NAVIGATION: "nav. navbar navigation menu breadcrumb pagination pager. post-navigation skip-link",
    COOKIES: "cookie consent gdpr privacy",
    DIALOG: "modal popup pop-up overlay lightbox tooltip rollover hovercard dialog. alertdialog.",
    AUTHOR: "author-bio author-box author-info author-description author-card author-about author-profile author-text "
    "about-author about-the-author bio. entry-author-bio",
    FORM: "search-form searchform search-box search-bar search. login log-in",
}
_LIKELY_WORDS = {
    boilerplate.BYLINE: "byline by-line author contributor. contributors. posted-on posted-by entry-meta. post-meta. "
    "article-meta. story-meta. entry-info. post-info. article-info. meta. submitted attribution. estimated-read-time "
    "read-time reading-time readtime readingtime artsource",
    boilerplate.DATE: "date. dateline date-line timestamp time-stamp pubdate pub-date publish. published. publish-date "
    "published-date published-at published-on updated. modified. last-updated last-modified datetime",
    boilerplate.PHOTO: "caption. captions. wp-caption img-caption image-caption photo-caption media-caption "
    "figure-caption featured-image-caption caption-text captiontext photo-credit image-credit media-credit "
    "image-source. photo-source. photo-by. credit. credits. main-article-caption main-article-mediacaption",
    TAGS: "tag. tags. post-tag entry-tag article-tag tag-list taglist tag-links tagcloud tag-cloud cat-links. "
    "category. categories. topic. topics. keyword. keywords.",
    FOOT: "footer foot. copyright legal. colophon contentinfo.",
    OUTSIDE: "sidebar side-bar right-rail rail. widget promo teaser banner donat kicker eyebrow rating poll. player "
    "toolbar tools. counter complementary.",
}
# What calls itself so holds the article.
BODY_NAME = lazy_pattern(
    r"(?<![a-z0-9])(?:article|entry|post|story|news|main)[-_]*(?:body|content|text|copy)(?![a-z0-9])|body-?copy"
)
_SURE_TAGS = {"nav": NAVIGATION, "form": FORM, "select": FORM, "textarea": FORM, "menu": NAVIGATION}
_LIKELY_TAGS = {
    "footer": FOOT,
    "figcaption": boilerplate.PHOTO,
    "aside": OUTSIDE,
    "address": boilerplate.BYLINE,
    "iframe": FRAME,
    "text": DRAWING,
}


def _pattern(words: dict[str, str]) -> re.Pattern[str]:
    """Match any of the words at the beginning of a word of a name, in a group for each reason."""
    ends = {".": "(?![a-z0-9])", "|": r"(?![\w-])"}
    groups = (
        "|".join(re.escape(word.rstrip(".|")) + ends.get(word[-1], "") for word in names.split())
        for names in words.values()
    )
    return re.compile(r"(?<![a-z0-9])(?:" + "|".join(f"({group})" for group in groups) + ")")


_TABLES = ((_pattern(_SURE_WORDS), tuple(_SURE_WORDS), True), (_pattern(_LIKELY_WORDS), tuple(_LIKELY_WORDS), False))


def reason_of_names(scope: Scope) -> tuple[str, bool]:
    """Say what an element is by its tag and names, and whether that counts even where it reads like the article."""
    if scope.tag in _SURE_TAGS:
        return _SURE_TAGS[scope.tag], True
    if not scope.names.isspace():
        for pattern, whys, is_sure in _TABLES:
            found = pattern.search(scope.names)
            if found:
                return whys[(found.lastindex or 1) - 1], is_sure
    is_source = scope.parent is not None and scope.parent.tag == "blockquote"  # says who is quoted
    return "" if is_source else _LIKELY_TAGS.get(scope.tag, ""), False

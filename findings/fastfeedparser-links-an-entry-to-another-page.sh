#!/usr/bin/env bash
# fastfeedparser 0.6.5 (PyPI): entries of Atom feeds with several links, several authors and a title in XHTML (RFC 4287).
#
# Surprise: one would expect the link of an entry to be its page: an Atom link that says nothing of its kind is that one. Here
# the first link counts whatever it is, unless one says "alternate" in so many words: an article's `link` is the page it
# answers to, its comments or its sound file. Of two authors only the first is in `authors`. A title or summary in XHTML
# is empty. A time of a feed that says "11:30 PM EDT" is half past eleven in the morning of Greenwich.
# feedparser 6.0.14 has the right link, both authors and all words.
#
# Why it hurts: the words of one outlet are filed under the address of another, and half of a byline is gone.
#
# This program: the link without a kind is the entry's, the byline names everyone, XHTML keeps its words. Guard: tests/intake/
# formats/test_feed.py, test_an_entry_is_of_all_its_authors_and_at_its_own_address.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q fastfeedparser==0.6.5 feedparser==6.0.14
cat >"$dir/try.py" <<'PY'
import sys
from importlib.metadata import version

import fastfeedparser
import feedparser

PAGE = '<title>Bridge</title>{}<link href="http://a.example/page"/>'
XHTML = '<{0} type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">He did <b>not</b> sign.</div></{0}>'
RSS = '<rss version="2.0"><channel><title>N</title><item><title>B</title><pubDate>{}</pubDate></item></channel></rss>'


def atom(entry: str) -> str:
    head = '<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>urn:a</id><updated>2020-05-03T10:00:00Z</updated>'
    return f"{head}<entry><id>urn:b</id><updated>2020-05-03T10:00:00Z</updated>{entry}</entry></feed>"


def seen_by(library: object, feed: str, key: str) -> str:
    found = library.parse(feed).entries[0].get(key) or ""
    return found if isinstance(found, str) else " and ".join(each["name"] for each in found)


two = "<author><name>Ann</name></author><author><name>Bob</name></author>"
rows = [  # feed, what of it, expected (what feedparser reads), seen
    (atom(PAGE.format("")), "link", "http://a.example/page", "http://a.example/page"),
    (atom(PAGE.format('<link rel="related" href="http://b.example/"/>')), "link", "http://a.example/page", "http://b.example/"),
    (atom(PAGE.format('<link rel="replies" href="http://a.example/re"/>')), "link", "http://a.example/page",
     "http://a.example/re"),
    (atom(PAGE.format(two)), "authors", "Ann and Bob", "Ann"),
    (atom(XHTML.format("title")), "title", "He did <b>not</b> sign.", ""),
    (atom(XHTML.format("summary")), "summary", "He did <b>not</b> sign.", ""),
    (RSS.format("Sun, 3 May 2020 11:30 PM EDT"), "published", "2020-05-04T03:30:00+00:00", "2020-05-03T11:30:00+00:00"),
]
print("fastfeedparser", version("fastfeedparser"), " feedparser", version("feedparser"))
same = True
for feed, key, expected, known in rows:
    seen = seen_by(fastfeedparser, feed, key) or (seen_by(fastfeedparser, feed, "description") if key == "summary" else "")
    print(f"\n{feed.split('</updated>')[-1].split('</entry>')[0]}\n  {key}: expected {expected}, seen {seen!r}")
    same &= seen == known and (key == "published" or seen_by(feedparser, feed, key) == expected)
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py"

#!/usr/bin/env bash
# feedparser 6.0.14: an entry of a feed with the article's own <description> and the caption of its photo
# (<media:description> of Media RSS, as many newspapers' feeds have).
#
# Surprise: the caption is not kept with the photo. Where it stands first, `summary` is the caption and the article's words
# have become `content` (the full text, by the library's own words); where it stands after the description, `content` is
# the caption. media:title and media:credit of the same photo do not touch the entry.
#
# Why it hurts: who takes the content where there is one, and else the summary, reads what a photographer wrote as the text of
# the article.
#
# This program: reads feeds itself; elements of other namespaces are no description. Guard: tests/intake/formats/
# test_feed.py, test_the_caption_of_a_photo_is_not_the_article.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q feedparser==6.0.14
cat >"$dir/try.py" <<'PY'
import sys
from importlib.metadata import version

import feedparser

FEED = '<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>News</title><item>{}</item></channel></rss>'
TITLE = "<title>Bridge closed</title>"
WORDS = "<description>The bridge is closed.</description>"
PHOTO = '<media:content url="http://a.example/1.jpg"><media:title>A photo</media:title><media:credit>Ann</media:credit>{}</media:content>'
CAPTION = "<media:description>A man with a hat.</media:description>"
rows = [  # entry, summary, content
    (TITLE + WORDS + PHOTO.format(""), "The bridge is closed.", ""),
    (TITLE + WORDS + PHOTO.format(CAPTION), "The bridge is closed.", "A man with a hat."),
    (TITLE + PHOTO.format(CAPTION) + WORDS, "A man with a hat.", "The bridge is closed."),
]
print("feedparser", version("feedparser"))
same = True
for entry, summary, content in rows:
    read = feedparser.parse(FEED.format(entry)).entries[0]
    got = read.summary, "".join(each.value for each in read.get("content", []))
    print(f"  summary {got[0]!r:28}content {got[1]!r:28}title {read.title!r}")
    same &= got == (summary, content) and read.title == "Bridge closed"
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py"

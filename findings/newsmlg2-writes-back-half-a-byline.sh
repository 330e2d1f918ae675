#!/usr/bin/env bash
# newsmlg2 1.1 (NewsML-G2 in Python, by the standard's own makers): an item read and written back without any change.
#
# Surprise: in headline, byline and editor's note, which may hold links and inline elements, all words behind such an
# element are lost, and the space before it: "By <a>A. Writer</a> and B. Reporter" is written as "By<a>A. Writer</a>".
# What is read in Python is less still: "By"; only the body of the item comes back whole.
#
# Why it hurts: the file that was passed on is valid, has the same guid and version and another byline: one author is
# gone, a headline's quotation has no end, and the note that says which paragraph was corrected no longer does.
#
# This program: reads NewsML-G2 by its own walk over all text of an element and keeps the original bytes and their hash
# (issue 12, formats 5 and 8). Two files of one guid and version whose words differ are said. Guard: this headline and
# byline in the table of the importer.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q newsmlg2==1.1 lxml==6.1.3
cat >"$dir/try.py" <<'PY'
import sys
from importlib.metadata import version

from lxml import etree
from NewsMLG2 import NewsMLG2Document

ITEM = """<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:example.org:20260105:1" version="3"
 standard="NewsML-G2" standardversion="2.31" conformance="power" xml:lang="en">
<catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_38.xml"/>
<itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:X"/><versionCreated>2026-01-05T10:00:00Z</versionCreated>
<pubStatus qcode="stat:usable"/><edNote>Corrects <a href="#a">a name</a> in paragraph 2</edNote></itemMeta>
<contentMeta><headline>Mayor says “<inline>never</inline>” to plan</headline><by>By <a href="#b">A. Writer</a> and B. Reporter</by></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>A</title></head>
<body><p>She said <b>no</b> twice.</p></body></html></inlineXML></contentSet></newsItem>"""
NAMES = ("edNote", "headline", "by", "p")


def words(root: etree._Element) -> list[str]:
    return ["".join(next(root.iter("{*}" + name)).itertext()).strip() for name in NAMES]


document = NewsMLG2Document(ITEM.encode())
expected = words(etree.fromstring(ITEM.encode()))
written = words(etree.fromstring(document.to_xml_string().encode()))
read = [str(document.get_item().contentmeta.headline[0]), str(document.get_item().contentmeta.by[0])]
print("newsmlg2", version("newsmlg2"), "lxml", version("lxml"))
for name, before, after in zip(NAMES, expected, written, strict=True):
    print(f"\n{name}\nexpected  {before}\nwritten   {after}")
print(f"\nread      {read}")
same = written == ["Correctsa name", "Mayor says “never", "ByA. Writer", "She said no twice."] and read == ["Mayor says “", "By"]
print("still so" if same else f"changed: {written}")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py"

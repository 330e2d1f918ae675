#!/usr/bin/env bash
# EbookLib 0.17.1 (PyPI): an EPUB with the page numbers of the printed book, read and written back without any change.
#
# Surprise: one would expect the list of pages that the book has, or none. A new one is written, of every element that has
# both an epub:type and an id: the chapter is a page called by its heading, the sign of a footnote is page 1, the footnote
# itself page n1, and page 12, whose number stands in its title as the standard had it, is called by its id. The list that
# was there is gone, the titles of the chapters too. The words of the chapters come back whole.
#
# Why it hurts: page numbers of an e-book are there to be cited, and a sentence of page 12 is now on page 1.
#
# This program: reads and writes no e-books, and says of such a file that it cannot. Guard: tests/intake/formats/
# test_plain_text.py, test_what_is_no_text_or_too_much_of_it_is_refused_by_name.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q EbookLib==0.17.1 lxml==6.1.3
cat >"$dir/try.py" <<'PY'
import sys
import zipfile
from importlib.metadata import version
from pathlib import Path

from ebooklib import epub
from lxml import etree

TYPE = "{http://www.idpf.org/2007/ops}type"
XHTML = {"h": "http://www.w3.org/1999/xhtml"}
PAGE = (
    '<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml" '
    'xmlns:epub="http://www.idpf.org/2007/ops"><head><title>The hearing</title></head><body>{}</body></html>'
)
CONTAINER = (
    '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
PACKAGE = (
    '<?xml version="1.0" encoding="UTF-8"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" '
    'unique-identifier="i"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="i">urn:x:1'
    "</dc:identifier><dc:title>A book</dc:title><dc:language>en</dc:language>"
    '<meta property="dcterms:modified">2020-05-03T10:00:00Z</meta></metadata><manifest>'
    '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
    '<item id="one" href="one.xhtml" media-type="application/xhtml+xml"/>'
    '</manifest><spine><itemref idref="one"/></spine></package>'
)
NAV = (
    '<nav epub:type="toc"><ol><li><a href="one.xhtml">One</a></li></ol></nav><nav epub:type="page-list"><ol>'
    '<li><a href="one.xhtml#page12">12</a></li><li><a href="one.xhtml#page13">13</a></li></ol></nav>'
)
CHAPTER = (
    '<section epub:type="chapter" id="c1"><h1>Hearing</h1>'
    '<span epub:type="pagebreak" role="doc-pagebreak" id="page12" title="12"/>'
    '<p>He said no.<a epub:type="noteref" id="r1" href="#n1">1</a> She asked why.</p>'
    '<span epub:type="pagebreak" role="doc-pagebreak" id="page13" aria-label="13"/><p>She left.</p>'
    '<aside epub:type="footnote" id="n1"><p>Not so.</p></aside></section>'
)


def pages(path: Path, folder: str) -> list[tuple[str, str]]:
    with zipfile.ZipFile(path) as book:
        tree = etree.fromstring(book.read(f"{folder}nav.xhtml"))
    lists = [nav for nav in tree.iterfind(".//h:nav", XHTML) if nav.get(TYPE) == "page-list"]
    return [(link.text, link.get("href")) for nav in lists for link in nav.iterfind(".//h:a", XHTML)]


folder = Path(sys.argv[1])
with zipfile.ZipFile(folder / "book.epub", "w") as book:
    book.writestr("mimetype", "application/epub+zip")
    book.writestr("META-INF/container.xml", CONTAINER)
    book.writestr("book.opf", PACKAGE)
    book.writestr("nav.xhtml", PAGE.format(NAV))
    book.writestr("one.xhtml", PAGE.format(CHAPTER))
epub.write_epub(folder / "again.epub", epub.read_epub(folder / "book.epub"))
with zipfile.ZipFile(folder / "again.epub") as book:
    chapter = etree.fromstring(book.read("EPUB/one.xhtml"))
title, words = chapter.findtext(".//h:title", None, XHTML), " ".join("".join(chapter.itertext()).split())
before, after = pages(folder / "book.epub", ""), pages(folder / "again.epub", "EPUB/")
print("EbookLib", version("EbookLib"))
print("pages given  ", before)
print("pages written", after)
print("title of the chapter: given 'The hearing', written", title)
print("words of the chapter:", words)
same = before == [("12", "one.xhtml#page12"), ("13", "one.xhtml#page13")] and title is None
same &= [name for name, _ in after] == ["Hearing", "page12", "1", "13", "n1"]
same &= words == "Hearing He said no.1 She asked why. She left. Not so."
print("still so" if same else "changed")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" -W ignore "$dir/try.py" "$dir"

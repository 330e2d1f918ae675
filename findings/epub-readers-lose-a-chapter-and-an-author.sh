#!/usr/bin/env bash
# epub2txt 0.1.6 (PyPI), @lingo-reader/epub-parser 0.4.6, epub2 3.0.2 and @gxl/epub-parser 2.0.4 (npm): the words and the
# authors of an e-book.
#
# Surprise: one would expect the chapters in the order in which the book says they are read (its spine). epub2txt gives them
# in the order of the list of files, the third before the first here, with the table of contents as the beginning, and has
# nothing between elements: two lines 10 and 12 are 1012, cells and paragraphs alike. @lingo-reader has the order, and of a
# chapter whose file has a blank in its name (%20 in the list, as the standard asks) gives an empty text as its words. Of
# two authors epub2 and @gxl name the first; epub2 then gives the author the role of the other: she is the translator.
#
# Why it hurts: an answer stands before its question, a figure is another one, a chapter "does not have" the quotation, and
# who wrote and who translated is turned about.
#
# This program: reads no e-books; where bylines are read, all of them are named. Guard: tests/intake/formats/test_feed.py,
# test_an_entry_is_of_all_its_authors_and_at_its_own_address.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q epub2txt==0.1.6 EbookLib==0.17.1
npm install --silent --no-audit --no-fund --prefix "$dir" @lingo-reader/epub-parser@0.4.6 epub2@3.0.2 @gxl/epub-parser@2.0.4 \
    >/dev/null
cat >"$dir/book.py" <<'PY'
import json
import sys
import zipfile
from pathlib import Path

from epub2txt import epub2txt

PAGE = (
    '<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml" '
    'xmlns:epub="http://www.idpf.org/2007/ops"><head><title>Part</title></head><body>{}</body></html>'
)
PACKAGE = """<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="i">urn:x:1</dc:identifier><dc:title>A book</dc:title>
<dc:language>en</dc:language><dc:creator id="a">Ann Lee</dc:creator><meta refines="#a" property="role"
scheme="marc:relators">aut</meta><dc:creator id="b">Bob Ray</dc:creator><meta refines="#b" property="role"
scheme="marc:relators">trl</meta><meta property="dcterms:modified">2020-05-03T10:00:00Z</meta></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="answer" href="answer.xhtml" media-type="application/xhtml+xml"/>
<item id="question" href="the%20question.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="question"/><itemref idref="answer"/></spine></package>"""
with zipfile.ZipFile(Path(sys.argv[1]) / "book.epub", "w") as book:
    book.writestr("mimetype", "application/epub+zip")
    book.writestr(
        "META-INF/container.xml",
        '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    )
    book.writestr("book.opf", PACKAGE)
    contents = '<nav epub:type="toc"><ol><li><a href="answer.xhtml">Answers</a></li></ol></nav>'
    book.writestr("nav.xhtml", PAGE.format(contents))
    book.writestr("the question.xhtml", PAGE.format("<p>How many?</p><p>10<br/>12</p>"))
    book.writestr("answer.xhtml", PAGE.format("<p>None of them.</p>"))

seen = epub2txt(str(Path(sys.argv[1]) / "book.epub"), outputlist=True)
known = ["PartAnswers", "PartNone of them.", "PartHow many?1012"]
print("expected  How many? / 10 / 12, then: None of them.; Ann Lee, author, and Bob Ray, translator")
print("epub2txt 0.1.6                 ", json.dumps(seen))
sys.exit(0 if seen == known else 1)
PY
cat >"$dir/try.mjs" <<'JS'
import { parseEpub } from "@gxl/epub-parser";
import { initEpubFile } from "@lingo-reader/epub-parser";
import { EPub } from "epub2";

const dir = process.argv[2];
console.warn = console.log; // what the second one says of the file that it does not find
const lingo = await initEpubFile(`${dir}/book.epub`, `${dir}/images`);
const texts = [];
for (const { id } of lingo.getSpine()) texts.push([id, (await lingo.loadChapter(id)).html]);
const authors = lingo.getMetadata().creator.map((one) => `${one.contributor} (${one.role})`).join(", ");
console.log("@lingo-reader/epub-parser 0.4.6", JSON.stringify(texts), "authors:", authors);

const book = await EPub.createAsync(`${dir}/book.epub`);
const { creator, role } = book.metadata;
console.log("epub2 3.0.2                     author:", creator, "role:", role);

const { author } = (await parseEpub(`${dir}/book.epub`, { type: "path" })).info;
console.log("@gxl/epub-parser 2.0.4          author:", author);

const same =
  JSON.stringify(texts) === JSON.stringify([["question", ""], ["answer", "<p>None of them.</p>"]]) &&
  authors === "Ann Lee (aut), Bob Ray (trl)" && creator === "Ann Lee" && role === "trl" && author === "Ann Lee";
process.exitCode = same ? 0 : 1;
JS
status=0
"$dir/venv/bin/python" -W ignore "$dir/book.py" "$dir" || status=1
node "$dir/try.mjs" "$dir" || status=1
[ "$status" = 0 ] && echo "still so" || echo "changed"
exit "$status"

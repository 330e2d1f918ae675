#!/usr/bin/env bash
# docxcompose 2.2.0 (PyPI) and docx-merger 1.2.2 (npm): two Word files, each with a sentence that its editor commented, made
# one.
#
# Surprise: pictures, styles and lists of both files are there, so one would expect the comments of both, or none of the
# second. The second file's sentence keeps its mark, which counts from nought in every file, and so it is marked with the
# first file's comment: "Bob did sign it.", on which Bob's editor wrote "Bob: true.", now has "Ann: not so.", by Ann's editor.
# That of the second file is gone. No error.
#
# Why it hurts: the verdict on one sentence stands on another one, with the name and the day of a person who never saw it.
#
# This program: merges no Word files; of a comment at two places it names the words of both. Guard: tests/intake/docx/
# test_notes.py, test_words_at_two_places_with_one_comment_are_not_joined.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q docxcompose==2.2.0 python-docx==1.2.0
npm install --silent --no-audit --no-fund --prefix "$dir" docx-merger@1.2.2 >/dev/null
cat >"$dir/make.py" <<'PY'
import sys
from pathlib import Path

import docx
from docxcompose.composer import Composer

folder = Path(sys.argv[1])
for name, words in (("Ann", "Ann: not so."), ("Bob", "Bob: true.")):
    document = docx.Document()
    run = document.add_paragraph().add_run(f"{name} did sign it.")
    document.add_comment(runs=run, text=words, author=f"{name}'s editor", initials=name[0])
    document.save(folder / f"{name}.docx")
composer = Composer(docx.Document(folder / "Ann.docx"))
composer.append(docx.Document(folder / "Bob.docx"))
composer.save(folder / "docxcompose.docx")
PY
cat >"$dir/merge.mjs" <<'JS'
import DocxMerger from "docx-merger";
import { readFileSync, writeFileSync } from "node:fs";

const dir = process.argv[2];
const files = ["Ann", "Bob"].map((name) => readFileSync(`${dir}/${name}.docx`, "binary"));
new DocxMerger({}, files).save("nodebuffer", (data) => writeFileSync(`${dir}/docx-merger.docx`, data));
JS
cat >"$dir/try.py" <<'PY'
import sys
import zipfile
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def commented(path: Path) -> list[tuple[str, str, str]]:
    with zipfile.ZipFile(path) as file:
        body, notes = (etree.fromstring(file.read(f"word/{part}.xml")) for part in ("document", "comments"))
    comments = {note.get(f"{W}id"): (note.get(f"{W}author"), "".join(note.itertext())) for note in notes}
    marks = list(body.iter(f"{W}commentReference"))
    return [
        ("".join(next(mark.iterancestors(f"{W}p")).itertext()).strip(), *comments.get(mark.get(f"{W}id"), ("", "")))
        for mark in marks
    ]


folder = Path(sys.argv[1])
same = True
for name in ("docxcompose", "docx-merger"):
    seen = commented(folder / f"{name}.docx")
    print(name)
    for sentence, author, words in seen:
        print(f"  {sentence}  commented by {author}: {words}")
    same &= [sentence for sentence, *_ in seen] == ["Ann did sign it.", "Bob did sign it."]
    same &= {(author, words) for _, author, words in seen} == {("Ann's editor", "Ann: not so.")}
print("still so" if same else "changed")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" -W ignore "$dir/make.py" "$dir"
node "$dir/merge.mjs" "$dir"
"$dir/venv/bin/python" "$dir/try.py" "$dir"

#!/usr/bin/env bash
# LibreOffice 7.4 (Debian 12: apt-get install libreoffice-writer-nogui), soffice --convert-to txt and html of a Word file with
# tracked changes and fields: the usual way to get the text of office files on a server.
#
# Surprise: one would expect the text before or after the changes. It is neither: what was deleted and what was inserted stand
# side by side without a mark ("He did not indeed sign"), and a piece that was moved stands at both places. A date field
# comes out as the day of the conversion, not as the date that stands in the file and that its readers saw, and the number
# of a page as 0. A sign of the font Symbol, as Word inserts it, is a code point for private use, which shows nothing: 5 ≥ 3
# reads 5 3.
#
# Why it hurts: a sentence that nobody ever published is quoted, and the date of a document is the day it was looked at; who
# converts it tomorrow gets another one.
#
# This program: reads Word files itself, as two texts, with the fields as they stand. Guard: tests/intake/docx/
# test_changes.py and test_walk.py.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
soffice --version | cut -d' ' -f1-2
cat >"$dir/try.py" <<'PY'
import datetime
import html
import re
import subprocess
import sys
import zipfile
from pathlib import Path

folder = Path(sys.argv[1])
SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WHO = 'w:author="A" w:date="2026-11-02T09:00:00Z"'


def run(words: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{words}</w:{tag}></w:r>'


def field(code: str, result: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    return mark("begin") + run(code, "instrText") + mark("separate") + run(result) + mark("end")


changed = (
    run("He did ")
    + f'<w:del w:id="1" {WHO}>{run("not ", "delText")}</w:del><w:ins w:id="2" {WHO}>{run("indeed ")}</w:ins>'
    + run("sign.")
)
moved = f'<w:moveFrom w:id="3" {WHO}>{run("Never. ")}</w:moveFrom>{run("It rained. ")}<w:moveTo w:id="4" {WHO}>{run("Never. ")}</w:moveTo>'
dated = run("Dated ") + field(' DATE \\@ "yyyy-MM-dd" ', "2020-05-01") + run(", page ") + field(" PAGE ", "12")
sign = run("x ") + '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' + run(" 5")
body = "".join(f"<w:p>{each}</w:p>" for each in (changed, moved, dated, sign))
kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
with zipfile.ZipFile(folder / "a.docx", "w") as file:
    file.writestr(
        "[Content_Types].xml",
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
    )
    file.writestr(
        "_rels/.rels",
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type='
        '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
        "</Relationships>",
    )
    file.writestr("word/document.xml", f"<w:document {SPACE}><w:body>{body}</w:body></w:document>")
days = {str(datetime.date.today())}
same = True
for form in ("txt:Text", "html"):
    command = ["soffice", f"-env:UserInstallation=file://{folder}/user", "--headless", "--convert-to", form]
    subprocess.run([*command, "--outdir", folder, folder / "a.docx"], check=True, capture_output=True)
    text = (folder / f"a.{form[:4].rstrip(':')}").read_text(encoding="utf-8-sig")
    if form == "html":
        text = html.unescape(re.sub(r"<[^>]*>", "", re.sub(r"\s+", " ", text.split("<body")[1]).replace("<p", "\n<p")))
    lines = [" ".join(line.split()) for line in text.splitlines()]
    lines = [line for line in lines if re.match(r"He|Never|It|Dated|x ", line)]
    print(form, *(f"\n  {line!a}" for line in lines))
    days.add(str(datetime.date.today()))
    same &= lines[:2] == ["He did not indeed sign.", "Never. It rained. Never."] and lines[3] == "x \uf0b3 5"
    same &= lines[2] in {f"Dated {day}, page 0" for day in days}
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
python3 "$dir/try.py" "$dir"

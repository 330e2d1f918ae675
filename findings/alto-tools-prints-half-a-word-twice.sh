#!/usr/bin/env bash
# alto-tools 0.1.0 and pagexml-tools 0.9.0 (PyPI): the text of a scanned newspaper in ALTO and in PAGE, the formats in which
# libraries give out their newspapers with the words as recognised.
#
# Surprise: of a word parted at the end of a line, which ALTO marks on both halves, one would expect the whole word or the
# halves. alto-tools prints the first half twice and never the second, and joins it to the next word: "re-" and "sign in
# May" come out as "re" and "rein May". Each narrow column has such a word in every third line. In PAGE a line with two
# readings (the standard lets a recogniser give several, numbered from the best) has no text at all in pagexml-tools.
#
# Why it hurts: a quotation from an old newspaper is not found, or another word is; and a whole line is gone unseen.
#
# This program: has no reader for the two formats, and says of such XML that its tags stand in the text. Guard:
# tests/intake/formats/test_plain_text.py, test_xml_that_no_reader_knows_is_said_to_be_so.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q alto-tools==0.1.0 pagexml-tools==0.9.0
cat >"$dir/try.py" <<'PY'
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from pagexml.parser import parse_pagexml_file

BOX = 'HPOS="0" VPOS="0" WIDTH="90" HEIGHT="20"'
ALTO = (
    '<alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Description><MeasurementUnit>pixel</MeasurementUnit>'
    f'</Description><Layout><Page ID="p" PHYSICAL_IMG_NR="1"><PrintSpace {BOX}><TextBlock ID="b" {BOX}>'
    f'<TextLine {BOX}><String CONTENT="He" {BOX}/><SP/><String CONTENT="did" {BOX}/><SP/><String CONTENT="not" {BOX}/>'
    f'<SP/><String CONTENT="re" SUBS_TYPE="HypPart1" SUBS_CONTENT="resign" {BOX}/><HYP CONTENT="-"/></TextLine>'
    f'<TextLine {BOX}><String CONTENT="sign" SUBS_TYPE="HypPart2" SUBS_CONTENT="resign" {BOX}/><SP/>'
    f'<String CONTENT="in" {BOX}/><SP/><String CONTENT="May." {BOX}/></TextLine></TextBlock></PrintSpace></Page></Layout></alto>'
)
COORDS = '<Coords points="0,0 500,0 500,20 0,20"/>'


def equivalents(readings: tuple[str, ...]) -> str:
    return "".join(f'<TextEquiv index="{at}"><Unicode>{text}</Unicode></TextEquiv>' for at, text in enumerate(readings))


LINES = (
    ("a", ("He did not", "He did nut")),
    ("b", ("sign it.",)),
)
PAGE = (
    '<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2013-07-15"><Metadata><Creator>A</Creator>'
    "<Created>2020-05-03T10:00:00</Created><LastChange>2020-05-03T10:00:00</LastChange></Metadata>"
    f'<Page imageFilename="a.jpg" imageWidth="500" imageHeight="500"><TextRegion id="r">{COORDS}'
    + "".join(f'<TextLine id="{name}">{COORDS}{equivalents(readings)}</TextLine>' for name, readings in LINES)
    + "</TextRegion></Page></PcGts>"
)
folder = Path(sys.argv[1])
(folder / "alto.xml").write_text(f'<?xml version="1.0" encoding="UTF-8"?>{ALTO}', encoding="utf-8")
(folder / "page.xml").write_text(f'<?xml version="1.0" encoding="UTF-8"?>{PAGE}', encoding="utf-8")
tool = [Path(sys.executable).with_name("alto-tools"), "-t", folder / "alto.xml"]
alto = [line.strip() for line in subprocess.run(tool, check=True, capture_output=True, text=True).stdout.split("\n")]
alto = [line for line in alto if line]
page = [line.text for line in parse_pagexml_file(str(folder / "page.xml")).get_lines()]
print("alto-tools", version("alto-tools"), "pagexml-tools", version("pagexml-tools"))
print(f"\nALTO  expected {['He did not re-', 'sign in May.']}, or with 'resign' whole\n      seen     {alto}")
print(f"\nPAGE  expected {['He did not', 'sign it.']}\n      seen     {page}")
same = alto == ["He did not re", "rein May."] and page == [None, "sign it."]
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py" "$dir"

#!/usr/bin/env bash
# odfdo 3.27.3: the text of an OpenDocument paragraph by get_formatted_text(), beside inner_text of the same paragraph.
#
# Surprise: get_formatted_text(), the document's own "text for reading", drops whatever a paragraph has in elements that it
# does not know: the shown words of fields (date, reference, page number), the base of a ruby, and the blank that an office
# program writes as <text:s/>, so that two words are joined. inner_text of the same paragraph has all of them, and the gloss
# of the ruby, which stands above the line, in the line.
#
# Why it hurts: "He did not go" can read "He did go" or "He did notgo" in what is compared and quoted, with no sign of it.
#
# This program: walks the XML itself, keeps every shown word and takes the gloss as a reading aid that is cut. Guard:
# tests/intake/odt/test_walk.py (spaces, fields, ruby).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q odfdo==3.27.3
cat >"$dir/try.py" <<'PY'
import sys
from importlib.metadata import version
from pathlib import Path
from zipfile import ZipFile

from odfdo import Document

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
SPACES = f'xmlns:office="{OFFICE}" xmlns:text="{TEXT}" office:version="1.2"'
folder = Path(sys.argv[1])


def read(paragraph: str) -> tuple[str, str]:
    """Return both texts of a document with one paragraph."""
    Document("text").save(folder / "empty.odt")
    body = f"<office:body><office:text><text:p>{paragraph}</text:p></office:text></office:body>"
    content = f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {SPACES}>{body}</office:document-content>'
    with ZipFile(folder / "empty.odt") as old, ZipFile(folder / "letter.odt", "w") as new:
        for each in old.infolist():
            new.writestr(each, content if each.filename == "content.xml" else old.read(each.filename))
    document = Document(folder / "letter.odt")
    return document.get_formatted_text().strip("\n"), document.body.paragraphs[0].inner_text


RUBY = "<text:ruby><text:ruby-base>not</text:ruby-base><text:ruby-text>gloss</text:ruby-text></text:ruby>"
rows = [  # paragraph, as shown, get_formatted_text(), inner_text
    ("He did <text:span>not</text:span> go.", "He did not go.", "He did not go.", "He did not go."),
    ("He did not<text:s/>go.", "He did not go.", "He did notgo.", "He did not go."),
    (f"He did {RUBY} go.", "He did not go. (“gloss” small above “not”)", "He did  go.", "He did notgloss go."),
    (
        "He went <text:date>5 May</text:date>.",
        "He went 5 May.",
        "He went .",
        "He went 5 May.",
    ),
    (
        'See <text:bookmark-ref text:ref-name="b">the second letter</text:bookmark-ref> to him.',
        "See the second letter to him.",
        "See  to him.",
        "See the second letter to him.",
    ),
]
print("odfdo", version("odfdo"))
same = True
for paragraph, shown, known_formatted, known_inner in rows:
    formatted, inner = read(paragraph)
    print(f"\nparagraph   {paragraph}\nshown       {shown}\nformatted   {formatted!r}\ninner_text  {inner!r}")
    same &= (formatted, inner) == (known_formatted, known_inner)
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py" "$dir"

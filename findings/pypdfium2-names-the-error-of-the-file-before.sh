#!/usr/bin/env bash
# pypdfium2 5.15.2: why a PDF cannot be opened, where several are opened in one process.
#
# Surprise: a PDF without pages is refused as "Incorrect password" if the file opened before it was locked, and as "Success"
# if it is the first one: PDFium opens it without an error, pypdfium2 then counts no pages and asks for the last error,
# which is still the one of the other file.
#
# Why it hurts: in a folder of files the answer depends on their order. A checker is told to get a password for a file
# that has none, or a batch offers to ask for it again.
#
# This program: a file is called locked only if it also says that it is encrypted. Guard: rows of
# test_what_cannot_be_read_is_said_in_one_sentence in tests/intake/pdf/test_reader.py, run in any order.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q pypdfium2==5.15.2 pypdf==6.1.1
cat >"$dir/try.py" <<'PY'
import io
import sys
from importlib.metadata import version

import pypdf
import pypdfium2

BODIES = ("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 0 /Kids [] >>")


def without_pages():
    out, rows = b"%PDF-1.7\n", "0000000000 65535 f \n"
    for number, body in enumerate(BODIES, 1):
        rows += f"{len(out):010} 00000 n \n"
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    return out + f"xref\n0 3\n{rows}trailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n".encode()


def locked():
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def why_not(data):
    try:
        pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return str(error)
    return "opened"


first, other, second = why_not(without_pages()), why_not(locked()), why_not(without_pages())
print("pypdfium2", version("pypdfium2"))
print("a file without pages       ", first)
print("a locked file              ", other)
print("the file without pages     ", second)
same = first != second and "password" in second
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py"

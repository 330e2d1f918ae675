#!/usr/bin/env bash
# PySide6 6.11.3, QTextBlock.layout() of a document whose text is replaced.
# Debian: libegl1 libgl1 libglib2.0-0 libfontconfig1 libxkbcommon0 libdbus-1-3
#
# Surprise: a Python object for the layout of a text block stays registered under the address of the layout when Qt has
# freed that. Whatever Qt makes at this address next is handed out as the old object: QMenu.addAction() returns a
# QTextLayout, and the error says that a QTextLayout has no setEnabled(). It happens far from where the layout was kept,
# in code that never heard of it. For widgets and other QObjects the binding does notice that they are gone.
#
# Why it hurts: a list of layouts, kept to paint faster, breaks menus and dialogs at random, and nothing points at it.
#
# This program: keeps the QTextBlock, a value, and asks it for its layout each time (`VisibleBlock` in
# desktop/ui/compare/panes/painting.py). Guard: tests/ui/compare/panes/test_lined_text.py.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q PySide6-Essentials==6.11.3
cat >"$dir/try.py" <<'PY'
import os
import sys

from PySide6 import __version__
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextDocumentLayout

app = QApplication([])
found = set()
for _ in range(50):
    document = QTextDocument()
    document.setDocumentLayout(QPlainTextDocumentLayout(document))
    document.setPlainText("\n".join(f"Line {number}." for number in range(200)))
    kept, block = [], document.begin()
    while block.isValid():
        kept.append(block.layout())
        block = block.next()
    document.clear()  # Qt frees the layouts; nobody uses those kept
    menu = QMenu()
    found |= {type(menu.addAction("Entry")).__name__ for _ in range(200)}
    if len(found) > 1:
        break
print("PySide6", __version__)
print("expected   addAction() returns: QAction")
print("seen       addAction() returns:", ", ".join(sorted(found)))
same = "QTextLayout" in found
print("still so" if same else "changed")
sys.stdout.flush()
os._exit(0 if same else 1)
PY
QT_QPA_PLATFORM=offscreen "$dir/venv/bin/python" "$dir/try.py"

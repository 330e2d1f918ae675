#!/usr/bin/env bash
# Qt 6.11.3 (PySide6), widgets that show text to read only.
# Debian: libegl1 libgl1 libglib2.0-0 libfontconfig1 libxkbcommon0 libdbus-1-3
#
# Surprise: a read-only QLineEdit, QPlainTextEdit and QTextBrowser give assistive software the interface for editable
# text, call themselves read-only in their state at the same time, and let it insert, replace and delete all the same.
# Nobody pressed a key; no signal tells this from the program's own writing. What the screen shows then is not what the
# program put there.
#
# Why it hurts: a text that is shown as evidence, such as the words of an article or a log, can be another one on the
# screen (a slip of dictation, a macro of a screen reader), and whoever reads it there has no way to know.
#
# This program: writes such a text anew as soon as it differs (desktop/ui/widgets/held_text.py and, for articles,
# desktop/ui/compare/panes/lined_text.py). Guard: tests/journeys/test_read_out.py,
# test_read_only_text_says_again_what_it_said_when_something_was_written_into_it.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q PySide6-Essentials==6.11.3
cat >"$dir/try.py" <<'PY'
import sys

from PySide6.QtCore import qVersion
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextBrowser

WORDS = "He did pay."

app = QApplication([])
print("Qt", qVersion())
print("expected   no interface for editable text, or the words as they were")
same = True
for kind in (QLineEdit, QPlainTextEdit, QTextBrowser):
    widget = kind(WORDS) if kind is not QTextBrowser else kind(plainText=WORDS)
    widget.setReadOnly(True)
    interface = QAccessible.queryAccessibleInterface(widget)
    editable = interface.editableTextInterface()
    if editable is not None:
        editable.insertText(6, " not")
    now = widget.text() if kind is QLineEdit else widget.toPlainText()
    print(f"{kind.__name__:<15}", "read-only:", bool(interface.state().readOnly), "shows:", repr(now))
    same = same and bool(interface.state().readOnly) and now == "He did not pay."
print("still so" if same else "changed")
sys.exit(0 if same else 1)
PY
QT_QPA_PLATFORM=offscreen "$dir/venv/bin/python" "$dir/try.py"
